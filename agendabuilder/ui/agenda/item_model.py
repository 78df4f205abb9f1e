"""The agenda as a tree for Qt: rows of numbers, titles with their marks, times and pages; drops become edits.

Rows are numbered nodes made anew when the tree's shape changes; when only words change, the view keeps what is
open and selected.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from agendabuilder.domain.edits import change_item, move_item, place_of
from agendabuilder.domain.item import Item
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.rows import MARKS
from agendabuilder.ui.work.agenda_words import Agenda, agenda_of, item_name
from agendabuilder.ui.work.workspace import Workspace

NUMBER, TITLE, START, PAGES = range(4)
_HEADINGS = ("No.", "Item", "Time", "Pages")
_ITEM_TYPE = "application/x-agendabuilder-item"

Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class _Node:
    """One row: its item, its place among its siblings, the node above it, the nodes under it."""

    item: Item
    row: int
    parent: int
    children: list[int] = field(default_factory=list)


class ItemModel(QAbstractItemModel):
    """Shows the workspace's agenda. Node 0 is the agenda itself."""

    files_dropped = Signal(list, str)
    """Files (as paths) were dropped on the item with this id, or on no item in particular ("")."""
    shape_changed = Signal()
    """Rows came, went or moved."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._agenda: Agenda = agenda_of(workspace)
        self._nodes = _nodes_of(workspace.meeting.items)
        self._rows = [self._row(node.item) for node in self._nodes[1:]]
        workspace.meeting_changed.connect(self.follow)
        workspace.results_changed.connect(self.follow)

    @property
    def agenda(self) -> Agenda:
        """What the rows show."""
        return self._agenda

    def follow(self) -> None:
        """Show the meeting as it is now."""
        before, rows = self._shape(), self._rows
        self._agenda = agenda_of(self._workspace)
        nodes = _nodes_of(self._workspace.meeting.items)
        self._rows = [self._row(node.item) for node in nodes[1:]]
        if before == [(node.item.id, node.parent) for node in nodes]:
            self._nodes = nodes
            changed = [place for place, pair in enumerate(zip(rows, self._rows, strict=True), 1) if pair[0] != pair[1]]
            self._announce(changed)
            return
        self.beginResetModel()
        self._nodes = nodes
        self.endResetModel()
        self.shape_changed.emit()

    def item_at(self, index: Index) -> Item | None:
        """The item of a row."""
        return self._nodes[index.internalId()].item if index.isValid() else None

    def index_of(self, item_id: str) -> QModelIndex:
        """The row of an item, in the column of titles; an invalid index when there is none."""
        for place, node in enumerate(self._nodes[1:], start=1):
            if node.item.id == item_id:
                return self.createIndex(node.row, TITLE, place)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (Qt's way)
        """The index of a row under another one."""
        children = self._nodes[_place(parent)].children
        if 0 <= row < len(children) and 0 <= column < len(_HEADINGS):
            return self.createIndex(row, column, children[row])
        return QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008 (Qt has two)
        """The row above; all columns hang on the titles'."""
        place = self._nodes[_place(index)].parent if index.isValid() else 0
        return self.createIndex(self._nodes[place].row, 0, place) if place else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """How many items are under a row."""
        return 0 if parent.column() > 0 else len(self._nodes[_place(parent)].children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008, N802
        """Number, title, time, pages."""
        return len(_HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """The headings, over figures at the right."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return _HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Items can be dragged, dropped on and renamed."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self._workspace.read_only_reason:
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
            flags |= Qt.ItemFlag.ItemIsEditable if index.column() == TITLE else Qt.ItemFlag.NoItemFlags
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, and what is said of it."""
        item = self.item_at(index)
        if item is None:
            return None
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._words(item, column, editing=role == Qt.ItemDataRole.EditRole)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(item) if column == TITLE else self._words(item, column)
        return self._look(item, column, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """A title typed into the tree."""
        item = self.item_at(index)
        if item is None or role != Qt.ItemDataRole.EditRole:
            return False
        name = f"Rename {item_name(self._workspace.meeting, item.id)}"
        self._workspace.edit(name, change_item, item.id, title=str(value).strip())
        return True

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        """Items are moved, files are copied."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802
        """Items are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        """Items of this agenda, and files."""
        return [_ITEM_TYPE, "text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        """The item that is dragged."""
        item = self.item_at(indexes[0]) if indexes else None
        data = QMimeData()
        data.setData(_ITEM_TYPE, (item.id if item else "").encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:  # noqa: ARG002, N802
        """An item dropped between or on others moves there; files go to the item they are dropped on."""
        under = self.item_at(parent)
        if data.hasUrls():
            files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
            self.files_dropped.emit(files, under.id if under else "")
            return bool(files)
        self._move(bytes(data.data(_ITEM_TYPE).data()).decode(), row, under)
        return False  # the edit has moved it; Qt must not take the old row away

    def _move(self, item_id: str, row: int, under: Item | None) -> None:
        meeting = self._workspace.meeting
        parent_id = under.id if under else ""
        moved = next((item for item in meeting.all_items() if item.id == item_id), None)
        if moved is None or any(inner.id == parent_id for inner in moved.with_descendants()):
            return
        siblings = under.items if under else meeting.items
        position = row if row >= 0 else len(siblings)
        old_parent, old_position = place_of(meeting, item_id)
        if old_parent == parent_id and old_position < position:
            position -= 1
        name = f"Move {item_name(meeting, item_id)}"
        self._workspace.edit(name, move_item, item_id, position, parent_id)

    def _shape(self) -> list[tuple[str, int]]:
        return [(node.item.id, node.parent) for node in self._nodes]

    def _row(self, item: Item) -> tuple[Any, ...]:
        """Everything that a row shows: a row that shows the same is not drawn again."""
        agenda = self._agenda
        return (
            agenda.number(item), item.title, agenda.start(item), agenda.overrun(item), agenda.pages(item),
            agenda.marks(item), bool(item.items),
        )  # fmt: skip

    def _announce(self, places: Sequence[int]) -> None:
        for place in places:
            row = self._nodes[place].row
            self.dataChanged.emit(self.createIndex(row, 0, place), self.createIndex(row, len(_HEADINGS) - 1, place))

    def _words(self, item: Item, column: int, editing: bool = False) -> str:
        if column == TITLE:
            return item.title if editing else item.title or "(no title)"
        return (self._agenda.number, None, self._agenda.start, self._agenda.pages)[column](item)  # type: ignore[misc]

    def _spoken(self, item: Item) -> str:
        """The whole row in words, for screen readers."""
        number, start, pages = self._agenda.number(item), self._agenda.start(item), self._agenda.pages(item)
        parts = (
            f"Item {number}" if number else "Item without a number",
            item.title,
            f"at {start}" if start else "",
            f"pages {pages}" if pages else "",
            *(mark.sentence for mark in self._agenda.marks(item)),
        )
        return ", ".join(part for part in parts if part)

    def _look(self, item: Item, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((item.title, *(mark.sentence for mark in self._agenda.marks(item))))
        if role == MARKS and column == TITLE:
            return self._agenda.marks(item)
        if role == Qt.ItemDataRole.ForegroundRole and column == START and self._agenda.overrun(item):
            return theme.signal_colour(theme.Signal.WARNING)
        if role == Qt.ItemDataRole.FontRole and column == TITLE and item.items:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None


def _nodes_of(items: tuple[Item, ...]) -> list[_Node]:
    nodes = [_Node(Item(), 0, 0)]

    def add(siblings: tuple[Item, ...], parent: int) -> None:
        for row, item in enumerate(siblings):
            place = len(nodes)
            nodes.append(_Node(item, row, parent))
            nodes[parent].children.append(place)
            add(item.items, place)

    add(items, 0)
    return nodes


def _place(index: Index) -> int:
    return index.internalId() if index.isValid() else 0


def _alignment(column: int) -> Qt.AlignmentFlag:
    right = column in (NUMBER, START, PAGES)
    return (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
