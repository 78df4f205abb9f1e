"""Pictures of a PDF's pages for the preview and the thumbnails, drawn by PDFium.

PDFium is not made for threads: everything here holds the program's one lock for it, one page at a time.
"""

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import pypdfium2

from agendabuilder.errors import FolderError
from agendabuilder.reports.pdf.pdfium_lock import PDFIUM


@dataclass(frozen=True, slots=True)
class PageSize:
    """How large a page is as its reader sees it, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as pixels: rows from the top, four bytes each (red, green, blue, alpha), no padding."""

    width: int
    height: int
    rgba: bytes


class PagePictures:
    """A PDF that is open for drawing. Close it before the file is replaced; nothing can be drawn then."""

    def __init__(self, file: Path) -> None:
        """Open the file. Raises `FolderError` when it is not there or is not a PDF that can be drawn."""
        self.file = file
        try:
            with PDFIUM:
                self._document = pypdfium2.PdfDocument(file)
                self._document.init_forms()
                self.sizes = tuple(PageSize(*self._document.get_page_size(index)) for index in range(self._count()))
        except (OSError, pypdfium2.PdfiumError) as problem:
            raise FolderError(f"“{file.name}” cannot be shown.", "It may be damaged, or in use elsewhere.") from problem

    def draw(self, page: int, scale: float) -> PagePicture:
        """Draw a page, counted from 1, on white, at `scale` pixels to a point. Raises `FolderError`."""
        with PDFIUM:
            try:
                drawn = self._document[page - 1]
            except pypdfium2.PdfiumError as problem:
                raise FolderError(f"Page {page} of “{self.file.name}” cannot be shown.") from problem
            try:
                bitmap = drawn.render(scale=scale, rev_byteorder=True, force_bitmap_format=_FOUR_BYTES)
                picture = PagePicture(bitmap.width, bitmap.height, bytes(bitmap.buffer))
                bitmap.close()
                return picture
            finally:
                drawn.close()

    def close(self) -> None:
        """Let go of the file."""
        with PDFIUM:
            self._document.close()

    def __enter__(self) -> "PagePictures":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def _count(self) -> int:
        return len(self._document)


_FOUR_BYTES = pypdfium2.raw.FPDFBitmap_BGRx
"""With the order reversed: red, green, blue and a byte that is not used."""
