"""Whatever a clerk changes between issues: no page is lost, no number comes twice, no exempt word gets out.

`AGENDABUILDER_EXAMPLES=1000 pytest tests/app/test_random_issues.py` tries as many meetings as it says.
"""

import os
import random
import re
import zlib
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import make_report
from pypdf import PdfReader

from agendabuilder.app.issue_pack import issue_pack
from agendabuilder.app.made_packs import BuiltPack, IssueOrder
from agendabuilder.domain.audience import Audience
from agendabuilder.domain.issued_pack import IssueMode
from agendabuilder.domain.item import Access, Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.errors import IssueError
from agendabuilder.progress import SilentProgress
from agendabuilder.store.meeting_folder import MeetingFolder, create_folder

EXAMPLES = int(os.environ.get("AGENDABUILDER_EXAMPLES", "8"))
OWN_PAGE = re.compile(r"(paper [a-z]+), own page (\d+)")
SECRET = "Quillfeather"


@dataclass
class Clerk:
    """Somebody who changes a meeting at random and issues it."""

    folder: MeetingFolder
    chance: random.Random
    papers: dict[str, int] = field(default_factory=dict)
    count: int = 0

    def add_item(self, meeting: Meeting) -> Meeting:
        self.count += 1
        secret = self.chance.random() < 0.3
        item = Item(
            id=f"i{self.count}",
            title=f"{SECRET} business {self.count}" if secret else f"Business {self.count}",
            public_title=f"Private business {self.count}" if secret else "",
            access=Access.EXEMPT if secret else Access.PUBLIC,
            paragraphs=(3,) if secret else (),
            text=f"{SECRET} asked for this." if secret else "",
        )
        place = self.chance.randint(0, len(meeting.items))
        items = (*meeting.items[:place], item, *meeting.items[place:])
        return self.add_report(replace(meeting, items=items), item.id)

    def add_report(self, meeting: Meeting, item_id: str = "") -> Meeting:
        chosen = item_id or self._any_item(meeting)
        self.count += 1
        report_id = f"r{self.count}"
        items = []
        for item in meeting.items:
            if item.id == chosen:
                secret = item.access is not Access.PUBLIC
                name = f"{SECRET}{self.count}.pdf" if secret else f"paper{self.count}.pdf"
                report = Report(id=report_id, title=SECRET if secret else "Paper", file=f"reports/{name}")
                item = replace(item, reports=(*item.reports, report))
                self._write(report, secret)
            items.append(item)
        return replace(meeting, items=tuple(items))

    def replace_report(self, meeting: Meeting) -> Meeting:
        reports = [(item, report) for item in meeting.items for report in item.reports]
        if reports:
            item, report = self.chance.choice(reports)
            self._write(report, item.access is not Access.PUBLIC)
        return meeting

    def withdraw_report(self, meeting: Meeting) -> Meeting:
        chosen = self._any_item(meeting)
        items = [replace(item, reports=item.reports[1:]) if item.id == chosen else item for item in meeting.items]
        return replace(meeting, items=tuple(items))

    def move_item(self, meeting: Meeting) -> Meeting:
        items = list(meeting.items)
        self.chance.shuffle(items)
        return replace(meeting, items=tuple(items))

    def reword(self, meeting: Meeting) -> Meeting:
        words = "\n\n".join(["More is said of it."] * self.chance.randint(1, 60))
        chosen = self._any_item(meeting)
        public = [item.id for item in meeting.items if item.access is Access.PUBLIC]
        items = [replace(item, text=words) if item.id == chosen in public else item for item in meeting.items]
        return replace(meeting, items=tuple(items))

    def make_exempt(self, meeting: Meeting) -> Meeting:
        """What was open to the public is so no more, under another title."""
        chosen = self._any_item(meeting)
        return replace(meeting, items=tuple(_hidden(item) if item.id == chosen else item for item in meeting.items))

    def _any_item(self, meeting: Meeting) -> str:
        return self.chance.choice(meeting.items).id

    def _write(self, report: Report, secret: bool) -> None:
        """A new file for a report, whose pages say which paper and which page they are."""
        name = "".join(chr(ord("a") + int(digit)) for digit in report.id[1:])
        pages = self.chance.randint(1, 5)
        words = f"{SECRET} paper {name}" if secret else f"paper {name}"
        make_report(self.folder.path / report.file, pages, words)
        self.papers[report.id] = pages


def _hidden(item: Item) -> Item:
    return replace(item, access=Access.EXEMPT, paragraphs=(3,), public_title=f"Private business {item.id}")


def issued_pages(pack: BuiltPack) -> list[tuple[str, str]]:
    reader = PdfReader(pack.file)
    return list(zip(reader.page_labels, (page.extract_text() for page in reader.pages), strict=True))


def check_members(clerk: Clerk, meeting: Meeting, pack: BuiltPack, way: IssueMode) -> None:
    pages = issued_pages(pack)
    labels = [label for label, _ in pages]
    assert len(set(labels)) == len(labels)
    found: dict[str, list[int]] = {}
    for label, text in pages:
        if own := OWN_PAGE.search(text):
            found.setdefault(own[1], []).append(int(own[2]))
            assert f"Page {label}" in text
    there = [report for item in meeting.items for report in item.reports]
    wanted = {_name(report): list(range(1, clerk.papers[report.id] + 1)) for report in there}
    if way is IssueMode.SUPPLEMENT:
        wanted = {name: wanted[name] for name in found}
    assert found == wanted
    records = {report.id: report for item in pack.record.items for report in item.reports if report.pages_out}
    for report in there:
        if record := records.get(report.id):
            first = next(label for label, text in pages if _name(report) in text and "own page 1" in text)
            assert record.first_page == first


def _name(report: Report) -> str:
    return "paper " + "".join(chr(ord("a") + int(digit)) for digit in report.id[1:])


def check_public(pack: BuiltPack) -> None:
    """The marker is in no page, no string and no stream of the file, packed or not."""
    assert SECRET.lower().encode() not in pack.file.read_bytes().lower()
    with pikepdf.open(pack.file) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream):
                assert SECRET.encode() not in item.read_raw_bytes()
                assert SECRET.encode() not in _decoded(item)
            assert SECRET not in str(pikepdf.Object.unparse(item, resolved=False))
    assert all(SECRET not in text for _, text in issued_pages(pack))


def _decoded(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except (pikepdf.PdfError, zlib.error):
        return b""


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32), st.booleans())
def test_any_run_of_changes_and_issues_loses_no_page_and_tells_no_secret(seed: int, blank_pages: bool) -> None:
    chance = random.Random(seed)
    with TemporaryDirectory() as scratch:
        path = Path(scratch) / "meeting"
        meeting = Meeting(
            committee="Housing Committee", date=date(2027, 3, 4), blank_pages=blank_pages, change_sheet=True
        )
        clerk = Clerk(create_folder(path, meeting), chance)
        for _ in range(chance.randint(2, 4)):
            meeting = clerk.add_item(meeting)
        edits = (clerk.add_item, clerk.add_report, clerk.replace_report, clerk.withdraw_report, clerk.move_item,
                 clerk.reword, clerk.make_exempt)  # fmt: skip
        for way in (IssueMode.RENUMBER, *chance.choices(list(IssueMode), k=3)):
            clerk.folder.save(meeting)
            order = IssueOrder(way, who="Clerk")
            try:
                made = issue_pack(clerk.folder, Path(scratch) / "cache", date(2027, 2, 1), SilentProgress(), order)
            except IssueError:
                if way is not IssueMode.SUPPLEMENT:
                    raise
            else:
                check_members(clerk, meeting, made.packs[0], way)
                for pack in made.packs:
                    if pack.audience is Audience.PUBLIC:
                        check_public(pack)
            for edit in chance.choices(edits, k=chance.randint(1, 3)):
                meeting = edit(meeting)
