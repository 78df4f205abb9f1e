"""A meeting, whole: what a clerk edits, and what everything else is worked out from.

A `Meeting` is a value. It is changed by making another one (`agendabuilder.domain.edits`); that gives
undo, comparison and background work without locks.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from agendabuilder.domain.exempt_grounds import AccessLaw
from agendabuilder.domain.finding import Acceptance
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.notice_rule import NoticeRule
from agendabuilder.domain.numbering import Numbering
from agendabuilder.domain.people import Contact, Member
from agendabuilder.domain.presentation import AgendaTable, FrontSheet, Look, StampStyle, Wording


class Placement(StrEnum):
    """Where a notice stands: before the agenda table, after it, or on a last page of its own."""

    BEFORE = "before"
    AFTER = "after"
    LAST_PAGE = "last_page"


@dataclass(frozen=True, slots=True)
class Notice:
    """A standing text of the front matter, with named places such as `{contact.phone}`.

    `kind` tells the checks what the notice is for ("webcasting", "access", "questions" …); free notices
    have none.
    """

    id: str = ""
    kind: str = ""
    title: str = ""
    text: str = ""
    placement: Placement = Placement.AFTER


@dataclass(frozen=True, slots=True)
class PreMeeting:
    """A private meeting of members before the formal one."""

    start: datetime.time | None = None
    who: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class OtherMeeting:
    """The meeting before or after this one, for the items and notices that speak of it."""

    date: datetime.date | None = None
    start: datetime.time | None = None
    venue: str = ""


class CycleUnit(StrEnum):
    """What a body's rhythm of meetings is counted in."""

    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Cycle:
    """How often the body meets. In months, the same weekday of the month is kept (second Thursday)."""

    every: int = 1
    unit: CycleUnit = CycleUnit.MONTHS


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of one body. Every field has a default, so that a short file is a valid meeting.

    `published_at` is the time of day at which the agenda is published, where the front sheet is to show it.
    `count_front`: page 1 is the front sheet; otherwise page 1 follows the front matter, whose pages are
    i, ii … `blank_pages`: each report begins on an odd page. `first_page`: number of the first counted page.

    `public_keeps_numbers`: the public pack has the members' page numbers, with one page in place of each report
    that is withheld; `public_keeps_comments`: comments and mark-up in reports stay in it. `supplements_number_on`:
    a supplement's pages are numbered on from the last issue, else from 1. `change_sheet`: a pack that follows an
    issue says on a page of its own what is different. `access_law` says on which grounds business may be exempt,
    with the nation of the notice rule. `accepted` are the findings that the clerk lets stand.
    """

    organisation: str = ""
    body_kind: str = ""
    committee: str = ""
    date: datetime.date | None = None
    start: datetime.time | None = None
    end: datetime.time | None = None
    venue: str = ""
    webcast: bool = False
    pre_meeting: PreMeeting | None = None
    members: tuple[Member, ...] = ()
    contact: Contact | None = None
    items: tuple[Item, ...] = ()
    notices: tuple[Notice, ...] = ()
    previous_meeting: OtherMeeting | None = None
    next_meeting: OtherMeeting | None = None
    published: datetime.date | None = None
    published_at: datetime.time | None = None
    count_front: bool = True
    blank_pages: bool = True
    first_page: int = 1
    public_keeps_numbers: bool = True
    public_keeps_comments: bool = False
    supplements_number_on: bool = True
    change_sheet: bool = False
    access_law: AccessLaw = AccessLaw.COUNCIL
    accepted: tuple[Acceptance, ...] = ()
    numbering: Numbering = field(default_factory=Numbering)
    notice_rule: NoticeRule = field(default_factory=NoticeRule)
    cycle: Cycle = field(default_factory=Cycle)
    look: Look = field(default_factory=Look)
    front_sheet: FrontSheet = field(default_factory=FrontSheet)
    table: AgendaTable = field(default_factory=AgendaTable)
    wording: Wording = field(default_factory=Wording)
    stamp: StampStyle = field(default_factory=StampStyle)

    def all_items(self) -> Iterator[Item]:
        """Every item and sub-item in the order of the agenda."""
        for item in self.items:
            yield from item.with_descendants()

    def all_reports(self) -> Iterator[tuple[Item, Report]]:
        """Every report with its item, in the order of the pack."""
        for item in self.all_items():
            for report in item.reports:
                yield item, report

    @property
    def title(self) -> str:
        """The pack's name for readers: body and committee."""
        return " ".join(part for part in (self.organisation, self.committee) if part) or "Agenda"
