"""The standing items that the templates offer an open meeting; a template that cannot be read offers none."""

from collections.abc import Iterator
from dataclasses import replace

from agendabuilder.app.new_meeting import template_library
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.standing_items import Offer, offers
from agendabuilder.domain.template import Template
from agendabuilder.errors import TemplateError
from agendabuilder.store.identities import with_identities


def offered_standing_items(meeting: Meeting) -> tuple[Offer, ...]:
    """The standing items of the clerk's own, the shared and the shipped templates, template by template."""
    return offers(_readable_templates(), meeting)


def _readable_templates() -> Iterator[Template]:
    library = template_library()
    for template_id in library.ids():
        try:
            template = library.load(template_id)
        except TemplateError:
            continue
        yield replace(template, meeting=with_identities(template.meeting))
