"""Fields for the look of the front sheet: which parts stand on it in which order, the logo, the colour."""

from collections.abc import Callable, Mapping
from dataclasses import replace
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
    QVBoxLayout,
    QWidget,
)

from agendabuilder.domain.presentation import Logo
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.fields import TextField
from agendabuilder.ui.pieces.rows import TallRows, claims_moving, moves_row

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
    """The logo: its file, chosen and copied into the meeting's folder, and what it shows in words; None without one."""

    value_entered = Signal(object)

    def __init__(self, take_in: Callable[[Path], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take_in = take_in
        self._logo: Logo | None = None
        self._name = theme.quiet(QLabel())
        self._choose, self._remove = QPushButton("Choose…"), QPushButton("Remove")
        self._choose.clicked.connect(self.choose)
        self._remove.clicked.connect(lambda: self.value_entered.emit(None))
        self._words = TextField("what it shows, for people who cannot see it")
        self._words.setAccessibleName("Logo in words")
        self._words.value_entered.connect(self._enter_words)
        row = QHBoxLayout()
        theme.tight(row)
        for widget in (self._choose, self._remove, self._name):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        theme.tight(column)
        column.addLayout(row)
        column.addWidget(self._words)
        self.show_value(None)

    def show_value(self, value: Any) -> None:
        """Show which file it is."""
        self._logo = value or None
        self._name.setText(self._logo.file if self._logo else "No logo")
        self._remove.setEnabled(self._logo is not None)
        self._words.setVisible(self._logo is not None)
        self._words.show_value(self._logo.alt if self._logo else "")
        self.setFocusProxy(self._words if self._logo else self._choose)

    def choose(self) -> None:
        """Ask for a picture."""
        name, _ = QFileDialog.getOpenFileName(self, "Choose a logo", "", "Pictures (*.png *.jpg *.jpeg)")
        if name:
            alt = self._logo.alt if self._logo else ""
            self.value_entered.emit(Logo(self._take_in(Path(name)), alt))

    def _enter_words(self, words: str) -> None:
        if self._logo:
            self._logo = replace(self._logo, alt=words)
            self.value_entered.emit(self._logo)


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
