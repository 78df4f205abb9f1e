"""The programs on this computer that make PDFs of Office files, as a list in the settings: found, or what to do."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.icons import icon

_SIGN = QSize(16, 16)


class ConvertersFound(QWidget):
    """One block for each program: a sign, its name with its version, what it means, and where it lies."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Programs that make PDFs")
        self._grid = QGridLayout(self)
        theme.tight(self._grid, 0, theme.STEP // 2)
        self._grid.setColumnStretch(1, 1)

    @property
    def words(self) -> list[str]:
        """The lines that are shown."""
        return [label.text() for label in self.findChildren(QLabel) if label.text()]

    def refresh(self) -> None:
        """Look again: one of them may have been installed meanwhile."""
        from agendabuilder.app.converters import converters  # slow to load

        while entry := self._grid.takeAt(0):
            if widget := entry.widget():
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for converter in converters():
            state = converter.version if converter.is_found else "not found"
            title = QLabel(f"{converter.name}, {state}" if state else converter.name)
            title.setContentsMargins(0, theme.STEP if self._grid.count() else 0, 0, 0)
            self._add(title, "check" if converter.is_found else "note")
            self._add(theme.quiet(QLabel(converter.note)))
            if converter.place:
                place = theme.quiet(QLabel(converter.place))
                place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._add(place)

    def _add(self, label: QLabel, drawing: str = "") -> None:
        row = self._grid.rowCount()
        if drawing:
            sign = QLabel()
            sign.setPixmap(icon(drawing).pixmap(_SIGN))
            self._grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(label, row, 1)
