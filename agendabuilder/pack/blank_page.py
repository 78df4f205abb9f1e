"""The page that follows a report which ends on an odd number, so that the next one begins on an odd number again."""

from pikepdf import Array, Dictionary, Name, Pdf

from agendabuilder.pack.stamp_font import StampFont
from agendabuilder.pack.stamp_place import PageFrame

_SIZE = 12.0
_FONT_NAME = "/PackStamp"


def make_blank_page(pdf: Pdf, frame: PageFrame, wording: str, font: StampFont) -> Dictionary:
    """A page of the size and turn of the page before it, with the wording in its middle as real text.

    The text is the page's only marked content, a paragraph with the MCID 0, for whoever writes the tags.
    """
    width, height = frame.size
    size = min(_SIZE * frame.scale, 0.8 * width / max(font.width(wording, 1), 0.1))
    x, y = (width - font.width(wording, size)) / 2, height / 2
    page_box = PageFrame((0, 0, frame.box[2] - frame.box[0], frame.box[3] - frame.box[1]), frame.rotation, frame.unit)
    matrix = " ".join(f"{value:.4f}" for value in page_box.matrix)
    text = f"/P <</MCID 0>> BDC q {matrix} cm 0 g BT {_FONT_NAME} {size:.2f} Tf {x:.2f} {y:.2f} Td "
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([round(value, 4) for value in page_box.box]),
        Resources=Dictionary(Font=Dictionary({_FONT_NAME: font.font})),
        Contents=pdf.make_stream(text.encode() + font.operand(wording) + b" Tj ET Q EMC\n"),
    )
    if frame.rotation:
        page.Rotate = frame.rotation
    if frame.unit != 1:
        page.UserUnit = frame.unit
    return pdf.make_indirect(page)
