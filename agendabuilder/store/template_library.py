"""The templates there are: those that come with the program, and the clerk's own.

A template file is a meeting file with one key more, `template`, which holds its name and a sentence on it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.template import Template
from agendabuilder.errors import MeetingFileError, TemplateError
from agendabuilder.store.codec import json_object, meeting_from_json

_ENDING = ".agenda"


@dataclass(frozen=True, slots=True)
class TemplateLibrary:
    """Templates in one or more folders; a template in an earlier folder hides one of the same id later."""

    folders: tuple[Path, ...]

    def ids(self) -> tuple[str, ...]:
        """The ids of all templates, in the order of the alphabet."""
        return tuple(sorted({path.stem for folder in self.folders for path in _files(folder)}))

    def load(self, template_id: str) -> Template:
        """Read one template. Raises `TemplateError` when there is none of that name or it cannot be read."""
        return _read(self.file(template_id))

    def file(self, template_id: str) -> Path:
        """Where a template lies; its logo lies beside it. Raises `TemplateError` when there is none of that name."""
        for folder in self.folders:
            for path in _files(folder):
                if path.stem == template_id:
                    return path
        raise TemplateError(
            f"There is no template “{template_id}”.", f"The templates are {', '.join(self.ids()) or 'none'}."
        )


def _files(folder: Path) -> Iterable[Path]:
    return sorted(folder.glob(f"*{_ENDING}")) if folder.is_dir() else ()


def _read(path: Path) -> Template:
    try:
        document = json_object(path.read_bytes())
        about = document.pop("template", {})
        meeting = meeting_from_json(document)
        _check(meeting, about)
    except OSError as problem:
        raise TemplateError(f"The template “{path}” cannot be read: {problem.strerror}.") from problem
    except MeetingFileError as problem:
        raise TemplateError(f"The template “{path.name}” cannot be used: {problem.title}", problem.advice) from problem
    return Template(path.stem, str(about.get("name") or path.stem), str(about.get("description") or ""), meeting)


def _check(meeting: Meeting, about: Any) -> None:
    if not isinstance(about, dict) or set(about) - {"name", "description"}:
        raise MeetingFileError("template: this must be an object with “name” and “description”.", place="template")
    if meeting.date:
        raise MeetingFileError("date: a template has no date.", "Take it out.", "date")
    if any(report.file for _, report in meeting.all_reports()):
        raise MeetingFileError("items: a template holds no reports.", "Take them out.", "items")
