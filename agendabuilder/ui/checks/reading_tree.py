"""The order of reading as a tree: what a screen reader comes to, one element after another, with the page of each."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from agendabuilder.pack.tagging.read_element import ReadElement, ReadingOrder
from agendabuilder.ui.checks.role_words import element_words, role_words, said_words
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.icons import icon
from agendabuilder.ui.pieces.rows import TallRows

_SHEET = Qt.ItemDataRole.UserRole
_KIND, _SAID, _PAGE = range(3)
_CLOSED = frozenset({"P", "LI", "TR", "TH", "TD", "Link", "Span", "TOCI", "Figure", "Note", "Caption"})
"""Elements that are closed at first: their line says already what is below them."""


class ReadingTree(QTreeWidget):
    """Shows one order of reading; choosing an element goes to its page."""

    sheet_wanted = Signal(int)
    """Show this page of the preview, by its place in the file from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Order of reading")
        self.setItemDelegate(TallRows(self))
        self.setUniformRowHeights(True)
        self.setHeaderLabels(["Element", "What is read out", "Page"])
        self.setIndentation(2 * theme.STEP)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(_KIND, QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(_SAID, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_PAGE, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(_KIND, 20 * theme.STEP)
        head.resizeSection(_PAGE, self.fontMetrics().horizontalAdvance("1888a") + 2 * theme.STEP)
        self.headerItem().setTextAlignment(_PAGE, Qt.AlignmentFlag.AlignRight)
        self._shown: tuple[ReadingOrder, Mapping[int, str]] = ReadingOrder(), {}
        self.itemSelectionChanged.connect(self._go)

    @property
    def lines(self) -> list[str]:
        """Every element in a line, indented by two spaces a level."""
        return [f"{'  ' * each.depth}{element_words(each)}" for each in self._shown[0].elements]

    def show_order(self, order: ReadingOrder, labels: Mapping[int, str]) -> None:
        """Show another order; `labels` has the printed number of each page. The chosen place stays where it can."""
        if (order, labels) == self._shown:
            return
        place = self._place_of_current()
        self._shown = order, labels
        self.blockSignals(True)
        self.clear()
        above: list[QTreeWidgetItem] = []
        rows: list[QTreeWidgetItem] = []
        for element in order.elements:
            del above[element.depth :]
            row = _row(element, labels)
            if above:
                above[-1].addChild(row)
            else:
                self.addTopLevelItem(row)
            above.append(row)
            rows.append(row)
            row.setExpanded(element.role not in _CLOSED)
        if 0 <= place < len(rows):
            self.setCurrentItem(rows[place])
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Enter goes to the page once more."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        row = self.currentItem()
        if row and row.data(_KIND, _SHEET):
            self.sheet_wanted.emit(row.data(_KIND, _SHEET))

    def _place_of_current(self) -> int:
        """How many elements stand before the chosen one; -1 without one."""
        row, place = self.currentItem(), -1
        while row is not None:
            place, row = place + 1, _before(self, row)
        return place


def _before(tree: QTreeWidget, row: QTreeWidgetItem) -> QTreeWidgetItem | None:
    """The element before one in the order of reading, seen or not."""
    above = row.parent()
    place = above.indexOfChild(row) if above else tree.indexOfTopLevelItem(row)
    if place == 0:
        return above
    found = above.child(place - 1) if above else tree.topLevelItem(place - 1)
    while found and found.childCount():
        found = found.child(found.childCount() - 1)
    return found


def _row(element: ReadElement, labels: Mapping[int, str]) -> QTreeWidgetItem:
    kind = role_words(element.role) if element.role else element_words(element)
    language = f" ({element.language})" if element.language else ""
    row = QTreeWidgetItem([f"{kind}{language}", said_words(element), labels.get(element.sheet, "")])
    row.setData(_KIND, _SHEET, element.sheet)
    row.setData(_KIND, Qt.ItemDataRole.AccessibleTextRole, element_words(element))
    row.setTextAlignment(_PAGE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row.setToolTip(_SAID, said_words(element))
    if element.lacks_alt:
        row.setIcon(_SAID, icon("warning", theme.Signal.WARNING))
        row.setForeground(_SAID, QBrush(theme.signal_colour(theme.Signal.WARNING)))
    return row
