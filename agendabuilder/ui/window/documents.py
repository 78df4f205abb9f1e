"""Saves what is made beside the pack: the agenda for the web and for Word, draft minutes, a table for a spreadsheet.

Where something is not for publication the clerk is asked whose version is wanted; a web page is always the public's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from agendabuilder import paths
from agendabuilder.app import jobs
from agendabuilder.app.documents import Document, WrittenDocument, document_file
from agendabuilder.app.made_packs import BuildOrder
from agendabuilder.domain.audience import Audience, restrictions
from agendabuilder.errors import AgendaBuilderError
from agendabuilder.progress import Progress
from agendabuilder.ui.packs.pack_rows import open_file
from agendabuilder.ui.pieces.message_bar import Act
from agendabuilder.ui.work.actions import Command, Menu

if TYPE_CHECKING:
    from agendabuilder.ui.window.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class _Saving:
    """What is said of a document while it is saved: the command's words, the dialog's kinds of file, the outcome."""

    name: str
    words: str
    tip: str
    icon: str
    files: str
    task: str
    is_saved: str

    @property
    def title(self) -> str:
        """The dialog's."""
        return self.words.replace("&", "")


_SAVINGS = {
    Document.WEB_PAGE: _Saving(
        "save_web_page", "Save the agenda as a &web page", "For publication beside the pack; its links lead to the "
        "pack's pages", "public", "Web pages (*.html)", "Saving the web page", "The agenda is saved as “{file}”.",
    ),
    Document.AGENDA: _Saving(
        "save_word_agenda", "Save the agenda as a Word &document", "The agenda alone, with the pages of the pack, to "
        "be sent on or worked with", "agenda", "Word documents (*.docx)", "Saving the agenda",
        "The agenda is saved as “{file}”.",
    ),
    Document.MINUTES: _Saving(
        "save_minutes", "Save dra&ft minutes as a Word document", "Attendance, and each item with room for the "
        "discussion, the decision and the actions", "note", "Word documents (*.docx)", "Saving the draft minutes",
        "The draft minutes are saved as “{file}”.",
    ),
    Document.TABLE: _Saving(
        "save_table", "Save the agenda table for a s&preadsheet", "Each item with its time, people, reports and pages, "
        "as CSV", "numbers", "Tables (*.csv)", "Saving the table", "The table is saved as “{file}”.",
    ),
}  # fmt: skip


_WHOSE = {Audience.PUBLIC: "The public's version", Audience.MEMBERS: "The members' version"}
_VERSIONS = {
    Audience.PUBLIC: "It is the public's version, without what is exempt or confidential.",
    Audience.MEMBERS: "It is the members' version, which may not be published.",
}


class Documents(QObject):
    """Puts a command for each into the window's book, and acts on the window's meeting."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.book.add(*(
            Command(saving.name, f"{saving.words}…", partial(self.choose, document), "", saving.tip,
                    saving.icon, lambda: window.workspace.is_open, Menu.MEETING, 1)
            for document, saving in _SAVINGS.items()
        ))  # fmt: skip

    def choose(self, document: Document) -> None:
        """Ask for whom and where to, and save it there."""
        is_restricted = bool(restrictions(self._window.workspace.meeting))
        if is_restricted and document is not Document.WEB_PAGE:
            acts = tuple((words, partial(self._choose_file, document, whose)) for whose, words in _WHOSE.items())
            self._window.messages.say("Some of the business is not for publication. Whose version do you want?", acts)
        else:
            self._choose_file(document, Audience.PUBLIC if is_restricted else None)

    def _choose_file(self, document: Document, audience: Audience | None) -> None:
        folder = self._window.workspace.folder
        if folder is None:
            return
        saving = _SAVINGS[document]
        usual = document_file(document, folder.path, self._window.workspace.meeting, audience)
        name, _ = QFileDialog.getSaveFileName(self._window, saving.title, str(usual), saving.files)
        if name:
            self.save(document, Path(name), audience)

    def save(self, document: Document, file: Path, audience: Audience | None = None) -> None:
        """Save the meeting, and a document of it. Raises `FolderError` when the meeting cannot be saved.

        `audience` is for a document that is one of two.
        """
        workspace, tasks = self._window.workspace, self._window.tasks
        folder, wishes = workspace.folder, workspace.wishes
        if folder is None:
            return
        if not workspace.is_saved:
            workspace.save()
        order = BuildOrder(out=file, audience=audience, way=wishes.way, passwords=wishes.passwords)

        def work(progress: Progress) -> WrittenDocument:
            return tasks.apart(progress, jobs.document, document, folder, paths.cache(), date.today(), order)

        self._window.messages.say(f"Saving “{file.name}” …")
        done = partial(self._done, document, audience)
        tasks.run(_SAVINGS[document].task, work, done, self._fail)

    def _done(self, document: Document, audience: Audience | None, written: WrittenDocument) -> None:
        """Say what was written, in words for the meeting that it is of: another may be open by now."""
        parts = [_SAVINGS[document].is_saved.format(file=written.file.name)]
        if audience:
            parts.append(_VERSIONS[audience])
        if document is Document.WEB_PAGE:
            to_come = "" if written.pack.is_file() else ", which is yet to be built"
            parts.append(f"Its links lead to “{written.pack.name}” beside it{to_come}.")
        acts: tuple[Act, ...] = (("Open", _opens(written.file)), ("Show in folder", _opens(written.file.parent)))
        self._window.messages.say(" ".join(parts), acts, "check")

    def _fail(self, problem: AgendaBuilderError) -> None:
        self._window.say(problem)


def _opens(place: Path) -> Callable[[], None]:
    return lambda: open_file(place)
