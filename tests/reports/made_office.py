"""The Office files that these tests are about, each made here."""

from pathlib import Path

import docx
import openpyxl
import pptx

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


def old_file(path: Path, stream: str) -> Path:
    """As much of a file of the old kind as tells which kind it is."""
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + f"{stream}\0".encode("utf-16-le") + bytes(90))
    return path
