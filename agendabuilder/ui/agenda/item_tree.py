"""The column with the agenda: the tree of items with its tools above and the end of the meeting below."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QMenu,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from agendabuilder.domain.forms import time_text
from agendabuilder.domain.timetable import timetable
from agendabuilder.ui.agenda.find_line import FindLine
from agendabuilder.ui.agenda.item_model import NUMBER, PAGES, START, TITLE, ItemModel
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.rows import MarkedRows
from agendabuilder.ui.work.actions import SEPARATOR, CommandBook, Menu
from agendabuilder.ui.work.workspace import Workspace

_TOOLS = (
    "add_item", "add_sub_item", SEPARATOR, "item_up", "item_down", "item_out", "item_in", SEPARATOR,
    "duplicate_item", "remove_item",
)  # fmt: skip


class ItemTree(QTreeView):
    """The items. Selecting a row selects the item in the workspace, and the other way round."""

    find_wanted = Signal()
    """The clerk wants to look for an item or a report."""

    def __init__(self, workspace: Workspace, book: CommandBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._book = workspace, book
        self.items = ItemModel(workspace, self)
        self.setModel(self.items)
        self.setItemDelegate(MarkedRows(self))
        self.setAccessibleName("Agenda")
        self._look()
        self.selectionModel().currentChanged.connect(self._take_selection)
        self.items.shape_changed.connect(self._show_all)
        self.items.dataChanged.connect(lambda: self._fit_columns())
        workspace.selection_changed.connect(self._show_selected)
        self._show_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Delete removes the item; pasting makes items of lines; a stroke looks for words."""
        if event.key() == Qt.Key.Key_Delete:
            self._book.run("remove_item")
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._book.run("paste_items")
        elif event.text() == "/":
            self.find_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        self.setTreePosition(TITLE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlternatingRowColors(False)
        self.setIndentation(2 * theme.STEP)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setExpandsOnDoubleClick(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        font = QFont(self.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)
        self._size_columns()

    def _size_columns(self) -> None:
        head = self.header()
        head.setSectionsMovable(False)
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(2 * theme.STEP)
        for column in (NUMBER, START, PAGES):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Columns of figures are as wide as their longest; Qt's own way asks every row on every change."""
        agenda, items = self.items.agenda, list(self._workspace.meeting.all_items())
        for column, shown, least in ((NUMBER, agenda.number, "10a"), (START, agenda.start, "Time"),
                                     (PAGES, agenda.pages, "Pages")):  # fmt: skip
            longest = max((shown(item) for item in items), key=len, default="")
            letters = max(self.fontMetrics().horizontalAdvance(words) for words in (longest, least))
            if self.header().sectionSize(column) != letters + 2 * theme.STEP:
                self.header().resizeSection(column, letters + 2 * theme.STEP)

    def _take_selection(self, current: QModelIndex) -> None:
        item = self.items.item_at(current)
        if item and item.id != self._workspace.selected_item_id:
            self._workspace.select(item.id)

    def _show_all(self) -> None:
        """Show everything open, and the selected item selected."""
        self.expandAll()
        self._fit_columns()
        self._show_selected()

    def _show_selected(self) -> None:
        index = self.items.index_of(self._workspace.selected_item_id)
        if index.isValid() and self.currentIndex().internalId() != index.internalId():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._book.refresh()
        self._book.fill_menu(menu, Menu.ITEM)
        menu.popup(self.viewport().mapToGlobal(place))


class AgendaColumn(QWidget):
    """Tools, tree and foot."""

    def __init__(self, workspace: Workspace, book: CommandBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.tree = ItemTree(workspace, book, self)
        self.find_line = FindLine(workspace, self)
        self.find_line.left.connect(self.tree.setFocus)
        self.tree.find_wanted.connect(self.look_for)
        self._foot = theme.quiet(QLabel())
        self._foot.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.tree)
        self._pages.addWidget(_empty(book))
        tools = QToolBar("Items", self)
        tools.setIconSize(QSize(20, 20))
        book.fill(tools, _TOOLS)
        column = QVBoxLayout(self)
        theme.tight(column, 0, 0)
        column.addWidget(tools)
        column.addWidget(self.find_line)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot)
        workspace.meeting_changed.connect(self._follow)
        workspace.results_changed.connect(self._follow)
        self._follow()

    def look_for(self) -> None:
        """Look for an item or a report by its words."""
        self.show()
        self.find_line.open()

    def _follow(self) -> None:
        meeting = self._workspace.meeting
        if not meeting.items:
            self.find_line.hide()
        self._pages.setCurrentIndex(0 if meeting.items else 1)
        count = sum(1 for _ in meeting.all_items())
        parts = [f"{count} item{'' if count == 1 else 's'}"]
        end = timetable(meeting).end
        if end and any(item.minutes for item in meeting.all_items()):
            parts.append(f"business ends {time_text(end, meeting.table.times)}")
            if meeting.end and end > meeting.end:
                parts.append(f"after the meeting's end at {time_text(meeting.end, meeting.table.times)}")
        if self._workspace.plan:
            pages = self._workspace.plan.total
            parts.append(f"{pages} page{'' if pages == 1 else 's'}")
        self._foot.setText(" · ".join(parts))


def _empty(book: CommandBook) -> QWidget:
    """What stands in place of an agenda without items."""
    page = QWidget()
    column = QVBoxLayout(page)
    theme.tight(column, 3 * theme.STEP)
    column.addWidget(theme.quiet(QLabel("The agenda is empty. Add its first item, or paste a list of titles.")))
    for command_id in ("add_item", "paste_items"):
        button = QToolButton()
        button.setDefaultAction(book.action(command_id))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        column.addWidget(button)
    column.addStretch(1)
    return page
