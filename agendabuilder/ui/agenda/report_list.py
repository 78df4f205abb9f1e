"""The reports of the selected item: dropped in, ordered by dragging, with the chosen one's details below."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QMenu,
    QToolBar,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from agendabuilder.domain.edits import move_report
from agendabuilder.domain.item import Report
from agendabuilder.ui.agenda.report_commands import ReportCommands
from agendabuilder.ui.agenda.report_strip import ReportStrip
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.icons import icon
from agendabuilder.ui.pieces.rows import MARKS, Mark, MarkedRows
from agendabuilder.ui.work.actions import SEPARATOR, CommandBook, Menu
from agendabuilder.ui.work.agenda_words import agenda_of
from agendabuilder.ui.work.workspace import Workspace

TITLE, PAGES = range(2)
_HEADINGS = ("Report", "Pages")
_REPORT_TYPE = "application/x-agendabuilder-report"
_TOOLS = ("add_reports", "add_to_follow", "add_verbal", SEPARATOR, "open_report", "replace_report", "remove_report")

Index = QModelIndex | QPersistentModelIndex


class _Reports(QAbstractTableModel):
    """The selected item's reports as rows."""

    def __init__(self, workspace: Workspace, commands: ReportCommands, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._commands = workspace, commands
        self._agenda = agenda_of(workspace)
        self.reports: tuple[Report, ...] = ()

    def follow(self) -> None:
        """Show the reports as they are now."""
        item = self._workspace.selected_item
        reports = item.reports if item else ()
        same = [report.id for report in reports] == [report.id for report in self.reports]
        self._agenda = agenda_of(self._workspace)
        if same:
            self.reports = reports
            if reports:
                self.dataChanged.emit(self.index(0, 0), self.index(len(reports) - 1, PAGES))
            return
        self.beginResetModel()
        self.reports = reports
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's way)
        """One row a report."""
        return 0 if parent.isValid() else len(self.reports)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Title with its marks and what its file is, and pages."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Reports are dragged; drops go between them."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        report, column = self.reports[index.row()], index.column()
        marks = self._marks(report) if column == TITLE else ()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(report, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.DecorationRole:
            return icon("report") if column == TITLE else None
        if role == MARKS:
            return marks
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((self._words(report, column), *(mark.sentence for mark in marks)))
        return None

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        """Reports are moved, files copied."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        """Reports of this item, and files."""
        return [_REPORT_TYPE, "text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        """The report that is dragged."""
        data = QMimeData()
        data.setData(_REPORT_TYPE, self.reports[indexes[0].row()].id.encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:  # noqa: ARG002, N802
        """A report goes where it is dropped, files are taken in."""
        item = self._workspace.selected_item
        if item is None:
            return False
        if data.hasUrls():
            self._commands.take_in([Path(url.toLocalFile()) for url in data.urls()], item.id)
            return True
        report_id = bytes(data.data(_REPORT_TYPE).data()).decode()
        old = [report.id for report in self.reports].index(report_id)
        place = row if row >= 0 else len(self.reports)
        self._workspace.edit("Move report", move_report, report_id, item.id, place - (old < place))
        return False  # the edit has moved it; Qt must not take the old row away

    def _words(self, report: Report, column: int) -> str:
        return report.name if column == TITLE else self._agenda.report_pages(report)

    def _marks(self, report: Report) -> tuple[Mark, ...]:
        line = self._agenda.file_line(report)
        return (*self._agenda.report_marks(report), *((line,) if line else ()))


class ReportList(QWidget):
    """Tools, the list, and what to do when it is empty."""

    def __init__(
        self, workspace: Workspace, commands: ReportCommands, book: CommandBook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._reports = _Reports(workspace, commands, self)
        self.view = _View(book, self)
        self.view.setModel(self._reports)
        self.view.size_columns()
        self.view.selectionModel().currentChanged.connect(self._take_selection)
        self._empty = theme.quiet(QLabel("No reports. Drop files here, or add them with the button above."))
        self.strip = ReportStrip(workspace, commands.tasks, self)
        tools = QToolBar("Reports", self)
        tools.setIconSize(QSize(20, 20))
        book.fill(tools, _TOOLS)
        tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        column = QVBoxLayout(self)
        theme.tight(column, 0, theme.STEP // 2)
        column.addWidget(tools)
        column.addWidget(self.view)
        column.addWidget(self._empty)
        column.addWidget(self.strip)

    def follow(self) -> None:
        """Show the selected item's reports, and the selected one selected."""
        self._reports.follow()
        reports = self._reports.reports
        self.view.setVisible(bool(reports))
        self._empty.setVisible(not reports)
        ids = [report.id for report in reports]
        chosen = self._workspace.selected_report_id
        if chosen in ids and self.view.currentIndex().row() != ids.index(chosen):
            self.view.setCurrentIndex(self._reports.index(ids.index(chosen), TITLE))
        elif chosen not in ids:
            self.view.selectionModel().clear()
        self.view.fit()
        self.strip.follow()

    def _take_selection(self, current: QModelIndex) -> None:
        if current.isValid():
            self._workspace.select(self._workspace.selected_item_id, self._reports.reports[current.row()].id)


class _View(QTreeView):
    """The list itself, as tall as its rows."""

    def __init__(self, book: CommandBook, parent: QWidget) -> None:
        super().__init__(parent)
        self._book = book
        self.setAccessibleName("Reports of this item")
        self.setItemDelegate(MarkedRows(self))
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.doubleClicked.connect(lambda: book.run("open_report"))

    def size_columns(self) -> None:
        """The title takes what the others leave."""
        head = self.header()
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(5 * theme.STEP)
        head.setSectionResizeMode(PAGES, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(PAGES, self.fontMetrics().horizontalAdvance("1888–1888") + theme.STEP)  # noqa: RUF001
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)

    def fit(self) -> None:
        """Be as tall as the rows, up to eight of them."""
        rows = range(min(self.model().rowCount(), 8))
        tall = sum(self.sizeHintForIndex(self.model().index(row, TITLE)).height() for row in rows)
        self.setFixedHeight(self.header().sizeHint().height() + tall + theme.STEP // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Delete removes the report, Enter opens its original."""
        if event.key() == Qt.Key.Key_Delete:
            self._book.run("remove_report")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._book.run("open_report")
        else:
            super().keyPressEvent(event)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._book.refresh()
        self._book.fill_menu(menu, Menu.REPORT)
        menu.popup(self.viewport().mapToGlobal(place))


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == PAGES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
