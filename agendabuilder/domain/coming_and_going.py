"""What a step brought and what it took away: so that undo can show what came back, and who stands nearest."""

from agendabuilder.domain.edits import place_of
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.outline import siblings


def newcomer(before: Meeting, after: Meeting) -> tuple[str, str]:
    """The first item that was not there before, as (item id, ""), else the first such report, as (item id, report id).

    Two empty texts when nothing came.
    """
    known_items = {item.id for item in before.all_items()}
    known_reports = {report.id for _, report in before.all_reports()}
    items = ((item.id, "") for item in after.all_items() if item.id not in known_items)
    reports = ((item.id, report.id) for item, report in after.all_reports() if report.id not in known_reports)
    return next(items, None) or next(reports, None) or ("", "")


def neighbour(before: Meeting, after: Meeting, item_id: str) -> str:
    """Who stands nearest to where an item was: the next sibling, else the one before, else the item above it.

    The first item, or "", when none of them is there any more. Raises `KeyError` when the item was not there.
    """
    known = {item.id for item in after.all_items()}
    parent_id, position = place_of(before, item_id)
    family = siblings(before, parent_id)
    nearest = (*family[position + 1 :], *reversed(family[:position]))
    found = next((item.id for item in nearest if item.id in known), "")
    if found or not parent_id:
        return found or next((item.id for item in after.items), "")
    return parent_id if parent_id in known else neighbour(before, after, parent_id)
