"""Pages that stand for others: "Pages 45 - 60 are not for publication", "Pages 15 - 16 are withdrawn".

They are drawn from the plan and the meeting alone; of the pages that they stand for, nothing is needed or known.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pikepdf import Dictionary, Pdf

from agendabuilder.domain.forms import range_text
from agendabuilder.domain.pagination import PageKind, PageRange, PlannedPage
from agendabuilder.domain.presentation import RangeForm
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.stamps.blank_page import FONT_NAME, make_page_like, upright
from agendabuilder.pack.stamps.stamp_font import StampFont
from agendabuilder.pack.stamps.stamp_place import PageFrame

NOTICES = (PageKind.WITHHELD, PageKind.WITHDRAWN)
"""The kinds of pages that stand for others."""

DRAWN = (PageKind.BLANK, *NOTICES)
"""The kinds of pages within the body that come from no report; each has one paragraph, with the MCID 0."""

A4_PORTRAIT = PageFrame((0.0, 0.0, 595.2756, 841.8898))

_STATEMENT_SIZE, _DETAIL_SIZE = 20.0, 12.0
_LEADING = 1.35
_TEXT_WIDTH = 0.7
_RULE_WIDTH, _RULE_THICKNESS, _RULE_GAP = 60.0, 1.5, 14.0
_SPACE_ABOVE_DETAIL = 6.0


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: float
    y: float


def notice_texts(page: PlannedPage, contents: PackContents) -> tuple[str, ...]:
    """What a page that stands for others says: the statement, then the report's public title and the ground."""
    wording, several = contents.meeting.wording, bool(page.through)
    if page.kind is PageKind.WITHDRAWN:
        return (_with_pages(wording.withdrawn_pages if several else wording.withdrawn_page, page, contents),)
    statement = _with_pages(wording.withheld_pages if several else wording.withheld_page, page, contents)
    report = next((report for _, report in contents.meeting.all_reports() if report.id == page.report_id), None)
    return tuple(filter(None, (statement, report.title, report.withheld))) if report else (statement,)


def _with_pages(wording: str, page: PlannedPage, contents: PackContents) -> str:
    """The wording brings its own "Pages", so a form with brackets and words gives way to the plain one."""
    form = contents.meeting.table.ranges
    form = RangeForm.SPACED_HYPHEN if form is RangeForm.BRACKETED else form
    return wording.replace("{pages}", range_text(PageRange(page.label, page.through or page.label, page.sheet), form))


def make_notice_page(pdf: Pdf, frame: PageFrame, texts: Sequence[str], accent: str, font: StampFont) -> Dictionary:
    """A page with these texts in its middle, the first of them large, and a short rule in `accent` under that.

    All the text is one paragraph with the MCID 0, for whoever writes the tags; the rule is an artifact.
    """
    lines, rule_y = _set(frame, texts, font)
    width, scale = frame.size[0], frame.scale
    shown = b" ".join(_show(line, (width - font.width(line.text, line.size)) / 2, font) for line in lines)
    half, thick = _RULE_WIDTH * scale / 2, _RULE_THICKNESS * scale
    rule = f"{_colour(accent)} rg {width / 2 - half:.2f} {rule_y:.2f} {2 * half:.2f} {thick:.2f} re f".encode()
    content = b"/Artifact BMC " + upright(frame, rule) + b" EMC\n" if len(texts) > 1 else b""
    return make_page_like(pdf, frame, content + b"/P <</MCID 0>> BDC " + upright(frame, shown) + b" EMC\n", font)


def _set(frame: PageFrame, texts: Sequence[str], font: StampFont) -> tuple[list[_Line], float]:
    """The lines and the rule's place: the whole hangs around the page's middle, somewhat above it."""
    width, height = frame.size
    blocks = []
    for index, text in enumerate(texts):
        size = (_DETAIL_SIZE if index else _STATEMENT_SIZE) * frame.scale
        blocks.append((size, _wrapped(text, size, _TEXT_WIDTH * width, font)))
    depth = sum(size * _LEADING * len(lines) for size, lines in blocks)
    y, rule_y, placed = height * 0.54 + depth / 2, 0.0, []
    for index, (size, lines) in enumerate(blocks):
        for line in lines:
            y -= size * _LEADING
            placed.append(_Line(line, size, y))
        if index == 0:
            rule_y = y - _RULE_GAP * frame.scale
        y -= (_SPACE_ABOVE_DETAIL if index else 2 * _RULE_GAP) * frame.scale
    return placed, rule_y


def _wrapped(text: str, size: float, width: float, font: StampFont) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _show(line: _Line, x: float, font: StampFont) -> bytes:
    """One line; the space at its end keeps words apart for those who read or copy the text."""
    head = f"0 g BT {FONT_NAME} {line.size:.2f} Tf {x:.2f} {line.y:.2f} Td "
    return head.encode() + font.operand(f"{line.text} ") + b" Tj ET"


def _colour(accent: str) -> str:
    """`#rrggbb` as a PDF colour."""
    return " ".join(f"{int(accent[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))
