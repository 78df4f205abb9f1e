"""The members' pack and the public's have the same page numbers, whatever the public may not read."""

from datetime import date
from pathlib import Path
from typing import Any

from making import make_folder
from pypdf import PdfReader

from agendabuilder import paths
from agendabuilder.app.build_pack import build_packs
from agendabuilder.app.made_packs import BuildOrder
from agendabuilder.domain.audience import Audience
from agendabuilder.progress import SilentProgress
from agendabuilder.store.meeting_folder import open_folder

LONG_TEXT = "\n\n".join(f"Paragraph {number} of what only members may know." for number in range(120))


def build(folder: Path, order: BuildOrder | None = None) -> dict[Audience | None, list[tuple[str, str]]]:
    """The label and the text of each page of each pack."""
    packs = build_packs(open_folder(folder), paths.cache(), date(2027, 2, 1), SilentProgress(), order or BuildOrder())
    found = {}
    for pack in packs:
        reader = PdfReader(pack.file)
        texts = [" ".join(page.extract_text().split()) for page in reader.pages]
        found[pack.audience] = list(zip(reader.page_labels, texts, strict=True))
    return found


def meeting_with_a_sale(tmp_path: Path, **settings: Any) -> Path:
    sale = {"title": "Sale of a site", "access": "exempt", "paragraphs": [3], "text": settings.pop("text", "")}
    items = [
        {"title": "Minutes", "reports": [("minutes", 2)]},
        {**sale, "reports": [("offers", 5), ("valuation", 1)]},
        {"title": "Budget", "reports": [("budget", 3)]},
    ]
    return make_folder(tmp_path / "meeting", items, **settings)


def labels(pages: list[tuple[str, str]]) -> str:
    return " ".join(label for label, _ in pages)


def test_one_page_stands_for_each_exempt_report_and_the_budget_is_where_members_have_it(tmp_path: Path) -> None:
    packs = build(meeting_with_a_sale(tmp_path))
    assert labels(packs[Audience.MEMBERS]) == "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"
    assert labels(packs[Audience.PUBLIC]) == "1 2 3 4 5 10 11 12 13 14 15 16"
    public = dict(packs[Audience.PUBLIC])
    assert "Pages 5 - 10 are not for publication" in public["5"]
    assert "budget, own page 1" in public["13"]
    assert "5 - 12" in public["1"]


def test_front_matter_that_is_shorter_for_the_public_is_filled_up_with_blank_pages(tmp_path: Path) -> None:
    packs = build(meeting_with_a_sale(tmp_path, text=LONG_TEXT))
    members, public = packs[Audience.MEMBERS], packs[Audience.PUBLIC]
    front = next(index for index, (_, text) in enumerate(members) if "minutes" in text.lower() and index > 1)
    assert front > 3
    assert members[front][0] == public[front][0]
    assert "intentionally left blank" in public[front - 1][1]
    assert not any("only members may know" in text for _, text in public)


def test_a_public_pack_without_gaps_has_numbers_of_its_own(tmp_path: Path) -> None:
    packs = build(meeting_with_a_sale(tmp_path, public_keeps_numbers=False))
    assert labels(packs[Audience.PUBLIC]) == "1 2 3 4 5 6 7 8"


def test_while_nothing_is_exempt_there_is_one_pack_for_everybody(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "meeting", [{"title": "Minutes", "reports": [("minutes", 2)]}])
    for audience in (None, Audience.PUBLIC, Audience.MEMBERS):
        assert list(build(folder, BuildOrder(audience=audience))) == [None]
