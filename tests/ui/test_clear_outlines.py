"""Check boxes and radio buttons stand out from their ground, light or dark."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from agendabuilder.ui.clear_outlines import use_clear_outlines

LEAST = 3.0
"""WCAG 2.2, success criterion 1.4.11."""


@pytest.fixture
def own_palette(qapp: QApplication) -> Iterator[None]:
    before = qapp.palette()
    yield
    qapp.setPalette(before)


def luminance(colour: QColor) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


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
    assert max(contrast(QColor(ground), colour) for colour in across[:3]) >= LEAST
    assert max(contrast(across[7], colour) for colour in across[:3]) >= LEAST
