"""The styles of our Word documents: the front sheet's look as Word's own Title and headings, and styles of our own.

They replace every style of the file that python-docx begins with, so that nothing of its look is left.
"""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from agendabuilder.domain.contrast import Colour
from agendabuilder.domain.presentation import Look
from agendabuilder.pack.front.style import GREY, HAIRLINE, INK, Style, style_for
from agendabuilder.pack.word.word_text import storable

FONT = "Arial"
AGENDA_TABLE, FORM_TABLE = "Agenda table", "Form table"
_SIDES = ("top", "left", "bottom", "right")
_TWIPS = 20
"""Of a point, in which Word measures distances."""

_DEFAULTS = """<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/><w:color w:val="{ink}"/>
<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="{language}"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="{after}" w:line="269" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>"""

_PLAIN = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
<w:rPr><w:lang w:val="{language}"/></w:rPr></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
<w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/>
<w:rPr><w:color w:val="{accent}"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>
<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>"""

_PARAGRAPHS = """
<w:style w:type="paragraph" w:styleId="{id}"{own}><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>
<w:next w:val="{next}"/><w:qFormat/><w:pPr>{keep}{extra}<w:spacing w:before="{before}" w:after="{after}"/>{indent}
{level}</w:pPr><w:rPr>{bold}<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>
<w:lang w:val="{language}"/></w:rPr></w:style>"""

_TABLES = """
<w:style w:type="table" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>
<w:uiPriority w:val="59"/><w:qFormat/><w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="8" w:space="0" w:color="{accent}"/>{left}
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{accent}"/>{inside}</w:tblBorders>
<w:tblCellMar><w:top w:w="{air}" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="{air}" w:type="dxa"/>
<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{accent}"/></w:tcBorders>
<w:shd w:val="clear" w:color="auto" w:fill="{tint}"/></w:tcPr></w:tblStylePr></w:style>"""


@dataclass(frozen=True, slots=True)
class _Paragraphs:
    """One style of paragraphs; distances in points. A heading has its `level` from 1, and so has its place in Word's
    own outline."""

    name: str
    size: float
    colour: Colour = INK
    bold: bool = False
    before: float = 0
    after: float = 4
    level: int = 0
    keeps: bool = False
    extra: str = ""
    indent: str = ""
    is_own: bool = True


def set_styles(document: Document, look: Look, is_ruled: bool) -> None:
    """Give the document the styles of a body's look; `is_ruled` draws a line between the rows of the agenda."""
    style = style_for(look)
    language = escape(storable(look.language or "en-GB"), {'"': "&quot;"})
    names = {"language": language, "accent": hex_colour(style.accent), "font": FONT}
    size = round(style.body.size * 2 - 2)
    texts = [_DEFAULTS.format(**names, ink=hex_colour(INK), size=size, after=4 * _TWIPS), _PLAIN.format(**names)]
    texts += [_paragraphs(each, language) for each in _kinds(style)]
    texts.append(_table(AGENDA_TABLE, style, inside=_line("insideH") if is_ruled else "", air=80))
    sides = "".join(_line(side) for side in ("insideH", "insideV"))
    texts.append(_table(FORM_TABLE, style, _line("left"), _line("right") + sides, air=50))
    sheet = document.styles.element
    for child in list(sheet):
        sheet.remove(child)
    for child in list(parse_xml(f"<w:styles {nsdecls('w')}>{''.join(texts)}</w:styles>")):
        sheet.append(child)


def hex_colour(colour: Colour) -> str:
    """A colour as Word writes it: 0B5563."""
    return "".join(f"{round(part * 255):02X}" for part in colour)


def _kinds(style: Style) -> tuple[_Paragraphs, ...]:
    """A point less than in the pack, since Word's lines are set wider."""
    body, small, accent = style.body.size - 1, style.small.size - 1, style.accent
    sides = (f'<w:{side} w:val="single" w:sz="4" w:space="5" w:color="{hex_colour(HAIRLINE)}"/>' for side in _SIDES)
    box = f"<w:pBdr>{''.join(sides)}</w:pBdr>"
    together = "<w:contextualSpacing/>"
    within = '<w:ind w:left="100" w:right="100"/>'
    rule = f'<w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="{_mm(110)}"/></w:tabs>'
    facts = f'<w:tabs><w:tab w:val="left" w:pos="{_mm(30)}"/></w:tabs>'
    foot = f'<w:tabs><w:tab w:val="right" w:pos="{_mm(168)}"/></w:tabs>'
    return (
        _heading("Title", style.committee.size - 1, after=6),
        _Paragraphs("Subtitle", style.subtitle.size - 1, GREY, after=10, is_own=False, keeps=True),
        _heading("heading 1", body + 3, accent, before=16, after=5, level=1),
        _heading("heading 2", body, before=0, after=3, level=2),
        _heading("heading 3", body, before=0, after=3, level=3),
        _heading("heading 4", body, before=0, after=3, level=4),
        _Paragraphs("List Paragraph", body, after=3, is_own=False),
        _Paragraphs("footer", small - 1, GREY, after=0, is_own=False, extra=foot),
        _Paragraphs("Council", style.council.size, accent, bold=True, after=2, keeps=True, extra=foot),
        _Paragraphs("Mark", body, accent, bold=True, after=6, keeps=True),
        _Paragraphs("Facts", body, after=3, extra=facts,
                    indent=f'<w:ind w:left="{_mm(30)}" w:hanging="{_mm(30)}"/>'),
        _Paragraphs("Table text", body, after=2),
        _Paragraphs("Table head", small, accent, bold=True, after=0, keeps=True),
        _Paragraphs("Label", small, accent, bold=True, before=6, after=2, keeps=True),
        _Paragraphs("Remark", small, GREY, after=2),
_Paragraphs("Paper", body, before=5, after=2, indent=together),
        _Paragraphs("Room", body, before=5, after=12, extra=box, indent=within + together),
        _Paragraphs("Line to fill in", body, before=14, after=0, extra=rule),
    )  # fmt: skip


def _heading(
    name: str, size: float, colour: Colour = INK, before: float = 0, after: float = 3, level: int = 0
) -> _Paragraphs:
    """One of Word's own."""
    return _Paragraphs(name, size, colour, True, before, after, level, keeps=True, is_own=False)


def _paragraphs(kind: _Paragraphs, language: str) -> str:
    name = style_id(kind.name)
    return _PARAGRAPHS.format(
        id=name, name=kind.name, own=' w:customStyle="1"' if kind.is_own else "", language=language,
        next="Normal" if kind.keeps else name, keep="<w:keepNext/><w:keepLines/>" if kind.keeps else "",
        extra=kind.extra, before=round(kind.before * _TWIPS), after=round(kind.after * _TWIPS), indent=kind.indent,
        level=f'<w:outlineLvl w:val="{kind.level - 1}"/>' if kind.level else "", bold="<w:b/>" if kind.bold else "",
        colour=hex_colour(kind.colour), size=round(kind.size * 2),
    )  # fmt: skip


def _table(name: str, style: Style, left: str = "", inside: str = "", *, air: int) -> str:
    return _TABLES.format(
        id=style_id(name), name=name, accent=hex_colour(style.accent), tint=hex_colour(style.tint), left=left,
        inside=inside, air=air,
    )  # fmt: skip


def _line(side: str) -> str:
    return f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{hex_colour(HAIRLINE)}"/>'


def style_id(name: str) -> str:
    """What a style is called within the file: "heading 1" is Heading1."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def _mm(length: float) -> int:
    return round(length / 25.4 * 72 * _TWIPS)
