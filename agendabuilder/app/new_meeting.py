"""A new meeting from a template, with every date worked out."""

import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date, time
from pathlib import Path

from agendabuilder import paths
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.notice_rule import NoticeRule
from agendabuilder.domain.template import Template, meeting_from_template
from agendabuilder.preflight.bank_holidays import bank_holidays_around
from agendabuilder.store.identities import with_identities
from agendabuilder.store.meeting_folder import MeetingFolder, create_folder
from agendabuilder.store.settings import load_settings
from agendabuilder.store.template_library import TemplateLibrary


def template_library() -> TemplateLibrary:
    """The clerk's own templates, then those of the shared folder, then those that come with the program."""
    shared = load_settings().shared_templates
    folders = (paths.own_templates(), *([Path(shared)] if shared else []), paths.shipped_templates())
    return TemplateLibrary(folders)


def list_templates() -> Iterable[Template]:
    """Every template there is. Raises `TemplateError` for one that cannot be read."""
    library = template_library()
    return [library.load(template_id) for template_id in library.ids()]


def new_meeting(
    folder: Path,
    template_id: str,
    day: date,
    organisation: str = "",
    committee: str = "",
    start: time | None = None,
    venue: str = "",
) -> MeetingFolder:
    """Make a folder with a meeting on `day`; what is not given comes from the template, then from the settings.

    Raises `TemplateError` or `FolderError`.
    """
    library = template_library()
    template = library.load(template_id)
    settings = load_settings()
    pattern = template.meeting
    pattern = replace(
        pattern,
        organisation=organisation or pattern.organisation or settings.organisation,
        committee=committee or pattern.committee or template.name,
        start=start or pattern.start,
        venue=venue or pattern.venue,
        contact=pattern.contact or settings.contact,
        notice_rule=settings.notice_rule if pattern.notice_rule == NoticeRule() else pattern.notice_rule,
    )
    holidays = bank_holidays_around(pattern.notice_rule.nation, day)
    meeting = meeting_from_template(replace(template, meeting=pattern), day, holidays)
    return _with_logo(folder, with_identities(meeting), library.file(template_id).parent)


def _with_logo(folder: Path, meeting: Meeting, templates: Path) -> MeetingFolder:
    """The meeting in its folder, with the template's logo under a name of its own."""
    logo = meeting.look.logo
    if logo is None:
        return create_folder(folder, meeting)
    named = replace(logo, file=f"logo{Path(logo.file).suffix}")
    made = create_folder(folder, replace(meeting, look=replace(meeting.look, logo=named)))
    with suppress(OSError):  # a logo that is not there is a finding of the new meeting
        shutil.copyfile(templates / logo.file, made.path / named.file)
    return made
