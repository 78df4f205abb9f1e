"""The notices of the front matter: a list, and the chosen one's words with its named places filled in live."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from agendabuilder.domain import edits
from agendabuilder.domain.meeting import Meeting, Notice, Placement
from agendabuilder.domain.places import PLACES, fill_places, open_places
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.choice_fields import ChoiceField, words_of
from agendabuilder.ui.pieces.fields import TextField
from agendabuilder.ui.pieces.rich_text_editor import RichTextEditor
from agendabuilder.ui.pieces.rows import TallRows
from agendabuilder.ui.work.forms import Form
from agendabuilder.ui.work.workspace import Workspace

_PLACEMENTS = words_of(Placement, before="Before the agenda", after="After the agenda", last_page="On a last page")

_SUBJECTS = {
    "": "Something else",
    "webcasting": "Webcasting",
    "filming": "Filming and recording",
    "access": "Coming to the meeting",
    "remote": "Taking part from elsewhere",
    "questions": "Questions from the public",
    "speaking": "Speaking at the meeting",
    "declarations": "Declarations of interest",
    "purpose": "What the body does",
    "summons": "The summons",
    "safety": "Fire and safety",
    "language": "Language",
    "contact": "Contact (in supplements, too)",
}
"""What notices are about, by the word that the meeting's file has for it; another word there is shown as it stands."""


class NoticeBinder:
    """Binds to the notice that the page shows."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.notice_id = ""

    @property
    def notice(self) -> Notice:
        """The notice; an empty one when there is none."""
        return next((each for each in self._workspace.meeting.notices if each.id == self.notice_id), Notice())

    def value(self, path: str) -> Any:
        """A field of the notice."""
        return getattr(self.notice, path)

    def change(self, path: str, label: str, value: Any) -> None:
        """Edit the notice."""
        name, key = f"Change {label.lower()} of notice", f"{self.notice_id}.{path}"
        self._workspace.edit(name, edits.change_notice, self.notice_id, merge_key=key, **{path: value})


class NoticesPage(QWidget):
    """The list above, the chosen notice below."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._binder = NoticeBinder(workspace)
        self.list = QListWidget()
        self.list.setAccessibleName("Notices")
        self.list.setItemDelegate(TallRows(self))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._take_selection)
        self._text = RichTextEditor("Text of the notice")
        self._printed = theme.wrapped(QLabel(textFormat=Qt.TextFormat.MarkdownText))
        self._open = theme.quiet(QLabel())
        self._none = theme.quiet(QLabel("No notices yet. A notice is a standing text: recording, access, fire."))
        self._add, self._remove = QPushButton("Add notice"), QPushButton("Remove notice")
        self._up, self._down = QPushButton("Move up"), QPushButton("Move down")
        self._form = self._make_form()
        column = QVBoxLayout(self)
        theme.tight(column, 0, theme.STEP)
        column.addWidget(theme.heading("Notices", 3))
        column.addWidget(self._none)
        column.addWidget(self.list)
        column.addLayout(self._make_buttons())
        column.addWidget(self._form)
        column.addStretch(1)
        workspace.meeting_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show the notices as they are now."""
        notices = self._workspace.meeting.notices
        ids = [notice.id for notice in notices]
        if self._binder.notice_id not in ids:
            self._binder.notice_id = ids[0] if ids else ""
        self._fill_list(notices)
        self.list.setVisible(bool(ids))
        self._none.setVisible(not ids)
        self._form.setVisible(bool(ids))
        self._form.show_values()
        self._show_printed()
        self._show_buttons()

    def add(self) -> None:
        """A new notice at the end."""
        made = edits.new_id(self._workspace.meeting)
        self._binder.notice_id = made
        self._workspace.edit("Add notice", edits.add_notice, Notice(made, title="New notice"))

    def remove(self) -> None:
        """Take the chosen notice out."""
        if self._binder.notice_id:
            self._workspace.edit("Remove notice", edits.remove_notice, self._binder.notice_id)

    def shift(self, by: int) -> None:
        """Move the chosen notice up or down."""
        self._workspace.edit("Move notice", edits.move_notice, self._binder.notice_id, by)

    def _make_form(self) -> Form:
        form = Form(self._workspace, self._binder)
        form.section("Notice")
        form.bind("&Title", TextField(), "title")
        form.bind("Te&xt", self._text, "text")
        form.row("Named places", self._make_places())
        form.row("As printed", self._printed)
        form.row("", self._open)
        form.bind("&Stands", ChoiceField(_PLACEMENTS), "placement")
        form.bind(
            "&About", ChoiceField(_SUBJECTS), "kind", note="A meeting that is webcast needs one about webcasting."
        )
        return form

    def _make_places(self) -> QPushButton:
        button = QPushButton("Insert…")
        button.setMaximumWidth(120)
        menu = QMenu(button)
        for place, words in PLACES.items():
            action = menu.addAction(f"{words[:1].upper()}{words[1:]}")
            action.triggered.connect(lambda _=False, place=place: self._insert(place))
        button.setMenu(menu)
        return button

    def _insert(self, place: str) -> None:
        self._text.area.textCursor().insertText(f"{{{place}}}")
        self._text.setFocus()

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        theme.tight(row)
        acts = (self.add, lambda: self.shift(-1), lambda: self.shift(1), self.remove)
        for button, act in zip((self._add, self._up, self._down, self._remove), acts, strict=True):
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _show_buttons(self) -> None:
        """Only what can be done with the chosen notice can be pressed."""
        row, last = self.list.currentRow(), self.list.count() - 1
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < last)
        self._remove.setEnabled(row >= 0)

    def _fill_list(self, notices: tuple[Notice, ...]) -> None:
        self.list.blockSignals(True)
        while self.list.count() > len(notices):
            self.list.takeItem(self.list.count() - 1)
        for row, notice in enumerate(notices):
            entry = self.list.item(row)
            if entry is None:
                entry = QListWidgetItem()
                self.list.addItem(entry)
            entry.setText(notice.title or (notice.kind and _SUBJECTS.get(notice.kind, notice.kind)) or "(no title)")
            entry.setData(Qt.ItemDataRole.UserRole, notice.id)
            if notice.id == self._binder.notice_id:
                self.list.setCurrentItem(entry)
        self.list.blockSignals(False)
        self.list.setFixedHeight(min(len(notices), 6) * theme.ROW + theme.STEP // 2)

    def _take_selection(self, entry: QListWidgetItem | None) -> None:
        if entry:
            self._binder.notice_id = entry.data(Qt.ItemDataRole.UserRole)
            self._form.show_values()
            self._show_printed()
            self._show_buttons()

    def _show_printed(self) -> None:
        meeting: Meeting = self._workspace.meeting
        text = self._binder.notice.text
        self._printed.setText(fill_places(text, meeting))
        unfilled = ", ".join(f"{{{place}}}" for place in dict.fromkeys(open_places(text, meeting)))
        self._open.setText(f"The meeting has nothing for {unfilled}." if unfilled else "")
        self._open.setVisible(bool(unfilled))
