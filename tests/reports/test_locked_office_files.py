"""A locked Office file opens with a password of the clerk's like a locked PDF, and nothing of it stays behind."""

import subprocess
import sys
from io import BytesIO

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from msoffcrypto.format.ooxml import OOXMLFile
from reports.made_office import old_file, sheet_file, slides_file, word_file

from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.progress import SilentProgress
from agendabuilder.reports.intake.opened_files import forget_refusals, opened_files
from agendabuilder.reports.office import office_lock
from agendabuilder.reports.office.office_words import text_of_pdf
from agendabuilder.reports.prepare import prepare_report, prepare_reports
from agendabuilder.reports.prepared import Trait
from agendabuilder.reports.refused import NEEDS_PASSWORD, PasswordNeeded, ReportRefused
from agendabuilder.reports.terms import Limits, Terms

SECRET = "Bündnis 7"


def locked(path, password=SECRET):
    """The same file, locked as today's Office programs lock it."""
    whole, out = BytesIO(path.read_bytes()), BytesIO()
    OOXMLFile(whole).encrypt(password, out)
    path.write_bytes(out.getvalue())
    return path


def opened(path, cache, *passwords):
    """The report, prepared with these passwords."""
    return prepare_report(path, Report(file=path.name), cache, Terms(passwords=passwords))


@pytest.fixture
def pay(tmp_path):
    return locked(word_file(tmp_path / "pay.docx", "Dismissals are discussed in June."))


@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("pay.docx", word_file, "bandstand"),
        ("pay.pptx", slides_file, "Where we go"),
        ("pay.xlsx", sheet_file, "Bandst"),
    ],
)
def test_it_opens_with_the_right_one_of_the_passwords_given(tmp_path, cache, name, make, words):
    ready = opened(locked(make(tmp_path / name)), cache, "guess", SECRET)
    assert words in text_of_pdf(ready.path)
    assert ready.is_unlocked
    assert ready.origin.is_draft


def test_what_it_is_is_seen_inside_whatever_its_name_says(tmp_path, cache):
    ready = opened(locked(sheet_file(tmp_path / "pay.xlsx")).rename(tmp_path / "pay.docx"), cache, SECRET)
    assert ready.summary.startswith("Spreadsheet")


def test_without_the_right_one_it_is_refused_in_the_words_of_a_locked_pdf(pay, cache):
    with pytest.raises(PasswordNeeded) as none_given:
        opened(pay, cache)
    with pytest.raises(PasswordNeeded) as wrong:
        opened(pay, cache, "guess", "")
    assert none_given.value.code == wrong.value.code == NEEDS_PASSWORD
    assert none_given.value.title == "The file “pay.docx” needs a password to open."
    assert wrong.value.title == "The file “pay.docx” needs a password to open, and it is none of those given."


def test_a_wrong_password_is_not_tried_again_and_again_and_the_right_one_is_tried_at_once(pay, cache, monkeypatch):
    for _ in range(2):
        with pytest.raises(PasswordNeeded, match="none of those given"):
            opened(pay, cache, "guess")
        monkeypatch.setattr(office_lock, "run_function", None)
    monkeypatch.undo()
    assert opened(pay, cache, "guess", SECRET).is_unlocked
    forget_refusals(cache)
    monkeypatch.setattr(office_lock, "run_function", None)
    with pytest.raises(TypeError):
        opened(pay, cache, "guess")


def test_having_been_opened_once_it_does_not_open_for_others_and_is_not_converted_twice(pay, cache, monkeypatch):
    first = opened(pay, cache, SECRET)
    with pytest.raises(PasswordNeeded):
        opened(pay, cache, "guess")
    monkeypatch.setattr(office_lock, "run_function", None)
    assert opened(pay, cache, "another", SECRET) == first


def test_the_clerk_is_told_that_everybody_can_read_it_in_the_pack(pay, cache, tmp_path):
    meeting = Meeting(items=(Item(id="i", title="Pay", reports=(Report(id="r", file=pay.name),)),))
    ready = prepare_reports(meeting, tmp_path, cache, SilentProgress(), Terms(passwords=(SECRET,)))
    assert {"report-unlocked", "report-draft-conversion"} <= {finding.code for finding in ready.findings}


def test_what_was_inside_lies_nowhere_once_it_is_converted_and_its_pages_only_in_the_private_folder(pay, cache):
    ready = opened(pay, cache, SECRET)
    private = opened_files(cache).folder
    assert ready.path.is_relative_to(private)
    assert private.stat().st_mode & 0o077 == 0
    assert not list(cache.folder.rglob("*.docx"))
    assert [path for path in cache.folder.rglob("*.pdf") if not path.is_relative_to(private)] == []


def test_neither_its_pages_nor_the_password_stay_when_the_program_ends(pay, tmp_path):
    script = """
import sys
from pathlib import Path
from agendabuilder.domain.item import Report
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_report
from agendabuilder.reports.terms import Terms
if __name__ == "__main__":
    ready = prepare_report(Path(sys.argv[1]), Report(file="pay.docx", turn=90), ReportCache(Path(sys.argv[2])),
                           Terms(passwords=(sys.argv[3],)))
    assert ready.path.is_file()
"""
    kept, program, working = tmp_path / "kept", tmp_path / "program.py", tmp_path / "working"
    program.write_text(script, "utf-8")
    working.mkdir()
    command = [sys.executable, str(program), str(pay), str(kept), SECRET]
    subprocess.run(command, check=True, env={"TMPDIR": str(working), "AGENDABUILDER_LIBREOFFICE": ""})
    left = [path for path in kept.rglob("*") if path.is_file()]
    assert {path.parent.name for path in left} <= {"seen", "refused"}
    assert not any(word in path.read_bytes() for path in left for word in (b"Dismissals", SECRET.encode()))
    assert not list(working.rglob("*"))


def test_a_file_that_office_itself_opens_without_a_question_needs_no_password(tmp_path, cache):
    ready = opened(locked(sheet_file(tmp_path / "plan.xlsx"), "VelvetSweatshop"), cache)
    assert "Boathouse" in text_of_pdf(ready.path)
    assert not ready.is_unlocked
    assert not ready.path.is_relative_to(opened_files(cache).folder)


def test_a_file_protected_against_changes_only_opens_as_any_other(tmp_path, cache):
    document = docx.Document(str(word_file(tmp_path / "form.docx")))
    protection = OxmlElement("w:documentProtection")
    protection.set(qn("w:edit"), "readOnly")
    protection.set(qn("w:enforcement"), "1")
    document.settings.element.append(protection)
    document.save(tmp_path / "form.docx")
    ready = opened(tmp_path / "form.docx", cache)
    assert "bandstand" in text_of_pdf(ready.path)
    assert Trait.UNLOCKED not in ready.traits


@pytest.mark.parametrize("stream", ["EncryptedPackage", "ENCRYPTEDPACKAGE"])
def test_a_lock_that_only_its_own_program_opens_is_said_as_such(tmp_path, refusal, stream):
    refused = refusal(old_file(tmp_path / "pay.docx", stream))
    assert refused.code == "report-locked-office"
    assert refused.title == ("The file “pay.docx” is locked in a way that only the program it was made with can open.")


def test_a_lock_that_asks_for_hours_of_arithmetic_is_given_up_in_time(pay, cache):
    slow = pay.read_bytes().replace(b'spinCount="100000"', b'spinCount="9000000"', 1)
    assert slow != pay.read_bytes()
    pay.write_bytes(slow)
    with pytest.raises(ReportRefused) as caught:
        prepare_report(pay, Report(file=pay.name), cache, Terms(Limits(seconds=0.5)))
    assert caught.value.code == "report-locked-office"


def test_a_file_that_is_damaged_inside_its_lock_is_refused_by_name(tmp_path, cache):
    whole = word_file(tmp_path / "pay.docx").read_bytes()
    (tmp_path / "pay.docx").write_bytes(whole.replace(b"word/document.xml", b"word/nothing_.xml"))
    with pytest.raises(ReportRefused, match=r"The file “pay.docx”, a Word document, could not be made into a PDF"):
        opened(locked(tmp_path / "pay.docx"), cache, SECRET)


def test_its_copy_made_larger_or_turned_stays_private_too(pay, cache):
    turned = prepare_report(pay, Report(file=pay.name, turn=90), cache, Terms(passwords=(SECRET,)))
    assert turned.path.is_relative_to(opened_files(cache).folder)
