"""Names the parts of an Office file that the converter which comes with the program draws wrongly, or not at all.

The list was made by looking at its pages beside those of LibreOffice; it is to be looked through with every new version
of that converter.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

from docx.oxml.parser import parse_xml
from lxml.etree import _Element

from agendabuilder.reports.office.switched_off import is_hidden_slide
from agendabuilder.reports.office.unreadable import UNREADABLE

_TEXTS = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_MARGINS = re.compile(r"word/(?:header|footer)\d*\.xml")
_SLIDES = re.compile(r"ppt/slides/slide\d+\.xml")
_SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml")
_DRAWINGS = re.compile(r"xl/drawings/drawing\d*\.xml")
_RELATIONS = re.compile(r"(?:word/_rels/document|ppt/slides/_rels/slide\d+)\.xml\.rels")
_CHART_SHEETS = re.compile(r"xl/chartsheets/[^/]+\.xml")

_OTHER_VERSION = frozenset({"Fallback", "del", "moveFrom"})


def drawn_otherwise(source: Path, form: str) -> list[str]:
    """What of the file ("docx", "pptx", "xlsx") to compare with its pages, each as it is said within a sentence."""
    look: Callable[[ZipFile], Iterator[str]] = {"docx": _in_text, "pptx": _on_slides, "xlsx": _in_sheets}[form]
    found: list[str] = []
    with suppress(*UNREADABLE), ZipFile(source) as archive:
        found.extend(look(archive))
    return found


def _in_text(archive: ZipFile) -> Iterator[str]:
    parts, margins = _parts(archive, _TEXTS), _parts(archive, _MARGINS)
    numbered = _numbered_styles(archive)
    if any(_is_numbered(each, numbered) for each in _all(parts, "p") if _is_within(each, "tc")):
        yield "the numbers and points of lists in tables"
    if any((each.text or "").strip().startswith("SEQ ") for each in _all(parts, "instrText")):
        yield "the numbers of figures and tables"
    if any(_is_within(each, "tc") for each in _all(parts, "tbl")):
        yield "tables inside tables"
    if _has(parts, "textDirection"):
        yield "words that run up or down in tables"
    yield from _several(_all(parts, "wsp", "textbox"), "a text box or drawn shape", "text boxes or drawn shapes")
    if _has(margins, "textpath"):
        yield "a watermark"
    if any(_is_beside_words(each) for each in _all(parts, "oMath")):
        yield "formulas within lines of text"
    yield from _charts(parts)
    yield from _several(_all(parts, "relIds"), "a diagram", "diagrams")
    yield from _linked_pictures(_parts(archive, _RELATIONS))


def _on_slides(archive: ZipFile) -> Iterator[str]:
    slides = [slide for slide in _parts(archive, _SLIDES) if not is_hidden_slide(slide)]
    yield from _charts(slides)
    yield from _linked_pictures(_parts(archive, _RELATIONS))


def _in_sheets(archive: ZipFile) -> Iterator[str]:
    sheets, drawings = _parts(archive, _SHEETS), _parts(archive, _DRAWINGS)
    charts = [*_all(drawings, "chart"), *_parts(archive, _CHART_SHEETS)]
    yield from _several(iter(charts), "a chart", "charts")
    yield from _several(_all(drawings, "sp"), "a text box or drawn shape", "text boxes or drawn shapes")
    yield from _several(_all(sheets, "oleObject"), "an object of another program", "objects of other programs")
    if _has(sheets, "sparkline"):
        yield "small charts inside cells"
    if any(_has_no_result(formula.getparent()) for formula in _all(sheets, "f")):
        yield "formulas whose results are not kept in the file"


def _has_no_result(cell: _Element) -> bool:
    """A text may be empty, a number not."""
    return not cell.findtext("{*}v") and cell.get("t") != "str"


def _parts(archive: ZipFile, wanted: re.Pattern[str]) -> list[_Element]:
    return [parse_xml(archive.read(name)) for name in archive.namelist() if wanted.fullmatch(name)]


def _all(parts: list[_Element], *names: str) -> Iterator[_Element]:
    """Every element of these names that shows; one version of each."""
    for part in parts:
        for element in part.iter(*(f"{{*}}{name}" for name in names)):
            if not any(_is_within(element, other) for other in _OTHER_VERSION):
                yield element


def _has(parts: list[_Element], name: str) -> bool:
    return next(_all(parts, name), None) is not None


def _is_within(element: _Element, name: str) -> bool:
    return next(element.iterancestors(f"{{*}}{name}"), None) is not None


def _several(found: Iterator[_Element], one: str, many: str) -> Iterator[str]:
    count = sum(1 for _ in found)
    if count:
        yield one if count == 1 else f"{count} {many}"


def _charts(parts: list[_Element]) -> Iterator[str]:
    yield from _several(_all(parts, "chart"), "a chart", "charts")


def _linked_pictures(relations: list[_Element]) -> Iterator[str]:
    """Pictures that lie elsewhere; nothing is fetched for a pack."""
    every = (each for part in relations for each in part)
    linked = (each for each in every if each.get("TargetMode") == "External" and _is_picture(each))
    yield from _several(linked, "a picture that is not in the file", "pictures that are not in the file")


def _is_picture(relation: _Element) -> bool:
    return bool(relation.get("Type", "").endswith("/image"))


def _reference(element: _Element, key: str) -> str:
    return next((value for name, value in element.attrib.items() if name.endswith(f"}}{key}")), "")


def _numbered_styles(archive: ZipFile) -> frozenset[str]:
    if "word/styles.xml" not in archive.namelist():
        return frozenset()
    styles = parse_xml(archive.read("word/styles.xml"))
    return frozenset(_reference(each, "styleId") for each in styles.iter("{*}style") if _numbering(each))


def _is_numbered(paragraph: _Element, styles: frozenset[str]) -> bool:
    style = paragraph.find("{*}pPr/{*}pStyle")
    by_style = style is not None and _reference(style, "val") in styles
    return (_numbering(paragraph) or by_style) and _has([paragraph], "t")


def _numbering(holder: _Element) -> bool:
    """Whether a paragraph or a style is numbered; the number 0 takes a numbering away."""
    number = holder.find("{*}pPr/{*}numPr/{*}numId")
    return number is not None and _reference(number, "val") != "0"


def _is_beside_words(formula: _Element) -> bool:
    paragraph = next(formula.iterancestors("{*}p"), None)
    return paragraph is not None and not _is_within(formula, "oMathPara") and paragraph.find("{*}r/{*}t") is not None
