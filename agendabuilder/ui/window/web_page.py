"""Saves the agenda as a web page: the public's, where something is not for publication."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from agendabuilder import paths
from agendabuilder.app import jobs
from agendabuilder.app.made_packs import BuildOrder
from agendabuilder.app.pack_name import pack_file
from agendabuilder.domain.audience import Audience, restrictions
from agendabuilder.errors import AgendaBuilderError
from agendabuilder.progress import Progress
from agendabuilder.ui.packs.pack_rows import open_file
from agendabuilder.ui.pieces.message_bar import Act

if TYPE_CHECKING:
    from agendabuilder.ui.window.main_window import MainWindow

Written = tuple[Path, Path]
"""The page, and the pack that its links lead to."""


class WebPage(QObject):
    """Acts on the window's meeting."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def choose(self) -> None:
        """Ask where to, and save it there."""
        folder = self._window.workspace.folder
        if folder is None:
            return
        meeting = self._window.workspace.meeting
        usual = pack_file(folder.path, meeting, Audience.PUBLIC if restrictions(meeting) else None).with_suffix(".html")
        name, _ = QFileDialog.getSaveFileName(
            self._window, "Save the agenda as a web page", str(usual), "Web pages (*.html)"
        )
        if name:
            self.save(Path(name))

    def save(self, file: Path) -> None:
        """Save the meeting, and its agenda as a web page. Raises `FolderError` when the meeting cannot be saved."""
        workspace, tasks = self._window.workspace, self._window.tasks
        folder, is_restricted = workspace.folder, bool(restrictions(workspace.meeting))
        if folder is None:
            return
        if not workspace.is_saved:
            workspace.save()
        order = BuildOrder(out=file, way=workspace.wishes.way, passwords=workspace.wishes.passwords)

        def work(progress: Progress) -> Written:
            return tasks.apart(progress, jobs.web_page, folder, paths.cache(), date.today(), order)

        self._window.messages.say(f"Saving “{file.name}” …")
        tasks.run("Saving the web page", work, lambda written: self._done(written, is_restricted), self._fail)

    def _done(self, written: Written, is_restricted: bool) -> None:
        """Say what was written, in words for the meeting that it is of: another may be open by now."""
        page, pack = written
        parts = [f"The agenda is saved as “{page.name}”."]
        if is_restricted:
            parts.append("It is the public's version, without what is exempt or confidential.")
        is_there = pack.is_file()
        parts.append(f"Its links lead to “{pack.name}” beside it{'' if is_there else ', which is yet to be built'}.")
        acts: tuple[Act, ...] = (("Open", _opens(page)), ("Show in folder", _opens(page.parent)))
        self._window.messages.say(" ".join(parts), acts, "check")

    def _fail(self, problem: AgendaBuilderError) -> None:
        self._window.say(problem)


def _opens(place: Path) -> Callable[[], None]:
    return lambda: open_file(place)
