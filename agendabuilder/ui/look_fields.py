"""Fields for the look of the front sheet: which parts stand on it in which order, the logo, the colour."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QColorDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from agendabuilder.domain.presentation import Logo
from agendabuilder.ui import theme
from agendabuilder.ui.rows import TallRows, claims_moving, moves_row

_PLACE = Qt.ItemDataRole.UserRole
_SWATCH = 16


class OrderField(QListWidget):
    """Parts that are ticked, in an order: drag a part, or move it with Alt and an arrow."""

    value_entered = Signal(object)

    def __init__(self, words: Mapping[Any, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._parts = words, list(words)
        self._value: tuple[Any, ...] | None = None
        self.setItemDelegate(TallRows(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setFixedHeight(len(words) * theme.ROW + theme.STEP)
        self.itemChanged.connect(self._enter)
        self.model().rowsMoved.connect(self._enter)

    def show_value(self, value: Any) -> None:
        """Show the parts in their order, those that are left out at the end."""
        if value == self._value:
            return
        self._value = value
        self.blockSignals(True)
        self.clear()
        for part in (*value, *(part for part in self._words if part not in value)):
            entry = QListWidgetItem(self._words[part])
            entry.setData(_PLACE, self._parts.index(part))  # Qt would make plain text of the part itself
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setCheckState(Qt.CheckState.Checked if part in value else Qt.CheckState.Unchecked)
            self.addItem(entry)
        self.blockSignals(False)

    def event(self, event: QEvent) -> bool:
        """Alt with an arrow moves a part here, not an item."""
        return claims_moving(event) or super().event(event)

    def keyPressEvent(self, event: Any) -> None:  # noqa: N802 (Qt's name)
        """Alt with an arrow moves the part."""
        by, row = moves_row(event), self.currentRow()
        if by and 0 <= row + by < self.count():
            self.insertItem(row + by, self.takeItem(row))
            self.setCurrentRow(row + by)
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        entries = [self.item(row) for row in range(self.count())]
        ticked = (entry for entry in entries if entry.checkState() is Qt.CheckState.Checked)
        value = tuple(self._parts[entry.data(_PLACE)] for entry in ticked)
        if value != self._value:
            self._value = value
            self.value_entered.emit(value)


class LogoField(QWidget):
    """The logo's file, chosen and copied into the meeting's folder; None without one."""

    value_entered = Signal(object)

    def __init__(self, take_in: Callable[[Path], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take_in = take_in
        self._logo: Logo | None = None
        self._name = theme.quiet(QLabel())
        self._choose, self._remove = QPushButton("Choose…"), QPushButton("Remove")
        self._choose.clicked.connect(self.choose)
        self._remove.clicked.connect(lambda: self.value_entered.emit(None))
        self.setFocusProxy(self._choose)
        row = QHBoxLayout(self)
        theme.tight(row)
        for widget in (self._choose, self._remove, self._name):
            row.addWidget(widget)

    def show_value(self, value: Any) -> None:
        """Show which file it is."""
        self._logo = value or None
        self._name.setText(self._logo.file if self._logo else "No logo")
        self._remove.setEnabled(self._logo is not None)

    def choose(self) -> None:
        """Ask for a picture."""
        name, _ = QFileDialog.getOpenFileName(self, "Choose a logo", "", "Pictures (*.png *.jpg *.jpeg)")
        if name:
            alt = self._logo.alt if self._logo else ""
            self.value_entered.emit(Logo(self._take_in(Path(name)), alt))


class ColourField(QPushButton):
    """A colour as `#rrggbb`, shown and chosen."""

    value_entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(160)
        self.setIconSize(QSize(_SWATCH, _SWATCH))
        self.clicked.connect(self.choose)

    def show_value(self, value: Any) -> None:
        """Show the colour and its name."""
        swatch = QPixmap(_SWATCH, _SWATCH)
        swatch.fill(QColor(value))
        self.setIcon(QIcon(swatch))
        self.setText(value)

    def choose(self) -> None:
        """Ask for a colour."""
        colour = QColorDialog.getColor(QColor(self.text()), self, "Colour of headings")
        if colour.isValid():
            self.value_entered.emit(colour.name())
