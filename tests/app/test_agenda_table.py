"""The agenda's table for a spreadsheet: each item with its time, people, reports and pages."""

import csv
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from front_meetings import MEETING
from hypothesis import given
from hypothesis import strategies as st
from pack.test_word_agenda import SECRET, contents, public_contents

from agendabuilder.app.agenda_table import agenda_table
from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.people import Contributor
from agendabuilder.domain.presentation import Look
from agendabuilder.pack.pack_contents import PackContents


def lines(made: PackContents) -> list[list[str]]:
    written = agenda_table(made)
    assert written.startswith(b"\xef\xbb\xbf"), "Excel takes it for UTF-8 by this mark alone"
    return list(csv.reader(StringIO(written.decode("utf-8-sig"))))


def test_each_item_is_a_line_with_its_pages_of_the_pack(tmp_path: Path) -> None:
    made = contents(MEETING, tmp_path)
    head, _, _, backlog, damp, update = lines(made)
    assert head == ["Number", "Title", "Time", "Minutes", "People", "Reports", "First page", "Last page", "Access"]
    (pages,) = made.plan.items["i3"]
    person, papers = "R Penhaligon, Head of Repairs", "Report; Appendix A"
    assert backlog == ["3", "Repairs backlog", "14:05", "20", person, papers, pages.first, pages.last, "Public"]
    assert damp[5:8] == ["Report (To follow)", "", ""]
    assert update[5] == "Report (Verbal)"


def test_sub_items_have_lines_of_their_own(tmp_path: Path) -> None:
    item = Item("i", "Planning", items=(Item("j", "14 Mill Lane"),))
    assert [line[:2] for line in lines(contents(replace(MEETING, items=(item,)), tmp_path))[1:]] == [
        ["1", "Planning"],
        ["1a", "14 Mill Lane"],
    ]


def test_the_publics_table_says_nothing_of_what_is_exempt(tmp_path: Path) -> None:
    whole = replace(MEETING, items=(*MEETING.items, SECRET))
    made = public_contents(whole, tmp_path)
    assert lines(made)[-1][1::7] == ["A sale of land", "Exempt: paragraph 3"]
    assert [word for word in (b"Quigley", b"7,000", b"offer") if word in agenda_table(made)] == []
    assert lines(contents(whole, tmp_path))[-1][1::4] == ["Sale to Quigley", "Quigley offer"]


@pytest.mark.parametrize("typed", ["=1+1", "+44 1632", "-5 %", "@SUM(A1)", "\t=1"])
def test_what_was_typed_never_becomes_a_formula(tmp_path: Path, typed: str) -> None:
    item = Item("i", typed, contributors=(Contributor(typed),))
    line = lines(contents(replace(MEETING, items=(item,)), tmp_path))[1]
    assert line[1::3] == [f"'{typed}", f"'{typed}", ""]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20))
def test_a_title_comes_back_as_it_was_typed(title: str) -> None:
    made = contents(Meeting(items=(Item("i", title),)), Path())
    assert lines(made)[1][1].removeprefix("'") == title.removeprefix("'")


def test_a_welsh_table_has_welsh_headings(tmp_path: Path) -> None:
    head = lines(contents(replace(MEETING, look=Look(language="cy")), tmp_path))[0]
    assert head[:3] == ["Rhif", "Teitl", "Amser"]
