"""Opening, saving and leaving meetings, as the window does it: with sentences, and asking only when it must."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from agendabuilder.app.sample import copy_sample
from agendabuilder.errors import AgendaBuilderError, TemplateError
from agendabuilder.store.folder_lock import holder_elsewhere
from agendabuilder.store.people_used import load_people, remember_people, save_people
from agendabuilder.store.settings import RecentMeeting, load_settings, save_settings
from agendabuilder.ui.meeting.places import meetings_folder, sample_folder
from agendabuilder.ui.pieces.asking import open_dialog
from agendabuilder.ui.pieces.message_bar import Act
from agendabuilder.ui.work.agenda_words import item_name

if TYPE_CHECKING:
    from agendabuilder.ui.window.main_window import MainWindow


class WindowFiles:
    """Acts on the window's workspace."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def open_folder(self, folder: Path) -> None:
        """Open a meeting in place of the present one; what is wrong with it is said."""
        if not self.may_leave():
            return
        elsewhere = holder_elsewhere(folder)
        try:
            self._window.workspace.open(folder)
        except AgendaBuilderError as problem:
            self._window.say(problem)
            return
        self._remember()
        if elsewhere and not self._window.workspace.read_only_reason:
            self._window.messages.say(
                f"Somebody may have this meeting open on another computer: {elsewhere}. In a folder that is copied "
                "between computers, such as OneDrive's, only one of you should change it."
            )

    def choose(self) -> None:
        """Ask for a meeting and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Open a meeting", str(meetings_folder()), "Meetings (meeting.agenda)"
        )
        if name:
            self.open_folder(Path(name))

    def open_sample(self) -> None:
        """Open the sample meeting, from a copy that may be changed."""
        try:
            folder = copy_sample(sample_folder())
        except AgendaBuilderError as problem:
            self._window.say(problem)
            return
        self.open_folder(folder.path)

    def new_meeting(self, template_id: str = "") -> None:
        """Ask what the meeting is, make it and open it."""
        from agendabuilder.ui.meeting.new_meeting_dialog import NewMeetingDialog

        if any(dialog.isVisible() for dialog in self._window.findChildren(NewMeetingDialog)):
            return  # a double click, or a desktop on which one click is two signals, means one meeting
        try:
            dialog = NewMeetingDialog(template_id, self._window)
        except TemplateError as problem:
            self._window.say(problem)
            return
        dialog.accepted.connect(lambda: self.open_folder(dialog.made) if dialog.made else None)
        open_dialog(dialog)

    def next_meeting(self) -> None:
        """Make the next meeting from this one and open it."""
        from agendabuilder.ui.meeting.next_meeting_dialog import NextMeetingDialog

        dialog = NextMeetingDialog(self._window.workspace, self._window)
        dialog.accepted.connect(lambda: self.open_folder(dialog.made) if dialog.made else None)
        open_dialog(dialog)

    def save(self) -> None:
        """Save the meeting, and remember its people. Raises `FolderError`."""
        workspace = self._window.workspace
        workspace.save()
        remember_people(workspace.meeting)
        self._remember()
        self._window.statusBar().showMessage(f"Saved at {datetime.now():%H:%M}", 4000)

    def close(self) -> None:
        """Back to the start page."""
        if self.may_leave():
            self._window.workspace.close_meeting()

    def may_leave(self) -> bool:
        """Ask once what becomes of unsaved changes; return whether the meeting may be closed."""
        workspace = self._window.workspace
        if workspace.is_saved or workspace.read_only_reason:
            return True
        answer = self._ask()
        if answer is QMessageBox.StandardButton.Save:
            try:
                self.save()
            except AgendaBuilderError as problem:
                self._window.say(problem)
                return False
        if answer is QMessageBox.StandardButton.Discard:
            self._window.autosave.forget()
        return answer is not QMessageBox.StandardButton.Cancel

    def say_unplaced(self, files: list[Path]) -> None:
        """Say which dropped files find no item, and offer the selected one."""
        names = ", ".join(f"“{file.name}”" for file in files)
        verb = "find" if len(files) > 1 else "finds"
        text = f"{names} {verb} no item by number or title. Drop onto an item, or begin the name with its number."
        workspace = self._window.workspace
        item_id = workspace.selected_item_id
        acts: tuple[Act, ...] = ()
        if item_id:
            words = f"Add to {item_name(workspace.meeting, item_id)}"
            acts = ((words, lambda: self._window.reports.take_in(files, item_id)),)
        self._window.messages.say(text, acts)

    def forget_people(self) -> None:
        """Forget the names used before; they can be brought back while the message stands."""
        people = load_people()
        save_people(())
        keep = ("Bring them back", lambda: save_people(people))
        self._window.messages.say("The names used in meetings before are forgotten.", (keep,))

    def say_crash(self, trace: str) -> None:
        """Say that something went wrong that is our fault."""
        copy = ("Copy details", lambda: QGuiApplication.clipboard().setText(trace))
        self._window.messages.say(
            "Something went wrong in Agenda Builder itself. Your meeting is as it was.", (copy,), "blocker"
        )

    def _ask(self) -> QMessageBox.StandardButton:
        buttons = QMessageBox.StandardButton
        box = QMessageBox(self._window)
        box.setWindowTitle("Unsaved changes")
        box.setText(f"Save the changes to {self._window.workspace.meeting.title}?")
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = buttons(box.exec())
        box.deleteLater()
        return answer

    def _remember(self) -> None:
        workspace = self._window.workspace
        if workspace.folder:
            recent = RecentMeeting(str(workspace.folder.path), workspace.meeting.committee, workspace.meeting.date)
            try:
                save_settings(load_settings().with_recent(recent))
            except AgendaBuilderError as problem:
                self._window.say(problem)
