"""A locked PDF opens with a password of the clerk's, and nothing of it stays behind."""

import subprocess
import sys

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from reports.made_pdfs import changed_pdf, outline

from agendabuilder.domain.item import Report
from agendabuilder.errors import FolderError
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.intake.opened_files import opened_files, sweep_opened_files, working_folder
from agendabuilder.reports.prepare import prepare_report
from agendabuilder.reports.refused import NEEDS_PASSWORD, PasswordNeeded
from agendabuilder.reports.terms import Terms

SECRET = "Bündnis 7"


@pytest.fixture(params=[2, 3, 4, 6])
def locked(request, tmp_path):
    """A report that opens only with the password, in each strength that PDF has."""
    lock = pikepdf.Encryption(user=SECRET, owner="boss", R=request.param, aes=request.param > 3, metadata=False)
    if request.param < 4:
        lock = pikepdf.Encryption(user=SECRET, owner="boss", R=request.param, aes=False, metadata=False)
    return changed_pdf(tmp_path / "pay.pdf", _with_a_bookmark, encryption=lock)


def _with_a_bookmark(pdf):
    outline(pdf, Dictionary(Title="Dismissals", Dest=Array([pdf.pages[0].obj, Name.Fit])))


def opened(path, cache, *passwords):
    """The report, prepared with these passwords."""
    return prepare_report(path, Report(file=path.name), cache, Terms(passwords=passwords))


def test_it_opens_with_the_right_one_of_the_passwords_given(locked, cache):
    ready = opened(locked, cache, "guess", SECRET)
    with pikepdf.open(ready.path) as pdf:
        assert not pdf.is_encrypted
        assert len(pdf.pages) == ready.source_pages == 2
    assert ready.is_unlocked
    assert ready.bookmarks[0].title == "Dismissals"


def test_without_the_right_one_it_is_refused_in_words_that_the_window_can_ask_by(locked, cache):
    with pytest.raises(PasswordNeeded) as none_given:
        opened(locked, cache)
    with pytest.raises(PasswordNeeded) as wrong:
        opened(locked, cache, "guess")
    assert none_given.value.code == wrong.value.code == NEEDS_PASSWORD
    assert none_given.value.title == "The file “pay.pdf” needs a password to open."
    assert wrong.value.title == "The file “pay.pdf” needs a password to open, and it is none of those given."


def test_having_been_opened_once_it_does_not_open_for_others(locked, cache):
    opened(locked, cache, SECRET)
    with pytest.raises(PasswordNeeded):
        opened(locked, cache, "guess")
    assert opened(locked, cache, SECRET) == opened(locked, cache, SECRET)


def test_neither_its_pages_nor_its_bookmarks_nor_the_password_stay_in_the_cache(locked, tmp_path):
    script = """
import sys
from pathlib import Path
from agendabuilder.domain.item import Report
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_report
from agendabuilder.reports.terms import Terms
ready = prepare_report(Path(sys.argv[1]), Report(file="pay.pdf", turn=90), ReportCache(Path(sys.argv[2])),
                       Terms(passwords=(sys.argv[3],)))
assert ready.path.is_file()
"""
    kept = tmp_path / "kept"
    subprocess.run([sys.executable, "-c", script, str(locked), str(kept), SECRET], check=True)
    left = [path for path in kept.rglob("*") if path.is_file()]
    assert {path.parent.name for path in left} <= {"seen"}
    assert not any(word in path.read_bytes() for path in left for word in (b"Dismissals", SECRET.encode()))


def test_what_a_killed_program_left_is_removed_and_what_another_holds_is_not(tmp_path):
    cache = ReportCache(tmp_path / "kept")
    held = opened_files(cache).folder
    abandoned = held.parent / "abandoned"
    (abandoned / "clean").mkdir(parents=True)
    (abandoned / "clean" / "pay.pdf").write_bytes(b"%PDF-")
    sweep_opened_files(cache)
    assert held.is_dir()
    assert not abandoned.exists()


def test_where_nothing_can_be_written_the_clerk_is_told(tmp_path, locked):
    (tmp_path / "kept").write_text("not a folder")
    with pytest.raises(FolderError):
        opened(locked, ReportCache(tmp_path / "kept"), SECRET)


def test_where_a_working_folder_cannot_be_made_the_clerk_is_told(tmp_path):
    (tmp_path / "gone").write_text("not a folder")
    with pytest.raises(FolderError, match="could not be written"), working_folder(ReportCache(tmp_path / "gone")):
        pytest.fail("there is no folder to work in")


def test_the_terms_do_not_show_passwords():
    assert SECRET not in repr(Terms(passwords=(SECRET,)))
