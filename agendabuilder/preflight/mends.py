"""Putting a finding right with one press: a verb for the button, and the edit that it does.

A mend is made when it is wanted, from the finding and the meeting as it is then; one whose words have been changed
since has none. Nothing is mended by itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from agendabuilder.domain.edits import (
    add_notice,
    add_report,
    change_item,
    change_meeting,
    change_part,
    find_item,
    place_of,
)
from agendabuilder.domain.exclusion import add_exclusion_item
from agendabuilder.domain.finding import Finding
from agendabuilder.domain.forms import full_date_text, time_text
from agendabuilder.domain.item import Report, ToFollow
from agendabuilder.domain.meeting import Meeting, Notice, OtherMeeting
from agendabuilder.domain.outline import siblings
from agendabuilder.domain.people import Member
from agendabuilder.domain.presentation import TimeForm
from agendabuilder.domain.template import moved
from agendabuilder.domain.timetable import later_by, timetable
from agendabuilder.preflight.person_names import read_name
from agendabuilder.preflight.word_mends import put_words

Edit = Callable[[Meeting], Meeting]

WEBCASTING = Notice(
    kind="webcasting",
    title="This meeting is webcast",
    text="This meeting is broadcast on the internet and can be watched afterwards. The public seats are mostly out of "
    "view, but people who speak are filmed. The council films in the public interest (UK GDPR, Article 6(1)(e)), so "
    "that everybody can follow what is decided. If you would rather not be seen, please tell us before the meeting and "
    "we will find you a seat out of view. The cameras are off while the public are excluded.",
)
"""What the agenda says of a webcast until the body words it in its own way."""


@dataclass(frozen=True, slots=True)
class Mend:
    """What a button says, and what it does to the meeting."""

    verb: str
    edit: Edit


def mend_for(finding: Finding, meeting: Meeting) -> Mend | None:
    """The mend of a finding; None where only a person can put it right."""
    if finding.found and finding.instead:
        mended = put_words(meeting, finding)
        return None if mended == meeting else Mend(_verb(finding), partial(put_words, finding=finding))
    make = _MENDS.get(finding.code)
    return make(finding, meeting) if make else None


_VERBS = {
    "address-email": "Put the address right",
    "address-link": "Put the address right",
    "address-stop": "Take the full stop out",
    "body-name": "Use the body's own name",
    "date-bare": "Write the date in full",
    "date-weekday": "Put the weekday right",
    "date-year": "Put the year right",
    "next-meeting-text": "Use the next meeting's date",
    "notice-old-act": "Name the Act of 2018",
    "person-title": "Use the other title",
    "previous-meeting-text": "Use the date of the meeting before",
    "text-doubled": "Take one out",
    "text-space": "Take the space out",
    "venue-differs": "Use this meeting's venue",
}


def _verb(finding: Finding) -> str:
    return _VERBS.get(finding.code) or f"Write “{finding.instead}”"


def _add_webcasting_notice(_: Finding, __: Meeting) -> Mend:
    return Mend("Add a webcasting notice", partial(add_notice, notice=WEBCASTING))


def _mark_as_webcast(_: Finding, __: Meeting) -> Mend:
    return Mend("Mark the meeting as webcast", partial(change_meeting, webcast=True))


def _leave_out_times(_: Finding, __: Meeting) -> Mend:
    return Mend("Leave the column out", partial(change_part, part="table", show_times=False))


def _start_later(finding: Finding, meeting: Meeting) -> Mend | None:
    item = find_item(meeting, finding.item_id)
    overrun = timetable(meeting).slots[item.id].overrun
    if item.start is None or not overrun:
        return None
    start = later_by(item.start, overrun)
    if start <= item.start:
        return None  # it would be after midnight
    words = time_text(start, TimeForm.COLON_24)
    return Mend(f"Start it at {words}", partial(change_item, item_id=item.id, start=start))


def _end_later(_: Finding, meeting: Meeting) -> Mend | None:
    end = timetable(meeting).end
    if end is None:
        return None
    return Mend(f"Announce {time_text(end, TimeForm.COLON_24)} as the end", partial(change_meeting, end=end))


def _renumber(finding: Finding, meeting: Meeting) -> Mend | None:
    """The item and those beside it are counted again; numbers elsewhere on the agenda stay."""
    parent_id, _ = place_of(meeting, finding.item_id)
    family = [item.id for item in siblings(meeting, parent_id) if item.number]
    if not family:
        return None

    def renumber(changing: Meeting) -> Meeting:
        for item_id in family:
            changing = change_item(changing, item_id, number="")
        return changing

    verb = "Number them in order" if parent_id else f"Renumber from {meeting.numbering.start}"
    return Mend(verb, renumber)


def _announce_paper(finding: Finding, _: Meeting) -> Mend:
    paper = Report(to_follow=ToFollow())
    return Mend("Announce a paper to follow", partial(add_report, item_id=finding.item_id, report=paper))


def _usual_next_day(_: Finding, meeting: Meeting) -> Mend | None:
    if meeting.date is None:
        return None
    day = moved(meeting.date, meeting.cycle, 1)
    is_there = meeting.next_meeting or OtherMeeting()
    if is_there.date == day:
        return None
    return Mend(f"Make it {full_date_text(day)}", partial(change_part, part="next_meeting", date=day))


def _list_once(_: Finding, meeting: Meeting) -> Mend:
    """Of the entries for one name the first that has a role stays, else the first."""
    kept: dict[str, Member] = {}
    for place, member in enumerate(meeting.members):
        name = read_name(member.name).folded or f"nobody {place}"
        before = kept.setdefault(name, member)
        if member.role and not before.role:
            kept[name] = member
    return Mend("Take one out", partial(change_meeting, members=tuple(kept.values())))


def _add_exclusion(_: Finding, __: Meeting) -> Mend:
    return Mend("Add the exclusion item", add_exclusion_item)


_MENDS: Mapping[str, Callable[[Finding, Meeting], Mend | None]] = {
    "exempt-no-exclusion": _add_exclusion,
    "item-nothing-attached": _announce_paper,
    "members-twice": _list_once,
    "next-meeting-cycle": _usual_next_day,
    "next-meeting-order": _usual_next_day,
    "notice-not-webcast": _mark_as_webcast,
    "notice-webcasting": _add_webcasting_notice,
    "number-gap": _renumber,
    "number-twice": _renumber,
    "time-end": _end_later,
    "time-none": _leave_out_times,
    "time-overrun": _start_later,
}
