"""Passages of exempt reports that a public report says as well."""

from datetime import date
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from agendabuilder.domain.finding import Finding
from agendabuilder.domain.item import Access, Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.preflight.exposed_words_checks import check_shared_words
from agendabuilder.preflight.report_checks import read_reports
from agendabuilder.progress import SilentProgress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_reports

COVER = (
    "Norbury Council Housing Committee Thursday 4 March 2027 at 2.00 pm in the Council Chamber: Sale of land",
    "Report 3",
)
SECRET = ("Quillback Holdings offered seven million pounds for the harbour", "freehold, and will not go any higher")
ADVICE = ("Members are asked to read the advice of the auditors on every sale of", "land before they come to a view")


def paper(folder: Path, name: str, *lines: str) -> str:
    canvas = Canvas(str(folder / name), invariant=True)
    for at, line in enumerate(lines):
        canvas.drawString(40, 700 - 20 * at, line)
    canvas.save()
    return name


def found(folder: Path, *reports: tuple[str, Access]) -> list[Finding]:
    attached = tuple(Report(f"r{at}", file=name, access=access) for at, (name, access) in enumerate(reports))
    meeting = Meeting(
        organisation="Norbury Council",
        committee="Housing Committee",
        date=date(2027, 3, 4),
        venue="Council Chamber",
        items=(Item("1", "Sale of land", reports=attached),),
    )
    cache = ReportCache(folder / "cache")
    ready = prepare_reports(meeting, folder, cache, SilentProgress()).by_id
    return list(check_shared_words(tuple(read_reports(meeting, ready, folder, cache)), cache))


def test_a_passage_of_an_exempt_report_in_a_public_one_is_named_with_both(tmp_path: Path) -> None:
    public = paper(tmp_path, "plan.pdf", *COVER, "We are glad to say that", *SECRET)
    secret = paper(tmp_path, "bids.pdf", *COVER, "Two bids came in.", *SECRET, "We advise to sell.")
    (finding,) = found(tmp_path, (public, Access.PUBLIC), (secret, Access.EXEMPT))
    assert finding.code == "exempt-words-in-public-report"
    assert finding.report_id == "r1"
    assert "the file “bids.pdf” is exempt" in finding.sentence
    assert "the file “plan.pdf”, which is public, says 16 words running of it: “quillback holdings" in finding.sentence


def test_covers_that_name_the_same_meeting_are_no_leak(tmp_path: Path) -> None:
    public, secret = paper(tmp_path, "plan.pdf", *COVER), paper(tmp_path, "bids.pdf", *COVER)
    assert found(tmp_path, (public, Access.PUBLIC), (secret, Access.EXEMPT)) == []


def test_what_several_public_reports_say_alike_is_no_leak(tmp_path: Path) -> None:
    one, two = paper(tmp_path, "one.pdf", *ADVICE), paper(tmp_path, "two.pdf", "Budget.", *ADVICE)
    secret = paper(tmp_path, "bids.pdf", "Bids.", *ADVICE)
    assert found(tmp_path, (one, Access.PUBLIC), (two, Access.PUBLIC), (secret, Access.EXEMPT)) == []
    assert len(found(tmp_path, (one, Access.PUBLIC), (secret, Access.EXEMPT))) == 1


def test_exempt_reports_may_say_the_same_as_one_another(tmp_path: Path) -> None:
    one, two = paper(tmp_path, "one.pdf", *SECRET), paper(tmp_path, "two.pdf", "So:", *SECRET)
    assert found(tmp_path, (one, Access.EXEMPT), (two, Access.EXEMPT)) == []
