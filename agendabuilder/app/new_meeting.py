"""A new meeting from a template, with every date worked out."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from agendabuilder import paths
from agendabuilder.domain.template import Template, meeting_from_template
from agendabuilder.preflight.bank_holidays import bank_holidays_around
from agendabuilder.store.identities import with_identities
from agendabuilder.store.meeting_folder import MeetingFolder, create_folder
from agendabuilder.store.template_library import TemplateLibrary


def template_library() -> TemplateLibrary:
    """The clerk's own templates, then those that come with the program."""
    return TemplateLibrary((paths.own_templates(), paths.shipped_templates()))


def list_templates() -> Iterable[Template]:
    """Every template there is. Raises `TemplateError` for one that cannot be read."""
    library = template_library()
    return [library.load(template_id) for template_id in library.ids()]


def new_meeting(
    folder: Path, template_id: str, day: date, organisation: str = "", committee: str = ""
) -> MeetingFolder:
    """Make a folder with a meeting on `day`. Raises `TemplateError` or `FolderError`."""
    template = template_library().load(template_id)
    holidays = bank_holidays_around(template.meeting.notice_rule.nation, day)
    meeting = meeting_from_template(template, day, holidays)
    named = replace(
        meeting,
        organisation=organisation or meeting.organisation,
        committee=committee or meeting.committee or template.name,
    )
    return create_folder(folder, with_identities(named))
