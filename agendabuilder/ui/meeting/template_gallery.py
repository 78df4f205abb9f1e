"""The templates as little front sheets; each is really drawn, in the background, the first time it is seen."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from agendabuilder import paths
from agendabuilder.app import jobs
from agendabuilder.app.new_meeting import template_library
from agendabuilder.domain.template import Template
from agendabuilder.errors import AgendaBuilderError, TemplateError
from agendabuilder.progress import Progress
from agendabuilder.ui.preview.preview_pictures import as_image
from agendabuilder.ui.work.tasks import Lane, Tasks

SHEET = QSize(136, 192)
"""The size of a little front sheet."""

_EDGE = 6
_CELL = QSize(SHEET.width() + 40, SHEET.height() + 64)
_ID = Qt.ItemDataRole.UserRole


class TemplateGallery(QListWidget):
    """All templates; a click or Enter chooses one."""

    chosen = Signal(str)
    """The id of the template."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._drawn: dict[str, QIcon] = {}
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(SHEET + QSize(2 * _EDGE, 2 * _EDGE))
        self.setGridSize(_CELL)
        self.setWordWrap(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setAccessibleName("Templates")
        self.viewport().setAutoFillBackground(False)
        self.itemClicked.connect(lambda entry: self.chosen.emit(entry.data(_ID)))
        self.itemActivated.connect(lambda entry: self.chosen.emit(entry.data(_ID)))

    def refresh(self) -> None:
        """Read the templates anew."""
        self.clear()
        for template in _readable_templates().values():
            entry = QListWidgetItem(self._drawn.get(template.id, QIcon(_paper(None))), template.name)
            entry.setData(_ID, template.id)
            entry.setSizeHint(_CELL)
            entry.setToolTip(template.description)
            entry.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            entry.setData(Qt.ItemDataRole.AccessibleDescriptionRole, template.description)
            self.addItem(entry)
            if template.id not in self._drawn:
                self._draw(template)

    def _draw(self, template: Template) -> None:
        scale = SHEET.width() * self.devicePixelRatioF() * 2 / 595

        def work(progress: Progress) -> QImage:
            return as_image(self._tasks.apart(progress, jobs.picture, template, paths.cache(), scale))

        def take(image: QImage) -> None:
            self._drawn[template.id] = QIcon(_paper(image))
            for row in range(self.count()):
                if self.item(row).data(_ID) == template.id:
                    self.item(row).setIcon(self._drawn[template.id])

        self._tasks.run("Drawing the templates", work, take, _leave_blank, Lane.PICTURES)


def _readable_templates() -> Mapping[str, Template]:
    """The templates by id; one that cannot be read is left out here and named where templates are managed."""
    library = template_library()
    found: dict[str, Template] = {}
    for template_id in library.ids():
        try:
            found[template_id] = library.load(template_id)
        except TemplateError:
            continue
    return dict(sorted(found.items(), key=lambda entry: entry[1].name.casefold()))


def _paper(image: QImage | None) -> QPixmap:
    """A sheet of paper with a soft edge, twice as fine as it is shown."""
    pixmap = QPixmap((SHEET + QSize(2 * _EDGE, 2 * _EDGE)) * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    place = QRectF(_EDGE, _EDGE, SHEET.width(), SHEET.height())
    painter.setPen(Qt.PenStyle.NoPen)
    for spread in range(_EDGE - 1, 0, -1):
        painter.setBrush(QColor(0, 0, 0, 6 + 2 * (_EDGE - spread)))
        painter.drawRoundedRect(place.adjusted(-spread, 1 - spread, spread, 1 + spread), spread, spread)
    painter.fillRect(place, QColor("white"))
    if image is not None:
        painter.drawImage(place, image)
    painter.end()
    return pixmap


def _leave_blank(_: AgendaBuilderError) -> None:
    """A sheet that cannot be drawn stays blank; its name is below it."""
