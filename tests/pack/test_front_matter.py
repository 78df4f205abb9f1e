"""What the front matter says, and where it says it, as another reader finds it."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from front_meetings import LONG_MEETING, MEETING, NOTICE, drawn, make_logo, page_texts, plan_for, text_of, variants

from agendabuilder.domain.item import Access, Item, Report, ToFollow
from agendabuilder.domain.meeting import Meeting, Placement, PreMeeting
from agendabuilder.domain.people import Contributor, Member
from agendabuilder.domain.presentation import Block, Look, MembershipForm, RangeForm, RoleForm, TextSize, TimeForm
from agendabuilder.pack.front.front_matter import PackMarks, draw_front_matter


def test_the_front_sheet_says_who_meets_when_and_where(tmp_path: Path) -> None:
    text = text_of(drawn(MEETING, tmp_path))
    assert text.startswith("Norbury Council Housing Committee Agenda")
    for part in ("Date Thursday 4 March 2027", "Time 2.00 pm", "Venue Council Chamber, Civic Centre"):
        assert part in text
    assert "A Okafor (Chairman), B Lindqvist (Vice-Chairman) and C Adeyemi" in text
    assert "Contact Ceri Aldous, Clerk 01632 960 114 democracy@norbury.example" in text
    assert "Published Wednesday 24 February 2027" in text


def test_a_row_reads_number_time_title_pages(tmp_path: Path) -> None:
    text = text_of(drawn(MEETING, tmp_path))
    assert "3 14:05 Repairs backlog 7 - 14 To consider: • progress • the plan" in text
    assert "Contributor R Penhaligon, Head of Repairs" in text
    assert "Damp and mould To follow" in text
    assert "Report to follow from R Penhaligon by Friday 26 February" in text
    assert "update Verbal" in text


def test_named_places_in_a_notice_are_filled_in(tmp_path: Path) -> None:
    assert "Ask on 01632 960 114." in text_of(drawn(MEETING, tmp_path))


def test_the_first_pass_has_the_pages_of_the_last_but_no_ranges(tmp_path: Path) -> None:
    for meeting in (MEETING, LONG_MEETING):
        first = draw_front_matter(meeting, None, tmp_path)
        assert draw_front_matter(meeting, plan_for(meeting, first.pages), tmp_path).pages == first.pages
    assert "3 - 6" not in text_of(draw_front_matter(MEETING, None, tmp_path))


def test_the_same_meeting_gives_the_same_bytes(tmp_path: Path) -> None:
    for meeting in variants(tmp_path).values():
        assert drawn(meeting, tmp_path).pdf == drawn(meeting, tmp_path).pdf


def test_three_items_fit_on_one_page(tmp_path: Path) -> None:
    assert drawn(replace(MEETING, items=MEETING.items[:3]), tmp_path).pages == 1


def test_each_row_tells_where_it_stands(tmp_path: Path) -> None:
    front = drawn(LONG_MEETING, tmp_path)
    assert list(front.rows) == [item.id for item in LONG_MEETING.items]
    places = [(row.page, -row.rect[3]) for row in front.rows.values()]
    assert places == sorted(places)
    for row in front.rows.values():
        left, bottom, right, top = row.rect
        assert 0 < left < right < 595
        assert 50 < bottom < top < 800


def test_the_head_row_is_repeated_on_each_page_of_the_table(tmp_path: Path) -> None:
    pages = page_texts(drawn(LONG_MEETING, tmp_path))
    assert len(pages) >= 5
    assert all("Item" in page and "Time" in page for page in pages)


def test_no_page_ends_with_a_title_alone(tmp_path: Path) -> None:
    titles = {item.title for item in LONG_MEETING.items if item.text}
    for shift in range(12):
        venue = " ".join(["Council Chamber and the rooms beside it"] * shift)
        for page in page_texts(drawn(replace(LONG_MEETING, venue=venue), tmp_path)):
            last = [line.strip() for line in page.splitlines() if line.strip()][-1]
            assert not any(last.endswith(title) for title in titles)


def test_nothing_is_drawn_where_the_page_stamp_stands(tmp_path: Path) -> None:
    import pypdfium2

    for meeting in (LONG_MEETING, variants(tmp_path)["large print"]):
        document = pypdfium2.PdfDocument(drawn(meeting, tmp_path).pdf)
        for page in document:
            bitmap = page.render(scale=1, grayscale=True).to_pil()
            assert bitmap.crop((0, 842 - 51, 595, 842)).getextrema() == (255, 255)
        document.close()


def test_a_draft_for_members_only_says_so_first(tmp_path: Path) -> None:
    text = text_of(drawn(MEETING, tmp_path, PackMarks(draft=True, members_only=True)))
    assert text.startswith("DRAFT Members only: not for publication Norbury Council")


@pytest.mark.parametrize(
    ("form", "roles", "expected"),
    [
        (MembershipForm.SENTENCE, RoleForm.WORDS, "A Okafor (Norbury Carers) (Chairman) and B Lindqvist"),
        (MembershipForm.SENTENCE, RoleForm.INITIALS, "A Okafor (Norbury Carers) (C) and B Lindqvist (VC)"),
        (MembershipForm.ONE_COLUMN, RoleForm.WORDS, "A Okafor (Norbury Carers) (Chairman) B Lindqvist (Vice-Chairman)"),
        (MembershipForm.TWO_COLUMNS, RoleForm.INITIALS, "A Okafor (Norbury Carers) (C) B Lindqvist (VC)"),
    ],
)
def test_members_are_listed_in_the_form_of_the_setting(
    tmp_path: Path, form: MembershipForm, roles: RoleForm, expected: str
) -> None:
    members = (Member("A Okafor", "Chairman", "Norbury Carers"), Member("B Lindqvist", "Vice-Chairman"))
    sheet = replace(MEETING.front_sheet, membership=form, roles=roles)
    assert expected in text_of(drawn(replace(MEETING, members=members, front_sheet=sheet), tmp_path))


def test_co_opted_members_are_a_group_of_their_own(tmp_path: Path) -> None:
    members = (*MEETING.members, Member("P Quigg", co_opted=True))
    assert "C Adeyemi Co-opted members P Quigg" in text_of(drawn(replace(MEETING, members=members), tmp_path))


def test_no_membership_can_be_asked_for(tmp_path: Path) -> None:
    sheet = replace(MEETING.front_sheet, membership=MembershipForm.NONE)
    assert "Okafor" not in text_of(drawn(replace(MEETING, front_sheet=sheet), tmp_path))


def test_a_pre_meeting_stands_before_the_formal_start(tmp_path: Path) -> None:
    meeting = replace(MEETING, pre_meeting=PreMeeting(time(13, 30), "Members only", "To agree questions."))
    expected = "1.30 pm Pre-meeting Members only To agree questions. 2.00 pm Formal meeting begins"
    assert expected in text_of(drawn(meeting, tmp_path))


def test_blocks_stand_in_the_order_of_the_setting_and_only_those(tmp_path: Path) -> None:
    sheet = replace(MEETING.front_sheet, blocks=(Block.AGENDA, Block.MEMBERS, Block.HEAD))
    text = text_of(drawn(replace(MEETING, front_sheet=sheet), tmp_path))
    assert text.index("Apologies") < text.index("Membership") < text.index("Housing Committee")
    assert "Filming" not in text
    assert "Published" not in text


@pytest.mark.parametrize("placement", list(Placement))
def test_a_notice_stands_where_it_is_placed(tmp_path: Path, placement: Placement) -> None:
    pages = page_texts(drawn(replace(MEETING, notices=(replace(NOTICE, placement=placement),)), tmp_path))
    whole = "\n".join(pages)
    assert (whole.index("Filming") < whole.index("Apologies")) is (placement is Placement.BEFORE)
    assert ("Filming" in pages[-1] and "Published" not in pages[-1]) is (placement is Placement.LAST_PAGE)


def test_each_column_can_be_left_out(tmp_path: Path) -> None:
    table = MEETING.table
    without_numbers = text_of(drawn(replace(MEETING, table=replace(table, show_numbers=False)), tmp_path))
    without_times = text_of(drawn(replace(MEETING, table=replace(table, show_times=False)), tmp_path))
    without_pages = text_of(drawn(replace(MEETING, table=replace(table, show_pages=False)), tmp_path))
    assert "Item" not in without_numbers
    assert "14:05" not in without_times
    assert "7 - 14" not in without_pages


def test_times_and_ranges_take_the_form_of_the_setting(tmp_path: Path) -> None:
    table = replace(MEETING.table, times=TimeForm.DOT_12, ranges=RangeForm.BRACKETED)
    assert "3 2.05 pm Repairs backlog (Pages 7 - 14)" in text_of(drawn(replace(MEETING, table=table), tmp_path))


def test_minutes_are_shown_with_and_without_a_time_column(tmp_path: Path) -> None:
    table = replace(MEETING.table, show_minutes=True)
    assert "14:05 20 minutes Repairs" in text_of(drawn(replace(MEETING, table=table), tmp_path))
    table = replace(table, show_times=False)
    assert "Head of Repairs 20 minutes" in text_of(drawn(replace(MEETING, table=table), tmp_path))


def test_report_titles_have_pages_of_their_own_when_there_are_several(tmp_path: Path) -> None:
    table = replace(MEETING.table, show_report_titles=True)
    text = text_of(drawn(replace(MEETING, table=table), tmp_path))
    assert "Report 7 - 10 Appendix A 11 - 14" in text


def test_headings_and_labels_are_the_bodys_own_words(tmp_path: Path) -> None:
    wording = replace(MEETING.wording, item_heading="No.", contributor="Presenter", venue="Place", to_follow="Late")
    text = text_of(drawn(replace(MEETING, wording=wording), tmp_path))
    for word in ("No. Time", "Presenter R Penhaligon", "Place Council", "Damp and mould Late"):
        assert word in text


def test_several_contributors_have_the_plural_label(tmp_path: Path) -> None:
    item = replace(MEETING.items[2], contributors=(Contributor("R Penhaligon"), Contributor("All members")))
    text = text_of(drawn(replace(MEETING, items=(item,)), tmp_path))
    assert "Contributors R Penhaligon All members" in text


def test_capital_titles_are_a_setting(tmp_path: Path) -> None:
    assert "REPAIRS BACKLOG" in text_of(drawn(replace(MEETING, look=Look(capital_titles=True)), tmp_path))


def test_large_print_takes_more_room(tmp_path: Path) -> None:
    pages = [drawn(replace(LONG_MEETING, look=Look(text_size=size)), tmp_path).pages for size in TextSize]
    assert pages == sorted(set(pages))


def test_sub_items_have_their_own_number_and_pages(tmp_path: Path) -> None:
    children = (Item("a", "Mill Lane", reports=(Report("ra", "R", "a.pdf"),)), Item("b", "High Street"))
    text = text_of(drawn(replace(MEETING, items=(Item("p", "Applications", items=children),)), tmp_path))
    assert "1 Applications 1a Mill Lane 3 - 6 1b High Street" in text


def test_exempt_items_say_under_which_paragraphs_and_stand_under_their_part(tmp_path: Path) -> None:
    secret = Item("x", "Purchase of land", access=Access.EXEMPT, paragraphs=(1, 3))
    wording = replace(MEETING.wording, public_part="Part A", exempt_part="Part B")
    text = text_of(drawn(replace(MEETING, items=(*MEETING.items, secret), wording=wording), tmp_path))
    assert text.index("Part A") < text.index("Apologies") < text.index("Part B") < text.index("Purchase of land")
    assert "Exempt: paragraphs 1 and 3" in text


def test_a_confidential_report_of_a_public_item_is_named(tmp_path: Path) -> None:
    item = Item("x", "Land", reports=(Report("r", "Annex", "a.pdf", access=Access.CONFIDENTIAL),))
    assert "Annex – confidential" in text_of(drawn(replace(MEETING, items=(item,)), tmp_path))  # noqa: RUF001


def test_a_due_day_in_another_year_names_the_year(tmp_path: Path) -> None:
    assert MEETING.date
    due = MEETING.date.replace(year=2028)
    item = Item("x", "Land", reports=(Report("r", "Annex", to_follow=ToFollow("", due)),))
    assert "Annex to follow by Saturday 4 March 2028" in text_of(drawn(replace(MEETING, items=(item,)), tmp_path))


def test_a_logo_that_is_missing_broken_or_outside_the_folder_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "meeting"
    folder.mkdir()
    logo = make_logo(tmp_path)
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnot a picture")
    bare = drawn(MEETING, folder).pdf
    for file in ("none.png", "broken.png", "../logo.png"):
        assert drawn(replace(MEETING, look=Look(logo=replace(logo, file=file))), folder).pdf == bare


def test_an_empty_meeting_still_has_a_front_sheet(tmp_path: Path) -> None:
    front = drawn(Meeting(), tmp_path)
    assert front.pages == 1
    assert text_of(front) == "Agenda"


def test_the_time_of_publication_is_printed_where_it_is_given(tmp_path: Path) -> None:
    meeting = replace(MEETING, published=date(2027, 2, 24), published_at=time(16, 15))
    assert "Published Wednesday 24 February 2027, 4.15 pm" in text_of(drawn(meeting, tmp_path))
