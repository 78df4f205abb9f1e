"""What is printed on a page of the pack: page number, agenda item, "members only", DRAFT.

The page's own content stays as it is, between a `q` that pages share and one small stream that closes
whatever the page left open and then prints the stamps, as artifacts (PDF 32000-1, 14.8.2.2.2).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from agendabuilder.domain.presentation import Corner
from agendabuilder.pack.content.content_balance import Balance
from agendabuilder.pack.content.page_content import contents_of
from agendabuilder.pack.stamps.stamp_font import StampFont
from agendabuilder.pack.stamps.stamp_place import Ink, PageFrame, StampPlace, find_place, is_top
from agendabuilder.reports.pdf.page_box import page_box

_FONT_NAME = "/PackStamp"
_BEGIN = b"/Artifact <</Type/Pagination"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A text, its size in points and the corner where it is at home."""

    text: str
    corner: Corner
    size: float


PlacedStamp = tuple[Stamp, StampPlace]


def place_stamps(stamps: Sequence[Stamp], frame: PageFrame, ink: Ink | None, font: StampFont) -> list[PlacedStamp]:
    """Find each stamp's place; those first in order have the first choice."""
    placed: list[PlacedStamp] = []
    for stamp in stamps:
        taken = tuple(place.rect for _, place in placed)
        width = font.width(stamp.text, stamp.size)
        placed.append((stamp, find_place(frame, stamp.corner, width, stamp.size, ink, taken)))
    return placed


class Stamper:
    """Prints stamps on the pages of one pack; holds what those pages share."""

    def __init__(self, pdf: Pdf, font: StampFont) -> None:
        self.pdf = pdf
        self.font = font
        self._openings: dict[bytes, Stream] = {}

    def print_on(
        self, page: Dictionary, placed: Sequence[PlacedStamp], frame: PageFrame, balance: Balance, role: str = ""
    ) -> None:
        """Print placed stamps on a page, whatever state its content leaves behind.

        With a `role`, the page's own content becomes one marked content of that type, with the MCID 0.
        """
        opening = balance.opening
        if role:
            opening += f"/{role} <</MCID 0>> BDC ".encode()
            balance = replace(balance, marks_open=balance.marks_open + 1)
        closing = self.pdf.make_stream(balance.closing + self._drawn(page, placed, frame))
        page.Contents = Array([self._shared(opening), *contents_of(page), closing])

    def print_anew(self, page: Dictionary, placed: Sequence[PlacedStamp], frame: PageFrame) -> None:
        """Print other stamps on a page that has some; what comes before them in their stream stays."""
        closing = page.Contents[-1].read_bytes().partition(_BEGIN)[0]
        page.Contents[-1] = self.pdf.make_stream(closing + self._drawn(page, placed, frame))

    def open_like(self, pages: Iterable[Dictionary]) -> None:
        """Let pages that open as these, which were stamped in an earlier body, share the streams for that with them."""
        firsts = {first.objgen: first for page in pages if isinstance(first := page.Contents[0], Stream)}
        for first in firsts.values():
            self._openings.setdefault(first.read_bytes(), first)

    def _drawn(self, page: Dictionary, placed: Sequence[PlacedStamp], frame: PageFrame) -> bytes:
        name = self._font_name(page)
        return b"".join(self._draw(stamp, place, frame, name) for stamp, place in placed)

    def _shared(self, opening: bytes) -> Stream:
        """One stream for all pages that open alike."""
        if opening not in self._openings:
            self._openings[opening] = self.pdf.make_stream(opening)
        return self._openings[opening]

    def _font_name(self, page: Dictionary) -> str:
        """The font's name among the page's resources, entered there when need be without touching another's."""
        if not isinstance(page.get(Name.Resources), Dictionary):
            page.Resources = Dictionary()
        resources = page.Resources
        if not isinstance(resources.get(Name.Font), Dictionary):
            resources.Font = Dictionary()
        fonts, name, count = resources.Font, _FONT_NAME, 0
        while name in fonts and not _is_same(fonts[name], self.font.font):
            count += 1
            name = f"{_FONT_NAME}{count}"
        fonts[name] = self.font.font
        return name

    def _draw(self, stamp: Stamp, place: StampPlace, frame: PageFrame, font_name: str) -> bytes:
        kind, edge = ("Header", "Top") if is_top(stamp.corner) else ("Footer", "Bottom")
        matrix = " ".join(_number(value) for value in frame.matrix)
        plate = f"1 g {_numbers(*_box(place))} re f " if place.plate else ""
        head = f"/Subtype/{kind}/Attached[/{edge}]>> BDC q {matrix} cm {plate}0 g BT "
        text = f"{font_name} {_number(place.size)} Tf {_numbers(place.x, place.baseline)} Td "
        return _BEGIN + head.encode() + text.encode() + self.font.operand(stamp.text) + b" Tj ET Q EMC\n"


def frame_of(page: Page) -> PageFrame:
    """The frame of a page in the file: what its reader sees, and how it is turned."""
    box = page_box(page)
    return PageFrame((box.left, box.bottom, box.right, box.top), box.rotation, box.unit)


def _is_same(one: Object, other: Object) -> bool:
    return one.is_indirect and one.objgen == other.objgen


def _box(place: StampPlace) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = place.rect
    return x0, y0, x1 - x0, y1 - y0


def _numbers(*values: float) -> str:
    return " ".join(_number(value) for value in values)


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
