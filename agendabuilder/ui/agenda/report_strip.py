"""The pages of the selected report in small, side by side, as the preview has them: true pages with their stamps.

They are the pages of the pack and not those of the file, so every kind of report has them, and a choice of pages, a
turn or a fit to A4 is seen at once. Only what is in sight is drawn.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from agendabuilder.domain.pagination import PackPlan, PageKind, PlannedPage
from agendabuilder.ui.agenda.report_commands import selected_report
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.preview.preview_paint import paint_page
from agendabuilder.ui.preview.preview_pictures import PreviewPictures
from agendabuilder.ui.work.tasks import Tasks
from agendabuilder.ui.work.workspace import Workspace

if TYPE_CHECKING:
    from agendabuilder.pack.proof.page_pictures import PagePictures, PageSize

_TALL, _WIDE = 112, 80
"""The room for the picture of a page, in pixels; A4 fills it either way."""
_PAGE_TALL = 842.0
"""The height of A4 in points."""

Index = QModelIndex | QPersistentModelIndex


class _Pages(QAbstractListModel):
    """The selected report's pages as rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pages: tuple[PlannedPage, ...] = ()

    def show(self, pages: tuple[PlannedPage, ...]) -> None:
        """Show other pages."""
        if [page.sheet for page in pages] == [page.sheet for page in self.pages]:
            self.pages = pages
            return
        self.beginResetModel()
        self.pages = pages
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's way)
        """One row a page."""
        return 0 if parent.isValid() else len(self.pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """What a screen reader says of a page."""
        spoken = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return f"Page {self.pages[index.row()].label}" if role in spoken else None


class ReportStrip(QListView):
    """The strip; hidden while the selected report has no pages in the preview."""

    page_wanted = Signal(int)
    """Show this sheet of the preview, counted from 1."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._pictures = PreviewPictures(tasks, self, closes=False)
        self._plan: PackPlan | None = None
        self._sizes: Sequence[PageSize] = ()
        self._pages = _Pages(self)
        self.setModel(self._pages)
        self.setItemDelegate(_Paper(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().valueChanged.connect(self._want)
        self._pictures.drawn.connect(lambda _: self.viewport().update())
        self.clicked.connect(self._go)
        self.activated.connect(self._go)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.hide()

    @property
    def labels(self) -> list[str]:
        """The printed numbers of the pages that are shown."""
        return [page.label for page in self._pages.pages]

    def show_pages(self, pages: "PagePictures | None", plan: PackPlan | None) -> None:
        """Draw another edition of the pack from now on. The file is closed by whoever opened it."""
        self._sizes, self._plan = (pages.sizes if pages else ()), plan
        self._pictures.show(pages)
        self.follow()

    def follow(self) -> None:
        """Show the report that is selected now."""
        report, plan = selected_report(self._workspace), self._plan
        own = [page for page in plan.pages if page.report_id == report.id] if plan and report else []
        self._pages.show(tuple(page for page in own if page.kind is not PageKind.BLANK))
        self.setAccessibleName(f"Pages of {report.name}" if report else "")
        self.setVisible(bool(self._pages.pages))
        self._fit()
        self._want()

    def picture(self, row: int) -> QImage | None:
        """The picture of a page in the strip, counted from 0; None until it is drawn."""
        return self._pictures.picture(self._pages.pages[row].sheet)

    def size_of(self, row: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        size = self._sizes[self._pages.pages[row].sheet - 1]
        return size.width, size.height

    def label(self, row: int) -> str:
        """The printed number of a page in the strip."""
        return self._pages.pages[row].label

    def cell(self) -> QSize:
        """The room for a page with its number below."""
        return QSize(_WIDE + 2 * theme.STEP, _TALL + 2 * theme.STEP + self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """More or fewer pages are in sight."""
        super().resizeEvent(event)
        self._fit()
        self._want()

    def _fit(self) -> None:
        """As tall as a page with its number, and the scroll bar where there is more than is in sight."""
        is_longer = len(self._pages.pages) * self.cell().width() > self.width()
        bar = self.horizontalScrollBar().sizeHint().height() if is_longer else 0
        self.setFixedHeight(self.cell().height() + bar)

    def _want(self) -> None:
        """Ask for the pictures of what is in sight."""
        if not self._pages.pages or self._plan is None:
            self._pictures.want((), 1.0)
            return
        wide, left = self.cell().width(), self.horizontalScrollBar().value()
        first, last = left // wide, (left + max(self.viewport().width(), wide)) // wide
        sheets = [page.sheet for page in self._pages.pages[first : last + 1]]
        self._pictures.want(sheets, self.devicePixelRatioF() * _TALL / _PAGE_TALL)

    def _go(self, index: QModelIndex) -> None:
        self.page_wanted.emit(self._pages.pages[index.row()].sheet)


class _Paper(QStyledItemDelegate):
    """Draws a page as paper with its printed number below."""

    def __init__(self, strip: ReportStrip) -> None:
        super().__init__(strip)
        self._strip = strip

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 (Qt's name)
        """Every page has the same room."""
        return self._strip.cell()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The page in the middle of its room; the one that has the keyboard is framed."""
        row = index.row()
        width, height = self._strip.size_of(row)
        scale = min(_WIDE / width, _TALL / height)
        cell = QRectF(option.rect)
        page = QRectF(0, 0, width * scale, height * scale)
        page.moveCenter(QRectF(cell.left(), cell.top() + theme.STEP / 2, cell.width(), _TALL).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_page(painter, page, self._strip.picture(row), self._strip.label(row), option.palette)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(option.palette.color(QPalette.ColorRole.Highlight))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(page.adjusted(-2, -2, 2, 2))
        painter.restore()
