"""What is noticed of a pack when it is finished."""

from pathlib import Path

from agendabuilder.domain.audience import Audience
from agendabuilder.domain.item import Item, Report
from agendabuilder.preflight.pack_checks import check_pack_size
from tests.pack.pack_making import HOUSING, make_pdf
from tests.pack.public_making import lay_out, with_ids


def test_a_pack_that_many_systems_do_not_take_names_its_largest_reports(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 1)
    make_pdf(tmp_path / "b.pdf", 40)
    reports = (Report(title="Minutes", file="a.pdf"), Report(title="Budget", file="b.pdf"))
    contents = lay_out(tmp_path, with_ids(HOUSING, [Item(title="Papers", reports=reports)]), Audience.MEMBERS)
    (finding,) = check_pack_size(60_000_000, contents)
    assert finding.sentence == "The pack is 60 MB, which some web sites and mail systems do not take."
    assert finding.advice.startswith("The largest reports are “Budget” (1 MB), “Minutes” (1 MB).")
    assert not list(check_pack_size(50_000_000, contents))
