"""The one window: the start page, or the agenda, the editor and the live preview side by side.

It puts the parts together and shows what is said; what is done stands in the books of commands.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QSplitter, QStackedWidget, QToolBar, QVBoxLayout, QWidget

from agendabuilder.errors import AgendaBuilderError
from agendabuilder.ui.agenda.item_commands import ItemCommands
from agendabuilder.ui.agenda.item_tree import AgendaColumn
from agendabuilder.ui.agenda.report_commands import ReportCommands
from agendabuilder.ui.agenda.text_recognition import TextRecognition
from agendabuilder.ui.checks.findings_panel import FindingsPanel
from agendabuilder.ui.checks.pack_check import PackCheck
from agendabuilder.ui.meeting.start_page import StartPage, dropped_meeting
from agendabuilder.ui.packs.build_bar import BuildBar
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.fields import finish_typing
from agendabuilder.ui.pieces.message_bar import MessageBar
from agendabuilder.ui.preview.preview_panel import PreviewPanel
from agendabuilder.ui.window.access_commands import AccessCommands
from agendabuilder.ui.window.documents import Documents
from agendabuilder.ui.window.editor_pages import EditorPages, Page
from agendabuilder.ui.window.pack_commands import PackCommands
from agendabuilder.ui.window.recovery import Autosave, RecoveryBar
from agendabuilder.ui.window.side_pages import SidePages
from agendabuilder.ui.window.window_commands import WindowCommands
from agendabuilder.ui.window.window_files import WindowFiles
from agendabuilder.ui.work.actions import SEPARATOR, CommandBook, Menu
from agendabuilder.ui.work.tasks import Tasks
from agendabuilder.ui.work.workspace import Workspace

_TOOLS = (
    "save_meeting",
    SEPARATOR,
    "undo",
    "redo",
    SEPARATOR,
    "add_reports",
    SEPARATOR,
    "build_pack",
    "issue_pack",
    "print_pack",
)
_NARROWEST = 240
"""Pixels that the agenda keeps."""
_NARROW = 720
"""Pixels of a window in which the preview is hidden at first; below this, three columns would show little of each."""
_PARTS = ("agenda", "editor", "preview", "findings")
_SHARES = (30, 37, 33)
"""How the columns share the width at first, in parts of a hundred."""


class MainWindow(QMainWindow):
    """Puts the window together around a workspace."""

    def __init__(self, workspace: Workspace, tasks: Tasks, book: CommandBook, settings: QSettings) -> None:
        super().__init__()
        self.workspace, self.tasks, self.book, self.settings = workspace, tasks, book, settings
        self._folder_shown = workspace.folder
        self.setObjectName("main")
        self.setAcceptDrops(True)
        self.messages = MessageBar()
        self.start = StartPage(tasks)
        self.items = ItemCommands(workspace, book, self)
        self.reports = ReportCommands(workspace, tasks, book, self)
        self.recognition = TextRecognition(workspace, tasks, book, self.messages, self)
        self.agenda = AgendaColumn(workspace, book)
        self.pages = EditorPages(workspace, self.reports, book, tasks)
        self.preview = PreviewPanel(workspace, tasks)
        self.findings = FindingsPanel(workspace, book)
        self.build_bar = BuildBar(workspace, tasks)
        self.pack_check = PackCheck(workspace, tasks, self.build_bar, self.preview.watch, self)
        self.recovery = RecoveryBar(workspace)
        self.autosave = Autosave(workspace, self)
        self.files = WindowFiles(self)
        self.side_pages = SidePages(self)
        self.commands = WindowCommands(self)
        self.pack_commands = PackCommands(self)
        self.access_commands = AccessCommands(self)
        self.documents = Documents(self)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._saved = QLabel()
        self._tools = QToolBar("Tools", self)
        self._work = self._make_work()
        self._stack = QStackedWidget()
        self._set_up()
        self._connect()
        self._show_open()

    @property
    def is_working(self) -> bool:
        """Whether a meeting is shown, and not the start page."""
        return self._stack.currentIndex() == 1

    @property
    def state_words(self) -> str:
        """Saved, unsaved or read-only, as the foot of the window says it."""
        return self._saved.text()

    def column(self, name: str) -> QWidget:
        """A part that can be hidden: "agenda", "editor", "preview" or "findings"."""
        return {"agenda": self.agenda, "editor": self.pages, "preview": self.preview, "findings": self.findings}[name]

    def say(self, problem: AgendaBuilderError) -> None:
        """Show an error above the work."""
        self.messages.say_problem(problem)

    def say_crash(self, trace: str) -> None:
        """Say that the fault is ours, and let the trace be copied."""
        self.files.say_crash(trace)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Ask once about unsaved changes; stop what runs; remember how the window stands."""
        finish_typing()
        if not self.files.may_leave():
            event.ignore()
            return
        self.side_pages.close()
        self.tasks.stop()
        self._keep_state()
        self.workspace.close_meeting()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        """A meeting's folder is opened; files are reports of the open meeting."""
        if dropped_meeting(event) or (event.mimeData().hasUrls() and self.workspace.is_open):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        """Open the meeting, or let the files find their items."""
        event.acceptProposedAction()
        meeting = dropped_meeting(event)
        if meeting:
            self.files.open_folder(meeting)
        else:
            self.reports.take_in([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Menus are right from the first moment."""
        self.book.refresh()
        super().showEvent(event)

    def _make_work(self) -> QWidget:
        self._columns.setChildrenCollapsible(False)
        self.agenda.setMinimumWidth(_NARROWEST)
        for part in (self.agenda, self.pages, self.preview):
            self._columns.addWidget(part)
        self._columns.setSizes([share * 100 for share in _SHARES])
        for place, share in enumerate(_SHARES):
            self._columns.setStretchFactor(place, share)
        rows = QSplitter(Qt.Orientation.Vertical)
        rows.setChildrenCollapsible(False)
        rows.addWidget(self._columns)
        rows.addWidget(self.findings)
        rows.setStretchFactor(0, 1)
        rows.setStretchFactor(1, 0)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.recovery)
        column.addWidget(rows, 1)
        column.addWidget(self.build_bar)
        return work

    def _set_up(self) -> None:
        self._stack.addWidget(theme.roomy(self.start))
        self._stack.addWidget(theme.roomy(self._work))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self._make_menus()
        self._tools.setObjectName("tools")
        self._tools.setMovable(False)
        self._tools.setIconSize(QSize(20, 20))
        self._tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.book.fill(self._tools, _TOOLS)
        self.pack_commands.add_menu(self._tools)
        self.addToolBar(self._tools)
        self.statusBar().addPermanentWidget(self._saved)
        theme.open_at(self, 1280, 800)
        self._restore_state()

    def _make_menus(self) -> None:
        for which in Menu:
            if self.book.commands(which):
                menu = self.menuBar().addMenu(which.value)
                menu.aboutToShow.connect(self.book.refresh)
                self.book.fill_menu(menu, which)

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.meeting_changed.connect(self.book.refresh)
        workspace.selection_changed.connect(self.book.refresh)
        workspace.saved_changed.connect(self._show_open)
        workspace.meeting_changed.connect(self._show_title)
        workspace.edit_refused.connect(self._say_refused)
        self.tasks.changed.connect(self.book.refresh)
        QGuiApplication.clipboard().dataChanged.connect(self._follow_clipboard)
        self.tasks.crashed.connect(self.say_crash)
        self.book.failed.connect(self.say)
        self.book.about_to_run.connect(finish_typing)
        self.reports.failed.connect(self.say)
        self.reports.unplaced.connect(self.files.say_unplaced)
        self.autosave.failed.connect(lambda words: self.messages.say(words, drawing="warning"))
        self.agenda.tree.items.files_dropped.connect(self.reports.take_in)
        self.agenda.tree.clicked.connect(lambda: self.pages.show_page(Page.ITEM))
        workspace.selection_changed.connect(self.pages.show_selected)
        self.preview.shown.connect(self.pages.changes.refresh)
        self._connect_access()
        self.items.added = self._type_new_title
        self.preview.pages_opened.connect(self.pages.item.reports.strip.show_pages)
        self.pages.item.reports.strip.page_wanted.connect(self.preview.view.go_to)
        self.findings.place_wanted.connect(self.pages.go_to)
        self.findings.again_wanted.connect(self.preview.watch.try_again)
        self.preview.watch.built.connect(lambda _: self.findings.password.look(self.preview.watch.passwords_tried))
        self.build_bar.starting.connect(self.preview.watch.put_off_checks)
        self.build_bar.findings_wanted.connect(self.findings.show)
        self.start.open_requested.connect(self.files.open_folder)
        self.start.choose_requested.connect(lambda: self.book.run("open_meeting"))
        self.start.sample_requested.connect(self.files.open_sample)
        self.start.new_requested.connect(self.files.new_meeting)

    def _connect_access(self) -> None:
        access = self.pages.access
        self.preview.watch.built.connect(access.take_preview)
        self.preview.shown.connect(access.follow_preview)
        access.sheet_wanted.connect(self.preview.view.go_to)
        access.place_wanted.connect(self.preview.view.mark)

    def _show_open(self) -> None:
        is_open = self.workspace.is_open
        if self.workspace.folder != self._folder_shown:
            self._folder_shown = self.workspace.folder
            self.messages.hide()  # what it says and offers is of the meeting before
        if is_open != self.is_working:
            self._stack.setCurrentIndex(1 if is_open else 0)
            if is_open:
                self.recovery.look()
            else:
                self.start.refresh()
        self._tools.setVisible(is_open)
        self._show_title()
        self.book.refresh()

    def _show_title(self) -> None:
        meeting, workspace = self.workspace.meeting, self.workspace
        if not workspace.is_open:
            self.setWindowTitle("Agenda Builder")
            self.setWindowModified(False)
            self._saved.setText("")
            return
        self.setWindowTitle(f"{meeting.committee or meeting.title}[*] – Agenda Builder")  # noqa: RUF001
        self.setWindowModified(not workspace.is_saved)
        if workspace.read_only_reason:
            self._saved.setText(f"Read-only: {workspace.read_only_reason}")
        else:
            self._saved.setText("Saved" if workspace.is_saved else "Unsaved changes")

    def _follow_clipboard(self) -> None:
        """What was copied elsewhere can be pasted at once, by its shortcut too."""
        self.book.refresh(("paste_items",))

    def _say_refused(self, reason: str) -> None:
        self.messages.say(f"The meeting can be read, but not changed: {reason}.", drawing="lock")

    def _type_new_title(self) -> None:
        self.pages.show_page(Page.ITEM)
        self.pages.item.type_title()

    def _keep_state(self) -> None:
        self.settings.setValue("window", self.saveGeometry())
        self.settings.setValue("columns", self._columns.saveState())
        self.settings.setValue("hidden", " ".join(name for name in _PARTS if self.column(name).isHidden()))

    def _restore_state(self) -> None:
        for key, restore in (("window", self.restoreGeometry), ("columns", self._columns.restoreState)):
            kept = self.settings.value(key)
            if isinstance(kept, QByteArray):
                restore(kept)
        hidden = str(self.settings.value("hidden", "preview" if self.width() < _NARROW else "")).split()
        for name in _PARTS:
            self.column(name).setHidden(name in hidden)
