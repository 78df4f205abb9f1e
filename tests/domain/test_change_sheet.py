"""A reader with the last issue in hand can follow by the change sheet alone."""

from dataclasses import replace

from issue_making import LATE, SELECT_COMMITTEE, issue_of, meeting_of, page_counts_of, state_of

from agendabuilder.domain.change_sheet import change_sheet, change_text
from agendabuilder.domain.edits import add_item, add_report, change_report
from agendabuilder.domain.item import Access, Item, Report
from agendabuilder.domain.pack_state import public_state
from agendabuilder.domain.presentation import RangeForm, Wording

BEFORE = state_of(meeting_of(SELECT_COMMITTEE), page_counts_of(SELECT_COMMITTEE))
ISSUED = issue_of(BEFORE)
KEPT = state_of(meeting_of(LATE), page_counts_of(LATE), {"6.0": "second"}, ISSUED.standing)
ANEW = state_of(meeting_of(LATE), page_counts_of(LATE), {"6.0": "second"})


def test_with_kept_numbers_each_line_says_what_to_swap() -> None:
    sheet = change_sheet(ISSUED, KEPT)
    assert (sheet.heading, sheet.follows) == ("What has changed", "This pack follows issue 1 of 6 January 2027.")
    assert [(line.what, line.old_pages, line.new_pages, line.printed_copy) for line in sheet.lines] == [
        (
            "The front pages with the agenda are new.",
            "1 - 2",
            "1 - 2",
            "Take out the sheet with pages 1 and 2; put in the new sheet with pages 1 and 2.",
        ),
        (
            "Item 6 “Business 6”: the report “Paper 6.0” was replaced (now 29 pages, before 26).",
            "15 - 40",
            "15 - 40d",
            "Take out the sheets with pages 15 to 56; put in the new sheets with pages 15 to 56.",
        ),
        ("Item 7 “Business 7” was taken off the agenda.", "41 - 56", "", ""),
        ("Item 7 “Business 7”: the report “Paper 7.0” was withdrawn (15 pages).", "41 - 56", "", ""),
        (
            "Item 8a “Business 8a” was added.",
            "",
            "74a - 74f",
            "Put in the new sheets with pages 74a to 74f after page 74.",
        ),
        ("Item 8a “Business 8a”: the report “Paper 8a.0” was added (5 pages).", "", "74a - 74f", ""),
    ]


def test_renumbered_pages_have_lines_of_their_own() -> None:
    lines = change_sheet(ISSUED, ANEW).lines
    moved = [(line.old_pages, line.new_pages) for line in lines if "new numbers" in line.what]
    assert moved == [("57 - 74", "45 - 62"), ("75 - 76", "69 - 70")]


def test_a_sheet_that_no_change_speaks_of_has_a_line_of_its_own() -> None:
    meeting = BEFORE.meeting
    reworded = replace(meeting, wording=replace(meeting.wording, blank_page="Left blank"))
    lines = change_sheet(ISSUED, state_of(reworded, BEFORE.page_counts)).lines
    assert [(line.what, line.old_pages) for line in lines[1:]] == [
        ("These pages are printed anew.", "11 - 12"),
        ("These pages are printed anew.", "55 - 56"),
        ("These pages are printed anew.", "73 - 74"),
    ]


def test_items_that_only_have_other_numbers_share_a_line() -> None:
    running = replace(BEFORE.meeting, items=tuple(replace(item, number="") for item in BEFORE.meeting.items))
    before = state_of(running, BEFORE.page_counts)
    after = add_item(running, Item(id="new", title="Floods"), 2)
    now = state_of(after, BEFORE.page_counts, standing=before.plan.pages)
    lines = change_sheet(issue_of(before), now).lines
    assert [line.what for line in lines[1:]] == [
        "Item 3 “Floods” was added.",
        "These items have new numbers: 4 (before 3), 5 (before 4), 6 (before 5).",
    ]
    assert lines[2].printed_copy == (
        "Take out the sheet with pages 41 and 42; put in the new sheet with pages 41 and 42. "
        "Take out the sheet with pages 57 and 58; put in the new sheet with pages 57 and 58. "
        "Take out the sheet with pages 75 and 76; put in the new sheet with pages 75 and 76."
    )


def test_the_same_meeting_has_an_empty_sheet() -> None:
    sheet = change_sheet(ISSUED, BEFORE)
    assert sheet.lines == ()
    assert change_text(sheet).endswith("Nothing is different.\n")


def test_page_ranges_stand_without_brackets() -> None:
    table = replace(KEPT.meeting.table, ranges=RangeForm.BRACKETED)
    bracketed = replace(KEPT, meeting=replace(KEPT.meeting, table=table))
    assert change_sheet(ISSUED, bracketed).lines[1].new_pages == "15 - 40d"


def test_the_sheet_as_text_for_an_e_mail() -> None:
    shorter = {number: pages for number, pages in SELECT_COMMITTEE.items() if number != "9"}
    now = state_of(meeting_of(shorter), page_counts_of(shorter), standing=ISSUED.standing)
    assert change_text(change_sheet(ISSUED, now)) == (
        "What has changed\n"
        "\n"
        "This pack follows issue 1 of 6 January 2027.\n"
        "\n"
        "- The front pages with the agenda are new.\n"
        "  Pages before: 1 - 2. Pages now: 1 - 2.\n"
        "\n"
        "- Item 9 “Business 9” was taken off the agenda.\n"
        "  Pages before: 75 - 76.\n"
        "\n"
        "- Item 9 “Business 9”: the report “Paper 9.0” was withdrawn (2 pages).\n"
        "  Pages before: 75 - 76.\n"
        "\n"
        "In a printed copy: swap these sheets, each printed on both sides.\n"
        "- Take out the sheet with pages 1 and 2; put in the new sheet with pages 1 and 2.\n"
        "- Take out the sheet with pages 75 and 76; put in the new sheet with pages 75 and 76.\n"
    )


def test_a_copy_printed_on_one_side_has_steps_of_its_own() -> None:
    sheet = change_sheet(ISSUED, KEPT, double_sided=False)
    assert "each printed on one side.\n- Take out the sheets with pages 1 to" in change_text(sheet)


def test_the_publics_sheet_names_nothing_exempt() -> None:
    secret = Report(id="s", title="Sale of Quarry Lane", file="s.pdf", access=Access.EXEMPT, paragraphs=(3,))
    meeting = add_report(BEFORE.meeting, "item 6", secret)
    before = state_of(meeting, {**BEFORE.page_counts, "s": 4})
    now = state_of(
        change_report(meeting, "s", title="Quarry Lane again"),
        {**BEFORE.page_counts, "s": 7},
        {"s": "second"},
        before.plan.pages,
    )
    public = change_text(change_sheet(issue_of(before), public_state(now), public_state(before)))
    assert "Quarry" not in public
    assert "“Report not for publication” was replaced (now 7 pages, before 4)" in public


def test_the_words_around_the_changes_are_the_bodys() -> None:
    own = Wording(pages_before="Was", pages_now="Is", printed_copy="On paper: {steps}")
    sheet = change_sheet(ISSUED, replace(KEPT, meeting=replace(KEPT.meeting, wording=own)))
    assert "Was: 15 - 40. Is: 15 - 40d.\n" in change_text(sheet)
    assert "\nOn paper: swap these sheets, each printed on both sides.\n- Take out the sheet" in change_text(sheet)
