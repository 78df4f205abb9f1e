"""Writes what is made of a meeting beside its pack, from the very contents of that pack."""

from datetime import date
from pathlib import Path

from agendabuilder.app.agenda_table import agenda_table
from agendabuilder.app.build_pack import make_ready
from agendabuilder.app.documents import Document, WrittenDocument, document_file
from agendabuilder.app.made_packs import BuildOrder
from agendabuilder.app.pack_name import is_folder, make_folder, pack_file
from agendabuilder.domain.audience import Audience
from agendabuilder.errors import PackNotWrittenError
from agendabuilder.pack.html.html_agenda import html_agenda
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.progress import Progress
from agendabuilder.safe_file import why, write_safely
from agendabuilder.store.meeting_folder import MeetingFolder

_USUAL = BuildOrder()


def write_document(
    document: Document, folder: MeetingFolder, cache: Path, today: date, progress: Progress, order: BuildOrder = _USUAL
) -> WrittenDocument:
    """Write a document of the edition that `order.audience` names; without one, that which everybody may read.

    `order.out` is a file, a folder, or None for the usual name beside the meeting. A web page's links count on the
    pack lying beside it under its usual name; the pack itself is not built here.

    Raises what `make_ready` raises, and `PackNotWrittenError`.
    """
    ready = make_ready(folder, cache, today, progress, order)
    edition = ready.editions[0 if order.audience is Audience.MEMBERS else -1]
    pack = pack_file(folder.path, ready.meeting, edition.audience, order)
    out = order.out or folder.path
    if is_folder(out, document.endings):
        make_folder(out)
    file = document_file(document, out, ready.meeting, edition.audience, order)
    write_content(document, edition, file, pack.name, folder.path)
    return WrittenDocument(file, file.with_name(pack.name))


def write_content(document: Document, contents: PackContents, file: Path, pack_name: str, folder: Path) -> None:
    """Write a document of an edition, whose pack lies beside it as `pack_name`. Raises `PackNotWrittenError`."""
    try:
        write_safely(file, _content(document, contents, pack_name, folder))
    except OSError as problem:
        raise PackNotWrittenError(
            f"The document could not be saved as “{file}”: {why(problem, file)}.",
            "Close it if it is open in another program, and check that there is room and that the folder can be "
            "written to.",
        ) from problem


def _content(document: Document, contents: PackContents, pack_name: str, folder: Path) -> bytes:
    match document:
        case Document.WEB_PAGE:
            return html_agenda(contents, pack_name, folder).encode()
        case Document.TABLE:
            return agenda_table(contents)
        case Document.AGENDA:
            from agendabuilder.pack.word.word_agenda import word_agenda  # python-docx is slow to load

            return word_agenda(contents, folder)
        case Document.MINUTES:
            from agendabuilder.pack.word.draft_minutes import draft_minutes

            return draft_minutes(contents, folder)
