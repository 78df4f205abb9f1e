"""A new meeting: template, body, day, time, venue and folder, most of it filled in already."""

from datetime import date, time, timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from agendabuilder.app.new_meeting import new_meeting, template_library
from agendabuilder.app.next_meeting import folder_for
from agendabuilder.domain.notice_rule import NoticeRule
from agendabuilder.domain.template import Template
from agendabuilder.errors import FolderError
from agendabuilder.store.settings import load_settings
from agendabuilder.ui.meeting.meeting_day import MeetingDay
from agendabuilder.ui.meeting.places import meetings_folder
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.asking import AskingDialog
from agendabuilder.ui.pieces.choice_fields import ChoiceField
from agendabuilder.ui.pieces.fields import TextField, TimeField
from agendabuilder.ui.pieces.folder_field import FolderField

_AHEAD = timedelta(weeks=3)
"""How far ahead the first proposal of a day lies: enough for notice and for the papers to come in."""

_FRIDAY = 4


class NewMeetingDialog(AskingDialog):
    """Makes a meeting's folder; `made` is where, once it is accepted."""

    def __init__(self, template_id: str = "", parent: QWidget | None = None) -> None:
        """Raises `TemplateError`; then there is no dialog."""
        library = template_library()
        names = {each: library.load(each).name for each in library.ids()}
        super().__init__("New meeting", "Make the meeting", parent)
        self.made: Path | None = None
        self._library, self._settings = library, load_settings()
        self._template_id = template_id if template_id in names else next(iter(names), "")
        self.template = ChoiceField(names)
        self.organisation, self.committee = TextField(), TextField()
        self.day = MeetingDay(_first_proposal(date.today()), NoticeRule())
        self.start, self.venue = TimeField(), TextField()
        self.folder = FolderField("Folder of the meeting")
        for label, field in (
            ("Templat&e", self.template),
            ("Council &or body", self.organisation),
            ("&Committee", self.committee),
            ("&Date", self.day),
            ("&Starts at", self.start),
            ("&Venue", self.venue),
            ("&Folder", self.folder),
        ):
            self.rows.addRow(label, field)
            if not field.accessibleName():
                field.setAccessibleName(label.replace("&", ""))
        self._start: time | None = None
        self.template.value_entered.connect(self._choose)
        self.start.value_entered.connect(self._take_start)
        self.committee.value_entered.connect(self._propose_folder)
        self.day.changed.connect(self._propose_folder)
        if self._template_id:
            self.template.show_value(self._template_id)
            self._choose(self._template_id)
        theme.open_at(self, 560, 320)
        self.committee.setFocus()
        self.committee.selectAll()

    def act(self) -> None:
        """Make the folder and the meeting in it."""
        if self.start.trouble:
            raise FolderError(self.start.trouble)
        if self.day.day is None:
            raise FolderError("The meeting has no date.", "Pick one.")
        if self.folder.path is None:
            raise FolderError("The meeting has no folder.", "Choose one.")
        made = new_meeting(
            self.folder.path,
            self._template_id,
            self.day.day,
            self.organisation.text().strip(),
            self.committee.text().strip(),
            self._start,
            self.venue.text().strip(),
        )
        self.made = made.path

    def _choose(self, template_id: str) -> None:
        """Fill in what the template says."""
        self._template_id = template_id
        template = self._library.load(template_id)
        pattern = template.meeting
        self.organisation.show_value(pattern.organisation or self._settings.organisation)
        self.committee.show_value(pattern.committee or template.name)
        self._start = pattern.start
        self.start.show_value(pattern.start)
        self.venue.show_value(pattern.venue)
        self.day.set_rule(self._rule(template))
        self._propose_folder()

    def _rule(self, template: Template) -> NoticeRule:
        rule = template.meeting.notice_rule
        return self._settings.notice_rule if rule == NoticeRule() else rule

    def _take_start(self, start: time | None) -> None:
        self._start = start

    def _propose_folder(self) -> None:
        if self.day.day:
            self.folder.propose(folder_for(meetings_folder(), self.committee.text().strip() or "Meeting", self.day.day))


def _first_proposal(today: date) -> date:
    """A working day some weeks ahead."""
    day = today + _AHEAD
    while day.weekday() > _FRIDAY:
        day += timedelta(days=1)
    return day
