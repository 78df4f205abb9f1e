"""Standing items to choose from, template by template; several can be put on the agenda at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTreeWidget, QTreeWidgetItem, QWidget

from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.places import fill_places
from agendabuilder.domain.search import has_words
from agendabuilder.domain.standing_items import Offer
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.asking import AskingDialog
from agendabuilder.ui.pieces.fields import TextField

_PLACE = Qt.ItemDataRole.UserRole


class StandingItemsDialog(AskingDialog):
    """Hands what was chosen to `add`, in the order of the list."""

    def __init__(
        self,
        meeting: Meeting,
        offered: Sequence[Offer],
        add: Callable[[Sequence[Item]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Add standing item", "Add to the agenda", parent)
        self._meeting, self._add = meeting, add
        self._items: list[Item] = []
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.list = QTreeWidget()
        self.list.setAccessibleName("Standing items")
        self.list.setHeaderHidden(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for offer in offered:
            self._show_offer(offer)
        self.list.expandAll()
        self.list.setExpandsOnDoubleClick(False)
        self.list.itemSelectionChanged.connect(self._show_words)
        self.list.itemDoubleClicked.connect(lambda _: self.verb.click())
        self._words = theme.quiet(QLabel())
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._words.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        self.search = TextField("Words of a title or a template")
        self.search.setAccessibleName("Find a standing item")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.rows.addRow(self.search)
        self.rows.addRow(self.list)
        self.rows.addRow(self._words)
        theme.open_at(self, 560, 560)
        self.verb.setEnabled(bool(self._items))
        if self._items:
            self.list.setCurrentIndex(self.list.model().index(0, 0, self.list.model().index(0, 0)))

    @property
    def chosen(self) -> tuple[Item, ...]:
        """The items that are selected, in the order of the list."""
        places = (entry.data(0, _PLACE) for entry in self.list.selectedItems())
        return tuple(self._items[place] for place in sorted(place for place in places if place is not None))

    def act(self) -> None:
        """Put them on the agenda."""
        self._add(self.chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """The arrow down leads from the words to what they have found."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _filter(self, words: str) -> None:
        """Show what has the words, and choose the first of it."""
        found: list[QTreeWidgetItem] = []
        for group, entries in self._groups:
            fitting = [entry for entry in entries if has_words(f"{group.text(0)} {entry.text(0)}", words)]
            for entry in entries:
                entry.setHidden(entry not in fitting)
            group.setHidden(not fitting)
            found += fitting
        self.list.clearSelection()
        if found:
            self.list.setCurrentItem(found[0])
        else:
            self._words.setText("No standing item has these words.")

    def _show_offer(self, offer: Offer) -> None:
        group = QTreeWidgetItem(self.list, [offer.template])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setSizeHint(0, QSize(0, theme.ROW))
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        entries: list[QTreeWidgetItem] = []
        for item in (*offer.missing, *offer.present):
            there = item in offer.present
            entry = QTreeWidgetItem(group, [f"{item.title} (on the agenda already)" if there else item.title])
            entry.setData(0, _PLACE, len(self._items))
            entry.setToolTip(0, fill_places(item.text, self._meeting))
            entry.setSizeHint(0, QSize(0, theme.ROW))
            if there:
                entry.setForeground(0, QBrush(theme.muted(self.palette())))
            self._items.append(item)
            entries.append(entry)
        self._groups.append((group, entries))

    def _show_words(self) -> None:
        chosen = self.chosen
        self.verb.setEnabled(bool(chosen))
        text = fill_places(chosen[0].text, self._meeting) if len(chosen) == 1 else f"{len(chosen)} items are chosen."
        self._words.setText(text or "This item has no text.")
