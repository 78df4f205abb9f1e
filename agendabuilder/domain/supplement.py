"""A supplement is another meeting: the items with late papers alone, each saying what its paper does to the pack.

It is drawn like any meeting. Nothing of a report that is not public is put into the text of an item that is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from agendabuilder.domain.change import LATE_PAPERS, Change, ChangeKind
from agendabuilder.domain.issued_pack import IssuedPack
from agendabuilder.domain.item import Access, Item, Report
from agendabuilder.domain.language import Language
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import letters
from agendabuilder.domain.pack_state import PackState, state_of_issue
from agendabuilder.domain.pagination import PackPlan, PageRange
from agendabuilder.domain.worded import language_of, report_name, worded, worded_for

_TOLD = (*LATE_PAPERS, ChangeKind.REPORT_WITHDRAWN, ChangeKind.ITEM_ADDED, ChangeKind.ITEM_REMOVED)
_ALONE = {
    ChangeKind.REPORT_ADDED: "Added after the agenda was published.",
    ChangeKind.REPORT_ARRIVED: "To follow on the agenda, now enclosed.",
    ChangeKind.REPORT_REPLACED: "Replaces {pages}.",
}
_AMONG_OTHERS = {
    ChangeKind.REPORT_ADDED: "{name} was added after the agenda was published.",
    ChangeKind.REPORT_ARRIVED: "{name}, to follow on the agenda, is now enclosed.",
    ChangeKind.REPORT_REPLACED: "{name} replaces {pages}.",
}
_MARKS = re.compile(r"([\\*_\[\]<>`])")


def supplement_first_page(issued: IssuedPack, meeting: Meeting) -> int:
    """The number of a supplement's first page: on from the last page given out, odd with blank pages, or 1."""
    if not meeting.supplements_number_on:
        return 1
    following = issued.last_number + 1
    return following + 1 if meeting.blank_pages and following % 2 == 0 else following


def supplement_meeting(
    issued: IssuedPack, meeting: Meeting, changes: Sequence[Change], number: int, first_page: int
) -> Meeting:
    """The meeting whose pack is the supplement to an issue. It has no items when nothing is late.

    `changes` are those since the issue, `number` is the supplement's own ("Supplement 2"). Items have the numbers
    that are printed in the issue.
    """
    meeting = worded(meeting)
    before = state_of_issue(issued)
    now = PackState(meeting, {}, {}, PackPlan((), 0, {}, {}))
    told: dict[str, list[Change]] = {}
    for change in changes:
        if change.kind in _TOLD:
            told.setdefault(change.item_id, []).append(change)
    numbers = _numbers(before, now)
    items = tuple(_late_item(numbers[item_id], own, before, now) for item_id, own in told.items())
    return replace(
        meeting,
        items=items,
        members=(),
        notices=tuple(notice for notice in meeting.notices if notice.kind == "contact"),
        pre_meeting=None,
        webcast=False,
        first_page=first_page,
        change_sheet=False,
        wording=replace(meeting.wording, agenda=meeting.wording.supplement.replace("{number}", str(number))),
        table=replace(meeting.table, show_times=False, show_minutes=False, show_report_titles=True),
    )


def _numbers(before: PackState, now: PackState) -> Mapping[str, str]:
    """The number of every item as it is in the issue; a new one's is made to differ from all of those."""
    numbers = dict(before.numbers)
    last = ""
    for item_id in now.items:
        if item_id not in numbers:
            own = now.numbers[item_id]
            numbers[item_id] = own if own not in numbers.values() or not own else _lettered(last or own, numbers)
        last = numbers[item_id] or last
    return numbers


def _lettered(number: str, numbers: Mapping[str, str]) -> str:
    count = 1
    while f"{number}{letters(count)}" in numbers.values():
        count += 1
    return f"{number}{letters(count)}"


def _late_item(number: str, changes: Sequence[Change], before: PackState, now: PackState) -> Item:
    """An item with its late papers alone, and sentences that say what each of them is."""
    item_id = changes[0].item_id
    state = now if item_id in now.items else before
    item = state.items[item_id]
    late = [change.report_id for change in changes if change.kind in LATE_PAPERS]
    restriction = state.restrictions.get(item_id)
    return replace(
        item,
        number=number,
        numbered=bool(number),
        text="\n\n".join(_paragraphs(item, changes, before, now, worded_for(item, now.meeting))),
        urgency="",
        start=None,
        minutes=None,
        reports=tuple(report for report in item.reports if report.id in late),
        items=(),
        access=restriction.access if restriction else Access.PUBLIC,
        paragraphs=restriction.paragraphs if restriction else (),
    )


def _paragraphs(
    item: Item, changes: Sequence[Change], before: PackState, now: PackState, meeting: Meeting
) -> Iterator[str]:
    """What is said under an item, in the words of the `meeting`."""
    language = language_of(meeting.look.language)
    kinds = {change.kind for change in changes}
    if ChangeKind.ITEM_ADDED in kinds and item.text:
        yield item.text
    if ChangeKind.ITEM_ADDED in kinds:
        yield language.say("This item was added after the agenda was published.")
    if ChangeKind.ITEM_REMOVED in kinds:
        yield language.say("This item was taken off the agenda.")
    papers = [change for change in changes if change.report_id]
    for change in papers:
        known = ChangeKind.ITEM_ADDED in kinds and change.kind is ChangeKind.REPORT_ADDED
        yield from _of_paper(change, before, now, meeting, named=len(papers) > 1, said=known)
    if item.urgency and item.id in now.items:
        yield meeting.wording.why_urgent.replace("{reason}", _plain(item.urgency))


def _of_paper(
    change: Change, before: PackState, now: PackState, meeting: Meeting, named: bool, said: bool
) -> Iterator[str]:
    """What a paper does unless that is `said`, and why it is late; of one that is not public its public title alone."""
    state = now if change.report_id in now.reports else before
    item, report = state.reports[change.report_id]
    hidden = change.report_id in state.restrictions and item.id not in state.restrictions
    language = language_of(meeting.look.language)
    name = f"“{_plain(_public_name(report, meeting) if hidden else report_name(report, language))}”"
    if not said:
        yield _what_it_does(change, name, named, language)
    if report.late_reason and change.kind in LATE_PAPERS and not hidden:
        yield meeting.wording.why_late.replace("{reason}", _plain(report.late_reason))


def _public_name(report: Report, meeting: Meeting) -> str:
    return report.public_title or meeting.wording.withheld_report


def _what_it_does(change: Change, name: str, named: bool, language: Language) -> str:
    pages = _pages(change.old_pages, language)
    if change.kind is not ChangeKind.REPORT_WITHDRAWN:
        return language.say((_AMONG_OTHERS if named else _ALONE)[change.kind], name=name, pages=pages)
    if pages:
        return language.say("{name}, {pages}, is withdrawn.", name=name, pages=pages)
    return language.say("{name} is withdrawn.", name=name)


def _pages(ranges: Sequence[PageRange], language: Language) -> str:
    """Pages 15 to 40 of the agenda pack, as they are printed in it."""
    spans = [
        each.first if each.first == each.last else language.say("{first} to {last}", first=each.first, last=each.last)
        for each in ranges
    ]
    if not spans:
        return ""
    single = len(ranges) == 1 and ranges[0].first == ranges[0].last
    form = "page {pages} of the agenda pack" if single else "pages {pages} of the agenda pack"
    return language.say(form, pages=", ".join(spans))


def _plain(text: str) -> str:
    """A typed text as it stands in the rich text of an item: on one line, its signs as signs."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
