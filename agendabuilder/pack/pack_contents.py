"""Everything that goes into one pack, as one value: the assembly and the proof both work from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from agendabuilder.domain.audience import Audience, Restriction
from agendabuilder.domain.change_sheet import ChangeSheet
from agendabuilder.domain.forms import date_text
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pagination import PackPlan
from agendabuilder.domain.worded import language_of
from agendabuilder.pack.front.front_matter import FrontMatter, PackMarks
from agendabuilder.reports.prepared import PreparedReport


@dataclass(frozen=True, slots=True)
class PackContents:
    """What the pack is made of.

    `prepared` are the reports by report id, `numbers` the printed item numbers by item id, `restrictions` what
    is not for the public, by item and report id. `audience` is None for a pack that everybody may read. `changes` is
    what its change sheet says, where it has one.
    """

    meeting: Meeting
    plan: PackPlan
    front: FrontMatter
    prepared: Mapping[str, PreparedReport]
    numbers: Mapping[str, str]
    marks: PackMarks = field(default_factory=PackMarks)
    restrictions: Mapping[str, Restriction] = field(default_factory=dict)
    audience: Audience | None = None
    changes: ChangeSheet | None = None

    @property
    def keeps_comments(self) -> bool:
        """Whether comments and mark-up in reports stay: in every pack but a public one, and there by a setting."""
        return self.audience is not Audience.PUBLIC or self.meeting.public_keeps_comments

    @property
    def title(self) -> str:
        """The pack's title, as "Norbury Council Housing Committee: agenda, 4 March 2027"."""
        language = language_of(self.meeting.look.language)
        day = f", {date_text(self.meeting.date, language)}" if self.meeting.date else ""
        name = self.meeting.title
        return f"{name}{day}" if name == "Agenda" else f"{language.say('{name}: agenda', name=name)}{day}"
