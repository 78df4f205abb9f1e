"""Who owes which paper, and by when: the papers that are to follow, as a text for an e-mail.

Each owner has a paragraph of their own, so that it can be sent to them alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agendabuilder.domain.forms import full_date_text
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers


@dataclass(frozen=True, slots=True)
class OwedPaper:
    """A report that is to follow. `owner` and `due` are empty where nobody wrote them down.

    `item` and `report` are their names in a sentence, `item_id` and `report_id` say which they are.
    """

    owner: str
    due: date | None
    item: str
    report: str
    overdue: bool
    item_id: str = ""
    report_id: str = ""


def owed_papers(meeting: Meeting, today: date) -> tuple[OwedPaper, ...]:
    """The reports that are to follow, the longest overdue first and those without a date last.

    A paper that is due today is not overdue yet.
    """
    numbers = item_numbers(meeting.items, meeting.numbering)
    owed = [
        OwedPaper(
            owner=report.to_follow.owner.strip(),
            due=report.to_follow.due,
            item=_item_name(numbers[item.id], item.title),
            report=report.title,
            overdue=report.to_follow.due is not None and report.to_follow.due < today,
            item_id=item.id,
            report_id=report.id,
        )
        for item, report in meeting.all_reports()
        if report.to_follow
    ]
    return tuple(sorted(owed, key=lambda paper: paper.due or date.max))


def chaser_text(meeting: Meeting, today: date) -> str:
    """The text for an e-mail, grouped by owner; those with something overdue come first. "" when nothing is owed."""
    owed = owed_papers(meeting, today)
    if not owed:
        return ""
    owners = dict.fromkeys(paper.owner for paper in owed)
    paragraphs = [_owner_text(owner, [paper for paper in owed if paper.owner == owner]) for owner in owners]
    return "\n\n".join([_opening(meeting), *paragraphs]) + "\n"


def _opening(meeting: Meeting) -> str:
    day = f" on {full_date_text(meeting.date)}" if meeting.date else ""
    return f"These papers for {meeting.title}{day} are still to come."


def _owner_text(owner: str, papers: Sequence[OwedPaper]) -> str:
    return "\n".join([f"{owner or 'Nobody is named for these'}:", *map(_paper_text, papers)])


def _paper_text(paper: OwedPaper) -> str:
    what = f"“{paper.report}” for {paper.item}" if paper.report else f"The report for {paper.item}"
    return f"- {what}, {_due_text(paper)}"


def _due_text(paper: OwedPaper) -> str:
    if paper.due is None:
        return "no date set"
    return f"{'overdue since' if paper.overdue else 'due on'} {full_date_text(paper.due)}"


def _item_name(number: str, title: str) -> str:
    return " ".join(part for part in ("item" if number else "the item", number, f"“{title}”" if title else "") if part)
