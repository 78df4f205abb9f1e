"""Texts, tables and e-mails of any length cost no more than they may, and are refused by name when they would."""

import sys
import time

import pytest
from reports.made_emails import mail_file

from agendabuilder.domain.item import Report
from agendabuilder.progress import Cancelled
from agendabuilder.reports.office.office_words import text_of_pdf
from agendabuilder.reports.own_pages import own_way
from agendabuilder.reports.prepare import prepare_report
from agendabuilder.reports.refused import ReportRefused
from agendabuilder.reports.terms import Limits, Terms

LINE = "The Committee is asked to agree the programme of repairs.\n"


def long_file(path, size=60_000):
    """A file of this many bytes, of the kind that its ending says."""
    if path.suffix == ".eml":
        mail_file(path)
        path.write_text(path.read_text("utf-8").replace("Rowan Ash\n", LINE * (size // len(LINE) + 1)), "utf-8")
    elif path.suffix == ".csv":
        path.write_text("Place,Cost\n" + f"{LINE.strip()},4\n" * (size // len(LINE) + 1), "utf-8")
    else:
        path.write_text(LINE * (size // len(LINE) + 1), "utf-8")
    return path


def prepared(path, cache, **limits):
    return prepare_report(path, Report(file=path.name), cache, Terms(Limits(**limits)))


NAMES = ["a.txt", "a.md", "a.csv", "a.eml"]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_long_has_all_its_words(tmp_path, cache, name):
    ready = prepared(long_file(tmp_path / name), cache)
    assert ready.source_pages > 10
    assert ready.tagged
    assert text_of_pdf(ready.path).count("programme") >= 60_000 // len(LINE)


@pytest.mark.parametrize("name", NAMES)
def test_what_takes_longer_than_it_may_is_refused_by_name(tmp_path, cache, name):
    begun = time.monotonic()
    with pytest.raises(ReportRefused) as caught:
        prepared(long_file(tmp_path / name), cache, seconds=0.2)
    assert time.monotonic() - begun < 3
    assert caught.value.code == "report-not-converted"
    assert f"The file “{name}”" in caught.value.title
    assert "so long that to set it on pages took more than 0 seconds" in caught.value.title


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.csv"])
def test_what_would_take_more_memory_than_it_may_is_refused_at_once(tmp_path, cache, name):
    with pytest.raises(ReportRefused, match="it has 2 megabytes of text, which are too many for pages"):
        prepared(long_file(tmp_path / name, 2_000_000), cache, megabytes=100)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory at once")
def test_an_email_whose_attachments_need_too_much_memory_is_refused(tmp_path, cache):
    mail_file(tmp_path / "a.eml", attached=("minutes.bin",))
    whole = (tmp_path / "a.eml").read_text("utf-8")
    (tmp_path / "a.eml").write_text(whole.replace("MSwyLDM=", "MSwyLDMx" * 8_000_000), "utf-8")
    with pytest.raises(ReportRefused, match=r"too long to be set on pages|took more than 250 megabytes"):
        prepared(tmp_path / "a.eml", cache, megabytes=250)


def test_a_text_that_is_made_to_take_for_ever_is_given_up(tmp_path, cache):
    (tmp_path / "a.md").write_text("[a](<b" * 40_000, "utf-8")
    begun = time.monotonic()
    with pytest.raises(ReportRefused, match="took more than 1 seconds"):
        prepared(tmp_path / "a.md", cache, seconds=1)
    assert time.monotonic() - begun < 4


def test_why_it_has_no_pages_is_told_of_a_long_file_as_of_a_short_one(tmp_path, cache):
    (tmp_path / "a.csv").write_text("a,b\n" * 20_000, "utf-8")
    with pytest.raises(ReportRefused, match="it has 20000 rows of 2 columns, which are too many for pages"):
        prepared(tmp_path / "a.csv", cache)


def test_characters_that_no_font_has_and_files_that_hang_on_a_letter_are_told_of_long_ones_too(tmp_path, cache):
    path = tmp_path / "a.txt"
    path.write_text(LINE * 1000 + "\U00013000\U00013001\n", "utf-8")
    assert prepared(path, cache).origin.lost == ("\U00013000\U00013001",)
    mail_file(tmp_path / "a.eml", attached=("minutes.bin",))
    whole = (tmp_path / "a.eml").read_text("utf-8")
    (tmp_path / "a.eml").write_text(whole.replace("MSwyLDM=", "MSwyLDMx" * 10_000), "utf-8")
    assert prepared(tmp_path / "a.eml", cache).origin.attached == ("minutes.bin",)


def test_the_clerk_can_stop_it(tmp_path, cache):
    class Impatient:
        begun = time.monotonic()

        def stage(self, title, steps): ...

        def advance(self, _steps=1):
            if time.monotonic() - self.begun > 0.3:
                raise Cancelled

    path = long_file(tmp_path / "a.txt", 5_000_000)
    with pytest.raises(Cancelled):
        prepare_report(path, Report(file=path.name), cache, progress=Impatient())
    assert time.monotonic() - Impatient.begun < 5


def test_a_short_text_starts_no_other_process(tmp_path, cache, monkeypatch):
    monkeypatch.setattr(own_way, "run_function", None)
    assert prepared(long_file(tmp_path / "a.txt", 40_000), cache).source_pages > 5


def test_a_long_text_and_a_short_one_are_set_alike(tmp_path, cache, monkeypatch):
    path = long_file(tmp_path / "a.md", 60_000)
    here = prepared(path, cache).path.read_bytes()
    cache.clear()
    monkeypatch.setattr(own_way, "_SHORT", 100_000)
    assert prepared(path, cache).path.read_bytes() == here
