"""What a meeting file may not say although each value is of the right kind: paths that lead out, odd numbers."""

import re
from collections.abc import Iterator

from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_CONTROL = re.compile(r"[\x00-\x1f]")
_DRIVE = re.compile(r"[A-Za-z]:")

Broken = tuple[str, str]
"""A place such as `items[0].reports[1].file`, and the rest of the sentence."""


def check_meeting(meeting: Meeting) -> Broken | None:
    """The first rule that the meeting breaks, or None."""
    return next(_broken_rules(meeting), None)


def _broken_rules(meeting: Meeting) -> Iterator[Broken]:
    yield from _at_least(meeting.first_page, 1, "first_page")
    yield from _at_least(meeting.cycle.every, 1, "cycle.every")
    yield from _at_least(meeting.notice_rule.days, 0, "notice_rule.days")
    yield from _at_most(meeting.notice_rule.days, 366, "notice_rule.days")
    yield from _at_least(meeting.numbering.start, 0, "numbering.start")
    if not _COLOUR.fullmatch(meeting.look.accent):
        yield "look.accent", "this must be a colour such as “#0b5563”."
    if not 6 <= meeting.stamp.size <= 24:
        yield "stamp.size", "this must be a size from 6 to 24 points."
    if "{page}" not in meeting.stamp.page:
        yield "stamp.page", "this must hold “{page}”, where the page number is to stand."
    if meeting.look.logo:
        yield from _outside(meeting.look.logo.file, "look.logo.file")
    for index, item in enumerate(meeting.items):
        yield from _item(item, f"items[{index}]")


def _item(item: Item, place: str) -> Iterator[Broken]:
    if item.minutes is not None:
        yield from _at_least(item.minutes, 0, f"{place}.minutes")
        yield from _at_most(item.minutes, 24 * 60, f"{place}.minutes")
    yield from _paragraphs(item.paragraphs, place)
    for index, report in enumerate(item.reports):
        yield from _report(report, f"{place}.reports[{index}]")
    for index, child in enumerate(item.items):
        yield from _item(child, f"{place}.items[{index}]")


def _report(report: Report, place: str) -> Iterator[Broken]:
    yield from _outside(report.file, f"{place}.file")
    yield from _paragraphs(report.paragraphs, place)
    if report.verbal and report.to_follow:
        yield f"{place}.verbal", "a report cannot be verbal and to follow at once."
    if not (report.file or report.verbal or report.to_follow):
        yield f"{place}.file", "a report needs a file, or must be to follow or verbal."


def _paragraphs(paragraphs: tuple[int, ...], place: str) -> Iterator[Broken]:
    for paragraph in paragraphs:
        yield from _at_least(paragraph, 1, f"{place}.paragraphs")


def _outside(file: str, place: str) -> Iterator[Broken]:
    """A path must stay inside the meeting's folder, on every system that may open it."""
    if file.startswith(("/", "\\", "~")) or _DRIVE.match(file):
        yield place, f"“{file}” is an absolute path; files are named from the meeting's folder."
    elif "\\" in file or _CONTROL.search(file):  # in JSON the text reports\budget holds no b but a backspace
        yield place, f"“{_CONTROL.sub('…', file)}” cannot be used; folders are divided by “/”."
    elif ".." in file.split("/"):
        yield place, f"“{file}” leads out of the meeting's folder."


def _at_least(number: int, least: int, place: str) -> Iterator[Broken]:
    if number < least:
        yield place, f"this must be {least} or more, and is {number}."


def _at_most(number: int, most: int, place: str) -> Iterator[Broken]:
    if number > most:
        yield place, f"this must be {most} or less, and is {number}."
