"""A small picture of the first page of the selected report's file, drawn in the background.

What cannot be drawn, such as a file that is no PDF, has no picture; what is wrong with it is for the findings.
"""

from pathlib import Path

from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from agendabuilder.errors import AgendaBuilderError
from agendabuilder.progress import Progress
from agendabuilder.ui.preview_pictures import as_image
from agendabuilder.ui.report_commands import selected_report
from agendabuilder.ui.tasks import Tasks
from agendabuilder.ui.workspace import Workspace

_HEIGHT = 128
_WIDEST = 240
_MOST_KEPT = 64

_Edition = tuple[Path, int, int]
"""A file as it is now: where it is, its size and its time."""


class ReportPicture(QLabel):
    """The picture; hidden while there is none."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        self._kept: dict[_Edition, QImage] = {}
        self._wanted: _Edition | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def follow(self) -> None:
        """Show the report that is selected now."""
        folder, report = self._workspace.folder, selected_report(self._workspace)
        file = folder.path / report.file if folder and report and report.is_attached else None
        wanted = _edition(file) if file else None
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self.setAccessibleName(f"First page of {report.name}" if report else "")
        self._show()
        if wanted and wanted not in self._kept:
            self._draw(wanted)

    def _draw(self, edition: _Edition) -> None:
        finer = self.devicePixelRatioF()

        def work(_: Progress) -> QImage:
            from agendabuilder.pack.page_pictures import PagePictures  # slow to load

            with PagePictures(edition[0]) as pages:
                if not pages.sizes:
                    return QImage()
                size = pages.sizes[0]
                image = as_image(pages.draw(1, finer * min(_HEIGHT / size.height, _WIDEST / size.width)))
            image.setDevicePixelRatio(finer)
            return image

        def take(image: QImage) -> None:
            self._kept[edition] = image
            if len(self._kept) > _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            self._show()

        def leave_out(_: AgendaBuilderError) -> None:
            take(QImage())

        self._tasks.run("Drawing a report's first page", work, take, leave_out, "pictures")

    def _show(self) -> None:
        image = self._kept.get(self._wanted) if self._wanted else None
        there = image is not None and not image.isNull()
        self.setPixmap(QPixmap.fromImage(image) if image is not None and there else QPixmap())
        self.setVisible(there)


def _edition(file: Path) -> _Edition | None:
    try:
        stat = file.stat()
    except OSError:
        return None
    return file, stat.st_size, stat.st_mtime_ns
