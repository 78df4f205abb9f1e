"""The change sheet: what is different from the last issue, and what to do with a printed copy of it, as one value.

A reader with that issue in hand can follow by the sheet alone: every step with the printed copy is on one of its lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from agendabuilder.domain.change import Change, ChangeKind
from agendabuilder.domain.changes import changes_between
from agendabuilder.domain.forms import date_text, ranges_text
from agendabuilder.domain.issued_pack import IssuedPack
from agendabuilder.domain.pack_state import PackState, state_of_issue
from agendabuilder.domain.page_moves import PageMoveKind, page_moves
from agendabuilder.domain.pagination import PackPlan, PageRange
from agendabuilder.domain.presentation import RangeForm
from agendabuilder.domain.print_sheets import SheetRange, SheetSwap, sheets_to_swap
from agendabuilder.domain.printed_page import printed_pages
from agendabuilder.domain.report_changes import replaced_reports

_FRONT = "The front pages with the agenda are new."
_RENUMBERED = "These pages have new numbers and are otherwise the same."
_PRINTED_ANEW = "These pages are printed anew."


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One line of the sheet. `what` is a sentence, `printed_copy` the steps with a printed copy; each may be empty."""

    what: str
    old_pages: str = ""
    new_pages: str = ""
    printed_copy: str = ""


@dataclass(frozen=True, slots=True)
class ChangeSheet:
    """The sheet. `follows` names the issue with which the pack is compared. No lines: nothing is different."""

    heading: str
    follows: str
    lines: tuple[ChangeLine, ...]


def change_sheet(
    issued: IssuedPack, now: PackState, before: PackState | None = None, double_sided: bool = True
) -> ChangeSheet:
    """The change sheet of a pack that follows an issue.

    `before` is that issue's state where it is not the members' (see `public_state`). Steps are for a
    double-sided print, or for a single-sided one.
    """
    before = before or state_of_issue(issued)
    drafts = [*_front_lines(before, now), *_change_lines(before, now), *_renumbered_lines(before, now)]
    swaps = sheets_to_swap(printed_pages(before), printed_pages(now), double_sided)
    return ChangeSheet(
        heading=now.meeting.wording.changes,
        follows=f"This pack follows issue {issued.number} of {date_text(issued.day)}.",
        lines=tuple(_with_steps(drafts, swaps, before.plan, now.plan, _form(now))),
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    """A line before the steps with a printed copy are shared out; its pages need not be `shown`."""

    what: str
    old: tuple[PageRange, ...]
    new: tuple[PageRange, ...]
    shown: bool = True


def _front_lines(before: PackState, now: PackState) -> Iterator[_Draft]:
    old, new = before.plan.pages[: before.plan.front_pages], now.plan.pages[: now.plan.front_pages]
    if old and new and _is_drawn_anew(before, now):
        yield _Draft(_FRONT, (PageRange(old[0].label, old[-1].label, 1),), (PageRange(new[0].label, new[-1].label, 1),))


def _is_drawn_anew(before: PackState, now: PackState) -> bool:
    return printed_pages(before)[0] != printed_pages(now)[0]


def _change_lines(before: PackState, now: PackState) -> Iterator[_Draft]:
    """A line for each change. Items that only have other numbers share one: one new item moves all behind it."""
    changes = changes_between(before, now)
    renumbered = [change for change in changes if _has_two_numbers(change, before, now)]
    together = renumbered if len(renumbered) > 1 else []
    yield from (
        _Draft(change.sentence, change.old_pages, change.new_pages) for change in changes if change not in together
    )
    if together:
        numbers = ", ".join(f"{now.numbers[each.item_id]} (before {before.numbers[each.item_id]})" for each in together)
        old = tuple(pages for change in together for pages in change.old_pages)
        new = tuple(pages for change in together for pages in change.new_pages)
        yield _Draft(f"These items have new numbers: {numbers}.", old, new, shown=False)


def _has_two_numbers(change: Change, before: PackState, now: PackState) -> bool:
    renumbered = change.kind is ChangeKind.ITEM_RENUMBERED
    return renumbered and bool(before.numbers[change.item_id] and now.numbers[change.item_id])


def _renumbered_lines(before: PackState, now: PackState) -> Iterator[_Draft]:
    for move in page_moves(before.plan.pages, now.plan.pages, replaced_reports(before, now)):
        if move.kind is PageMoveKind.RENUMBERED and move.old and move.new:
            yield _Draft(_RENUMBERED, (move.old,), (move.new,))


def _with_steps(
    drafts: Iterable[_Draft], swaps: Sequence[SheetSwap], old: PackPlan, new: PackPlan, form: RangeForm
) -> Iterator[ChangeLine]:
    """Every step on the first line whose pages it touches; those that touch none have lines of their own."""
    left = list(swaps)
    for draft in drafts:
        own = [swap for swap in left if _touches(swap, draft, old, new)]
        left = [swap for swap in left if swap not in own]
        pages = (ranges_text(draft.old, form), ranges_text(draft.new, form)) if draft.shown else ("", "")
        yield ChangeLine(draft.what, *pages, " ".join(swap.text for swap in own))
    for swap in left:
        yield ChangeLine(_PRINTED_ANEW, _sheets_text(swap.take_out), _sheets_text(swap.put_in), swap.text)


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
    """The sheet as plain text, to paste into an e-mail."""
    if not sheet.lines:
        return f"{sheet.heading}\n\n{sheet.follows} Nothing is different.\n"
    return "\n\n".join([sheet.heading, sheet.follows, *map(_line_text, sheet.lines)]) + "\n"


def _line_text(line: ChangeLine) -> str:
    parts = [f"- {line.what}", _pages_text(line), line.printed_copy and f"In a printed copy: {line.printed_copy}"]
    return "\n  ".join(filter(None, parts))


def _pages_text(line: ChangeLine) -> str:
    if line.old_pages and line.new_pages:
        return f"Pages before: {line.old_pages}. Pages now: {line.new_pages}."
    if line.old_pages:
        return f"Pages before: {line.old_pages}."
    return f"Pages now: {line.new_pages}." if line.new_pages else ""
