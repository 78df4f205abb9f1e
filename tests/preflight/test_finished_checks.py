"""What was met in a finished file is told of the report that it comes from, or is a fault of the program."""

from dataclasses import replace

import pytest

from agendabuilder.domain.finding import Severity
from agendabuilder.pack.proof.finished_file import FileFaults, PageFault
from agendabuilder.pack.tagging.structure_fault import Fault, StructureFault
from agendabuilder.preflight.finished_checks import judge
from agendabuilder.store.build_record import RECORD_FORMAT, BuildRecord, ItemRecord, ReportRecord


def report(name: str, first: str | None, last: str | None, pages: int = 2) -> ReportRecord:
    return ReportRecord(name, name, f"reports/{name}.pdf", "attached", "", pages, pages, first, last)


def record(*items: ItemRecord) -> BuildRecord:
    return BuildRecord(RECORD_FORMAT, "1", "pack.pdf", "Agenda", None, False, "", 10, 2, items, (), 1.0)


def item(number: str, title: str, *reports: ReportRecord) -> ItemRecord:
    return ItemRecord(f"item-{number}", number, title, None, None, reports)


OF_A_REPORT = {
    Fault.MARK_TWICE,
    Fault.MARK_MISSING,
    Fault.MARK_ORPHANED,
    Fault.MARK_ODD,
    Fault.MARKS_UNBALANCED,
    Fault.CONTENT_UNREADABLE,
    Fault.NOTE_ORPHANED,
}
LABELS = ("1", "2", "3", "4", "4a", "4b", "7", "8", "9", "10")
PAPERS = record(
    item("1", "Minutes", report("minutes", "3", "4b")),
    item("2", "Budget", report("budget", "7", "8"), report("annex", "9", "10")),
    item("3", "Talk", report("verbal", None, None, 0)),
)


def found(**faults: object) -> FileFaults:
    return replace(FileFaults(LABELS), **faults)


def test_nothing_met_is_nothing_said() -> None:
    verdict = judge(found(), PAPERS)
    assert (verdict.findings, verdict.faults) == ((), ())


def test_damage_on_several_pages_of_a_report_is_one_finding_with_the_printed_numbers() -> None:
    damage = tuple(PageFault(sheet, "unexpected )") for sheet in (6, 3, 4, 5, 5, 7))
    first, second = judge(found(damage=damage), PAPERS).findings
    assert first.sentence == (
        "Item 1 “Minutes”: the file “minutes.pdf” is damaged: "
        "viewers may not show all of pages 3, 4, 4a and 1 more of the pack."
    )
    assert (first.item_id, first.report_id, first.severity) == ("item-1", "minutes", Severity.WARNING)
    assert "all of page 7 of" in second.sentence


def test_tags_are_not_told_of_pages_that_are_damaged_anyway() -> None:
    damage = (PageFault(7, "unexpected )"),)
    structure = (StructureFault(Fault.MARK_MISSING, 7, "3"), StructureFault(Fault.MARK_ORPHANED, 9, "1"))
    verdict = judge(found(damage=damage, structure=structure), PAPERS)
    assert [(each.code, each.report_id) for each in verdict.findings] == [
        ("pack-damaged", "budget"),
        ("pack-tags", "annex"),
    ]
    assert verdict.faults == ()


@pytest.mark.parametrize("kind", Fault)
def test_only_what_a_report_says_of_its_own_words_is_the_reports(kind: Fault) -> None:
    on_report, on_front, on_none = (judge(found(structure=(StructureFault(kind, page),)), PAPERS) for page in (7, 1, 0))
    assert (bool(on_report.findings), bool(on_report.faults)) == (kind in OF_A_REPORT, kind not in OF_A_REPORT)
    assert on_front.faults == (f"Page 1 would be read out wrongly: {kind}.",)
    assert on_none.faults == (f"The file would be read out wrongly: {kind}.",)


def test_fonts_are_one_note_for_all_reports_and_the_way_to_the_only_one() -> None:
    fonts = tuple(PageFault(7, name) for name in ("Arial", "Garamond", "Arial"))
    (one,) = judge(found(fonts=fonts), PAPERS).findings
    assert "missing in Item 2 “Budget” “budget.pdf” (Arial, Garamond)." in one.sentence
    assert (one.item_id, one.report_id, one.severity) == ("item-2", "budget", Severity.NOTE)
    (both,) = judge(found(fonts=(*fonts, PageFault(4, "Bodoni"))), PAPERS).findings
    assert "“minutes.pdf” (Bodoni)" in both.sentence
    assert (both.item_id, both.report_id) == ("", "")


def test_what_is_met_on_a_page_of_ours_is_a_fault_each_said_once() -> None:
    faults = (PageFault(0, "xref not found"), PageFault(2, "unexpected )"), PageFault(2, "unexpected )"))
    verdict = judge(found(damage=faults, fonts=(PageFault(1, "SourceSans3"),)), PAPERS)
    assert verdict.findings == ()
    assert verdict.faults == (
        "The file is damaged (xref not found).",
        "Page 2 is damaged (unexpected )).",
        "Page 1 lacks the font SourceSans3.",
    )


def test_a_file_that_cannot_even_be_opened_is_a_fault() -> None:
    assert judge(FileFaults(damage=(PageFault(0, "no pages"),)), PAPERS).faults == ("The file is damaged (no pages).",)
