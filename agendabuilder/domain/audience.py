"""Who may read what: an item's or a report's access, with what the items above it say worked in."""

from collections.abc import Mapping
from dataclasses import dataclass

from agendabuilder.domain.item import Access, Item
from agendabuilder.domain.meeting import Meeting

_STRICTNESS = (Access.PUBLIC, Access.EXEMPT, Access.CONFIDENTIAL)


@dataclass(frozen=True, slots=True)
class Restriction:
    """Why something is not for the public: exempt under paragraphs of Schedule 12A, or confidential."""

    access: Access
    paragraphs: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The ground in words, as it stands on each page: "Exempt: paragraphs 1 and 3"."""
        if self.access is Access.CONFIDENTIAL:
            return "Confidential"
        if not self.paragraphs:
            return "Exempt"
        numbers = [str(paragraph) for paragraph in self.paragraphs]
        listed = " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
        return f"Exempt: paragraph{'s' if len(numbers) > 1 else ''} {listed}"


def restrictions(meeting: Meeting) -> Mapping[str, Restriction]:
    """Every item and report that is not public, by id. What is under an exempt item is exempt as well."""
    found: dict[str, Restriction] = {}
    for item in meeting.items:
        _collect(item, None, found)
    return found


def _collect(item: Item, above: Restriction | None, found: dict[str, Restriction]) -> None:
    own = _stricter(above, item.access, item.paragraphs)
    if own:
        found[item.id] = own
    for report in item.reports:
        if of_report := _stricter(own, report.access, report.paragraphs):
            found[report.id] = of_report
    for child in item.items:
        _collect(child, own, found)


def _stricter(above: Restriction | None, access: Access, paragraphs: tuple[int, ...]) -> Restriction | None:
    if above is None:
        return None if access is Access.PUBLIC else Restriction(access, paragraphs)
    if _STRICTNESS.index(access) > _STRICTNESS.index(above.access):
        return Restriction(access, paragraphs)
    joined = tuple(sorted({*above.paragraphs, *paragraphs})) if access is above.access else above.paragraphs
    return Restriction(above.access, joined)
