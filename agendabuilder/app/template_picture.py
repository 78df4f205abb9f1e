"""What an agenda from a template looks like: its real front sheet, drawn once and kept in the cache."""

import hashlib
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from agendabuilder import __version__
from agendabuilder.domain.presentation import Look
from agendabuilder.domain.template import Template, meeting_from_template
from agendabuilder.pack.front.front_matter import draw_front_matter
from agendabuilder.pack.proof.page_pictures import PagePicture, PagePictures
from agendabuilder.safe_file import write_safely
from agendabuilder.store.codec import encode_meeting

_EXAMPLE_DAY = date(2027, 3, 4)


def template_picture(template: Template, cache: Path, scale: float) -> PagePicture:
    """The template's front sheet at `scale` pixels to a point. Raises `FolderError` when it cannot be kept."""
    pattern = encode_meeting(template.meeting)
    digest = hashlib.sha256(f"{__version__}\n{template.name}\n{pattern}".encode()).hexdigest()
    file = cache / "templates" / f"{digest}.pdf"
    if not file.is_file():
        _draw(template, file)
    with PagePictures(file) as pages:
        return pages.draw(1, scale)


def _draw(template: Template, file: Path) -> None:
    meeting = meeting_from_template(template, _EXAMPLE_DAY, frozenset())
    look: Look = replace(meeting.look, logo=None)
    named = replace(meeting, committee=meeting.committee or template.name, look=look)
    with suppress(OSError):  # without a cache there is no picture, which the opening of it tells
        file.parent.mkdir(parents=True, exist_ok=True)
        write_safely(file, draw_front_matter(named, None, file.parent).pdf)
