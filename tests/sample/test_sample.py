"""The sample meeting: whole, true to its calendar, and made anew by its own generator."""

import importlib
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from agendabuilder import paths
from agendabuilder.app.build_pack import build_packs
from agendabuilder.app.check_meeting import check_folder
from agendabuilder.app.finished_pack import look_through
from agendabuilder.app.sample import copy_sample
from agendabuilder.cli import main
from agendabuilder.domain.finding import Severity
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.notice_period import last_publication_day
from agendabuilder.pack.tagging.structure_check import structure_faults
from agendabuilder.preflight.bank_holidays import bank_holidays_around
from agendabuilder.preflight.pack_verdict import PackVerdict
from agendabuilder.progress import SilentProgress
from agendabuilder.store.meeting_folder import MeetingFolder

SAMPLE = paths.resources() / "sample"
PAGES = {
    "action-log.pdf": 2, "consultation-response.pdf": 3, "damp-and-mould-report.pdf": 7, "empty-homes-review.pdf": 12,
    "hra-budget-2027-28.pdf": 4, "letter-fairmead-scan.pdf": 2, "licensing-plan-a3.pdf": 1, "licensing-slides.pdf": 10,
    "minutes-2027-01-14.pdf": 4, "performance-q3.pdf": 6, "repairs-dashboard.pdf": 3, "work-programme.pdf": 2,
}  # fmt: skip
BEFORE_THE_MEETING = date(2027, 2, 22)
_DAY = re.compile(
    r"(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\s+(\d{1,2})\s+(January|February|March|April|May|June|"
    r"July|August|September|October|November|December)\s+(20\d\d)"
)
_MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def made_anew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the papers as the generator draws them now."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(paths.resources()))
        folder = tmp_path_factory.mktemp("made")
        importlib.import_module("sample_source.make_sample").make_sample(folder)
    return folder


@pytest.fixture
def copied(tmp_path: Path) -> MeetingFolder:
    """The sample as a newcomer gets it."""
    return copy_sample(tmp_path / "sample")


def reports() -> list[Path]:
    """Every report of the sample."""
    return sorted((SAMPLE / "reports").iterdir())


def rules_that_fail(file: Path) -> int:
    """How many of the 104 rules of PDF/UA-1 that a machine can check a file breaks."""
    rules = pytest.importorskip("page").validate_pdf(str(file), profile="ua1").rules
    assert rules.total == 104
    return int(rules.failed)


def load() -> Meeting:
    """The sample meeting."""
    return MeetingFolder(SAMPLE).load()


def test_every_report_of_the_agenda_is_there_and_no_other() -> None:
    named = {report.file_name for _, report in load().all_reports() if report.is_attached}
    assert named == {file.name for file in reports()} == set(PAGES)


@pytest.mark.parametrize("file", reports(), ids=lambda file: file.stem)
def test_a_report_has_the_pages_that_were_planned(file: Path) -> None:
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == PAGES[file.name]


@pytest.mark.parametrize("file", reports(), ids=lambda file: file.stem)
def test_every_font_of_a_report_is_in_its_file(file: Path) -> None:
    with pikepdf.open(file) as pdf:
        descriptors = [font.get("/FontDescriptor") for page in pdf.pages for font in _fonts(page)]
        assert all(descriptor is not None and "/FontFile2" in descriptor for descriptor in descriptors)
    assert descriptors


@pytest.mark.parametrize("file", reports(), ids=lambda file: file.stem)
def test_every_report_keeps_the_rules_of_pdf_ua(file: Path) -> None:
    assert rules_that_fail(file) == 0
    with pikepdf.open(file) as pdf:
        assert structure_faults(pdf) == ()


@pytest.mark.parametrize("file", reports(), ids=lambda file: file.stem)
def test_the_headings_of_a_report_begin_at_the_first_level_and_leave_none_out(file: Path) -> None:
    with pikepdf.open(file) as pdf:
        levels = [int(role[2]) for role in _roles(pdf) if re.fullmatch("/H[1-6]", role)]
    assert levels[0] == 1
    assert all(later <= before + 1 for before, later in pairwise(levels))


def test_the_reports_have_all_that_a_screen_reader_makes_use_of() -> None:
    found: set[str] = set()
    for file in reports():
        with pikepdf.open(file) as pdf:
            found.update(_roles(pdf))
    assert found >= {"/H3", "/L", "/Lbl", "/LBody", "/Table", "/TH", "/TD", "/Figure", "/TOC", "/TOCI", "/Link"}


def test_the_scanned_letter_can_be_read_aloud() -> None:
    letter = PdfReader(SAMPLE / "reports" / "letter-fairmead-scan.pdf")
    assert all(page.images for page in letter.pages)
    text = " ".join(" ".join(page.extract_text() for page in letter.pages).split())
    assert "But a visit is not a repair. In Larch House, Rowan House and Hazel House the mould comes back" in text


def test_a_contents_list_leads_to_the_pages_that_it_names() -> None:
    reader = PdfReader(SAMPLE / "reports" / "empty-homes-review.pdf")
    pages = [page.indirect_reference for page in reader.pages]
    notes = [note.get_object() for note in reader.pages[1]["/Annots"]]
    led = [(str(note["/Contents"]), pages.index(list.__getitem__(note["/Dest"], 0)) + 1) for note in notes]
    assert len(led) == 14
    assert all(words.endswith(f", page {page} of this report") for words, page in led), led


def test_a_chart_says_its_figures_in_words() -> None:
    with pikepdf.open(SAMPLE / "reports" / "damp-and-mould-report.pdf") as pdf:
        alts = [str(element.Alt) for element in _elements(pdf.Root.StructTreeRoot) if "/Alt" in element]
    assert "Emergency: October 5; November 6; December 9; January 6." in alts[0]


def test_weekdays_agree_with_their_dates() -> None:
    for file in reports():
        text = " ".join(page.extract_text() for page in PdfReader(file).pages)
        for weekday, day, month, year in _DAY.findall(text):
            named = date.fromisoformat(f"{year}-{_month(month):02}-{int(day):02}")
            assert f"{named:%A}" == weekday, f"{file.name}: {weekday} {day} {month} {year}"


def test_the_meetings_are_on_thursdays_seven_weeks_apart() -> None:
    meeting = load()
    assert meeting.date
    assert meeting.previous_meeting
    assert meeting.next_meeting
    assert f"{meeting.date:%A}" == "Thursday"
    assert meeting.previous_meeting.date == meeting.date - timedelta(weeks=7)
    assert meeting.next_meeting.date == meeting.date + timedelta(weeks=7)


def test_the_agenda_is_published_on_the_last_day_for_five_clear_working_days() -> None:
    meeting = load()
    assert meeting.date
    holidays = bank_holidays_around(meeting.notice_rule.nation, meeting.date)
    assert meeting.published == last_publication_day(meeting.date, meeting.notice_rule, holidays)


def test_the_checks_find_nothing_worse_than_notes(copied: MeetingFolder) -> None:
    findings = check_folder(copied, paths.cache(), BEFORE_THE_MEETING, SilentProgress()).open
    assert {finding.severity for finding in findings} == {Severity.NOTE}
    assert len(findings) == 3  # two reports that are not A4, and one with a contents list of its own


def test_nothing_is_missing_in_any_report_for_screen_readers(copied: MeetingFolder) -> None:
    result = CliRunner().invoke(main, ["check", "--accessibility", str(copied.path)])
    assert "Nothing is missing in any report that a program can find." in result.output


def test_the_pack_has_sixty_to_eighty_pages(copied: MeetingFolder) -> None:
    (built,) = build_packs(copied, paths.cache(), BEFORE_THE_MEETING, SilentProgress())
    with pikepdf.open(built.file) as pdf:
        assert 60 <= len(pdf.pages) <= 80


def test_the_pack_keeps_the_rules_of_pdf_ua_and_says_so(copied: MeetingFolder) -> None:
    (built,) = build_packs(copied, paths.cache(), BEFORE_THE_MEETING, SilentProgress())
    assert rules_that_fail(built.file) == 0
    with pikepdf.open(built.file) as pdf:
        assert structure_faults(pdf) == ()
        assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.Root.Metadata.read_bytes()


def test_the_pack_has_nothing_to_say_when_it_is_looked_through(copied: MeetingFolder) -> None:
    (built,) = build_packs(copied, paths.cache(), BEFORE_THE_MEETING, SilentProgress())
    assert look_through(built.file, built.record, paths.cache(), SilentProgress()) == PackVerdict()


def test_the_sample_is_small() -> None:
    assert sum(file.stat().st_size for file in SAMPLE.rglob("*") if file.is_file()) < _MEGABYTE


def test_the_generator_draws_the_same_bytes_each_time(made_anew: Path) -> None:
    """Byte for byte where the pictures' and compression's libraries are the same; see the next test for elsewhere."""
    again = made_anew.parent / "again"
    importlib.import_module("sample_source.make_sample").make_sample(again)
    for file in sorted(made_anew.rglob("*.p*")):
        assert file.read_bytes() == (again / file.relative_to(made_anew)).read_bytes(), file.name


@pytest.mark.parametrize("name", PAGES)
def test_the_generator_draws_the_papers_that_are_shipped(made_anew: Path, name: str) -> None:
    """Compared unpacked, since another library may compress the same page into other bytes."""
    with pikepdf.open(SAMPLE / "reports" / name) as shipped, pikepdf.open(made_anew / "reports" / name) as made:
        assert [_drawn(page) for page in made.pages] == [_drawn(page) for page in shipped.pages]


def _fonts(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    resources = page.obj.get("/Resources", pikepdf.Dictionary())
    for _, font in resources.get("/Font", pikepdf.Dictionary()).items():
        yield font


def _drawn(page: pikepdf.Page) -> tuple[bytes, list[str]]:
    page.contents_coalesce()
    return page.obj.Contents.read_bytes(), [str(box) for box in page.mediabox]


def _elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _roles(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S) for element in _elements(pdf.Root.StructTreeRoot)]


def _month(name: str) -> int:
    return [f"{date(2027, month, 1):%B}" for month in range(1, 13)].index(name) + 1
