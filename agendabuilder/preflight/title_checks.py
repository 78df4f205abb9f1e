"""Checks of posts that the texts name against those of the people on the agenda."""

import re
from collections.abc import Iterator
from datetime import date

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.meeting import Meeting
from agendabuilder.preflight.clerk_texts import clerk_texts
from agendabuilder.preflight.person_checks import folded_title, is_like_title

_CAPITALS = r"[A-Z][\w'’-]+(?:(?:,| and| &|, and| of)? [A-Z][\w'’-]+)*"  # noqa: RUF001 (an apostrophe as typed)
_POST = re.compile(
    rf"\b(?:Cabinet (?:Member|Portfolio [Hh]older)|Portfolio [Hh]older|(?:Corporate |Executive |Strategic )?Director)"
    rf"(?: for| of|,| [-–]) {_CAPITALS}"  # noqa: RUF001 (an en rule as typed)
)


def check_titles_in_texts(meeting: Meeting, _: date) -> Iterator[Finding]:
    """A cabinet member's or a director's title that nearly, but not quite, agrees with somebody's on the agenda."""
    posts = {folded_title(person.role): person.role for item in meeting.all_items() for person in item.contributors}
    posts.pop("", None)
    if not posts:
        return
    for text in clerk_texts(meeting):
        for found in _POST.finditer(text.text):
            if folded_title(found[0]) in posts:
                continue
            like = next((role for role in posts.values() if is_like_title(role, found[0])), "")
            if like:
                yield text.finding(
                    Severity.WARNING,
                    "person-title",
                    f"says “{found[0]}”, and the agenda has “{like}”.",
                    "Use the right title in both places.",
                    found=found[0],
                    instead=like,
                )
