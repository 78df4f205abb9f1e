"""All reports of a meeting go through the door; a bad one is named with its item and does not stop the others."""

from pathlib import Path

import pytest
from reports.made_pdfs import add_script, changed_pdf, text_pdf

from agendabuilder.domain.finding import Severity
from agendabuilder.domain.item import Item, Report, ToFollow
from agendabuilder.domain.meeting import Meeting
from agendabuilder.progress import Cancelled, SilentProgress
from agendabuilder.reports.intake.for_author import REQUESTS
from agendabuilder.reports.prepare import prepare_reports


class Watched:
    """Progress that keeps what it is told and may be told to stop."""

    def __init__(self, stop_after=None):
        self.told = []
        self.stop_after = stop_after

    def stage(self, title, steps):
        self.told.append((title, steps))

    def advance(self, steps=1):
        self.told.append(steps)
        if self.stop_after is not None and len(self.told) > self.stop_after:
            raise Cancelled


def meeting_of(*items):
    return Meeting(items=items)


def item(number, title, *reports, **keys):
    named = tuple(
        report if isinstance(report, Report) else Report(id=f"r{number}-{place}", file=report)
        for place, report in enumerate(reports, start=1)
    )
    return Item(id=f"i{number}", title=title, reports=named, **keys)


def test_every_report_is_ready_under_its_id(tmp_path, cache):
    text_pdf(tmp_path / "a.pdf", pages=3)
    text_pdf(tmp_path / "b.pdf", pages=1)
    sub_item = item(2, "Savings", "b.pdf")
    ready = prepare_reports(
        meeting_of(item(1, "Budget", "a.pdf", items=(sub_item,))), tmp_path, cache, SilentProgress()
    )
    assert {key: report.source_pages for key, report in ready.by_id.items()} == {"r1-1": 3, "r2-1": 1}


def test_one_bad_file_is_named_with_item_file_and_remedy_and_the_others_go_on(tmp_path, cache):
    text_pdf(tmp_path / "good.pdf")
    (tmp_path / "bad.pdf").write_bytes(b"")
    meeting = meeting_of(item(1, "Apologies"), item(2, "Budget", "bad.pdf", "gone.pdf", "good.pdf"))
    ready = prepare_reports(meeting, tmp_path, cache, SilentProgress())
    assert list(ready.by_id) == ["r2-3"]
    empty, gone = (finding for finding in ready.findings if finding.severity is Severity.BLOCKER)
    assert empty.sentence == "Item 2 “Budget”: the file “bad.pdf” is empty."
    assert empty.advice == "Ask the author for the file again."
    assert (empty.code, empty.item_id, empty.report_id) == ("report-empty", "i2", "r2-1")
    assert empty.for_author == f"{empty.sentence} Please send the file again."
    assert gone.sentence == "Item 2 “Budget”: the file “gone.pdf” is not there."
    assert not gone.for_author


def test_every_sentence_for_an_author_belongs_to_a_finding_that_is_explained():
    explained = (Path(__file__).parents[2] / "docs" / "errors.md").read_text("utf-8")
    assert [code for code in REQUESTS if f"`{code}`" not in explained] == []


@pytest.mark.parametrize(
    ("keys", "start"),
    [
        ({"title": "Budget", "numbered": False}, "“Budget”: the file “bad.pdf”"),
        ({"title": "", "number": "7A"}, "Item 7A: the file “bad.pdf”"),
        ({"title": "", "numbered": False}, "The file “bad.pdf”"),
    ],
)
def test_items_without_number_or_title_are_named_as_far_as_they_can_be(tmp_path, cache, keys, start):
    (tmp_path / "bad.pdf").write_bytes(b"")
    only = Item(id="i", reports=(Report(id="r", file="bad.pdf"),), **keys)
    (finding,) = prepare_reports(meeting_of(only), tmp_path, cache, SilentProgress()).findings
    assert finding.sentence == f"{start} is empty."


def test_what_is_noticed_is_told_with_the_item(tmp_path, cache):
    changed_pdf(tmp_path / "form.pdf", add_script)
    ready = prepare_reports(meeting_of(item(1, "Forms", "form.pdf")), tmp_path, cache, SilentProgress())
    finding = next(finding for finding in ready.findings if finding.code == "report-actions")
    assert finding.sentence.startswith("Item 1 “Forms”: the file “form.pdf” has scripts or commands in it;")
    assert (finding.severity, finding.item_id, finding.report_id) == (Severity.NOTE, "i1", "r1-1")


def test_reports_to_follow_and_verbal_ones_are_not_looked_for(tmp_path, cache):
    later = Report(id="a", file="later.pdf", to_follow=ToFollow("A Okafor"))
    spoken = Report(id="b", file="spoken.pdf", verbal=True)
    ready = prepare_reports(
        meeting_of(item(1, "Budget", later, spoken, Report(id="c"))), tmp_path, cache, SilentProgress()
    )
    assert (dict(ready.by_id), ready.findings) == ({}, ())


def test_a_file_outside_the_folder_is_refused(tmp_path, cache):
    folder = tmp_path / "meeting"
    folder.mkdir()
    text_pdf(tmp_path / "private.pdf")
    (finding,) = prepare_reports(
        meeting_of(item(1, "Budget", "../private.pdf")), folder, cache, SilentProgress()
    ).findings
    assert (finding.severity, finding.code) == (Severity.BLOCKER, "report-outside-folder")


def test_the_same_file_may_be_attached_twice_with_other_pages(tmp_path, cache):
    text_pdf(tmp_path / "a.pdf", pages=5)
    twice = (Report(id="a", file="a.pdf", pages="1-2"), Report(id="b", file="a.pdf", pages="4"))
    ready = prepare_reports(meeting_of(item(1, "Budget", *twice)), tmp_path, cache, SilentProgress())
    assert (ready.by_id["a"].chosen, ready.by_id["b"].chosen) == ((1, 2), (4,))


def test_progress_is_told_and_can_stop_the_work(tmp_path, cache):
    for name in "abc":
        text_pdf(tmp_path / f"{name}.pdf")
    meeting = meeting_of(item(1, "Budget", "a.pdf", "b.pdf", "c.pdf"))
    watched = Watched()
    prepare_reports(meeting, tmp_path, cache, watched)
    assert watched.told == [("Reading the reports", 3), 1, 1, 1]
    with pytest.raises(Cancelled):
        prepare_reports(meeting, tmp_path, cache, Watched(stop_after=2))
