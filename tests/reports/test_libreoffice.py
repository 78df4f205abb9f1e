"""LibreOffice is judged by what it writes: a program in its place that is slow, crashes or lies harms nothing."""

import os
import shutil
import sys
import time
from pathlib import Path

import pytest
from reports.made_office import old_file, sheet_file, slides_file, word_file
from reports.made_pdfs import text_pdf

from agendabuilder.domain.finding import Severity
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.progress import Cancelled, SilentProgress
from agendabuilder.reports.intake.opened_files import forget_refusals
from agendabuilder.reports.office import libreoffice
from agendabuilder.reports.office.office_words import text_of_pdf
from agendabuilder.reports.prepare import prepare_report, prepare_reports
from agendabuilder.reports.refused import ReportRefused
from agendabuilder.reports.terms import Limits, Terms

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the program in its place is a script with a first line")

_PROGRAM = """#!{python} -S
import subprocess, sys, time
from pathlib import Path
arguments = dict(zip(sys.argv, sys.argv[1:]))
out = Path(arguments["--outdir"], "report-0.pdf")
Path({notes!r}).open("a").write(" ".join(sys.argv[1:]) + "\\n")
{acts}
"""
_WRITES = "out.write_bytes(Path({pdf!r}).read_bytes())"
_REAL = libreoffice.find_libreoffice()


@pytest.fixture
def in_its_place(tmp_path, monkeypatch):
    """Put a program that acts in some way in LibreOffice's place; returns what it was called with."""
    notes = tmp_path / "called.txt"
    made = text_pdf(tmp_path / "made.pdf", pages=3)

    def put(acts, name="soffice"):
        program = tmp_path / name
        acts = acts.replace("WRITE", _WRITES.format(pdf=str(made)))
        program.write_text(_PROGRAM.format(python=sys.executable, notes=str(notes), acts=acts), "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv(libreoffice.VARIABLE, str(program))
        return notes

    return put


def test_it_is_preferred_and_converts_with_a_profile_of_its_own_and_tags(tmp_path, prepare, in_its_place):
    notes = in_its_place("WRITE")
    report = prepare(word_file(tmp_path / "repairs.docx"))
    assert report.summary == "Word · by LibreOffice · 3 pages"
    called = notes.read_text("utf-8")
    assert "-env:UserInstallation=file://" in called
    assert '"UseTaggedPDF"' in called
    assert str(tmp_path / "repairs.docx") not in called


def test_what_it_puts_aside_is_gone_with_the_work_even_when_it_is_ended(tmp_path, cache, in_its_place):
    aside = tmp_path / "aside.txt"
    act = f"import tempfile\nheld = tempfile.mkstemp()[1]\nPath({str(aside)!r}).write_text(held)\ntime.sleep(60)"
    in_its_place(act)
    path = old_file(tmp_path / "letter.doc", "WordDocument")
    with pytest.raises(ReportRefused):
        prepare_report(path, Report(file=path.name), cache, terms=Terms(Limits(seconds=2)))
    assert not Path(aside.read_text()).exists()


def test_its_exit_code_is_not_believed(tmp_path, prepare, in_its_place):
    in_its_place("WRITE\nsys.exit(81)")
    assert prepare(old_file(tmp_path / "letter.doc", "WordDocument")).source_pages == 3


@pytest.mark.parametrize(
    ("acts", "words"),
    [
        ("sys.exit(0)", "could not open it"),
        ("raise MemoryError", "could not open it"),
        ("out.write_bytes(b'')", "could not open it"),
        ("out.write_bytes(b'%PDF-1.7 nothing more %%EOF')", "what LibreOffice made of it cannot be used"),
    ],
)
def test_when_it_fails_the_file_is_refused_with_the_reason(tmp_path, refusal, in_its_place, acts, words):
    in_its_place(acts)
    refused = refusal(old_file(tmp_path / "letter.doc", "WordDocument"))
    assert refused.code == "report-not-converted"
    assert words in refused.title


def test_when_it_fails_a_modern_file_becomes_a_draft(tmp_path, prepare, in_its_place):
    in_its_place("sys.exit(1)")
    assert prepare(word_file(tmp_path / "repairs.docx")).origin.is_draft


def test_a_draft_made_because_it_was_stuck_once_is_made_anew_when_the_clerk_tries_again(tmp_path, cache, in_its_place):
    stuck = tmp_path / "stuck"
    stuck.touch()
    notes = in_its_place(f"if Path({str(stuck)!r}).exists():\n    time.sleep(60)\nWRITE")
    meeting = Meeting(items=(Item(id="i", title="Repairs", reports=(Report(id="r", file="repairs.docx"),)),))
    word_file(tmp_path / "repairs.docx")

    def prepared():
        return prepare_reports(meeting, tmp_path, cache, SilentProgress(), Terms(Limits(seconds=5)))

    draft = prepared()
    (told,) = (finding for finding in draft.findings if finding.code == "report-stopgap")
    assert "may look different from the original, because LibreOffice took more than 5 seconds." in told.sentence
    assert told.advice.startswith("Try again;")
    stuck.unlink()
    assert prepared() == draft
    assert len(notes.read_text("utf-8").splitlines()) == 1
    forget_refusals(cache)
    better = prepared()
    assert better.by_id["r"].origin.by == "LibreOffice"
    assert "report-stopgap" not in {finding.code for finding in better.findings}
    assert prepared() == better
    assert len(notes.read_text("utf-8").splitlines()) == 2


def test_a_stopgap_does_not_hold_for_longer_than_a_refusal(tmp_path, cache, prepare, in_its_place):
    failing = tmp_path / "failing"
    failing.touch()
    in_its_place(f"if not Path({str(failing)!r}).exists():\n    WRITE")
    path = word_file(tmp_path / "repairs.docx")
    assert prepare(path).origin.failed == "LibreOffice could not open it; it may be damaged or need a password"
    failing.unlink()
    for note in (cache.folder / "refused").iterdir():
        os.utime(note, (time.time() - 700,) * 2)
    assert prepare(path).origin.by == "LibreOffice"


def test_when_it_is_stuck_it_is_ended_with_all_that_it_started(tmp_path, cache, in_its_place):
    child = tmp_path / "child.txt"
    in_its_place(
        f"child = subprocess.Popen(['sleep', '60'])\nPath({str(child)!r}).write_text(str(child.pid))\ntime.sleep(60)"
    )
    path = old_file(tmp_path / "letter.doc", "WordDocument")
    begun = time.monotonic()
    with pytest.raises(ReportRefused, match="LibreOffice took more than 1 seconds"):
        prepare_report(path, Report(file=path.name), cache, terms=Terms(Limits(seconds=1)))
    assert time.monotonic() - begun < 10
    assert _is_over(int(child.read_text()))


def _is_over(process_id):
    for _ in range(40):
        try:
            os.kill(process_id, 0)
        except ProcessLookupError:
            return True
        state = Path(f"/proc/{process_id}/stat")
        if state.exists() and state.read_text("ascii").split()[2] == "Z":  # ended, and nobody has asked how
            return True
        time.sleep(0.05)
    return False


def test_the_clerk_need_not_wait_for_it(tmp_path, cache, in_its_place):
    class Impatient:
        begun = time.monotonic()

        def stage(self, title, steps): ...

        def advance(self, _steps=1):
            if time.monotonic() - self.begun > 0.3:
                raise Cancelled

    in_its_place("time.sleep(60)")
    path = old_file(tmp_path / "letter.doc", "WordDocument")
    with pytest.raises(Cancelled):
        prepare_report(path, Report(file=path.name), cache, progress=Impatient())
    assert time.monotonic() - Impatient.begun < 10


def test_once_it_is_installed_a_draft_is_converted_anew(tmp_path, prepare, in_its_place):
    path = word_file(tmp_path / "repairs.docx")
    assert prepare(path).origin.is_draft
    in_its_place("WRITE")
    first = prepare(path)
    assert first.origin.by == "LibreOffice"
    notes = in_its_place("WRITE", name="soffice-newer")
    newer = prepare(path)
    assert newer.origin.version != first.origin.version
    assert prepare(path) == newer
    assert len(notes.read_text("utf-8").splitlines()) == 2


def test_it_is_found_on_the_path(tmp_path, in_its_place, monkeypatch):
    in_its_place("WRITE")
    monkeypatch.delenv(libreoffice.VARIABLE)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert libreoffice.find_libreoffice() == tmp_path / "soffice"


@pytest.mark.skipif(_REAL is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("repairs.docx", word_file, ("Repairs", "bandstand", "£4,200")),
        ("talk.pptx", slides_file, ("Where we are", "Where we go")),
        ("budget.xlsx", sheet_file, ("Boathouse", "Budget")),
    ],
)
def test_the_real_one_writes_pages_with_all_words(tmp_path, prepare, monkeypatch, name, make, words):
    monkeypatch.setenv(libreoffice.VARIABLE, str(_REAL))
    report = prepare(make(tmp_path / name))
    assert report.origin.by == "LibreOffice"
    assert report.tagged or name.endswith(".xlsx")  # LibreOffice does not tag sheets
    text = text_of_pdf(report.path)
    assert [word for word in words if word not in text] == []
    assert shutil.which("soffice") is None or not (tmp_path / f".~lock.{name}#").exists()


_ALL = """
for copy in map(Path, sys.argv[sys.argv.index("--outdir") + 2:]):
    if copy.suffix == ".rtf":
        WRONG
    (out.parent / copy.name).with_suffix(".pdf").write_bytes(Path(MADE).read_bytes())
"""


def meeting_of_office_files(folder):
    """Three Word files, one of them rich text, and a sheet."""
    word_file(folder / "a.docx")
    word_file(folder / "b.docx", "Another one.")
    (folder / "c.rtf").write_bytes(rb"{\rtf1 Hello}")
    sheet_file(folder / "d.xlsx")
    reports = tuple(Report(id=name[0], file=name) for name in ("a.docx", "b.docx", "c.rtf", "d.xlsx"))
    return Meeting(items=(Item(id="i", title="Budget", reports=reports),))


@pytest.mark.parametrize("wrong", ["pass", "sys.exit(1)", "time.sleep(60)"])
def test_the_word_files_of_a_meeting_are_converted_in_one_run_and_a_bad_one_stops_no_other(
    tmp_path, cache, in_its_place, wrong
):
    acts = _ALL.replace("WRONG", wrong).replace("MADE", repr(str(tmp_path / "made.pdf")))
    notes = in_its_place(acts)
    meeting = meeting_of_office_files(tmp_path)
    ready = prepare_reports(meeting, tmp_path, cache, SilentProgress(), Terms(Limits(seconds=1.5)))
    told = [line.count("report-") for line in notes.read_text("utf-8").splitlines()]
    by = {name: report.origin.by for name, report in ready.by_id.items()}
    if wrong == "pass":
        assert told == [3, 1]
        assert by == dict.fromkeys("abcd", "LibreOffice")
    else:
        assert told == [3, 1, 1]
        assert by == dict.fromkeys("abd", "LibreOffice")
        (refused,) = (found for found in ready.findings if found.severity is Severity.BLOCKER)
        assert (refused.code, refused.report_id) == ("report-not-converted", "c")
    again = prepare_reports(meeting, tmp_path, cache, SilentProgress(), Terms(Limits(seconds=1.5)))
    assert again == ready
    assert len(notes.read_text("utf-8").splitlines()) == len(told)


def test_a_pdf_that_was_not_written_to_its_end_is_not_taken(tmp_path, refusal, in_its_place):
    in_its_place("out.write_bytes(Path(MADE).read_bytes()[:-300])".replace("MADE", repr(str(tmp_path / "made.pdf"))))
    assert refusal(old_file(tmp_path / "letter.doc", "WordDocument")).code == "report-not-converted"
