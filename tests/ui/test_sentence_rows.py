"""Lists of sentences: every row is as high as its words need, and what is below the sentence stands back."""

import pytest
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from agendabuilder.ui.pieces.sentence_rows import show_sentences

SENTENCE = "Item 8 “Licensing of private renting”: the file “plan.pdf” has pages that are not A4."
ADVICE = "Switch on “Made smaller or larger to fit A4” for this report."
PLACE = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


@pytest.fixture
def listing(qtbot: QtBot) -> QListWidget:
    made = QListWidget()
    qtbot.addWidget(made)
    show_sentences(made)
    made.resize(900, 300)
    made.show()
    return made


def height(listing: QListWidget, words: str, width: int) -> int:
    """The height of a row with these words in a list of this width, in lines of text."""
    listing.clear()
    listing.addItem(words)
    listing.resize(width, 300)
    QApplication.processEvents()
    return listing.visualItemRect(listing.item(0)).height() // listing.fontMetrics().height()


def test_a_row_grows_with_its_words_and_shrinks_again(listing: QListWidget) -> None:
    assert height(listing, SENTENCE, 900) == 1
    assert height(listing, f"{SENTENCE}\n{ADVICE}", 900) == 2
    assert height(listing, f"{SENTENCE}\n{ADVICE}", 300) > 3
    assert height(listing, SENTENCE, 900) == 1


def test_a_name_that_is_longer_than_the_list_is_wide_is_broken_not_cut(listing: QListWidget) -> None:
    assert height(listing, PLACE, 900) == 1
    assert height(listing, PLACE, 150) >= 3


def test_what_is_below_the_sentence_stands_back(listing: QListWidget) -> None:
    listing.addItems([f"{SENTENCE}\n{ADVICE}", "Another"])
    listing.setCurrentRow(1)
    QApplication.processEvents()
    picture, row = listing.viewport().grab().toImage(), listing.visualItemRect(listing.item(0))

    def darkest(first: int, last: int) -> int:
        return min(picture.pixelColor(x, y).lightness() for x in range(400) for y in range(first, last))

    above, below = darkest(row.top(), row.center().y()), darkest(row.center().y() + 2, row.bottom())
    assert above + 40 < below
