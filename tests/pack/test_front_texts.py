"""The rich text of items and notices, the setting of lines, colours and fonts."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from front_meetings import MEETING, NOTICE, text_of
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from agendabuilder.domain.contrast import contrast
from agendabuilder.domain.item import Item
from agendabuilder.pack.front.fonts import Face, missing_characters, plain, text_width
from agendabuilder.pack.front.front_matter import draw_front_matter
from agendabuilder.pack.front.rich_text import Listing, Paragraph, Phrase, read_rich_text
from agendabuilder.pack.front.style import INK, Type, readable_accent
from agendabuilder.pack.front.typeset import Span, line_width, set_lines

_ANY_TEXT = st.text(st.characters(codec=None), max_size=200)
_MARKUP = st.text("*_[]()<>&#`~-+1. \n\\!|{}\"'ab\u0301ŵ\u200b\u00ad\x00\x07😀", max_size=120)
_WHITE = (1.0, 1.0, 1.0)
_NOWHERE = Path("no such folder")


def words(text: str) -> list[Phrase]:
    """The phrases of a text of one paragraph."""
    (block,) = read_rich_text(text)
    assert isinstance(block, Paragraph)
    return [phrase for phrase in block.phrases if phrase.text]


def test_bold_italic_and_links_are_read() -> None:
    assert words("to **agree** *or* [ask](https://norbury.example)") == [
        Phrase("to "),
        Phrase("agree", bold=True),
        Phrase(" "),
        Phrase("or", italic=True),
        Phrase(" "),
        Phrase("ask", address="https://norbury.example"),
    ]


def test_bare_addresses_become_links() -> None:
    links = {phrase.address for phrase in words("See https://norbury.example/a. Or ask clerk@norbury.example!")}
    assert links == {"", "https://norbury.example/a", "mailto:clerk@norbury.example"}


@pytest.mark.parametrize("text", ["<b>bold</b>", "<script>alert(1)</script>", "a & b &amp; c", "# no heading", "> x"])
def test_everything_else_is_shown_as_typed(text: str) -> None:
    assert "".join(phrase.text for phrase in words(text)) == text


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "pack:item/i1", "../x"])
def test_a_link_that_leads_elsewhere_than_out_is_plain_text(address: str) -> None:
    assert not any(phrase.address for phrase in words(f"[here]({address})"))


def test_lists_keep_their_start_and_nest() -> None:
    (listing,) = read_rich_text("3. three\n4. four\n   - inner\n     1) deep")
    assert isinstance(listing, Listing)
    assert listing.labels == ("3.", "4.")
    inner = listing.points[1][1]
    assert isinstance(inner, Listing)
    assert inner.labels == ("•",)
    deepest = inner.points[0][1]
    assert isinstance(deepest, Listing)
    assert deepest.labels == ("1)",)


def test_a_hard_break_begins_a_new_line_and_a_soft_one_does_not() -> None:
    assert "".join(phrase.text for phrase in words("one  \ntwo\nthree")) == "one\ntwo three"


@settings(max_examples=60, deadline=None)
@given(st.one_of(_ANY_TEXT, _MARKUP))
@example("\ud800")
def test_no_text_can_break_the_front_matter(text: str) -> None:
    meeting = replace(
        MEETING,
        organisation=text,
        committee=text,
        venue=text,
        items=(Item("i", text, text, number=text),),
        notices=(replace(NOTICE, title=text, text=text),),
    )
    front = draw_front_matter(meeting, None, _NOWHERE)
    assert len(PdfReader(BytesIO(front.pdf)).pages) == front.pages


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text("abcdefghij", min_size=1, max_size=30), min_size=1, max_size=60))
def test_every_word_of_an_item_is_printed(text: list[str]) -> None:
    meeting = replace(MEETING, items=(Item("i", "Title", " ".join(text)),), notices=())
    printed = text_of(draw_front_matter(meeting, None, _NOWHERE)).split()
    position = 0
    for word in text:
        position = printed.index(word, position)


@settings(max_examples=80, deadline=None)
@given(_ANY_TEXT, st.floats(30, 400))
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    kind = Type(Face.REGULAR, 12)
    lines = set_lines([Span(plain(text), kind), Span(plain(text), kind.bold())], width)
    for line in lines:
        alone = all(len(span.text.strip()) <= 1 for span in line)
        assert line_width(line) <= width + 0.01 or alone


def test_telephone_numbers_dates_and_initials_stay_on_one_line() -> None:
    kind = Type(Face.REGULAR, 12)
    for bound in ("01632 960 114", "14 January", "2.00 pm", "J Ó Briain", "year 7"):
        width = text_width("we meet of " + bound, kind.face, kind.size) - 3
        lines = [
            line[0].text.replace("\u00a0", " ").strip()
            for line in set_lines([Span("we meet of " + bound, kind)], width)
        ]
        assert lines[-1].endswith(bound)


def test_what_is_held_together_is_let_go_when_the_line_is_too_short() -> None:
    lines = [line[0].text.strip() for line in set_lines([Span("01632 960 114", Type(Face.REGULAR, 12))], 40)]
    assert lines == ["01632", "960 114"]


@pytest.mark.parametrize("accent", ["#0b5563", "#ffcc00", "#ffffff", "#00ff00", "#000000", "no colour"])
def test_any_accent_can_be_read_on_white(accent: str) -> None:
    assert contrast(readable_accent(accent), _WHITE) >= 4.5


def test_a_readable_accent_is_left_as_it_is() -> None:
    assert readable_accent("#0b5563") == pytest.approx((0x0B / 255, 0x55 / 255, 0x63 / 255))


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(_WHITE, (0, 0, 0)) == pytest.approx(21)
    assert contrast(INK, _WHITE) > 15


def test_welsh_ticks_and_fractions_are_all_there() -> None:
    assert not missing_characters("ŵ ŷ â ê î ô û Ŵ Ŷ ✓ ☐ ₂ ½ Łódź – ‘’ “” £ €")  # noqa: RUF001
    assert missing_characters("a \U00013000") == {"\U00013000"}


def test_decomposed_letters_are_composed_and_controls_left_out() -> None:
    assert plain("w\u0302y\x00\u200b\tz\r\n") == "ŵy z\n"
