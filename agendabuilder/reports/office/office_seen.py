"""Makes of a modern Office file what its reader in Britain sees, for a converter that shows what is hidden, too.

Hidden text, shapes, rows and columns are often what nobody outside may read. Pages, slides and sheets keep their looks.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile

from lxml.etree import XMLParser, _Element, fromstring, tostring

from agendabuilder.reports.office.british_formats import make_british
from agendabuilder.reports.office.hidden_cells import empty_hidden_cells, invisible_formats
from agendabuilder.reports.office.switched_off import OFF

_WITH_TEXT = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_SLIDES = re.compile(r"ppt/(?:slides|slideLayouts|slideMasters)/\w+\.xml")
_SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml")
_DRAWINGS = re.compile(r"xl/drawings/drawing\d*\.xml")
_STYLES = re.compile(r"xl/styles\.xml")

_PLACES = frozenset({"drawing", "twoCellAnchor", "oneCellAnchor", "absoluteAnchor"})
_DEEPEST = 50
"""How many styles are based on one another."""

_Clean = Callable[[_Element], bool]
"""Changes a part; says whether anything was changed."""


def as_seen(content: bytes, form: str) -> bytes:
    """The file ("docx", "pptx" or "xlsx") without what is hidden, and with its dates in British order.

    The same bytes where there is nothing to change.

    Raises what zipfile and lxml raise for a file that cannot be read.
    """
    with ZipFile(BytesIO(content)) as archive:
        changed = dict(_changed(archive, form))
        if not changed:
            return content
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as copy:
            for name in dict.fromkeys(archive.namelist()):
                copy.writestr(name, changed[name] if name in changed else archive.read(name))
    return out.getvalue()


def _changed(archive: ZipFile, form: str) -> Iterator[tuple[str, bytes]]:
    for pattern, clean in _work(archive, form).items():
        for name in filter(pattern.fullmatch, dict.fromkeys(archive.namelist())):
            part = _parsed(archive, name)
            if clean(part):
                yield name, tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)


def _work(archive: ZipFile, form: str) -> Mapping[re.Pattern[str], _Clean]:
    """Which parts are to be cleaned, and how."""
    if form == "docx":
        styles = _hidden_styles(archive)
        return {_WITH_TEXT: lambda part: _take_out_text(part, styles) | _take_out_shapes(part)}
    if form == "pptx":
        return {_SLIDES: _take_out_shapes}
    formats = invisible_formats(_part(archive, "xl/styles.xml"))
    return {_SHEETS: lambda part: empty_hidden_cells(part, formats), _DRAWINGS: _take_out_shapes, _STYLES: make_british}


def _part(archive: ZipFile, name: str) -> _Element | None:
    return _parsed(archive, name) if name in archive.namelist() else None


def _parsed(archive: ZipFile, name: str) -> _Element:
    """Read as leniently as the converter does, so that nothing hidden gets past in a part with a fault."""
    return fromstring(archive.read(name), XMLParser(resolve_entities=False, recover=True, huge_tree=True))


def _hidden_styles(archive: ZipFile) -> frozenset[str]:
    """The names of styles whose text is hidden, by themselves or by what they are based on."""
    part = _part(archive, "word/styles.xml")
    if part is None:
        return frozenset()
    own: dict[str, bool | None] = {}
    base: dict[str, str] = {}
    for style in part.iterchildren("{*}style"):
        name = _value(style, "styleId")
        own[name] = _is_hidden(style)
        base[name] = _value(style.find("{*}basedOn"), "val")

    def hides(name: str) -> bool:
        for _ in range(_DEEPEST):
            if name not in own:
                return False
            if (said := own[name]) is not None:
                return said
            name = base[name]
        return False

    return frozenset(filter(hides, own))


def _is_hidden(holder: _Element) -> bool | None:
    """What the properties of a run or a style say of it themselves; None when they say nothing."""
    mark = holder.find("{*}rPr/{*}vanish")
    return None if mark is None else _value(mark, "val") not in OFF


def _take_out_text(part: _Element, styles: frozenset[str]) -> bool:
    hidden = [run for run in part.iter("{*}r") if _is_unseen(run, styles)]
    for run in hidden:
        _remove(run)
    return bool(hidden)


def _is_unseen(run: _Element, styles: frozenset[str]) -> bool:
    said = _is_hidden(run)
    if said is not None:
        return said
    if _value(run.find("{*}rPr/{*}rStyle"), "val") in styles:
        return True
    paragraph = next(run.iterancestors("{*}p"), None)
    return paragraph is not None and _value(paragraph.find("{*}pPr/{*}pStyle"), "val") in styles


def _take_out_shapes(part: _Element) -> bool:
    """Shapes, pictures and groups that were switched off in the list of a page's or slide's objects."""
    found = [name for name in part.iter("{*}cNvPr", "{*}docPr") if _value(name, "hidden") not in ("", *OFF)]
    drawn = [shape for shape in part.iter("{*}shape") if "visibility:hidden" in (shape.get("style") or "")]
    for shape in (*map(_shape_of, found), *drawn):
        _remove(shape)
    return bool(found or drawn)


def _shape_of(name: _Element) -> _Element:
    """What the name of a shape belongs to: in text its drawing, in a sheet what holds it to its place."""
    shape = name.getparent() if name.tag.endswith("}docPr") else name.getparent().getparent()
    holder = shape.getparent()
    is_its_place = holder is not None and holder.tag.rpartition("}")[2] in _PLACES
    return holder if is_its_place else shape


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _value(element: _Element | None, key: str) -> str:
    """An attribute by its name, whichever edition of the format named it."""
    if element is None:
        return ""
    found = (value for name, value in element.attrib.items() if name.rpartition("}")[2] == key)
    return cast(str, next(found, ""))
