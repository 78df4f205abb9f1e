"""A table of people that is typed into: the last, empty row begins another person; names complete themselves.

Members of the body and contributors to an item are both shown by it; choosing a name that was used before fills
in the post and the organisation too.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from agendabuilder.domain.people import Contributor
from agendabuilder.store.people_used import load_people
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.icons import icon
from agendabuilder.ui.pieces.rows import claims_moving, moves_row

Index = QModelIndex | QPersistentModelIndex
Column = tuple[str, str]


class Roll(Protocol):
    """The people that a table shows: where they come from and go to."""

    def people(self) -> Sequence[Any]:
        """The people now: frozen dataclasses with the table's fields."""

    def change(self, act: str, people: Sequence[Any], merge_key: str = "") -> None:
        """Put other people in their place; `act` names the step."""

    def nobody(self) -> Any:
        """Somebody without a name, to begin with."""


_MOST_ROWS = 10
"""Rows that a table grows to, unless it is told otherwise."""


class _People(QAbstractTableModel):
    """The people and one empty row."""

    def __init__(self, roll: Roll, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self.roll, self.columns = roll, columns

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's way)
        """The people and the empty row."""
        return 0 if parent.isValid() else len(self.roll.people()) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """One for each field."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """The fields' names."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section][1]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Text is edited, yes and no are ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._is_switch(index):
            last = index.row() == len(self.roll.people())
            return flags if last else flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A field, or the invitation in the empty row."""
        people, field = self.roll.people(), self.columns[index.column()][0]
        if index.row() >= len(people):
            invited = index.column() == 0 and role == Qt.ItemDataRole.DisplayRole
            if role == Qt.ItemDataRole.ForegroundRole:
                return theme.muted(self.parent().palette())  # type: ignore[union-attr]
            return "Add a name…" if invited else None
        value = getattr(people[index.row()], field)
        if isinstance(value, bool):
            checked = Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
            return checked if role == Qt.ItemDataRole.CheckStateRole else None
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole)
        return value if role in shown else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """A field typed, or ticked."""
        people, field = list(self.roll.people()), self.columns[index.column()][0]
        is_new = index.row() >= len(people)
        if role == Qt.ItemDataRole.CheckStateRole:
            value = Qt.CheckState(value) == Qt.CheckState.Checked
        elif is_new and not str(value).strip():
            return False
        person = replace(self.roll.nobody() if is_new else people[index.row()], **{field: value})
        people[index.row() : index.row() + 1] = [_known(person) if field == "name" else person]
        self.roll.change("Add" if is_new else "Change", people)
        return True

    def _is_switch(self, index: Index) -> bool:
        return isinstance(getattr(self.roll.nobody(), self.columns[index.column()][0]), bool)


class PeopleTable(QWidget):
    """The table, with buttons to move and remove."""

    def __init__(
        self,
        roll: Roll,
        columns: Sequence[Column],
        words: str,
        parent: QWidget | None = None,
        in_order: bool = True,
        most_rows: int = _MOST_ROWS,
    ) -> None:
        """`words` name the table; people whose order is not the clerk's to choose (`in_order` false) do not move."""
        super().__init__(parent)
        self._roll, self._in_order = roll, in_order
        self.model = _People(roll, columns, self)
        self.view = _View(self)
        self.view.setModel(self.model)
        self.view.setAccessibleName(words)
        self.view.setItemDelegate(_Names(self))
        self.setFocusProxy(self.view)
        self.view.most_rows = most_rows
        self._count = -1
        self._buttons: dict[str, QToolButton] = {}
        self.view.wide = [not isinstance(getattr(roll.nobody(), field), bool) for field, _ in columns]
        column = QVBoxLayout(self)
        theme.tight(column, 0, theme.STEP // 2)
        column.addWidget(self.view)
        column.addLayout(self._make_buttons())
        self.view.selectionModel().currentRowChanged.connect(self._show_buttons)

    def follow(self) -> None:
        """Show the people as they are now."""
        count = len(self._roll.people())
        if count != self._count:
            row = self.view.currentIndex().row()
            column = self.view.currentIndex().column()
            self._count = count
            self.model.beginResetModel()
            self.model.endResetModel()
            if row >= 0:
                self.view.setCurrentIndex(self.model.index(min(row, count), max(column, 0)))
            self.view.fit()
        else:
            last = self.model.index(count, self.model.columnCount() - 1)
            self.model.dataChanged.emit(self.model.index(0, 0), last)
        self.view.share_width()
        self._show_buttons()

    def remove(self) -> None:
        """Take the person of the current row out."""
        people, row = list(self._roll.people()), self.view.currentIndex().row()
        if 0 <= row < len(people):
            del people[row]
            self._roll.change("Remove", people)

    def shift(self, by: int) -> None:
        """Move the person of the current row up or down."""
        people, row = list(self._roll.people()), self.view.currentIndex().row()
        if self._in_order and 0 <= row < len(people) and 0 <= row + by < len(people):
            people[row], people[row + by] = people[row + by], people[row]
            self._roll.change("Move", people)
            self.view.setCurrentIndex(self.model.index(row + by, self.view.currentIndex().column()))

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        theme.tight(row, 0, theme.STEP // 2)
        moves = (("up", "Move up", lambda: self.shift(-1)), ("down", "Move down", lambda: self.shift(1)))
        for drawing, words, act in (*(moves if self._in_order else ()), ("remove", "Remove", self.remove)):
            button = QToolButton(autoRaise=True)
            button.setIcon(icon(drawing))
            theme.name(button, words)
            button.clicked.connect(act)
            row.addWidget(button)
            self._buttons[drawing] = button
        row.addStretch(1)
        return row

    def _show_buttons(self) -> None:
        """Only what can be done with the person of the current row can be pressed."""
        row, count = self.view.currentIndex().row(), len(self._roll.people())
        can = {"up": 0 < row < count, "down": 0 <= row < count - 1, "remove": 0 <= row < count}
        for drawing, button in self._buttons.items():
            button.setEnabled(can[drawing])


class _View(QTableView):
    """A table as tall as its rows."""

    def __init__(self, table: PeopleTable) -> None:
        super().__init__(table)
        self._table = table
        self.wide: list[bool] = []
        """Which columns hold words; the others are as narrow as their headings."""
        self.most_rows = _MOST_ROWS
        self.setWordWrap(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        by = QAbstractItemView.EditTrigger
        self.setEditTriggers(by.DoubleClicked | by.EditKeyPressed | by.AnyKeyPressed | by.SelectedClicked)

    def fit(self) -> None:
        """Be as tall as the rows, up to the most."""
        rows = min(self.model().rowCount(), self.most_rows)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * theme.ROW + theme.STEP // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Share the new width out."""
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Columns that want less than their share leave the rest to those that want more."""
        head = self.horizontalHeader()
        wants = [
            max(head.sectionSizeHint(place), self.sizeHintForColumn(place) if wide else 0)
            for place, wide in enumerate(self.wide)
        ]
        for place, size in enumerate(_shared(self.viewport().width(), wants, self.wide)):
            head.resizeSection(place, size)

    def event(self, event: QEvent) -> bool:
        """Alt with an arrow moves a person here, not an item."""
        return claims_moving(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Delete removes a person, Alt with an arrow moves them."""
        if event.key() == Qt.Key.Key_Delete:
            self._table.remove()
        elif moves_row(event):
            self._table.shift(moves_row(event))
        else:
            super().keyPressEvent(event)


def _shared(room: int, wants: Sequence[int], wide: Sequence[bool]) -> list[int]:
    """The widths of columns that fill `room` pixels; what is over goes to the `wide` ones in equal parts.

    Names, in the first, get what they want up to half of it all.
    """
    names = min(wants[0], room // 2)
    sizes, left = [names, *(0 for _ in wants[1:])], room - names
    columns = sorted(range(1, len(wants)), key=wants.__getitem__)
    for done, place in enumerate(columns):
        sizes[place] = min(wants[place], left // (len(columns) - done))
        left -= sizes[place]
    for place in (place for place, is_wide in enumerate(wide) if is_wide):
        sizes[place] += left // sum(wide)
    return sizes


class _Names(QStyledItemDelegate):
    """Completes what is typed from the people used before."""

    def createEditor(self, parent: QWidget, option: Any, index: Any) -> QWidget:  # noqa: N802 (Qt's name)
        """A line with completion."""
        editor = super().createEditor(parent, option, index)
        model = index.model()
        if isinstance(editor, QLineEdit) and isinstance(model, _People):
            field = model.columns[index.column()][0]
            known = sorted({str(getattr(each, field, "")) for each in load_people()} - {""})
            completer = QCompleter(known, editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        return editor


def _known(person: Any) -> Any:
    """Somebody with a name used before, with the post and organisation they had then."""
    if person.role or person.organisation:
        return person
    known: Callable[[Contributor], bool] = lambda each: each.name == person.name  # noqa: E731
    found = next(filter(known, load_people()), None)
    return replace(person, role=found.role, organisation=found.organisation) if found else person
