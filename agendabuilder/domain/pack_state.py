"""A meeting with its papers at one moment: what was issued, or what would be built now. Two of them can be compared."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from functools import cached_property

from agendabuilder.domain.audience import Restriction, for_public, restrictions
from agendabuilder.domain.issued_pack import IssuedPack
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.pagination import PackPlan, PageKind, PlannedPage, plan_of_pages
from agendabuilder.domain.timetable import timetable
from agendabuilder.domain.withholding import withhold


@dataclass(frozen=True)
class PackState:
    """The meeting, the fingerprint and page count of every report that has pages (by id), and the plan of all pages.

    For the public's eyes take `public_states`: nothing but what is in the state is put into words.
    """

    meeting: Meeting
    fingerprints: Mapping[str, str]
    page_counts: Mapping[str, int]
    plan: PackPlan

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every item and sub-item by id, in the order of the agenda."""
        return {item.id: item for item in self.meeting.all_items()}

    @cached_property
    def parents(self) -> Mapping[str, str]:
        """The id of the item above each item; "" at the top."""
        above = {child.id: item.id for item in self.meeting.all_items() for child in item.items}
        return {item_id: above.get(item_id, "") for item_id in self.items}

    @cached_property
    def reports(self) -> Mapping[str, tuple[Item, Report]]:
        """Every report with its item, by id, in the order of the pack."""
        return {report.id: (item, report) for item, report in self.meeting.all_reports()}

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The printed number of every item."""
        return item_numbers(self.meeting.items, self.meeting.numbering)

    @cached_property
    def restrictions(self) -> Mapping[str, Restriction]:
        """Every item and report that is not public."""
        return restrictions(self.meeting)

    @cached_property
    def starts(self) -> Mapping[str, time | None]:
        """When each item starts, as the agenda prints it."""
        return {item_id: slot.start for item_id, slot in timetable(self.meeting).slots.items()}

    def has_pages(self, report_id: str) -> bool:
        """Whether the report is there with pages."""
        return report_id in self.page_counts

    def content(self, report_id: str) -> tuple[object, ...]:
        """What a report's pages are made of: its file, the choice of its pages, and how they are turned and fitted."""
        _, report = self.reports[report_id]
        return self.fingerprints.get(report_id, ""), report.pages, report.turn, report.fit_to_a4


def state_of_issue(issued: IssuedPack) -> PackState:
    """The meeting and all its pages as they stand after an issue."""
    return PackState(issued.meeting, issued.fingerprints, issued.page_counts, standing_plan(issued.standing))


def public_state(state: PackState) -> PackState:
    """The same as the public may know it, on the members' page numbers."""
    withheld = state.restrictions.keys() & state.reports.keys()
    plan = withhold(state.plan, withheld, state.meeting.blank_pages)
    return PackState(for_public(state.meeting), state.fingerprints, state.page_counts, plan)


def public_states(before: PackState, now: PackState) -> tuple[PackState, PackState]:
    """Two states of one meeting as the public may know them now, to be compared.

    What has become exempt since is called in both as it is called now: its old title was public, but a change sheet
    must not repeat it.
    """
    told, known = public_state(before), public_state(now)
    hushed = tuple(_hushed(item, known, now.restrictions.keys()) for item in told.meeting.items)
    return replace(told, meeting=replace(told.meeting, items=hushed)), known


def _hushed(item: Item, known: PackState, restricted: Collection[str]) -> Item:
    reports = tuple(_hushed_report(each, known) if each.id in restricted else each for each in item.reports)
    children = tuple(_hushed(child, known, restricted) for child in item.items)
    if item.id not in restricted:
        return replace(item, reports=reports, items=children)
    title = known.items[item.id].title
    return replace(item, title=title, text="", urgency="", contributors=(), reports=reports, items=children)


def _hushed_report(report: Report, known: PackState) -> Report:
    _, now = known.reports[report.id]
    return replace(now, to_follow=report.to_follow, verbal=report.verbal, withheld=report.withheld)


def standing_plan(standing: Sequence[PlannedPage]) -> PackPlan:
    """The plan of the pages as they stand after an issue: the front matter is counted, the ranges follow from them."""
    return plan_of_pages(standing, sum(page.kind is PageKind.FRONT for page in standing))


def out_of_turn(before: Sequence[str], now: Sequence[str]) -> frozenset[str]:
    """Those that have another place among the others than before: as few as explain the new order.

    Both have the same members in their old and new order.
    """
    was = {member: place for place, member in enumerate(before)}
    in_turn: list[tuple[str, ...]] = []
    for member in now:
        ends_before = [run for run in in_turn if was[run[-1]] < was[member]]
        in_turn.append((*_longest(ends_before), member))
    return frozenset(now) - frozenset(_longest(in_turn))


def _longest(runs: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return max(runs, key=len) if runs else ()
