"""Putting other words in the place of those that a finding names, wherever they stand in the meeting."""

import re
from collections.abc import Callable
from dataclasses import replace

from agendabuilder.domain.edits import (
    change_item,
    change_meeting,
    change_notice,
    change_part,
    change_report,
    find_item,
    item_of_report,
)
from agendabuilder.domain.finding import Finding
from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.people import Contributor

_NAMES = ("person-spelling", "person-initial")


def put_words(meeting: Meeting, finding: Finding) -> Meeting:
    """The meeting with `finding.instead` where `finding.found` stands; the same meeting if it stands there no more.

    A name is put right in every place, other words only where the finding is.
    """
    found, instead = finding.found, finding.instead
    if finding.code in _NAMES:
        return _with_name(meeting, found, instead)
    if finding.report_id:
        item = item_of_report(meeting, finding.report_id)
        title = next(report.title for report in item.reports if report.id == finding.report_id)
        return change_report(meeting, finding.report_id, title=_once(title, found, instead))
    if finding.item_id:
        return _in_item(meeting, find_item(meeting, finding.item_id), finding)
    return _in_meeting(meeting, finding)


def _in_item(meeting: Meeting, item: Item, finding: Finding) -> Meeting:
    if finding.field == "contributors":
        people = tuple(_with_role(person, finding) for person in item.contributors)
        return change_item(meeting, item.id, contributors=people)
    if finding.field not in ("title", "text"):
        return meeting
    words = _once(getattr(item, finding.field), finding.found, finding.instead)
    return change_item(meeting, item.id, **{finding.field: words})


def _with_role(person: Contributor, finding: Finding) -> Contributor:
    return replace(person, role=finding.instead) if person.role == finding.found else person


def _in_meeting(meeting: Meeting, finding: Finding) -> Meeting:
    """A field of the meeting itself, of one of its parts, or of a notice."""
    part, _, field = finding.field.rpartition(".")
    if part.startswith("notices."):
        notice = next((each for each in meeting.notices if each.id == part.removeprefix("notices.")), None)
        if notice is None:
            return meeting
        return change_notice(
            meeting, notice.id, **{field: _once(getattr(notice, field), finding.found, finding.instead)}
        )
    holder = getattr(meeting, part, None) if part else meeting
    before = getattr(holder, field, None)
    if not isinstance(before, str):
        return meeting
    words = _once(before, finding.found, finding.instead)
    if words == before:
        return meeting
    return change_part(meeting, part, **{field: words}) if part else change_meeting(meeting, **{field: words})


def _with_name(meeting: Meeting, found: str, instead: str) -> Meeting:
    """The meeting with a person's name put right wherever it is named."""
    whole = re.compile(rf"(?<![\w-]){re.escape(found)}(?![\w-])")

    def right(words: str) -> str:
        return whole.sub(lambda _: instead, words)

    members = tuple(replace(member, name=right(member.name)) for member in meeting.members)
    notices = tuple(replace(notice, text=right(notice.text), title=right(notice.title)) for notice in meeting.notices)
    contact = replace(meeting.contact, name=right(meeting.contact.name)) if meeting.contact else None
    items = tuple(_item_with_name(item, right) for item in meeting.items)
    return replace(meeting, members=members, notices=notices, contact=contact, items=items)


def _item_with_name(item: Item, right: Callable[[str], str]) -> Item:
    people = tuple(replace(person, name=right(person.name)) for person in item.contributors)
    reports = tuple(
        replace(report, to_follow=replace(report.to_follow, owner=right(report.to_follow.owner)))
        if report.to_follow
        else report
        for report in item.reports
    )
    children = tuple(_item_with_name(child, right) for child in item.items)
    return replace(item, text=right(item.text), contributors=people, reports=reports, items=children)


def _once(words: str, found: str, instead: str) -> str:
    """The words with the first of what was found replaced; words that are part of another word are left."""
    before = r"(?<!\w)" if found[:1].isalnum() else ""
    after = r"(?!\w)" if found[-1:].isalnum() else ""
    return re.sub(before + re.escape(found) + after, lambda _: instead, words, count=1)
