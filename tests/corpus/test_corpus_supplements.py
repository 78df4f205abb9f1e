"""A published supplement, built again from its originals, has the pages and ranges that were printed in it."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from agendabuilder import paths
from agendabuilder.app.issue_pack import issue_pack
from agendabuilder.app.made_packs import IssueOrder
from agendabuilder.domain.issued_pack import IssueMode
from agendabuilder.progress import SilentProgress
from agendabuilder.store.meeting_folder import open_folder

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
PUBLISHED = sorted(CORPUS.rglob("public_packs/*upplement*.pdf")) if CORPUS.is_dir() else []

pytestmark = pytest.mark.skipif(not PUBLISHED, reason="there is no corpus beside the project")


def late_papers(published: Path) -> list[Path]:
    """The report and then its appendices: all originals but the front sheet and the minutes."""
    originals = (published.parent.parent / "originals").glob("*.pdf")
    papers = [path for path in originals if not {"frontsheet", "minutes"} & set(path.name.lower().split())]
    return sorted(papers, key=lambda path: ("appendix" in path.name.lower(), path.name))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("published", PUBLISHED, ids=lambda _: "supplement")
def test_a_published_supplement_is_rebuilt_page_by_page(published: Path, tmp_path: Path) -> None:
    folder = tmp_path / "meeting"
    (folder / "reports").mkdir(parents=True)
    keys = {"format": 1, "committee": "Council", "date": "2027-01-14", "count_front": False}
    announced = {"id": "3", "number": "3", "title": "A late report"}
    owed = [{"id": "0", "title": "Report", "to_follow": {"owner": "The author"}}]
    write = folder / "meeting.agenda"
    write.write_text(json.dumps({**keys, "items": [{**announced, "reports": owed}]}), "utf-8")
    issue_pack(open_folder(folder), paths.cache(), date(2027, 1, 5), SilentProgress(), IssueOrder())
    reports = []
    for number, paper in enumerate(late_papers(published)):
        shutil.copyfile(paper, folder / "reports" / f"{number}.pdf")
        reports.append({"id": str(number), "title": f"Paper {number}", "file": f"reports/{number}.pdf"})
    late = {**keys, "supplements_number_on": False, "items": [{**announced, "reports": reports}]}
    write.write_text(json.dumps(late), "utf-8")
    made = issue_pack(
        open_folder(folder), paths.cache(), date(2027, 1, 6), SilentProgress(), IssueOrder(IssueMode.SUPPLEMENT)
    )
    (item,) = made.packs[0].record.items
    printed = PdfReader(published)
    assert f"(Pages {item.first_page} - {item.last_page})" in "".join(page.extract_text() for page in printed.pages[:2])
    assert len(PdfReader(made.packs[0].file).pages) == len(printed.pages)
