"""Templates of the clerk's own: made from a meeting, kept in the user's folder."""

from pathlib import Path

from agendabuilder import paths
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.template import Template
from agendabuilder.domain.template_from_meeting import Kept, template_meeting
from agendabuilder.store.own_templates import OwnTemplates


def own_templates() -> OwnTemplates:
    """The clerk's own templates."""
    return OwnTemplates(paths.own_templates())


def save_as_template(meeting: Meeting, name: str, description: str, kept: Kept, folder: Path | None = None) -> Template:
    """Keep a meeting as a template, without its dates and reports; its logo is in the meeting's `folder`.

    Raises `TemplateError`.
    """
    return own_templates().save(name, description, template_meeting(meeting, kept), folder)
