"""What is printed on each page of a pack, so that two prints of it can be told apart without looking at them.

Two printed pages are equal when a reader could swap them unseen: the same page of the same file with the same stamps.
"""

from collections.abc import Hashable
from dataclasses import dataclass, replace

from agendabuilder.domain.pack_state import PackState
from agendabuilder.domain.pagination import PageKind, PlannedPage


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One printed page: its number, the last number that it stands for (else ""), and all that is on it."""

    label: str
    through: str
    ink: Hashable

    @property
    def last_label(self) -> str:
        """The last number that is found on the page."""
        return self.through or self.label


def printed_pages(state: PackState) -> tuple[PrintedPage, ...]:
    """The pages of a pack as they are printed, in the order of the file."""
    front = (replace(state.meeting, accepted=()), *state.plan.reports.items())
    return tuple(PrintedPage(page.label, page.through, _ink(page, state, front)) for page in state.plan.pages)


def _ink(page: PlannedPage, state: PackState, front: Hashable) -> Hashable:
    wording = state.meeting.wording
    match page.kind:
        case PageKind.FRONT:
            return front
        case PageKind.BLANK:
            return page.report_id, wording.blank_page
        case PageKind.WITHHELD | PageKind.WITHDRAWN:
            return page.kind, wording, state.meeting.stamp
        case PageKind.REPORT:
            return state.content(page.report_id), page.source_page, _stamps(page, state)


def _stamps(page: PlannedPage, state: PackState) -> Hashable:
    opens = state.plan.items[page.item_id][0].sheet == page.sheet
    number = state.numbers[page.item_id] if opens else ""
    return state.meeting.stamp, number, state.restrictions.get(page.report_id)
