"""Printing a finished pack: the system's own dialog asks, and the pages are painted beside the window's work.

Pages go to the printer as pictures, so what is printed is what the preview shows, whatever fonts the printer has.
"""

from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from agendabuilder.errors import PrintingError
from agendabuilder.pack.proof.page_pictures import PagePictures
from agendabuilder.progress import Progress

_MOST_DOTS = 300
"""Dots to the inch; more would cost memory and show on no paper."""


def ask_printer(parent: QWidget, title: str, pages: int) -> QPrinter | None:
    """Let the clerk choose printer, sheets and sides; None when they think better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Print the pack")
    dialog.setMinMax(1, pages)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    is_wanted = bool(dialog.exec())
    dialog.deleteLater()
    return printer if is_wanted else None


def print_pages(printer: QPrinter, file: Path, progress: Progress) -> int:
    """Print the sheets that were chosen; return how many.

    Raises `PrintingError` when the printer does not take them, `FolderError` when the pack is gone, `Cancelled`.
    """
    pictures, painter = PagePictures(file), QPainter()
    try:
        chosen = _chosen(printer, len(pictures.sizes))
        progress.stage("Printing", len(chosen))
        if not painter.begin(printer):
            raise PrintingError()
        for sheet in chosen:
            if sheet > chosen[0] and not printer.newPage():
                raise PrintingError()
            _paint(painter, printer, pictures, sheet)
            progress.advance()
    except BaseException:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
        pictures.close()
    return len(chosen)


def _chosen(printer: QPrinter, pages: int) -> range:
    """The sheets to print, counted from 1."""
    first, last = printer.fromPage() or 1, printer.toPage() or pages
    return range(first, min(last, pages) + 1)


def _paint(painter: QPainter, printer: QPrinter, pictures: PagePictures, sheet: int) -> None:
    """One page, as large as the paper allows; a wide page is turned to lie along the paper."""
    drawn = pictures.draw(sheet, min(printer.resolution(), _MOST_DOTS) / 72)
    image = QImage(drawn.rgba, drawn.width, drawn.height, 4 * drawn.width, QImage.Format.Format_RGBA8888)
    paper = QRectF(painter.viewport())
    painter.save()
    if (image.width() > image.height()) != (paper.width() > paper.height()):
        painter.translate(paper.width(), 0)
        painter.rotate(90)
        paper = QRectF(0, 0, paper.height(), paper.width())
    size = QSizeF(image.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(
        (paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2, size.width(), size.height()
    )
    painter.drawImage(place, image)
    painter.restore()
