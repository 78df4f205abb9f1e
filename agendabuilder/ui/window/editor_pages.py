"""The middle column: the selected item, the meeting, its people and its notices, one page at a time."""

from enum import IntEnum

from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from agendabuilder.domain.finding import Finding
from agendabuilder.ui.agenda.item_editor import ItemEditor
from agendabuilder.ui.agenda.report_commands import ReportCommands
from agendabuilder.ui.checks.access_page import AccessPage
from agendabuilder.ui.meeting.meeting_form import MeetingForm
from agendabuilder.ui.meeting.notices_page import NoticesPage
from agendabuilder.ui.meeting.people_page import PeoplePage
from agendabuilder.ui.packs.changes_page import ChangesPage
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.window.page_tabs import PageTabs
from agendabuilder.ui.work.actions import CommandBook
from agendabuilder.ui.work.forms import scrolled
from agendabuilder.ui.work.tasks import Tasks
from agendabuilder.ui.work.workspace import Workspace


class Page(IntEnum):
    """The pages, in the order of their tabs."""

    ITEM = 0
    MEETING = 1
    PEOPLE = 2
    NOTICES = 3
    CHANGES = 4
    ACCESS = 5


_TABS = (
    ("agenda", "Item"),
    ("details", "Meeting"),
    ("people", "People"),
    ("notices", "Notices"),
    ("changes", "Changes"),
    ("access", "Accessibility"),
)
_BESIDE = (Page.CHANGES, Page.ACCESS)
"""Pages that stay when something is selected: they are lists to go through."""


class EditorPages(QWidget):
    """Tabs and pages."""

    def __init__(self, workspace: Workspace, reports: ReportCommands, book: CommandBook, tasks: Tasks) -> None:
        super().__init__()
        self._workspace = workspace
        self.item = ItemEditor(workspace, reports, book)
        self.meeting = MeetingForm(workspace)
        self.people = PeoplePage(workspace)
        self.notices = NoticesPage(workspace)
        self.changes = ChangesPage(workspace, tasks)
        self.changes.item_wanted.connect(lambda: self.show_page(Page.ITEM))
        self.access = AccessPage(workspace, tasks, book)
        self.access.report_wanted.connect(lambda: self.show_page(Page.ITEM))
        self._tabs = PageTabs()
        self._tabs.setAccessibleName("What is edited")
        for drawing, words in _TABS:
            self._tabs.add(drawing, words)
        self._pages = QStackedWidget()
        for page in (self.item, self.meeting, self.people, self.notices, self.changes, self.access):
            self._pages.addWidget(scrolled(page))
        self._tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self._item_shown = ""
        workspace.selection_changed.connect(self._show_from_top)
        workspace.issues_changed.connect(self._offer_changes)
        workspace.saved_changed.connect(self._withdraw_access)
        self._offer_changes()
        self._withdraw_access()
        column = QVBoxLayout(self)
        theme.tight(column, 0, 0)
        column.addWidget(self._tabs)
        column.addWidget(self._pages, 1)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return Page(self._tabs.currentIndex())

    def show_page(self, page: Page) -> None:
        """Show a page."""
        self._tabs.show_tab(page, True)
        self._tabs.setCurrentIndex(page)

    def show_selected(self) -> None:
        """Show the selected item; the list of changes stays, so that one can go from change to change."""
        if self.page not in _BESIDE:
            self.show_page(Page.ITEM)

    def _withdraw_access(self) -> None:
        """Accessibility has a tab from when it is first asked for until the meeting is closed."""
        if not self._workspace.is_open:
            if self.page is Page.ACCESS:
                self.show_page(Page.ITEM)
            self._tabs.show_tab(Page.ACCESS, False)

    def _offer_changes(self) -> None:
        """There are changes only once something was issued."""
        was_issued = bool(self._workspace.issues or self._workspace.issues_trouble)
        if not was_issued and self.page is Page.CHANGES:
            self.show_page(Page.ITEM)
        self._tabs.show_tab(Page.CHANGES, was_issued)

    def _show_from_top(self) -> None:
        """Another item is shown from its beginning."""
        area = self._pages.widget(Page.ITEM)
        if self._workspace.selected_item_id != self._item_shown and isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(0)
        self._item_shown = self._workspace.selected_item_id

    def go_to(self, finding: Finding) -> None:
        """Show where a finding is, with the keyboard there as far as there is a field."""
        if finding.item_id:
            self._workspace.select(finding.item_id, finding.report_id)
            self.show_page(Page.ITEM)
            return
        page = {"notices": Page.NOTICES, "members": Page.PEOPLE}.get(finding.field.split(".")[0], Page.MEETING)
        self.show_page(page)
        field = self.meeting.form.field(finding.field) if page is Page.MEETING else None
        area = self._pages.currentWidget()
        if field and isinstance(area, QScrollArea):
            area.ensureWidgetVisible(field)
            field.setFocus()
