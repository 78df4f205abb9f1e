"""The clerk's own templates as files: saving one, giving it another name, deleting it.

A template's id is its file's name, made once from its first name; a new name leaves the file where it is.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.safe_names import is_device
from agendabuilder.domain.template import Template
from agendabuilder.errors import TemplateError
from agendabuilder.safe_file import write_safely
from agendabuilder.store.codec import encode_meeting
from agendabuilder.store.template_library import TemplateLibrary

_ENDING = ".agenda"
_LOGO = ".logo"
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class DeletedTemplate:
    """A template that is not in its folder any more: its files, the template's own and its logo's, by their names."""

    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """The templates in one folder that the clerk may write to. Every method raises `TemplateError`."""

    folder: Path

    def all(self) -> tuple[Template, ...]:
        """The templates that are there."""
        library = TemplateLibrary((self.folder,))
        return tuple(library.load(template_id) for template_id in library.ids())

    def save(self, name: str, description: str, meeting: Meeting, source: Path | None = None) -> Template:
        """Keep a new template; one of the same name gets another file. The logo comes from the folder `source`."""
        if not name.strip():
            raise TemplateError("The template has no name.", "Enter one.")
        template_id = self._free_id(name)
        kept = self._with_logo(template_id, meeting, source)
        template = Template(template_id, name.strip(), description.strip(), kept)
        self._write(template)
        return template

    def _with_logo(self, template_id: str, meeting: Meeting, source: Path | None) -> Meeting:
        """The meeting with its logo beside the template; without it when its file is not there."""
        logo = meeting.look.logo
        if logo is None:
            return meeting
        file = source / logo.file if source and logo.file else None
        kept = None
        if file and file.is_file():
            name = f"{template_id}{_LOGO}{file.suffix}"
            try:
                content = file.read_bytes()
            except OSError as problem:
                raise TemplateError(f"The logo “{file.name}” cannot be read: {problem.strerror}.") from problem
            self._put_file(self.folder / name, content)
            kept = replace(logo, file=name)
        return replace(meeting, look=replace(meeting.look, logo=kept))

    def rename(self, template_id: str, name: str) -> None:
        """Give a template another name."""
        if not name.strip():
            raise TemplateError("The template has no name.", "Enter one.")
        old = TemplateLibrary((self.folder,)).load(template_id)
        self._write(Template(old.id, name.strip(), old.description, old.meeting))

    def take_out(self, template_id: str) -> DeletedTemplate:
        """Delete a template and its logo; what is returned brings both back with `put_back`."""
        file = self._file(template_id)
        try:
            files = [file, *self._logos(template_id)]
            contents = {each.name: each.read_bytes() for each in files}
            file.unlink()
        except OSError as problem:
            raise TemplateError(f"The template cannot be deleted: {problem.strerror}.") from problem
        for logo in files[1:]:
            with suppress(OSError):  # the template is gone all the same
                logo.unlink()
        return DeletedTemplate(contents)

    def put_back(self, deleted: DeletedTemplate) -> None:
        """Bring a deleted template back."""
        for name, content in deleted.files.items():
            self._put_file(self.folder / name, content)

    def _write(self, template: Template) -> None:
        about = {"name": template.name, "description": template.description}
        document = json.loads(encode_meeting(template.meeting))
        text = json.dumps(
            {"format": document.pop("format"), "template": about, **document}, ensure_ascii=False, indent=2
        )
        self._put_file(self._file(template.id), f"{text}\n".encode())

    def _put_file(self, file: Path, content: bytes) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_safely(file, content)
        except OSError as problem:
            raise TemplateError(f"The template cannot be saved in “{self.folder}”: {problem.strerror}.") from problem

    def _free_id(self, name: str) -> str:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        wanted = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_ID].strip("-") or "template"
        wanted = f"{wanted}-template" if is_device(wanted) else wanted
        number, template_id = 1, wanted
        while self._file(template_id).exists():
            number += 1
            template_id = f"{wanted}-{number}"
        return template_id

    def _logos(self, template_id: str) -> list[Path]:
        """The logo that was kept beside a template, if any: one of any kind of picture."""
        return [
            file for file in self.folder.iterdir() if file.stem == f"{template_id}{_LOGO}" and file.suffix != _ENDING
        ]

    def _file(self, template_id: str) -> Path:
        return self.folder / f"{template_id}{_ENDING}"
