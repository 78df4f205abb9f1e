"""The settings: what new meetings begin with, where things lie, and the cache. Each change is kept at once."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from agendabuilder import paths
from agendabuilder.app import jobs
from agendabuilder.domain.people import Contact
from agendabuilder.errors import AgendaBuilderError, FolderError
from agendabuilder.progress import Progress
from agendabuilder.store.settings import Settings, load_settings, save_settings
from agendabuilder.ui.meeting.places import meetings_folder
from agendabuilder.ui.meeting.template_dialogs import TemplatesDialog
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.asking import open_dialog
from agendabuilder.ui.pieces.choice_fields import DAYS_THAT_COUNT, NATIONS, ChoiceField, CountField
from agendabuilder.ui.pieces.fields import TextField
from agendabuilder.ui.pieces.folder_field import FolderField
from agendabuilder.ui.window.converters_found import ConvertersFound
from agendabuilder.ui.window.known_people import KnownPeople
from agendabuilder.ui.work.forms import LABEL
from agendabuilder.ui.work.tasks import Lane, Tasks

_MEGABYTE = 1_000_000


class SettingsPage(QWidget):
    """Shows the settings and keeps what is entered."""

    changed = Signal()
    """A setting has another value."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Settings")
        self._tasks = tasks
        self._column = QVBoxLayout(self)
        theme.tight(self._column, 0, 2 * theme.STEP)
        self._column.addWidget(theme.heading("Settings", 4))
        self._shows: list[Callable[[Settings], None]] = []
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.hide()
        self._defaults()
        self._notice()
        self._people()
        self._folders()
        self._converters()
        self._cache()
        self._column.addWidget(self._said)
        self._column.addStretch(1)
        self.show_settings()

    def show_settings(self) -> None:
        """Show the settings as they are kept."""
        settings = load_settings()
        for show in self._shows:
            show(settings)

    def empty_cache(self) -> None:
        """Throw away what can be worked out again, once nothing is being built with it."""
        self._size.setText("It is being emptied.")

        def work(progress: Progress) -> None:
            self._tasks.apart(progress, jobs.empty_cache, paths.cache())

        def fail(problem: AgendaBuilderError) -> None:
            self._show_size()
            self._say(problem)

        self._tasks.run("Emptying the cache", work, lambda _: self._show_size(), fail, Lane.CACHE)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Catch up with the disk."""
        self.show_settings()
        self._names.refresh()
        self._found.refresh()
        self._show_size()
        super().showEvent(event)

    # Sections

    def _defaults(self) -> None:
        rows = self._section("New meetings begin with", "Unless their template says otherwise.")
        self._bind(rows, "Council or body", TextField(), lambda s: s.organisation, _set("organisation"))
        for label, part in (("Contact's name", "name"), ("Post", "role"), ("Telephone", "phone"), ("E-mail", "email")):
            self._bind(rows, label, TextField(), _contact_value(part), _set_contact(part))

    def _notice(self) -> None:
        rows = self._section("Public notice", "Neither the day of publication nor the day of the meeting counts.")
        days = CountField(0, 60, " days")
        self._bind(rows, "Days of notice", days, lambda s: s.notice_rule.days, _set_rule("days"))
        self._bind(
            rows, "Days that count", ChoiceField(DAYS_THAT_COUNT), lambda s: s.notice_rule.count, _set_rule("count")
        )
        self._bind(rows, "Bank holidays of", ChoiceField(NATIONS), lambda s: s.notice_rule.nation, _set_rule("nation"))

    def _people(self) -> None:
        self._section("Names used before", "Offered while members and contributors are typed. Delete takes one out.")
        self._names = KnownPeople()
        self._column.addWidget(self._names)

    def _folders(self) -> None:
        rows = self._section("Folders")
        self._folder(rows, "Meetings", "meetings_folder", lambda s: Path(s.meetings_folder or meetings_folder()))
        shared = "shared_templates"
        self._folder(
            rows, "Shared templates", shared, lambda s: Path(s.shared_templates) if s.shared_templates else None
        )
        templates = QPushButton("Your templates…")
        templates.clicked.connect(lambda: open_dialog(TemplatesDialog(self)))
        rows.addRow(self._label(""), _left(templates))

    def _converters(self) -> None:
        self._section("Word, slides and spreadsheets", "The first of these that is found makes their pages.")
        self._found = ConvertersFound()
        self._column.addWidget(self._found)
        rows = self._new_rows()
        seconds, memory = CountField(10, 3600, " seconds"), CountField(500, 64_000, " MB")
        scans = CountField(0, 1200, " dots per inch")
        scans.setSpecialValueText("As they are")
        self._bind(rows, "Time for a file", seconds, lambda s: s.convert_seconds, _set("convert_seconds"))
        self._bind(rows, "Memory for a file", memory, lambda s: s.convert_megabytes, _set("convert_megabytes"))
        self._bind(rows, "Finest scan", scans, lambda s: s.scan_dpi_limit, _set("scan_dpi_limit"))

    def _cache(self) -> None:
        rows = self._section("Cache", "What has been worked out about report files, so that building again is quick.")
        most = CountField(50, 20_000, " MB")
        self._bind(rows, "At most", most, lambda s: s.cache_megabytes, _set("cache_megabytes"))
        empty = QPushButton("Empty the cache")
        empty.clicked.connect(self.empty_cache)
        self._size = QLabel()
        rows.addRow(self._label(""), _left(empty, self._size))

    # Rows

    def _section(self, title: str, note: str = "") -> QFormLayout:
        self._column.addSpacing(theme.STEP)
        self._column.addWidget(theme.heading(title, 1))
        if note:
            self._column.addWidget(theme.quiet(QLabel(note)))
        return self._new_rows()

    def _new_rows(self) -> QFormLayout:
        rows = QFormLayout()
        rows.setHorizontalSpacing(2 * theme.STEP)
        rows.setVerticalSpacing(theme.STEP)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._column.addLayout(rows)
        return rows

    def _label(self, words: str, field: QWidget | None = None) -> QLabel:
        """A label as wide as all others, so that the fields of all sections stand in one line."""
        label = QLabel(words)
        label.setMinimumWidth(self.fontMetrics().averageCharWidth() * LABEL)
        if field:
            label.setBuddy(field)
        return label

    def _bind(
        self,
        rows: QFormLayout,
        label: str,
        field: Any,
        value: Callable[[Settings], Any],
        change: Callable[[Settings, Any], Settings],
    ) -> None:
        field.setAccessibleName(label)
        field.value_entered.connect(lambda entered: self._keep(change(load_settings(), entered)))
        self._shows.append(lambda settings: field.show_value(value(settings)))
        rows.addRow(self._label(label, field), field)

    def _folder(self, rows: QFormLayout, label: str, name: str, value: Callable[[Settings], Path | None]) -> None:
        field = FolderField(label)
        change = _set(name)
        field.changed.connect(lambda: self._keep(change(load_settings(), str(field.path or ""))))
        self._shows.append(lambda settings: field.propose(value(settings)))
        rows.addRow(self._label(label, field), field)

    def _keep(self, settings: Settings) -> None:
        try:
            save_settings(settings)
        except FolderError as problem:
            self._say(problem)
        else:
            self._said.hide()
            self.changed.emit()

    def _say(self, problem: AgendaBuilderError) -> None:
        self._said.setText(str(problem))
        self._said.show()

    def _show_size(self) -> None:
        self._size.setText(f"It holds {_size_of(paths.cache()) / _MEGABYTE:.0f} MB.")


def _size_of(folder: Path) -> int:
    """The bytes of all files below a folder; builds take files away while they are counted."""
    size = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                size += Path(place, name).stat().st_size
    return size


def _set(name: str) -> Callable[[Settings, Any], Settings]:
    return lambda settings, value: replace(settings, **{name: value})


def _set_rule(name: str) -> Callable[[Settings, Any], Settings]:
    return lambda settings, value: replace(settings, notice_rule=replace(settings.notice_rule, **{name: value}))


def _set_contact(name: str) -> Callable[[Settings, Any], Settings]:
    def change(settings: Settings, value: Any) -> Settings:
        contact = replace(settings.contact or Contact(), **{name: value})
        return replace(settings, contact=contact if contact != Contact() else None)

    return change


def _contact_value(name: str) -> Callable[[Settings], Any]:
    return lambda settings: getattr(settings.contact or Contact(), name)


def _left(*widgets: QWidget) -> QHBoxLayout:
    """Widgets from the left, as wide as they need to be."""
    row = QHBoxLayout()
    theme.tight(row, 0, 2 * theme.STEP)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
