"""The rich editor and the file's form of text: what goes in comes out, and from Word only what the form holds."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest

from agendabuilder.pack.front.rich_text import read_rich_text
from agendabuilder.ui.pieces.rich_text import show_in, text_of
from agendabuilder.ui.pieces.rich_text_editor import RichTextEditor


@pytest.mark.parametrize(
    "text",
    [
        "One paragraph.",
        "Two\n\nparagraphs",
        "A **bold** word, an *italic* one and ***both***.",
        "- first\n- second",
        "1. first\n2. second",
        "Before\n\n- a\n- b\n\nAfter",
        "- outer\n   - inner\n- outer again",
        "See [the minutes](https://norbury.example/minutes).",
        "https://norbury.example/agenda",
        "Ask {contact.name} before {previous_meeting.date}.",
        "One line\\\nand the next",
        "\\- no list, and 2\\*3\\*4",
        "",
    ],
)
def test_a_text_comes_back_as_it_was(qtbot: Any, text: str) -> None:  # noqa: ARG001 (Qt must run)
    document = QTextDocument()
    show_in(document, text)
    assert text_of(document) == text


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab *_-[]()<>1.\\#`{}é"), max_size=30))
def test_whatever_is_typed_is_printed_as_typed(text: str) -> None:
    document = QTextDocument()
    document.setPlainText(text)
    typed = " ".join(document.toPlainText().split())
    printed = read_rich_text(text_of(document))
    words = "".join(phrase.text for block in printed for phrase in getattr(block, "phrases", ()))
    assert " ".join(words.split()) == typed


def test_pasting_from_word_keeps_bold_lists_and_links_and_nothing_else(qtbot: Any) -> None:
    editor = RichTextEditor("Text")
    qtbot.addWidget(editor)
    data = QMimeData()
    data.setHtml(
        '<p class="MsoNormal" style="color:#ff0000;font-size:22pt">To <b>approve</b> the <i>plan</i>, '
        '<a href="https://norbury.example">here</a>.</p><ul><li>one</li><li>two</li></ul><table><tr><td>x</td></tr></table>'
    )
    editor.area.insertFromMimeData(data)
    text = text_of(editor.area.document())
    assert text.startswith("To **approve** the *plan*, [here](https://norbury.example).\n\n- one\n- two")
    assert "color" not in editor.area.toHtml().split("<body")[1].lower().replace("background-color", "")


def test_words_are_made_bold_and_lists_are_made(qtbot: Any) -> None:
    editor = RichTextEditor("Text")
    qtbot.addWidget(editor)
    entered: list[str] = []
    editor.value_entered.connect(entered.append)
    editor.show()
    qtbot.waitExposed(editor)
    editor.area.setFocus()
    QTest.keyClicks(editor.area, "To note")
    editor.area.selectAll()
    QTest.keyClick(editor.area, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert entered[-1] == "**To note**"
    QTest.keyClick(editor.area, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert entered[-1] == "- **To note**"
    editor.close()
