"""What a row of the agenda says in words of its own: lengths, reports to follow, reasons for not being public."""

from collections.abc import Sequence
from datetime import date

from agendabuilder.domain.forms import full_date_text
from agendabuilder.domain.item import Access, Report


def minutes_text(minutes: int) -> str:
    """20 minutes."""
    return f"{minutes} minute" if minutes == 1 else f"{minutes} minutes"


def to_follow_text(report: Report, meeting_day: date | None) -> str:
    """Report to follow from R Penhaligon by Friday 26 February. Nothing when neither owner nor day is known."""
    to_follow = report.to_follow
    if to_follow is None or not (to_follow.owner or to_follow.due):
        return ""
    text = f"{report.title or 'Report'} to follow"
    if to_follow.owner:
        text += f" from {to_follow.owner}"
    if to_follow.due:
        same_year = meeting_day is not None and meeting_day.year == to_follow.due.year
        day = full_date_text(to_follow.due)
        text += f" by {day.rpartition(' ')[0] if same_year else day}"
    return text


def access_text(access: Access, paragraphs: Sequence[int], name: str = "") -> str:
    """Exempt: paragraphs 1 and 3. Nothing for what is public."""
    if access is Access.PUBLIC:
        return ""
    text = "Exempt" if access is Access.EXEMPT else "Confidential"
    if access is Access.EXEMPT and paragraphs:
        *some, last = map(str, paragraphs)
        text += f": paragraphs {', '.join(some)} and {last}" if some else f": paragraph {last}"
    return f"{name} – {text[0].lower()}{text[1:]}" if name else text  # noqa: RUF001
