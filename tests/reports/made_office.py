"""The Office files that these tests are about, each made here."""

from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import openpyxl.drawing.image
import pptx
from PIL import Image

PARAGRAPHS = (
    "The Committee is asked to agree the programme of repairs for the year ahead.",
    "Officers will report again in September on the boathouse and the bandstand.",
)


def word_file(path: Path, *paragraphs: str) -> Path:
    """A heading, paragraphs, a table, a header and a footer."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ashmere District Council"
    document.sections[0].footer.paragraphs[0].text = "Parks and open spaces"
    document.add_heading("Repairs", 1)
    for paragraph in paragraphs or PARAGRAPHS:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Place", "Cost", "Bandstand", "£4,200"), strict=True):
        cell.text = text
    document.save(path)
    return path


def slides_file(path: Path) -> Path:
    """Two slides, and a hidden one between them."""
    deck = pptx.Presentation()
    for title in ("Where we are", "Hidden thoughts", "Where we go"):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = f"Details of {title.lower()}"
        if title.startswith("Hidden"):
            slide.element.set("show", "0")
    deck.save(path)
    return path


def sheet_file(path: Path) -> Path:
    """One sheet of budget lines and a hidden one."""
    book = openpyxl.Workbook()
    for row in (("Heading", "Budget"), ("Boathouse", 12000), ("Bandstand", 4200)):
        book.active.append(row)
    hidden = book.create_sheet("Workings")
    hidden.append(("Estimates",))
    hidden.sheet_state = "hidden"
    book.save(path)
    return path


def file_with_pictures(path: Path, *colours: str) -> Path:
    """A file of the kind that its ending says, with a picture of each colour in it."""
    pictures = []
    for number, colour in enumerate(colours):
        pictures.append(path.with_name(f"{number}.png"))
        Image.new("RGB", (80, 60), colour).save(pictures[-1])
    if path.suffix == ".docx":
        made = docx.Document()
        for picture in pictures:
            made.add_picture(str(picture))
    elif path.suffix == ".pptx":
        made = pptx.Presentation()
        for picture in pictures:
            made.slides.add_slide(made.slide_layouts[6]).shapes.add_picture(str(picture), 0, 0)
    else:
        made = openpyxl.Workbook()
        made.active["A1"] = "Pictures"
        for number, picture in enumerate(pictures):
            made.active.add_image(openpyxl.drawing.image.Image(BytesIO(picture.read_bytes())), f"A{3 + 5 * number}")
    made.save(path)
    return path


def old_file(path: Path, stream: str) -> Path:
    """As much of a file of the old kind as tells which kind it is."""
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + f"{stream}\0".encode("utf-16-le") + bytes(90))
    return path
