"""Names of packs: each tells what the pack is, and every system can have it."""

from datetime import date
from pathlib import Path

import pytest

from agendabuilder.app.made_packs import BuildOrder
from agendabuilder.app.pack_name import is_folder, pack_file
from agendabuilder.domain.audience import Audience
from agendabuilder.domain.issued_pack import IssueMode
from agendabuilder.domain.meeting import Meeting

MEETING = Meeting(committee="Housing Committee", date=date(2027, 3, 4))
SUPPLEMENT = IssueMode.SUPPLEMENT


@pytest.mark.parametrize(
    ("audience", "order", "ending"),
    [
        (None, BuildOrder(), ""),
        (Audience.PUBLIC, BuildOrder(draft=True), " DRAFT-public"),
        (None, BuildOrder(way=SUPPLEMENT), " supplement"),
        (Audience.MEMBERS, BuildOrder(reader="Cllr A: Byrne"), " for Cllr A Byrne-members"),
        (Audience.PUBLIC, BuildOrder(reader="Cllr A Byrne"), "-public"),
        (Audience.MEMBERS, BuildOrder(reader="..."), " for one reader-members"),
        (Audience.MEMBERS, BuildOrder(way=SUPPLEMENT, draft=True, reader="B"), " supplement DRAFT for B-members"),
    ],
)
def test_a_name_tells_what_the_pack_is(
    tmp_path: Path, audience: Audience | None, order: BuildOrder, ending: str
) -> None:
    named = pack_file(tmp_path, MEETING, audience, order).name
    assert named == f"2027-03-04 Housing Committee agenda pack{ending}.pdf"


def test_the_longest_name_and_its_record_fit_every_system(tmp_path: Path) -> None:
    order = BuildOrder(draft=True, way=SUPPLEMENT, reader="x" * 300)
    longest = pack_file(tmp_path, Meeting(committee="y" * 300), Audience.MEMBERS, order)
    assert len(f"{longest.stem}.record.json") <= 255


@pytest.mark.parametrize(
    ("place", "wanted"), [("packs", True), ("packs v1.2", True), ("pack.pdf", False), ("pack.PDF", False)]
)
def test_a_place_without_a_files_ending_is_a_folder(tmp_path: Path, place: str, wanted: bool) -> None:
    assert is_folder(tmp_path / place) is wanted
