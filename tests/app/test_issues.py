"""After publication: a pack goes on in three ways, and every page's four numbers agree in each of them.

The meeting has the page counts of a real pack; then a report grows by three pages, one is withdrawn, and an item
comes late.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import make_folder, make_report
from pypdf import PdfReader

from agendabuilder import paths
from agendabuilder.app.changes import changes_now
from agendabuilder.app.issue_pack import issue_pack
from agendabuilder.app.made_packs import Issue, IssueOrder
from agendabuilder.domain.change_sheet import change_text
from agendabuilder.domain.issued_pack import IssueMode
from agendabuilder.errors import IssueError
from agendabuilder.progress import SilentProgress
from agendabuilder.store.issues import IssuesFolder
from agendabuilder.store.meeting_folder import open_folder

DAY = date(2027, 2, 24)


def made(tmp_path: Path) -> Path:
    items: list[dict[str, Any]] = [
        {"id": "4", "number": "4", "title": "Minutes", "reports": [("minutes", 8), ("notes", 1), ("log", 2)]},
        {"id": "6", "number": "6", "title": "Services", "reports": [("services", 26)]},
        {"id": "7", "number": "7", "title": "Change", "reports": [("change", 15)]},
        {"id": "8", "number": "8", "title": "Review", "reports": [("review", 17)]},
        {"id": "9", "number": "9", "title": "Work", "reports": [("work", 2)]},
    ]
    return make_folder(tmp_path / "meeting", items)


def change_late(folder: Path) -> None:
    """Item 6's report grows by three pages, item 7's is withdrawn, and there is an item 8a."""
    make_report(folder / "reports" / "services.pdf", 29, "services, corrected")
    make_report(folder / "reports" / "late.pdf", 3, "late")
    keys = json.loads((folder / "meeting.agenda").read_text("utf-8"))
    keys["items"][1]["reports"][0]["late_reason"] = "A table was wrong."
    keys["items"][2]["reports"] = []
    late = {"id": "8a", "number": "8a", "title": "Grant", "urgency": "The offer ends on 8 March."}
    keys["items"].insert(4, {**late, "reports": [{"title": "Grant offer", "file": "reports/late.pdf"}]})
    (folder / "meeting.agenda").write_text(json.dumps(keys), "utf-8")


def issue(folder: Path, way: IssueMode = IssueMode.RENUMBER) -> Issue:
    order = IssueOrder(way, "A note", "B Ó Briain")
    return issue_pack(open_folder(folder), paths.cache(), DAY, SilentProgress(), order)


def page_map(issued: Issue) -> str:
    """The pack as its readers see it, a word for each page: the label, and the first letter of what is on it."""
    reader = PdfReader(issued.packs[0].file)
    return " ".join(
        f"{label}{_letter(page.extract_text(), label)}"
        for label, page in zip(reader.page_labels, reader.pages, strict=True)
    )


def _letter(text: str, label: str) -> str:
    assert "left blank" in text or f"Page {label}" in text
    if "left blank" in text:
        return "_"
    if "withdrawn" in text and "own page" not in text and "Agenda" not in text:
        return "x"
    return next((word[0].upper() for word in WORDS if f"{word}, own page" in text or f"{word}, corr" in text), "F")


WORDS = ("minutes", "notes", "log", "services", "change", "review", "work", "late")
FIRST = (
    "1F 2_ 3M 4M 5M 6M 7M 8M 9M 10M 11N 12_ 13L 14L 15S 16S 17S 18S 19S 20S 21S 22S 23S 24S 25S 26S 27S 28S 29S 30S "
    "31S 32S 33S 34S 35S 36S 37S 38S 39S 40S 41C 42C 43C 44C 45C 46C 47C 48C 49C 50C 51C 52C 53C 54C 55C 56_ "
    "57R 58R 59R 60R 61R 62R 63R 64R 65R 66R 67R 68R 69R 70R 71R 72R 73R 74_ 75W 76W"
)


def ranges(issued: Issue) -> str:
    items = (item for item in issued.packs[0].record.items if item.first_page)
    return "; ".join(f"{item.number}: {item.first_page} - {item.last_page}" for item in items)


def test_the_first_issue_is_kept_with_its_record_and_its_pages(tmp_path: Path) -> None:
    folder = made(tmp_path)
    first = issue(folder)
    assert page_map(first) == FIRST
    kept = IssuesFolder(folder).latest()
    assert kept == first.issued
    assert kept is not None
    assert (kept.number, kept.who, kept.day, kept.note) == (1, "B Ó Briain", DAY, "A note")
    assert first.packs[0].file.is_relative_to(folder / "issues" / "issue 1")


def test_renumbered_every_page_is_counted_anew(tmp_path: Path) -> None:
    folder = made(tmp_path)
    issue(folder)
    change_late(folder)
    again = issue(folder)
    assert ranges(again) == "4: 3 - 14; 6: 15 - 44; 8: 45 - 62; 8a: 63 - 66; 9: 67 - 68"
    assert page_map(again).endswith(
        "44_ 45R 46R 47R 48R 49R 50R 51R 52R 53R 54R 55R 56R 57R 58R 59R 60R 61R 62_ 63L 64L 65L 66_ 67W 68W"
    )


def test_with_kept_numbers_every_page_that_was_there_is_where_it_was(tmp_path: Path) -> None:
    folder = made(tmp_path)
    issue(folder)
    change_late(folder)
    again = issue(folder, IssueMode.KEEP)
    assert ranges(again) == "4: 3 - 14; 6: 15 - 40d; 8: 57 - 74; 8a: 74a - 74d; 9: 75 - 76"
    shown = page_map(again)
    assert " 39S 40S 40aS 40bS 40cS 40d_ 41x 56_ 57R " in shown
    assert shown.endswith(" 73R 74_ 74aL 74bL 74cL 74d_ 75W 76W")


def test_a_supplement_holds_the_late_papers_alone_and_is_numbered_on(tmp_path: Path) -> None:
    folder = made(tmp_path)
    issue(folder)
    change_late(folder)
    supplement = issue(folder, IssueMode.SUPPLEMENT)
    assert ranges(supplement) == "6: 79 - 108; 8a: 109 - 112"
    front = " ".join(PdfReader(supplement.packs[0].file).pages[0].extract_text().split())
    assert "Supplement 1" in front
    assert "Replaces pages 15 to 40 of the agenda pack." in front
    assert "Why it is late: A table was wrong." in front
    assert "pages 41 to 56 of the agenda pack, is withdrawn." in front
    assert "Reason for urgency: The offer ends on 8 March." in front


def test_the_pack_as_it_stands_has_the_supplements_pages_on_their_own_numbers(tmp_path: Path) -> None:
    folder = made(tmp_path)
    issue(folder)
    change_late(folder)
    issue(folder, IssueMode.SUPPLEMENT)
    standing = issue(folder, IssueMode.KEEP)
    assert ranges(standing) == "4: 3 - 14; 6: 79 - 108; 8: 57 - 74; 8a: 109 - 112; 9: 75 - 76"
    shown = page_map(standing)
    assert " 14L 15x 40_ 79S 80S " in shown
    assert " 107S 108_ 41x 56_ 57R " in shown
    assert shown.endswith(" 73R 74_ 109L 110L 111L 112_ 75W 76W")


def test_a_second_supplement_goes_on_from_the_first(tmp_path: Path) -> None:
    folder = made(tmp_path)
    issue(folder)
    change_late(folder)
    issue(folder, IssueMode.SUPPLEMENT)
    make_report(folder / "reports" / "work.pdf", 4, "work")
    second = issue(folder, IssueMode.SUPPLEMENT)
    assert ranges(second) == "9: 115 - 118"
    assert "Supplement 2" in PdfReader(second.packs[0].file).pages[0].extract_text()


def test_a_supplement_without_late_papers_is_refused(tmp_path: Path) -> None:
    folder = made(tmp_path)
    with pytest.raises(IssueError, match="no issue yet"):
        issue(folder, IssueMode.SUPPLEMENT)
    issue(folder)
    with pytest.raises(IssueError, match="No paper has been added"):
        issue(folder, IssueMode.SUPPLEMENT)
    assert len(IssuesFolder(folder).all()) == 1


def test_what_is_different_is_said_before_anything_is_issued(tmp_path: Path) -> None:
    folder = made(tmp_path)
    issue(folder)
    change_late(folder)
    meeting = open_folder(folder).load()
    text = change_text(changes_now(meeting, folder, paths.cache(), SilentProgress(), IssueMode.KEEP).sheet)
    assert "Item 6 “Services”: the report “Services” was replaced (now 29 pages, before 26)." in text
    assert "Pages before: 15 - 40. Pages now: 15 - 40d." in text
    assert "Item 8a “Grant” was added." in text
    assert "Item 7 “Change”: the report “Change” was withdrawn (15 pages)." in text


def test_the_change_sheet_is_a_page_of_the_pack_where_the_clerk_wants_it(tmp_path: Path) -> None:
    folder = made(tmp_path)
    issue(folder)
    change_late(folder)
    keys = json.loads((folder / "meeting.agenda").read_text("utf-8"))
    (folder / "meeting.agenda").write_text(json.dumps({**keys, "change_sheet": True}), "utf-8")
    again = issue(folder, IssueMode.KEEP)
    sheet = " ".join(PdfReader(again.packs[0].file).pages[1].extract_text().split())
    assert "What has changed This pack follows issue 1 of 24 February 2027." in sheet
    assert "Item 7 “Change”: the report “Change” was" in sheet
    assert "41 - 56" in sheet
    assert ranges(again) == "4: 3 - 14; 6: 15 - 40d; 8: 57 - 74; 8a: 74a - 74d; 9: 75 - 76"
