"""What is different about one report: added, arrived, replaced, withdrawn, moved, renamed, for other eyes."""

from collections.abc import Iterator

from agendabuilder.domain.change import (
    Change,
    ChangeKind,
    access_words,
    named_item,
    pages_in_words,
    report_pages,
    sentence,
)
from agendabuilder.domain.item import Report
from agendabuilder.domain.language import Language
from agendabuilder.domain.pack_state import PackState, out_of_turn
from agendabuilder.domain.worded import report_name

_Told = Iterator[tuple[ChangeKind, str]]


def replaced_reports(before: PackState, now: PackState) -> frozenset[str]:
    """The reports that had pages and have others now, by id."""
    return frozenset(report_id for report_id in now.reports if _is_replaced(report_id, before, now))


def _is_replaced(report_id: str, before: PackState, now: PackState) -> bool:
    both = report_id in before.reports and before.has_pages(report_id) and now.has_pages(report_id)
    return both and before.content(report_id) != now.content(report_id)


def report_changes(
    report_id: str, before: PackState, now: PackState, moved: frozenset[str], language: Language
) -> Iterator[Change]:
    """The changes of one report. `moved` is what `moved_reports` found."""
    item, _ = (now if report_id in now.reports else before).reports[report_id]
    opening = sentence(named_item(item.id, before, now, language))
    for kind, text in _differences(report_id, before, now, moved, language):
        told = f"{opening}: {text}."
        yield Change(kind, told, item.id, report_id, report_pages(before, report_id), report_pages(now, report_id))


def moved_reports(before: PackState, now: PackState) -> frozenset[str]:
    """The reports that are with another item, or at another place among the reports of theirs."""
    common = [report_id for report_id in now.reports if report_id in before.reports]
    moved = {each for each in common if before.reports[each][0].id != now.reports[each][0].id}
    for item_id in {now.reports[each][0].id for each in common}:
        own = {each for each in common if now.reports[each][0].id == item_id and each not in moved}
        moved |= out_of_turn(
            [each for each in before.reports if each in own], [each for each in now.reports if each in own]
        )
    return frozenset(moved)


def _differences(report_id: str, before: PackState, now: PackState, moved: frozenset[str], language: Language) -> _Told:
    name = f"“{report_name((now if report_id in now.reports else before).reports[report_id][1], language)}”"
    if report_id not in before.reports:
        yield _added(report_id, name, now, language)
    elif report_id not in now.reports:
        yield ChangeKind.REPORT_WITHDRAWN, _withdrawn(report_id, name, before, language)
    else:
        yield from _of_pages(report_id, name, before, now, language)
        yield from _of_words(report_id, name, before, now, moved, language)


def _added(report_id: str, name: str, now: PackState, language: Language) -> tuple[ChangeKind, str]:
    if now.has_pages(report_id):
        pages = pages_in_words(now.page_counts[report_id], language)
        return ChangeKind.REPORT_ADDED, language.say(
            "the report {report} was added ({pages})", report=name, pages=pages
        )
    told = language.say("the report {report} was announced", report=name)
    return ChangeKind.REPORT_ANNOUNCED, _promised(told, now.reports[report_id][1], language)


def _withdrawn(report_id: str, name: str, before: PackState, language: Language) -> str:
    if before.has_pages(report_id):
        pages = pages_in_words(before.page_counts[report_id], language)
        return language.say("the report {report} was withdrawn ({pages})", report=name, pages=pages)
    return language.say("the report {report}, which was announced, was withdrawn", report=name)


def _promised(told: str, report: Report, language: Language) -> str:
    """What was told of a report, and how it is to come now; nothing of one whose file merely cannot be used."""
    if report.verbal:
        return language.say("{change}; it is to be given verbally", change=told)
    return language.say("{change}; it is to follow", change=told) if report.to_follow else told


def _of_pages(report_id: str, name: str, before: PackState, now: PackState, language: Language) -> _Told:
    was, is_now = before.has_pages(report_id), now.has_pages(report_id)
    old, new = before.reports[report_id][1], now.reports[report_id][1]
    if was and not is_now:
        told = _withdrawn(report_id, name, before, language)
        yield ChangeKind.REPORT_WITHDRAWN, _promised(told, new, language)
    elif is_now and not was:
        form = _HAS_ARRIVED if old.to_follow else _HAS_PAGES
        pages = pages_in_words(now.page_counts[report_id], language)
        yield ChangeKind.REPORT_ARRIVED, language.say(form, report=name, pages=pages)
    elif _is_replaced(report_id, before, now):
        yield ChangeKind.REPORT_REPLACED, _replaced(report_id, name, before, now, language)
    elif not is_now and old.verbal != new.verbal and (new.verbal or new.to_follow):
        form = _VERBAL_NOW if new.verbal else _TO_FOLLOW_NOW
        yield ChangeKind.REPORT_ANNOUNCED, language.say(form, report=name)


_HAS_ARRIVED = "the report {report}, which was to follow, has arrived ({pages})"
_HAS_PAGES = "the report {report} now has pages ({pages})"
_VERBAL_NOW = "the report {report} is to be given verbally now"
_TO_FOLLOW_NOW = "the report {report} is to follow now"


def _replaced(report_id: str, name: str, before: PackState, now: PackState, language: Language) -> str:
    old, new = before.page_counts[report_id], now.page_counts[report_id]
    pages = pages_in_words(new, language)
    if old == new:
        return language.say("the report {report} was replaced ({pages} as before)", report=name, pages=pages)
    return language.say(
        "the report {report} was replaced (now {pages}, before {old})", report=name, pages=pages, old=old
    )


def _of_words(
    report_id: str, name: str, before: PackState, now: PackState, moved: frozenset[str], language: Language
) -> _Told:
    (old_item, old), (item, new) = before.reports[report_id], now.reports[report_id]
    if report_id in moved and old_item.id != item.id:
        was_with = named_item(old_item.id, before, now, language)
        told = language.say("the report {report} was with {item} before", report=name, item=was_with)
        yield ChangeKind.REPORT_MOVED, told
    elif report_id in moved:
        told = language.say("the report {report} has another place among the item's reports", report=name)
        yield ChangeKind.REPORT_MOVED, told
    if old.name != new.name:
        told = language.say(
            "the report {report} was called “{old}” before", report=name, old=report_name(old, language)
        )
        yield ChangeKind.REPORT_RENAMED, told
    was, access = access_words(before, report_id, language), access_words(now, report_id, language)
    if was != access:
        told = language.say(
            "the report {report} is now {access}; it was {before}", report=name, access=access, before=was
        )
        yield ChangeKind.REPORT_ACCESS, told
