"""Recognises the text of a scanned report when the clerk asks for it; it can be stopped, and undone."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from agendabuilder import paths
from agendabuilder.domain.edits import change_report
from agendabuilder.domain.item import Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.errors import AgendaBuilderError
from agendabuilder.progress import Progress
from agendabuilder.store.meeting_folder import MeetingFolder
from agendabuilder.ui.agenda.report_commands import selected_report
from agendabuilder.ui.pieces.message_bar import MessageBar
from agendabuilder.ui.work.actions import Command, CommandBook, Menu
from agendabuilder.ui.work.tasks import Lane, Task, Tasks
from agendabuilder.ui.work.workspace import Workspace

SCAN = "report-scan"
"""The code of the finding on a report with scanned pages."""
_INSTALL = (
    "To recognise the text of scans, OCRmyPDF and Tesseract must be installed; both are free, and "
    "ocrmypdf.readthedocs.io says how. Better still, ask the report's author for the original document."
)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What was asked for: the report as it was then."""

    folder: MeetingFolder
    meeting: Meeting
    report: Report
    passwords: tuple[str, ...] = field(repr=False)


class TextRecognition(QObject):
    """Acts on the selected report."""

    def __init__(
        self, workspace: Workspace, tasks: Tasks, book: CommandBook, messages: MessageBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace, self._tasks, self._messages = workspace, tasks, messages
        self._task: Task | None = None
        book.add(
            Command("recognise_text", "Recognise te&xt…", self.recognise, "",
                    "For a scanned report: a copy whose text can be read aloud and searched", "recognise", self._can,
                    Menu.REPORT, 1),
        )  # fmt: skip
        workspace.results_changed.connect(lambda: book.refresh(("recognise_text",)))

    def recognise(self) -> None:
        """Begin; where the program for it is missing, say what to install."""
        from agendabuilder.app.recognise_text import can_recognise_text  # slow to load

        folder, report = self._workspace.folder, selected_report(self._workspace)
        if folder is None or report is None:
            return
        if not can_recognise_text():
            self._messages.say(_INSTALL)
            return
        wanted = _Wanted(folder, self._workspace.meeting, report, self._workspace.wishes.passwords)
        self._messages.say(f"Recognising the text of “{report.file_name}” … It takes some seconds a page.",
                           (("Stop", self.stop),))  # fmt: skip
        task = self._tasks.run("Recognising text", _work(wanted), self._take(wanted), self._fail, Lane.RECOGNITION)
        if task in self._tasks.running:
            self._task = task
            task.finished.connect(self._on_end)

    def stop(self) -> None:
        """Stop it; the report stays as it is."""
        if self._task:
            self._task.cancel()
            self._messages.say("Stopped: the report is as it was.")

    def _take(self, wanted: _Wanted) -> Callable[[str], None]:
        def take(file: str) -> None:
            report = wanted.report
            if not self._is_still_there(wanted):
                self._messages.say(f"The copy with its text recognised lies beside the report as “{file}”.")
                return
            # the copy was made of the pages as they were laid out already
            name = f"Recognise text of “{report.file_name}”"
            self._workspace.edit(name, change_report, report.id, file=file, turn=0, fit_to_a4=False)
            copied = file.rsplit("/", 1)[-1]
            self._messages.say(
                f"The report is now “{copied}”. Recognised text has mistakes: look through it. The scan was kept.",
                (("Take it back", lambda: self._take_back(wanted, file)),),
                "check",
            )

        return take

    def _take_back(self, wanted: _Wanted, file: str) -> None:
        """The scan again, whatever else was done since."""
        report = wanted.report
        reports = (each for _, each in self._workspace.meeting.all_reports())
        if any(each.id == report.id and each.file == file for each in reports):
            name, turn, fit = f"Take back the scan “{report.file_name}”", report.turn, report.fit_to_a4
            self._workspace.edit(name, change_report, report.id, file=report.file, turn=turn, fit_to_a4=fit)

    def _is_still_there(self, wanted: _Wanted) -> bool:
        reports = (report for _, report in self._workspace.meeting.all_reports())
        same = any(report.id == wanted.report.id and report.file == wanted.report.file for report in reports)
        return same and self._workspace.folder == wanted.folder

    def _fail(self, problem: AgendaBuilderError) -> None:
        self._messages.say_problem(problem)

    def _on_end(self) -> None:
        self._task = None

    def _can(self) -> bool:
        """Whether the selected report has scanned pages, and nothing is being recognised."""
        report, workspace = selected_report(self._workspace), self._workspace
        if report is None or self._task is not None or workspace.read_only_reason:
            return False
        accepted = (each.finding for each in workspace.settled.accepted)
        return any(
            finding.code == SCAN and finding.report_id == report.id for finding in (*workspace.settled.open, *accepted)
        )


def _work(wanted: _Wanted) -> Callable[[Progress], str]:
    def work(progress: Progress) -> str:
        from agendabuilder.app.recognise_text import recognise_report  # slow to load

        given = (wanted.folder, wanted.meeting, wanted.report.id, paths.cache(), progress, wanted.passwords)
        return recognise_report(*given)

    return work
