"""The change sheet: what is different from the last issue, and what to do with a printed copy of it, as one value.

A reader with that issue in hand can follow by the sheet alone: every step with the printed copy is on one of its lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from agendabuilder.domain.change import Change, ChangeKind
from agendabuilder.domain.changes import changes_between
from agendabuilder.domain.forms import date_text, ranges_text
from agendabuilder.domain.issued_pack import IssuedPack
from agendabuilder.domain.language import Language
from agendabuilder.domain.pack_state import PackState, state_of_issue
from agendabuilder.domain.page_moves import PageMoveKind, page_moves
from agendabuilder.domain.pagination import PackPlan, PageRange
from agendabuilder.domain.presentation import RangeForm, Wording
from agendabuilder.domain.print_sheets import SheetRange, SheetSwap, sheets_to_swap
from agendabuilder.domain.printed_page import printed_pages
from agendabuilder.domain.report_changes import replaced_reports
from agendabuilder.domain.worded import language_of, worded

_FRONT = "The front pages with the agenda are new."
_RENUMBERED = "These pages have new numbers and are otherwise the same."
_PRINTED_ANEW = "These pages are printed anew."
_BOTH_SIDES = "swap these sheets, each printed on both sides."
_ONE_SIDE = "swap these sheets, each printed on one side."


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One line of the sheet. `what` is a sentence, `printed_copy` the steps with a printed copy; each may be empty."""

    what: str
    old_pages: str = ""
    new_pages: str = ""
    printed_copy: str = ""


@dataclass(frozen=True, slots=True)
class ChangeSheet:
    """The sheet. `follows` names the issue with which the pack is compared. No lines: nothing is different.

    `wording` has the words around the lines, `same` says that there are none. `swaps` are the steps with a printed copy
    from its front to its back; `swapping` says what they are.
    """

    heading: str
    follows: str
    lines: tuple[ChangeLine, ...]
    wording: Wording = field(default_factory=Wording)
    same: str = "Nothing is different."
    swaps: tuple[str, ...] = ()
    swapping: str = _BOTH_SIDES


def change_sheet(
    issued: IssuedPack, now: PackState, before: PackState | None = None, double_sided: bool = True
) -> ChangeSheet:
    """The change sheet of a pack that follows an issue.

    `before` is that issue's state where it is not the members' (see `public_states`). Steps are for a
    double-sided print, or for a single-sided one.
    """
    before = before or state_of_issue(issued)
    language, wording = language_of(now.meeting.look.language), worded(now.meeting).wording
    drafts = [
        *_front_lines(before, now, language),
        *_change_lines(before, now, language),
        *_renumbered_lines(before, now, language),
    ]
    swaps = sheets_to_swap(printed_pages(before), printed_pages(now), double_sided)
    return ChangeSheet(
        heading=wording.changes,
        follows=language.say(
            "This pack follows issue {number} of {day}.", number=issued.number, day=date_text(issued.day, language)
        ),
        lines=tuple(_with_steps(drafts, swaps, before, now, language)),
        wording=wording,
        same=language.say("Nothing is different."),
        swaps=tuple(swap.text(language) for swap in swaps),
        swapping=language.say(_BOTH_SIDES if double_sided else _ONE_SIDE),
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    """A line before the steps with a printed copy are shared out; its pages need not be `shown`."""

    what: str
    old: tuple[PageRange, ...]
    new: tuple[PageRange, ...]
    shown: bool = True


def _front_lines(before: PackState, now: PackState, language: Language) -> Iterator[_Draft]:
    old, new = before.plan.pages[: before.plan.front_pages], now.plan.pages[: now.plan.front_pages]
    if old and new and _is_drawn_anew(before, now):
        was, is_now = PageRange(old[0].label, old[-1].label, 1), PageRange(new[0].label, new[-1].label, 1)
        yield _Draft(language.say(_FRONT), (was,), (is_now,))


def _is_drawn_anew(before: PackState, now: PackState) -> bool:
    return printed_pages(before)[0] != printed_pages(now)[0]


def _change_lines(before: PackState, now: PackState, language: Language) -> Iterator[_Draft]:
    """A line for each change. Items that only have other numbers share one: one new item moves all behind it."""
    changes = changes_between(before, now, language)
    renumbered = [change for change in changes if _has_two_numbers(change, before, now)]
    together = renumbered if len(renumbered) > 1 else []
    yield from (
        _Draft(change.sentence, change.old_pages, change.new_pages) for change in changes if change not in together
    )
    if together:
        pairs = [(now.numbers[each.item_id], before.numbers[each.item_id]) for each in together]
        numbers = ", ".join(language.say("{number} (before {old})", number=number, old=was) for number, was in pairs)
        old = tuple(pages for change in together for pages in change.old_pages)
        new = tuple(pages for change in together for pages in change.new_pages)
        said = language.say("These items have new numbers: {numbers}.", numbers=numbers)
        yield _Draft(said, old, new, shown=False)


def _has_two_numbers(change: Change, before: PackState, now: PackState) -> bool:
    renumbered = change.kind is ChangeKind.ITEM_RENUMBERED
    return renumbered and bool(before.numbers[change.item_id] and now.numbers[change.item_id])


def _renumbered_lines(before: PackState, now: PackState, language: Language) -> Iterator[_Draft]:
    for move in page_moves(before.plan.pages, now.plan.pages, replaced_reports(before, now)):
        if move.kind is PageMoveKind.RENUMBERED and move.old and move.new:
            yield _Draft(language.say(_RENUMBERED), (move.old,), (move.new,))


def _with_steps(
    drafts: Iterable[_Draft], swaps: Sequence[SheetSwap], before: PackState, now: PackState, language: Language
) -> Iterator[ChangeLine]:
    """Every step on the first line whose pages it touches; those that touch none have lines of their own."""
    left, form = list(swaps), _form(now)
    for draft in drafts:
        own = [swap for swap in left if _touches(swap, draft, before.plan, now.plan)]
        left = [swap for swap in left if swap not in own]
        pages = (ranges_text(draft.old, form), ranges_text(draft.new, form)) if draft.shown else ("", "")
        yield ChangeLine(draft.what, *pages, " ".join(swap.text(language) for swap in own))
    for swap in left:
        pages = (_sheets_text(swap.take_out), _sheets_text(swap.put_in))
        yield ChangeLine(language.say(_PRINTED_ANEW), *pages, swap.text(language))


def _touches(swap: SheetSwap, draft: _Draft, old: PackPlan, new: PackPlan) -> bool:
    return _meet(swap.take_out, draft.old, old) or _meet(swap.put_in, draft.new, new)


def _meet(sheets: SheetRange | None, ranges: Iterable[PageRange], plan: PackPlan) -> bool:
    if sheets is None:
        return False
    swapped = _places(sheets.first, sheets.last, plan)
    return any(not swapped.isdisjoint(_places(each.first, each.last, plan)) for each in ranges)


def _places(first: str, last: str, plan: PackPlan) -> frozenset[int]:
    """The places in the file of the pages from one number to another."""
    begin = next(page.sheet for page in plan.pages if page.label == first)
    end = max(page.sheet for page in plan.pages if last in (page.label, page.through))
    return frozenset(range(begin, end + 1))


def _sheets_text(sheets: SheetRange | None) -> str:
    if sheets is None:
        return ""
    return sheets.first if sheets.first == sheets.last else f"{sheets.first} - {sheets.last}"


def _form(state: PackState) -> RangeForm:
    """The form of page ranges on the sheet: the agenda's, without its brackets."""
    form = state.meeting.table.ranges
    return RangeForm.SPACED_HYPHEN if form is RangeForm.BRACKETED else form


def change_text(sheet: ChangeSheet) -> str:
    """The sheet as plain text for an e-mail: what has changed, then all steps with a printed copy in a row."""
    if not sheet.lines:
        return f"{sheet.heading}\n\n{sheet.follows} {sheet.same}\n"
    lines = (_line_text(line, sheet.wording) for line in sheet.lines)
    return "\n\n".join([sheet.heading, sheet.follows, *lines, *_swaps_text(sheet)]) + "\n"


def _line_text(line: ChangeLine, wording: Wording) -> str:
    return "\n  ".join(filter(None, [f"- {line.what}", pages_moved(line, wording)]))


def _swaps_text(sheet: ChangeSheet) -> Iterator[str]:
    heading = sheet.wording.printed_copy.replace("{steps}", sheet.swapping)
    if sheet.swaps:
        yield "\n".join([heading, *(f"- {swap}" for swap in sheet.swaps)])


def pages_moved(line: ChangeLine, wording: Wording) -> str:
    """Where a line's pages were and where they are now: "Pages before: 15 - 40. Pages now: 17 - 42."."""
    pages = ((wording.pages_before, line.old_pages), (wording.pages_now, line.new_pages))
    return " ".join(f"{heading}: {where}." for heading, where in pages if where)
