"""The chaser: who owes which paper by when, as a text to paste into an e-mail.

It is worked out from the reports that are to follow; nothing is kept of what was sent.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from agendabuilder.domain.forms import full_date_text
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers

NOBODY = ""
"""The owner of a paper for which nobody is named."""


@dataclass(frozen=True, slots=True)
class OwedPaper:
    """A report that is to follow: the item it is for, its name, who owes it, and by when it is due."""

    item_id: str
    report_id: str
    item: str
    paper: str
    owner: str
    due: date | None

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.due is not None and self.due < today


def owed_papers(meeting: Meeting) -> tuple[OwedPaper, ...]:
    """Every paper that is to follow, the first due first; those without a day come last."""
    numbers = item_numbers(meeting.items, meeting.numbering)
    papers = [
        OwedPaper(
            item_id=item.id,
            report_id=report.id,
            item=" ".join(filter(None, (f"item {numbers[item.id]}" if numbers[item.id] else "", f"“{item.title}”"))),
            paper=report.title or "the report",
            owner=report.to_follow.owner.strip(),
            due=report.to_follow.due,
        )
        for item, report in meeting.all_reports()
        if report.to_follow
    ]
    return tuple(sorted(papers, key=lambda paper: paper.due or date.max))


def chasing_text(meeting: Meeting, today: date) -> str:
    """One letter to all who owe papers, whoever owes the most urgent one first; nothing when nobody does."""
    papers = owed_papers(meeting)
    if not papers:
        return ""
    day = f" on {full_date_text(meeting.date)}" if meeting.date else ""
    owners = dict.fromkeys(paper.owner for paper in papers)
    lines = [f"Papers still to come for the {meeting.committee or 'meeting'}{day}:", ""]
    for owner in owners:
        lines += _owed_by(owner, (paper for paper in papers if paper.owner == owner), today)
    lines.append(_closing(meeting))
    return "\n".join(lines).strip() + "\n"


def _owed_by(owner: str, papers: Iterable[OwedPaper], today: date) -> Iterator[str]:
    yield owner or "Nobody is named yet"
    for paper in papers:
        yield f"  - {paper.paper}, for {paper.item}: {_when(paper, today)}"
    yield ""


def _when(paper: OwedPaper, today: date) -> str:
    if paper.due is None:
        return "no day was given"
    day = full_date_text(paper.due)
    return f"was due on {day}" if paper.is_overdue(today) else f"due on {day}"


def _closing(meeting: Meeting) -> str:
    contact = meeting.contact
    ways = ", ".join(filter(None, (contact.email, contact.phone))) if contact else ""
    name = contact.name if contact else ""
    return f"Please send them to {name or 'the clerk'}{f' ({ways})' if ways else ''}."
