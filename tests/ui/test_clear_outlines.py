"""Fields, lists, boxes and what is selected stand out from their ground, light or dark."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from agendabuilder.domain.contrast import contrast
from agendabuilder.ui.pieces.clear_colours import use_clear_colours
from agendabuilder.ui.pieces.clear_outlines import use_clear_outlines

LEAST = 3.0
"""WCAG 2.2, success criterion 1.4.11."""
READABLE = 4.5
"""Success criterion 1.4.3."""


@pytest.fixture
def own_palette(qapp: QApplication) -> Iterator[None]:
    before = qapp.palette()
    yield
    qapp.setPalette(before)


def seen(one: QColor, other: QColor) -> float:
    """The contrast of two colours."""
    return contrast((one.redF(), one.greenF(), one.blueF()), (other.redF(), other.greenF(), other.blueF()))


@pytest.mark.usefixtures("own_palette")
@pytest.mark.parametrize("ground", ["#efefef", "#ffffff", "#2b2d30", "#1e1e1e"])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_the_outline_of_what_is_not_ticked_stands_out(
    qtbot: QtBot, kind: type[QCheckBox] | type[QRadioButton], ground: str
) -> None:
    use_clear_outlines()
    QApplication.setPalette(QPalette(QColor(ground)))
    page = QWidget()
    qtbot.addWidget(page)
    choice = kind("Webcast")
    QVBoxLayout(page).addWidget(choice)
    page.show()
    picture, row = page.grab().toImage(), choice.geometry().center().y()
    across = [picture.pixelColor(choice.x() + step, row) for step in range(8)]
    assert max(seen(QColor(ground), colour) for colour in across[:3]) >= LEAST
    assert max(seen(across[7], colour) for colour in across[:3]) >= LEAST


@pytest.mark.usefixtures("own_palette")
@pytest.mark.parametrize("ground", ["#efefef", "#ffffff", "#2b2d30", "#1e1e1e"])
@pytest.mark.parametrize("has_keyboard", [False, True])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QListWidget, QComboBox, QSpinBox, QDateEdit])
def test_the_outline_of_a_field_stands_out_the_more_with_the_keyboard_in_it(
    qtbot: QtBot, kind: type[QWidget], ground: str, has_keyboard: bool
) -> None:
    use_clear_outlines()
    QApplication.setPalette(QPalette(QColor(ground)))
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    chosen, other = kind(), QPushButton("Other")
    for widget in (chosen, other):
        column.addWidget(widget)
    page.show()
    page.activateWindow()
    (chosen if has_keyboard else other).setFocus()
    qtbot.waitUntil(lambda: chosen.hasFocus() is has_keyboard)
    picture, row = page.grab().toImage(), chosen.geometry().center().y()
    edge = [picture.pixelColor(chosen.x() + step, row) for step in range(3)]
    assert max(seen(QColor(ground), colour) for colour in edge) >= LEAST
    if has_keyboard:
        assert max(colour.hslSaturationF() for colour in edge[:2]) > 0.25


@pytest.mark.usefixtures("own_palette")
@pytest.mark.parametrize("ground", ["#efefef", "#ffffff", "#2b2d30", "#1e1e1e"])
def test_words_in_empty_fields_and_selected_words_can_be_read(qapp: QApplication, ground: str) -> None:
    use_clear_outlines()
    use_clear_colours()
    qapp.setPalette(QPalette(QColor(ground)))
    role, palette = QPalette.ColorRole, qapp.palette()
    assert seen(palette.color(role.PlaceholderText), palette.color(role.Base)) >= READABLE
    assert seen(palette.color(role.HighlightedText), palette.color(role.Highlight)) >= READABLE
