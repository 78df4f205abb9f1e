"""The form of the selected item: title, text, timing, reports, contributors, and who may read it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from agendabuilder.domain.edits import change_item
from agendabuilder.domain.exempt_grounds import grounds_of
from agendabuilder.domain.item import Access, Item, ItemKind
from agendabuilder.domain.language_names import LANGUAGE_NAMES
from agendabuilder.domain.people import Contributor
from agendabuilder.ui.agenda.report_commands import ReportCommands
from agendabuilder.ui.agenda.report_form import ReportForm
from agendabuilder.ui.agenda.report_list import ReportList
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.choice_fields import ChoiceField, SwitchField, words_of
from agendabuilder.ui.pieces.fields import LengthField, StartField, TextField
from agendabuilder.ui.pieces.grounds_field import GroundsField
from agendabuilder.ui.pieces.people_table import PeopleTable
from agendabuilder.ui.pieces.rich_text_editor import RichTextEditor
from agendabuilder.ui.work.actions import CommandBook
from agendabuilder.ui.work.agenda_words import agenda_of, item_name
from agendabuilder.ui.work.forms import Form
from agendabuilder.ui.work.workspace import Workspace

KINDS = words_of(ItemKind, ordinary="Ordinary business", procedural="Procedural", information="For information")
ACCESS = words_of(Access, public="Public", exempt="Exempt", confidential="Confidential")


class ItemBinder:
    """Binds to the selected item."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def value(self, path: str) -> Any:
        """A field of the selected item; of an empty one when none is selected."""
        return getattr(self._workspace.selected_item or Item(), path)

    def change(self, path: str, label: str, value: Any) -> None:
        """Edit the selected item. A length typed as a start is a length."""
        item_id = self._workspace.selected_item_id
        if path == "start" and isinstance(value, int):
            path, label = "minutes", "length"
        name = f"Change {label.lower()} of {item_name(self._workspace.meeting, item_id)}"
        self._workspace.edit(name, change_item, item_id, merge_key=f"{item_id}.{path}", **{path: value})


class _Contributors:
    """The selected item's contributors, for the table of people."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def people(self) -> Sequence[Contributor]:
        """The contributors."""
        item = self._workspace.selected_item
        return item.contributors if item else ()

    def change(self, act: str, people: Sequence[Contributor], merge_key: str = "") -> None:
        """Put others in their place."""
        item_id = self._workspace.selected_item_id
        name = f"{act} contributor"
        self._workspace.edit(name, change_item, item_id, merge_key=merge_key, contributors=tuple(people))

    def nobody(self) -> Contributor:
        """Somebody to begin with."""
        return Contributor()


class ItemEditor(QWidget):
    """The form, and what stands in its place when no item is selected. Files can be dropped anywhere on it."""

    def __init__(self, workspace: Workspace, reports: ReportCommands, book: CommandBook) -> None:
        super().__init__()
        self._workspace, self._commands = workspace, reports
        self.setAcceptDrops(True)
        self.title = TextField("What the item is called")
        self.text = RichTextEditor("Text of the item")
        self.reports = ReportList(workspace, reports, book)
        self.report = ReportForm(workspace)
        columns = (("name", "Name"), ("role", "Post"), ("organisation", "Organisation"))
        self.contributors = PeopleTable(_Contributors(workspace), columns, "Contributors")
        self._heading = theme.heading("", 3)
        self._form = self._make_form(workspace)
        self._none = theme.quiet(QLabel("Choose an item in the agenda, or add one."))
        column = QVBoxLayout(self)
        theme.tight(column, 0, 2 * theme.STEP)
        column.addWidget(self._none)
        column.addWidget(self._heading)
        column.addWidget(self._form)
        column.addStretch(1)
        workspace.meeting_changed.connect(self.follow)
        workspace.selection_changed.connect(self.follow)
        workspace.results_changed.connect(self.reports.follow)
        self.follow()

    def type_title(self) -> None:
        """Put the keyboard into the title, with everything selected."""
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.title.selectAll()

    def follow(self) -> None:
        """Show the selected item as it is now."""
        item = self._workspace.selected_item
        self._form.setVisible(item is not None)
        self._heading.setVisible(item is not None)
        self._none.setVisible(item is None)
        if item is None:
            return
        number = agenda_of(self._workspace).number(item)
        self._heading.setText(f"Item {number}" if number else "Item without a number")
        self.reports.follow()
        self.report.follow()
        self.contributors.follow()
        meeting = self._workspace.meeting
        self._paragraphs.offer(grounds_of(meeting.access_law, meeting.notice_rule.nation))
        restricted = item.access is not Access.PUBLIC
        self._form.show_row(self._paragraphs, item.access is Access.EXEMPT)
        self._form.show_row(self._public_title, restricted)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        """Files are welcome."""
        if event.mimeData().hasUrls() and self._workspace.selected_item:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        """Dropped files are reports of this item."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self._commands.take_in(files, self._workspace.selected_item_id)

    def _make_form(self, workspace: Workspace) -> Form:
        form = Form(workspace, ItemBinder(workspace))
        form.bind("&Title", self.title, "title")
        form.bind("Te&xt", self.text, "text")
        self._add_timing(form)
        form.section("Reports")
        form.wide(self.reports)
        form.wide(self.report)
        form.section("Contributors", "Who speaks to this item.")
        form.wide(self.contributors)
        form.section("Number and access")
        form.bind("", SwitchField("This item has a number"), "numbered")
        number = TextField("runs on by itself")
        number.setMaximumWidth(160)
        form.bind("&Number by hand", number, "number")
        form.bind("&Kind", ChoiceField(KINDS), "kind")
        form.bind("&Who may read it", ChoiceField(ACCESS), "access")
        self._paragraphs, self._public_title = GroundsField(), TextField("where the real title would tell too much")
        form.bind("Para&graphs", self._paragraphs, "paragraphs", empty=())
        form.bind("Title for the p&ublic", self._public_title, "public_title")
        form.bind("&Language", ChoiceField({"": "As the whole agenda", **LANGUAGE_NAMES}), "language")
        form.bind("Why it is urgent", TextField("where it was added after the public notice"), "urgency")
        form.end()
        return form

    def _add_timing(self, form: Form) -> None:
        start, length = StartField(), LengthField()
        pair = QWidget()
        row = QHBoxLayout(pair)
        theme.tight(row)
        label = QLabel("&Length")
        label.setBuddy(length)
        length.setAccessibleName("Length")
        start.setAccessibleName("Starts at")
        for widget in (start, label, length):
            row.addWidget(widget)
        row.addStretch(1)
        pair.setFocusProxy(start)
        form.row("&Starts at", pair)
        form.watch("start", start, "start", empty=None)
        form.watch("length", length, "minutes", empty=None)
        form.say_trouble_of(start)
        form.say_trouble_of(length)
