"""Words in empty fields, and words that are selected, can be read: 4.5:1 (WCAG 2.2, success criterion 1.4.3).

Qt's own style, Fusion, draws the first too faint and the second on too light a blue. The colours of Windows and macOS
are left as they are.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from agendabuilder.domain.contrast import Colour, contrast
from agendabuilder.ui.pieces import theme

_LEAST = 4.5
_STEP = 104
"""By how much a ground is darkened at a time, in hundredths."""
_ROLE = QPalette.ColorRole


def use_clear_colours() -> None:
    """Keep the colours readable where Qt's own style is in use, in light and in dark."""
    application = QApplication.instance()
    if not isinstance(application, QApplication) or "fusion" not in application.style().objectName():
        return
    if application.findChild(_ClearColours) is None:
        _ClearColours(application)


class _ClearColours(QObject):
    """Looks at every palette that the system or anybody else hands to the application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.installEventFilter(self)
        self._dye()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Another palette: light has become dark, or the other way round."""
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._dye()
        return False

    def _dye(self) -> None:
        before = QApplication.palette()
        palette = QPalette(before)
        palette.setColor(_ROLE.PlaceholderText, theme.muted(palette))
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, _ROLE.Highlight, _readable_ground(palette, group))
        if palette != before:
            QApplication.setPalette(palette)


def _readable_ground(palette: QPalette, group: QPalette.ColorGroup) -> QColor:
    """The ground of what is selected, darkened as far as it must be for light words on it."""
    ground, words = palette.color(group, _ROLE.Highlight), palette.color(group, _ROLE.HighlightedText)
    if words.lightness() < ground.lightness():
        return ground
    while ground.lightness() > 0 and contrast(_parts(ground), _parts(words)) < _LEAST:
        ground = ground.darker(_STEP)
    return ground


def _parts(colour: QColor) -> Colour:
    return colour.redF(), colour.greenF(), colour.blueF()
