"""What the pack made of each report's tags is said in one line."""

from agendabuilder.app.tags_in_pack import tags_in_words
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.pack.tagging.report_tags import Mend, ReportTags, TagsFate

MEETING = Meeting(items=(Item(id="i", reports=(Report(id="r", file="r.pdf", alt_texts=("A roof", "", "A wall")),)),))


def line(*tags: ReportTags) -> str:
    return tags_in_words(tags, MEETING)["r"]


def test_tags_that_are_kept_are_said_to_be_kept() -> None:
    assert line(ReportTags("r", TagsFate.KEPT)) == "its tags are kept."


def test_mends_are_added_up_and_those_of_fonts_only_mentioned() -> None:
    first = ReportTags("r", TagsFate.KEPT, mends=((Mend.LINK_DESCRIBED, 2), (Mend.LETTER_MENDED, 7)))
    said = line(first, ReportTags("r", TagsFate.KEPT, mends=((Mend.LINK_DESCRIBED, 1),)))
    assert "3 links without a description were described by where they lead" in said
    assert said.endswith("small faults of its fonts were put right.")


def test_pictures_that_the_clerk_described_are_counted() -> None:
    said = line(ReportTags("r", TagsFate.KEPT, figures=5))
    assert said == "its tags are kept; you described 2 of 5 pictures without alternate text."


def test_reports_without_tags_and_with_broken_ones_are_told_apart() -> None:
    assert "since it has no tags" in line(ReportTags("r", TagsFate.WRAPPED))
    assert "since it has no structure" in line(ReportTags("r", TagsFate.BROKEN, "it has no structure"))
