"""The reader's name across every page of one member's copy: light, aslant, over whatever the page shows.

It lies over the page because a scan would hide what lies under it. It is an artifact in a stream of its own, the last
of each page, so that the stamps and the page's own content are proven as in every other pack.
"""

import math

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from agendabuilder.pack.content.page_content import contents_of
from agendabuilder.pack.stamps.stamp import frame_of
from agendabuilder.pack.stamps.stamp_font import StampFont, embed_stamp_font
from agendabuilder.pack.stamps.stamp_place import PageFrame

DRAWING = "/PackReader"
"""What the pages' resources call it."""

_GREY, _OPACITY = 0.35, 0.14
_REACH = 0.62
"""How much of the page's diagonal a long name may take."""

_LARGEST = 0.09
"""Of the diagonal: the size of a short name's letters."""

_Size = tuple[float, float]


def print_reader(pdf: Pdf, reader: str) -> None:
    """Print the reader's name on all pages. Pages of one size share one drawing."""
    font = embed_stamp_font(pdf, [reader])
    drawings: dict[_Size, Stream] = {}
    streams: dict[bytes, Stream] = {}
    for page in pdf.pages:
        frame = frame_of(page)
        size = (round(frame.size[0], 1), round(frame.size[1], 1))
        if size not in drawings:
            drawings[size] = _drawing(pdf, size, reader, font)
        shown = _shown(frame, _enter(page, drawings[size]))
        if shown not in streams:
            streams[shown] = pdf.make_stream(shown)
        page.obj.Contents = Array([*contents_of(page.obj), streams[shown]])


def _drawing(pdf: Pdf, size: _Size, reader: str, font: StampFont) -> Stream:
    """The name along the page's diagonal, for a page of this size as its reader sees it."""
    width, height = size
    diagonal = math.hypot(width, height)
    letters = min(_LARGEST * diagonal, _REACH * diagonal / max(font.width(reader, 1), 0.1))
    cosine, sine = width / diagonal, height / diagonal
    back, down = font.width(reader, letters) / 2, letters * 0.35
    x, y = width / 2 - back * cosine + down * sine, height / 2 - back * sine - down * cosine
    matrix = " ".join(f"{value:.4f}" for value in (cosine, sine, -sine, cosine, x, y))
    text = f"/Veil gs {_GREY} g BT /Name {letters:.2f} Tf {matrix} Tm ".encode() + font.operand(reader) + b" Tj ET"
    return pdf.make_stream(
        text,
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, width, height]),
        Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray),
        Resources=Dictionary(
            Font=Dictionary(Name=font.font), ExtGState=Dictionary(Veil=Dictionary(ca=_OPACITY, CA=_OPACITY))
        ),
    )


def _enter(page: Page, drawing: Object) -> str:
    """Enter the drawing among the page's resources without touching another's; return its name there."""
    resources = page.obj.Resources
    if not isinstance(resources.get(Name.XObject), Dictionary):
        resources.XObject = Dictionary()
    drawings, name, count = resources.XObject, DRAWING, 0
    while name in drawings and drawings[name].objgen != drawing.objgen:
        count += 1
        name = f"{DRAWING}{count}"
    drawings[name] = drawing
    return name


def _shown(frame: PageFrame, name: str) -> bytes:
    matrix = " ".join(f"{value:.4f}" for value in frame.matrix)
    return f"/Artifact <</Type/Pagination/Subtype/Watermark>> BDC q {matrix} cm {name} Do Q EMC\n".encode()
