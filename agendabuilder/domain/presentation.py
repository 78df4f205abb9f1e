"""How one body prints its agenda: every variant of real front sheets is a setting here.

All of it is plain data, saved with the meeting or the template; nothing here draws.
"""

from dataclasses import dataclass
from enum import StrEnum


class Block(StrEnum):
    """A part of the front matter; their order is the template's choice."""

    HEAD = "head"
    PRE_MEETING = "pre_meeting"
    MEMBERS = "members"
    NOTICES_BEFORE = "notices_before"
    AGENDA = "agenda"
    NOTICES_AFTER = "notices_after"
    CONTACT = "contact"
    PUBLICATION = "publication"


class MembershipForm(StrEnum):
    """How the members are listed."""

    SENTENCE = "sentence"
    ONE_COLUMN = "one_column"
    TWO_COLUMNS = "two_columns"
    NONE = "none"


class RoleForm(StrEnum):
    """How a member's role is printed: "(Chairman)" or "(C)"."""

    WORDS = "words"
    INITIALS = "initials"


class TimeForm(StrEnum):
    """How a time of day is printed; the value is two o'clock in the afternoon in that form."""

    COLON_24 = "14:00"
    DOT_24 = "14.00"
    DOT_12 = "2.00 pm"
    DOT_12_BARE = "2.00"
    COLON_12 = "2:00 pm"


class RangeForm(StrEnum):
    """How a range of pages is printed; the value is pages 3 to 14 in that form."""

    SPACED_HYPHEN = "3 - 14"
    HYPHEN = "3-14"
    SPACED_DASH = "3 – 14"  # noqa: RUF001 (the en rule is what is printed)
    DASH = "3–14"  # noqa: RUF001
    BRACKETED = "(Pages 3 - 14)"


class TextSize(StrEnum):
    """The size of the front matter's text: 12, 14 or 18 points (Clear Print, large print)."""

    STANDARD = "standard"
    LARGE = "large"
    EXTRA_LARGE = "extra_large"


class Corner(StrEnum):
    """Where the page stamp stands, as the reader of the page sees it."""

    BOTTOM_RIGHT = "bottom_right"
    BOTTOM_CENTRE = "bottom_centre"
    BOTTOM_LEFT = "bottom_left"
    TOP_RIGHT = "top_right"
    TOP_CENTRE = "top_centre"
    TOP_LEFT = "top_left"


@dataclass(frozen=True, slots=True)
class Logo:
    """The body's logo: a picture file in the meeting's folder and its alternate text."""

    file: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """Colour and size. `accent` is `#rrggbb`; it must reach a contrast of 4.5:1 on white (WCAG 2.2, 1.4.3)."""

    accent: str = "#0b5563"
    text_size: TextSize = TextSize.STANDARD
    capital_titles: bool = False
    logo: Logo | None = None
    language: str = "en-GB"


@dataclass(frozen=True, slots=True)
class FrontSheet:
    """What stands on the front sheet, in which order and form. A block that is not named is left out."""

    blocks: tuple[Block, ...] = (
        Block.HEAD,
        Block.PRE_MEETING,
        Block.MEMBERS,
        Block.NOTICES_BEFORE,
        Block.AGENDA,
        Block.NOTICES_AFTER,
        Block.CONTACT,
        Block.PUBLICATION,
    )
    membership: MembershipForm = MembershipForm.SENTENCE
    roles: RoleForm = RoleForm.WORDS
    head_time: TimeForm = TimeForm.DOT_12
    rules_between_items: bool = True


@dataclass(frozen=True, slots=True)
class AgendaTable:
    """The agenda's columns: which there are, and how times and page ranges are printed."""

    show_numbers: bool = True
    show_times: bool = True
    show_pages: bool = True
    show_minutes: bool = False
    show_report_titles: bool = False
    times: TimeForm = TimeForm.COLON_24
    ranges: RangeForm = RangeForm.SPACED_HYPHEN


@dataclass(frozen=True, slots=True)
class Wording:
    """The short fixed texts that the pack prints, each of which a body may word in its own way.

    `{pages}` is filled in with page numbers, `{number}` with a supplement's number, `{paragraphs}` with those of the
    ground, `{reason}` with what the clerk gave, `{steps}` with what to do. A text that is as it comes here is printed
    in the language of the agenda (`domain/worded.py`).
    """

    agenda: str = "Agenda"
    date: str = "Date"
    time: str = "Time"
    venue: str = "Venue"
    pre_meeting: str = "Pre-meeting"
    formal_start: str = "Formal meeting begins"
    members: str = "Membership"
    co_opted_members: str = "Co-opted members"
    item_heading: str = "Item"
    time_heading: str = "Time"
    title_heading: str = ""
    pages_heading: str = "Page"
    contributor: str = "Contributor"
    contributors: str = "Contributors"
    to_follow: str = "To follow"
    verbal: str = "Verbal"
    contact: str = "Contact"
    published: str = "Published"
    blank_page: str = "This page is intentionally left blank"
    draft: str = "DRAFT"
    members_only: str = "Members only: not for publication"
    public_part: str = ""
    exempt_part: str = ""
    exempt: str = "Exempt"
    exempt_paragraph: str = "Exempt: paragraph {paragraphs}"
    exempt_paragraphs: str = "Exempt: paragraphs {paragraphs}"
    confidential: str = "Confidential"
    withheld_report: str = "Report not for publication"
    withheld_page: str = "Page {pages} is not for publication"
    withheld_pages: str = "Pages {pages} are not for publication"
    withdrawn_page: str = "Page {pages} is withdrawn"
    withdrawn_pages: str = "Pages {pages} are withdrawn"
    supplement: str = "Supplement {number}"
    why_late: str = "Why it is late: {reason}"
    why_urgent: str = "Reason for urgency: {reason}"
    changes: str = "What has changed"
    change_heading: str = "Change"
    pages_before: str = "Pages before"
    pages_now: str = "Pages now"
    printed_copy: str = "In a printed copy: {steps}"


@dataclass(frozen=True, slots=True)
class StampStyle:
    """What is printed on every page. `{page}` and `{number}` are filled in; `size` is in points."""

    page: str = "Page {page}"
    item: str = "Agenda Item {number}"
    corner: Corner = Corner.BOTTOM_RIGHT
    size: float = 9.5
