"""The page that follows a report which ends on an odd number, so that the next one begins on an odd number again."""

from pikepdf import Array, Dictionary, Name, Pdf

from agendabuilder.pack.stamps.stamp_font import StampFont
from agendabuilder.pack.stamps.stamp_place import PageFrame

_SIZE = 12.0
FONT_NAME = "/PackStamp"


def make_blank_page(pdf: Pdf, frame: PageFrame, wording: str, font: StampFont) -> Dictionary:
    """A page of the size and turn of the page before it, with the wording in its middle as real text.

    The text is the page's only marked content, a paragraph with the MCID 0, for whoever writes the tags.
    """
    width, height = frame.size
    size = min(_SIZE * frame.scale, 0.8 * width / max(font.width(wording, 1), 0.1))
    x, y = (width - font.width(wording, size)) / 2, height / 2
    text = f"0 g BT {FONT_NAME} {size:.2f} Tf {x:.2f} {y:.2f} Td ".encode() + font.operand(wording) + b" Tj ET"
    return make_page_like(pdf, frame, b"/P <</MCID 0>> BDC " + upright(frame, text) + b" EMC\n", font)


def upright(frame: PageFrame, drawing: bytes) -> bytes:
    """Drawing in reader points, turned and scaled for a page made by `make_page_like`."""
    matrix = " ".join(f"{value:.4f}" for value in _at_origin(frame).matrix)
    return f"q {matrix} cm ".encode() + drawing + b" Q"


def make_page_like(pdf: Pdf, frame: PageFrame, content: bytes, font: StampFont) -> Dictionary:
    """A new page of a frame's size, turn and unit, which may use the stamps' font as `FONT_NAME`."""
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([round(value, 4) for value in _at_origin(frame).box]),
        Resources=Dictionary(Font=Dictionary({FONT_NAME: font.font})),
        Contents=pdf.make_stream(content),
    )
    if frame.rotation:
        page.Rotate = frame.rotation
    if frame.unit != 1:
        page.UserUnit = frame.unit
    return pdf.make_indirect(page)


def _at_origin(frame: PageFrame) -> PageFrame:
    left, bottom, right, top = frame.box
    return PageFrame((0, 0, right - left, top - bottom), frame.rotation, frame.unit)
