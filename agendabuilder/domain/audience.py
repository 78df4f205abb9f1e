"""Who may read what: an item's or a report's access, with what the items above it say worked in.

The public's pack is another meeting, not another way of drawing: what the public may not read is not in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from agendabuilder.domain.item import Access, Item, Report, ToFollow
from agendabuilder.domain.language import ENGLISH, Language
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.presentation import Wording
from agendabuilder.domain.worded import language_of, worded, worded_for

_STRICTNESS = (Access.PUBLIC, Access.EXEMPT, Access.CONFIDENTIAL)


class Audience(StrEnum):
    """Whom a pack is for: the public pack goes without what is exempt, the members' pack has all of it."""

    PUBLIC = "public"
    MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class Restriction:
    """Why something is not for the public: exempt under paragraphs of Schedule 12A, or confidential."""

    access: Access
    paragraphs: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The ground in the program's own words: "Exempt: paragraphs 1 and 3"."""
        return self.text_in(ENGLISH, ENGLISH.wording)

    def text_in(self, language: Language, wording: Wording) -> str:
        """The ground in a body's wording, its list of paragraphs in a language. Nothing for what is public."""
        if self.access is Access.PUBLIC:
            return ""
        if self.access is Access.CONFIDENTIAL:
            return wording.confidential
        if not self.paragraphs:
            return wording.exempt
        listed = language.joined([str(paragraph) for paragraph in self.paragraphs])
        form = wording.exempt_paragraphs if len(self.paragraphs) > 1 else wording.exempt_paragraph
        return form.replace("{paragraphs}", listed)


def ground_text(restriction: Restriction, meeting: Meeting) -> str:
    """The ground as a worded meeting's pack prints it, in a row and on each page."""
    return restriction.text_in(language_of(meeting.look.language), meeting.wording)


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


def for_public(meeting: Meeting) -> Meeting:
    """The meeting as the public may know it (Local Government Act 1972, s.100B(2)).

    Of a restricted item the number, the public title (else the title) and the time are left, of a restricted
    report its public title (else a fixed wording) and the ground, or that it is verbal or to follow, and by when.
    Nothing else that was typed of them remains; who owes a paper can tell what it is about.
    """
    restricted, spoken = restrictions(meeting), worded(meeting)
    public = (_public_item(item, restricted, spoken) for item in meeting.items)
    return replace(spoken, items=tuple(public), accepted=())


def _public_item(item: Item, restricted: Mapping[str, Restriction], meeting: Meeting) -> Item:
    own = worded_for(item, meeting)
    reports = tuple(_public_report(report, restricted.get(report.id), own) for report in item.reports)
    children = tuple(_public_item(child, restricted, meeting) for child in item.items)
    if item.id not in restricted:
        return replace(item, public_title="", reports=reports, items=children)
    return replace(
        item,
        title=item.public_title or item.title,
        public_title="",
        text="",
        urgency="",
        contributors=(),
        reports=reports,
        items=children,
    )


def _public_report(report: Report, restriction: Restriction | None, meeting: Meeting) -> Report:
    if restriction is None:
        return replace(report, public_title="")
    title = report.public_title or meeting.wording.withheld_report
    if report.is_attached:
        return Report(id=report.id, title=title, withheld=ground_text(restriction, meeting))
    to_follow = ToFollow(due=report.to_follow.due) if report.to_follow else None
    return Report(id=report.id, title=title, to_follow=to_follow, verbal=report.verbal)


def _stricter(above: Restriction | None, access: Access, paragraphs: tuple[int, ...]) -> Restriction | None:
    if above is None:
        return None if access is Access.PUBLIC else Restriction(access, paragraphs)
    if _STRICTNESS.index(access) > _STRICTNESS.index(above.access):
        return Restriction(access, paragraphs)
    joined = tuple(sorted({*above.paragraphs, *paragraphs})) if access is above.access else above.paragraphs
    return Restriction(above.access, joined)
