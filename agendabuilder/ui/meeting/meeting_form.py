"""Everything about the meeting itself: body, day, place, people to ask, and how its papers look."""

from dataclasses import fields
from pathlib import Path
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from agendabuilder.domain.exempt_grounds import AccessLaw
from agendabuilder.domain.forms import full_date_text
from agendabuilder.domain.language_names import LANGUAGE_NAMES
from agendabuilder.domain.meeting import CycleUnit
from agendabuilder.domain.notice_period import last_publication_day
from agendabuilder.domain.numbering import SubNumbers
from agendabuilder.domain.presentation import (
    Block,
    Corner,
    MembershipForm,
    RangeForm,
    RoleForm,
    TextSize,
    TimeForm,
    Wording,
)
from agendabuilder.preflight.bank_holidays import bank_holidays_around
from agendabuilder.store.report_files import take_in_logo
from agendabuilder.ui.meeting.look_fields import ColourField, LogoField, OrderField
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.choice_fields import (
    DAYS_THAT_COUNT,
    NATIONS,
    ChoiceField,
    CountField,
    SwitchField,
    words_of,
)
from agendabuilder.ui.pieces.date_field import DateField, DaysField
from agendabuilder.ui.pieces.fields import TextField, TimeField
from agendabuilder.ui.work.forms import Form, MeetingBinder
from agendabuilder.ui.work.workspace import Workspace

_MEMBERSHIP = words_of(
    MembershipForm,
    sentence="In a sentence",
    one_column="In one column",
    two_columns="In two columns",
    none="Not listed",
)
_ROLES = words_of(RoleForm, words="(Chairman)", initials="(C)")
_CORNERS = words_of(
    Corner,
    bottom_right="Bottom right",
    bottom_centre="Bottom centre",
    bottom_left="Bottom left",
    top_right="Top right",
    top_centre="Top centre",
    top_left="Top left",
)
_SIZES = words_of(TextSize, standard="12 point", large="14 point (large)", extra_large="18 point (extra large)")
_BLOCKS = words_of(
    Block,
    head="Heading, date, time and venue",
    pre_meeting="Pre-meeting",
    members="Members",
    notices_before="Notices before the agenda",
    agenda="Agenda",
    notices_after="Notices after the agenda",
    contact="Contact",
    publication="Date of publication",
)
_LAWS = words_of(
    AccessLaw,
    council="the law on councils of its nation",
    executive="the Regulations of 2012 on cabinets (England)",
    public_bodies="the Act of 1960 (parish councils, NHS bodies)",
    own_rules="rules of its own",
)
_CYCLES = words_of(CycleUnit, weeks="weeks", months="months")


class MeetingForm(QWidget):
    """The page of meeting details."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.form = Form(workspace, MeetingBinder(workspace))
        self._notice: QLabel | None = None
        self._add_meeting()
        self._add_before()
        self._add_contact()
        self._add_others()
        self._add_notice_rule()
        self._add_pages()
        self._add_late()
        self._add_agenda()
        self._add_look()
        self._add_wording()
        self.form.end()
        column = QVBoxLayout(self)
        theme.tight(column, 0, 2 * theme.STEP)
        column.addWidget(theme.heading("Meeting", 3))
        column.addWidget(self.form)
        workspace.meeting_changed.connect(self._say_notice)

    def _add_meeting(self) -> None:
        bind = self.form.bind
        bind("&Council or body", TextField("such as Norbury Council"), "organisation")
        bind("&Kind of body", TextField("a line above, such as Select Committee"), "body_kind")
        bind("C&ommittee", TextField(), "committee")
        bind("&Date", DateField(), "date", empty=None)
        self._notice = self.form.note("")
        bind("&Starts at", TimeField(), "start", empty=None)
        bind("&Ends at", TimeField(), "end", empty=None)
        bind("&Venue", TextField(), "venue")
        bind("", SwitchField("The meeting is webcast"), "webcast")
        bind("P&ublished on", DateField(), "published", empty=None)
        bind("Published at", TimeField(), "published_at", empty=None)

    def _add_before(self) -> None:
        self.form.section("Pre-meeting", "A private meeting of members before this one, if there is one.")
        start = TimeField()
        start.setAccessibleName("Pre-meeting starts at")
        self.form.bind("Starts at", start, "pre_meeting.start", empty=None)
        self.form.bind("For whom", TextField("such as All members"), "pre_meeting.who")
        self.form.bind("What for", TextField(), "pre_meeting.purpose")

    def _add_contact(self) -> None:
        self.form.section("Contact", "Whom to ask about the meeting.")
        self.form.bind("Contact's name", TextField(), "contact.name")
        self.form.bind("Post", TextField("such as Democratic Services Officer"), "contact.role")
        self.form.bind("Telephone", TextField(), "contact.phone")
        self.form.bind("E-mail", TextField(), "contact.email")

    def _add_others(self) -> None:
        for part, words in (("previous_meeting", "Last meeting"), ("next_meeting", "Next meeting")):
            self.form.section(words)
            day, start, venue = DateField(), TimeField(), TextField()
            for field, what in ((day, "Date"), (start, "Start"), (venue, "Venue")):
                field.setAccessibleName(f"{what} of the {words.lower()}")
            self.form.bind("Date", day, f"{part}.date", empty=None)
            self.form.bind("Starts at", start, f"{part}.start", empty=None)
            self.form.bind("Venue", venue, f"{part}.venue")
        self.form.bind("Meets every", CountField(1, 52), "cycle.every")
        self.form.bind("Counted in", ChoiceField(_CYCLES), "cycle.unit")

    def _add_notice_rule(self) -> None:
        self.form.section(
            "Public notice", "How many days before the meeting the agenda is published; mostly clear days."
        )
        self.form.bind("Days of notice", CountField(0, 60), "notice_rule.days")
        self.form.bind("Days that count", ChoiceField(DAYS_THAT_COUNT), "notice_rule.count")
        self.form.bind("Bank holidays of", ChoiceField(NATIONS), "notice_rule.nation")
        self.form.bind("Public access by", ChoiceField(_LAWS), "access_law")
        self.form.bind("Office closes at", TimeField(), "notice_rule.office_closes", empty=None)
        self.form.bind("Other days off", DaysField(), "notice_rule.extra_days_off", empty=())
        self.form.note("Days on which your offices are closed, beside bank holidays. They do not count as notice.")

    def _add_pages(self) -> None:
        self.form.section("Pages of the pack")
        bind = self.form.bind
        bind("", SwitchField("Page 1 is the front sheet"), "count_front")
        bind("", SwitchField("Reports begin on odd pages (double-sided)"), "blank_pages")
        bind("First page", CountField(1, 99999), "first_page")
        bind("Page stamp", TextField("Page {page}"), "stamp.page")
        bind("Item stamp", TextField("Agenda Item {number}"), "stamp.item")
        bind("Corner of stamps", ChoiceField(_CORNERS), "stamp.corner")

    def _add_late(self) -> None:
        self.form.section("Public pack, supplements and changes")
        bind = self.form.bind
        bind("", SwitchField("The public pack keeps the page numbers"), "public_keeps_numbers")
        bind("", SwitchField("The public pack keeps readers' comments"), "public_keeps_comments")
        bind("", SwitchField("Supplements are numbered on"), "supplements_number_on")
        bind("", SwitchField("A page says what has changed"), "change_sheet")

    def _add_agenda(self) -> None:
        self.form.section("Agenda")
        bind = self.form.bind
        bind("First number", CountField(0, 9999), "numbering.start")
        bind("Before numbers", TextField(), "numbering.prefix")
        bind("After numbers", TextField("such as /27"), "numbering.suffix")
        bind("Sub-items", ChoiceField({style: style.value for style in SubNumbers}), "numbering.sub_items")
        for words, field in (
            ("Show numbers", "show_numbers"),
            ("Show times", "show_times"),
            ("Show pages", "show_pages"),
            ("Show lengths", "show_minutes"),
            ("List the reports' titles", "show_report_titles"),
        ):
            bind("", SwitchField(words), f"table.{field}")
        bind("Times as", ChoiceField({form: form.value for form in TimeForm}), "table.times")
        bind("Pages as", ChoiceField({form: form.value for form in RangeForm}), "table.ranges")

    def _add_look(self) -> None:
        self.form.section("Front sheet")
        bind = self.form.bind
        bind("Members", ChoiceField(_MEMBERSHIP), "front_sheet.membership")
        bind("Roles as", ChoiceField(_ROLES), "front_sheet.roles")
        bind("Time as", ChoiceField({form: form.value for form in TimeForm}), "front_sheet.head_time")
        bind("", SwitchField("Lines between items"), "front_sheet.rules_between_items")
        bind("Language", ChoiceField(LANGUAGE_NAMES), "look.language")
        bind("Text size", ChoiceField(_SIZES), "look.text_size")
        bind("Colour", ColourField(), "look.accent")
        bind("Logo", LogoField(self._take_in_logo), "look.logo", empty=None)
        bind("Order of parts", OrderField(_BLOCKS), "front_sheet.blocks")
        bind("", SwitchField("Item titles in capitals"), "look.capital_titles")

    def _add_wording(self) -> None:
        about = "The short texts that the pack prints. Those that you leave are in the agenda's language."
        self.form.section("Fixed words", about)
        for field in fields(Wording):
            label = field.name.replace("_", " ").capitalize()
            line = TextField(str(field.default))
            line.setAccessibleName(f"Words for {label.lower()}")
            self.form.bind(label, line, f"wording.{field.name}")

    def _take_in_logo(self, file: Path) -> str:
        folder = self._workspace.folder
        return take_in_logo(folder, file) if folder else ""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Catch up with what changed while it was not seen."""
        super().showEvent(event)
        self._say_notice()

    def _say_notice(self) -> None:
        """Only where it is seen: the calendars of bank holidays are slow to load."""
        if self._notice and self.isVisible():
            self._notice.setText(notice_sentence(self._workspace.meeting))


def notice_sentence(meeting: Any) -> str:
    """The last day on which the agenda can be published, in words."""
    if meeting.date is None:
        return "The last day for publishing the agenda is shown here once there is a date."
    rule = meeting.notice_rule
    day = last_publication_day(meeting.date, rule, bank_holidays_around(rule.nation, meeting.date))
    return f"Publish the agenda by {full_date_text(day)} ({rule.length})."
