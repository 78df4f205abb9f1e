"""The three ways to go on after an issue, and what each would come to, in the clerk's words."""

from collections.abc import Iterable, Sequence

from agendabuilder.app.made_packs import PackChanges
from agendabuilder.domain.change import LATE_PAPERS, ChangeKind
from agendabuilder.domain.forms import full_date_text
from agendabuilder.domain.issued_pack import IssuedPack, IssueMode
from agendabuilder.domain.page_moves import PageMove, PageMoveKind
from agendabuilder.ui.packs.build_words import counted
from agendabuilder.ui.work.agenda_words import pages_text

WAYS = {
    IssueMode.RENUMBER: "Number all pages anew",
    IssueMode.KEEP: "Keep the page numbers",
    IssueMode.SUPPLEMENT: "A supplement with the late papers alone",
}
"""How each way is called where one is chosen."""

_LONGEST = 4
"""Ranges or papers that are named; the rest is counted."""


def issue_line(issued: IssuedPack) -> str:
    """Issue 2 of Wednesday 24 February 2027, by B Ó Briain."""
    by = f", by {issued.who}" if issued.who else ""
    return f"Issue {issued.number} of {full_date_text(issued.day)}{by}"


def mode_words(issued: IssuedPack) -> str:
    """In which way an issue was made."""
    if issued.number == 1:
        return "First issue"
    return {
        IssueMode.RENUMBER: "Numbered anew",
        IssueMode.KEEP: "Page numbers kept",
        IssueMode.SUPPLEMENT: "Supplement",
    }[issued.mode]


def consequences(found: PackChanges) -> str:
    """What a way would come to: how many pages, which of them get other numbers, what a supplement would hold."""
    if found.way is IssueMode.SUPPLEMENT:
        return _of_supplement(found)
    pages = counted(found.new_pages, "page")
    if not found.changes:
        return f"{pages}. Nothing is different from issue {found.number}."
    if found.way is IssueMode.KEEP:
        return f"{pages}. {_of_kept(found.moves)}"
    if not found.renumbered:
        return f"{pages}. No page gets another number."
    moved = _ranges(
        f"{pages_text(move.old)} → {pages_text(move.new)}" for move in _of_kind(found.moves, PageMoveKind.RENUMBERED)
    )
    gets = "1 page gets a new number" if found.renumbered == 1 else f"{found.renumbered} pages get new numbers"
    return f"{pages}. {gets}: {moved}."


def _of_kept(moves: Sequence[PageMove]) -> str:
    """Which pages are new, which are printed anew, and which say that they are withdrawn."""
    said = [
        (PageMoveKind.NEW, "New: {}.", [pages_text(move.new) for move in _of_kind(moves, PageMoveKind.NEW)]),
        (
            PageMoveKind.REPLACED,
            "Printed anew: {}.",
            [pages_text(m.new) for m in _of_kind(moves, PageMoveKind.REPLACED)],
        ),
        (
            PageMoveKind.WITHDRAWN,
            "Withdrawn: {}.",
            [pages_text(m.old) for m in _of_kind(moves, PageMoveKind.WITHDRAWN)],
        ),
    ]
    parts = [words.format(_ranges(runs)) for _, words, runs in said if runs]
    return " ".join([*parts, "Every other page keeps its number."])


def _of_supplement(found: PackChanges) -> str:
    kinds = (*LATE_PAPERS, ChangeKind.REPORT_WITHDRAWN, ChangeKind.ITEM_ADDED, ChangeKind.ITEM_REMOVED)
    held = [change.sentence for change in found.changes if change.kind in kinds]
    more = [f"And {counted(len(held) - _LONGEST, 'change')} more."] if len(held) > _LONGEST else []
    numbers = f", {pages_text(found.numbers)}" if found.numbers else ""
    listed = [f"•  {each}" for each in (*held[:_LONGEST], *more)]
    return "\n".join([f"{counted(found.new_pages, 'page')}{numbers}.", *listed])


def _of_kind(moves: Sequence[PageMove], kind: PageMoveKind) -> list[PageMove]:
    return [move for move in moves if move.kind is kind]


def _ranges(runs: Iterable[str]) -> str:
    """Ranges in a row, the first few of them."""
    listed = list(runs)
    more = len(listed) - _LONGEST
    return ", ".join([*listed[:_LONGEST], *([f"and {more} more"] if more > 0 else [])])
