"""The first thing there is: the meetings opened lately, the templates as little front sheets, and the sample."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from agendabuilder.domain.forms import date_text, full_date_text
from agendabuilder.store.meeting_folder import MEETING_FILE
from agendabuilder.store.recovery import all_left_behind
from agendabuilder.store.settings import RecentMeeting, load_settings, save_settings
from agendabuilder.ui.meeting.template_gallery import TemplateGallery
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.folder_field import shown_folder
from agendabuilder.ui.pieces.icons import icon
from agendabuilder.ui.pieces.sentence_rows import show_sentences
from agendabuilder.ui.work.tasks import Tasks

_FOLDER = Qt.ItemDataRole.UserRole


class StartPage(QWidget):
    """Shown when no meeting is open. It asks; the window does."""

    open_requested = Signal(Path)
    """Open the meeting in this folder."""
    choose_requested = Signal()
    """Let the clerk choose a meeting's folder."""
    sample_requested = Signal()
    """Open the sample meeting."""
    new_requested = Signal(str)
    """Make a meeting from the template with this id."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.gallery = TemplateGallery(tasks)
        self.gallery.chosen.connect(self.new_requested)
        self._recent = QListWidget()
        self._recent.setAccessibleName("Recent meetings")
        self._recent.setFrameShape(QListWidget.Shape.NoFrame)
        show_sentences(self._recent)
        self._recent.viewport().setAutoFillBackground(False)
        self._recent.itemClicked.connect(self._open)
        self._recent.itemActivated.connect(self._open)
        self._recent.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        forget = QAction("Forget this meeting", self._recent)
        forget.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        forget.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        forget.triggered.connect(self.forget_selected)
        self._recent.addAction(forget)
        self._no_recent = QLabel("Meetings that you open are listed here.")
        self._left_behind = QLabel()
        self._left_behind.setWordWrap(True)
        self._set_up()
        self.refresh()

    def refresh(self) -> None:
        """Read recent meetings, templates and what was left unsaved anew; call it whenever the page comes up."""
        recent = load_settings().recent
        self._recent.clear()
        for meeting in recent:
            self._recent.addItem(_entry(meeting, self.palette()))
        self._recent.setVisible(bool(recent))
        self._no_recent.setVisible(not recent)
        self._show_left_behind()
        self.gallery.refresh()

    def forget_selected(self) -> None:
        """Take the selected meeting off the list; its folder stays as it is."""
        entry = self._recent.currentItem()
        if entry:
            save_settings(load_settings().without_recent(entry.data(_FOLDER)))
            self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        """A meeting's folder, or the file in it, can be dropped."""
        if dropped_meeting(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open what was dropped."""
        folder = dropped_meeting(event)
        if folder:
            event.acceptProposedAction()
            self.open_requested.emit(folder)

    def _show_left_behind(self) -> None:
        names = sorted({recovery.folder.name for recovery in all_left_behind()})
        self._left_behind.setText(
            f"There are changes that were not saved when the program stopped: open {_listed(names)} to see them."
        )
        self._left_behind.setVisible(bool(names))

    def _open(self, entry: QListWidgetItem) -> None:
        self.open_requested.emit(Path(entry.data(_FOLDER)))

    def _set_up(self) -> None:
        sample, choose = QPushButton("Open the sample meeting"), QPushButton("Open a meeting…")
        sample.setIcon(icon("sample"))
        choose.setIcon(icon("open"))
        sample.clicked.connect(self.sample_requested)
        choose.clicked.connect(self.choose_requested)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(theme.heading("Agenda Builder", 8))
        left.addSpacing(8)
        left.addWidget(choose)
        left.addWidget(sample)
        hint = QLabel("Or drop a meeting's folder on this page.")
        hint.setWordWrap(True)
        left.addWidget(hint)
        left.addSpacing(16)
        left.addWidget(self._left_behind)
        left.addWidget(theme.heading("Recent meetings"))
        meetings = QWidget()
        column = QVBoxLayout(meetings)
        theme.tight(column, 0, 0)
        column.addWidget(self._no_recent, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._recent, 1)
        left.addWidget(meetings, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(theme.heading("Start a new meeting"))
        right.addWidget(QLabel("Choose how its agenda is laid out. Everything can be changed later."))
        right.addWidget(self.gallery, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(32, 24, 16, 16)
        layout.setSpacing(40)
        layout.addLayout(left, 2)
        layout.addLayout(right, 5)


def dropped_meeting(event: QDropEvent) -> Path | None:
    """The meeting's folder that is being dropped, if it is one."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        folder = path.parent if path.name == MEETING_FILE else path
        if (folder / MEETING_FILE).is_file():
            return folder
    return None


def _entry(meeting: RecentMeeting, palette: QPalette) -> QListWidgetItem:
    """A recent meeting: committee and date, then when its file changed and where it lies."""
    folder = Path(meeting.folder)
    name = meeting.committee or folder.name
    when = f", {full_date_text(meeting.date)}" if meeting.date else ""
    changed = _changed(folder / MEETING_FILE)
    entry = QListWidgetItem(icon("agenda"), f"{name}{when}\n{changed} · {shown_folder(folder)}")
    entry.setData(_FOLDER, str(folder))
    entry.setToolTip(str(folder))
    if changed == _MISSING:
        entry.setForeground(theme.muted(palette))
    return entry


_MISSING = "Missing"


def _changed(file: Path) -> str:
    """When a meeting was changed, in words."""
    try:
        moment = datetime.fromtimestamp(file.stat().st_mtime)
    except OSError:
        return _MISSING
    days = (date.today() - moment.date()).days
    if days < 2:
        return f"Changed {'yesterday' if days else 'today'}, {moment:%H:%M}"
    return f"Changed {date_text(moment.date())}"


def _listed(names: list[str]) -> str:
    quoted = [f"“{name}”" for name in names[:3]]
    return " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1]))) if quoted else ""
