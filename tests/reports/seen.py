"""What a reader sees of a page, drawn by PDFium."""

import pypdfium2
from PIL import ImageChops

SCALE = 0.5
"""Pixels to a point."""


def inked_box(path, unit=1.0, page=0):
    """Left, bottom, right and top of what is printed on a page, in points as its reader counts them.

    PDFium passes over the unit of a page, so it is given here.
    """
    with pypdfium2.PdfDocument(path) as document:
        drawn = document[page].render(scale=SCALE * unit, grayscale=True).to_pil()
    left, upper, right, lower = ImageChops.invert(drawn).point(lambda grey: 255 * (grey > 100)).getbbox()
    height = drawn.height
    return left / SCALE, (height - lower) / SCALE, right / SCALE, (height - upper) / SCALE
