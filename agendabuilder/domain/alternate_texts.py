"""Edits the clerk's alternate texts for a report's pictures; they stand in the order of the pictures, some empty."""

from agendabuilder.domain.edits import change_report, item_of_report
from agendabuilder.domain.meeting import Meeting


def write_alt_text(meeting: Meeting, report_id: str, place: int, text: str) -> Meeting:
    """The meeting with another alternate text for the picture at `place` (from 0). Raises `KeyError`."""
    report = next(each for each in item_of_report(meeting, report_id).reports if each.id == report_id)
    texts = [*report.alt_texts, *("" for _ in range(place + 1 - len(report.alt_texts)))]
    texts[place] = text
    while texts and not texts[-1].strip():
        texts.pop()
    return change_report(meeting, report_id, alt_texts=tuple(texts))
