"""The tabs of the middle column: with icons where there is room for all, else with words alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QTabBar

from agendabuilder.ui.pieces.icons import icon


class PageTabs(QTabBar):
    """Tabs whose words stay readable as long as that can be."""

    def __init__(self) -> None:
        super().__init__(documentMode=True, drawBase=False, expanding=False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self._drawings: list[str] = []

    def add(self, drawing: str, words: str) -> None:
        """A new last tab with an icon."""
        self._drawings.append(drawing)
        self.addTab(icon(drawing), words)

    def show_tab(self, place: int, shown: bool) -> None:
        """Show or hide a tab; the others take or leave the room."""
        self.setTabVisible(place, shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """There is more room, or less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._draw(True)
        if self.sizeHint().width() > self.width():
            self._draw(False)

    def _draw(self, with_icons: bool) -> None:
        for place, drawing in enumerate(self._drawings):
            self.setTabIcon(place, icon(drawing) if with_icons else QIcon())
