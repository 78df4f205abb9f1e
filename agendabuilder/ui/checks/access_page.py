"""Accessibility: every report's state, and of the chosen one what is wrong, its alternate texts, and its reading order.

It is worked out in the background after each new preview, and only while it is seen; an edit calls that off.
"""

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from agendabuilder.app.access_statement import AccessibilityStatement
from agendabuilder.domain.item import Report
from agendabuilder.domain.pagination import PageKind, PlannedPage
from agendabuilder.pack.tagging.read_element import ReadingOrder, UndescribedPicture
from agendabuilder.ui.checks.access_details import AccessDetails
from agendabuilder.ui.checks.access_list import AccessList
from agendabuilder.ui.checks.access_work import AccessWork
from agendabuilder.ui.checks.alt_texts import AltTexts
from agendabuilder.ui.checks.reading_tree import ReadingTree
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.work.actions import CommandBook
from agendabuilder.ui.work.tasks import Tasks
from agendabuilder.ui.work.workspace import Workspace

if TYPE_CHECKING:
    from agendabuilder.app.made_packs import PackPreview

PAUSE = 300
"""Milliseconds after a new preview before the reports are looked at again: typing goes on in the meantime."""
_NOT_YET = "The reports are looked at as soon as their pages are there."
_LIST_LEAST, _DETAILS_LEAST = 96, 176


class View(IntEnum):
    """What is shown of the chosen report."""

    STATE = 0
    TEXTS = 1
    ORDER = 2


_VIEWS = ("What is missing", "Alternate texts", "Reading order")


class AccessPage(QWidget):
    """The page; choosing a report selects it everywhere."""

    sheet_wanted = Signal(int)
    """Show this page of the preview, from 1."""
    place_wanted = Signal(int, object)
    """Mark a place of that page: left, bottom, right, top in points."""
    report_wanted = Signal()
    """Open the report that is selected."""

    def __init__(self, workspace: Workspace, tasks: Tasks, book: CommandBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Accessibility")
        self._workspace = workspace
        self._preview: PackPreview | None = None
        self._statement: AccessibilityStatement | None = None
        self._is_listed = False
        self._said, self._copied = theme.quiet(QLabel()), theme.quiet(QLabel())
        self._work = AccessWork(workspace, tasks, self._said.setText, self)
        self.list = AccessList()
        self.details, self.texts, self.order = AccessDetails(book), AltTexts(workspace), ReadingTree()
        self._views = QTabWidget(documentMode=True)
        self._copy = QPushButton("Copy statement")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.refresh)
        self._set_up()
        self._connect()
        self._show_chosen()

    def take_preview(self, preview: "PackPreview | None") -> None:
        """Another edition of the pack, or None when no meeting is open."""
        self._preview = preview
        if preview is None:
            self._statement, self._is_listed = None, False
            self._work.stop()
            self.list.show_statement(None, self._workspace.meeting, "")
            self._forget_shown()
            self._show_chosen()

    def _forget_shown(self) -> None:
        """Nothing of the meeting before stays on show, where it could be copied or written into."""
        self._said.setText(_NOT_YET)
        self._copied.hide()
        self._copy.setEnabled(False)
        self.texts.say("")
        self.order.show_order(ReadingOrder(), {})

    def follow_preview(self) -> None:
        """The edition is on show: look at it as soon as nothing was typed for a moment."""
        self._pause.start()
        if self.isVisible():
            self.texts.show_place_again()

    def refresh(self) -> None:
        """Look at everything anew, now or as soon as the page is seen."""
        self._pause.stop()
        if self.isVisible() and self._preview is not None:
            self._work.ask_statement(self._preview.tags, self._take)
            if self._view is View.ORDER:
                self._show_view()

    def show_view(self, view: View) -> None:
        """Show one of the three views of the chosen report."""
        self._views.setCurrentIndex(view)

    def copy_all(self) -> None:
        """Put the whole statement onto the clipboard."""
        if self._statement:
            QGuiApplication.clipboard().setText(self._statement.text)
            self._copied.setText("The statement is on the clipboard.")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Catch up with what changed while it was not seen."""
        super().showEvent(event)
        self._follow_selection()
        self.refresh()

    # Its parts

    def _set_up(self) -> None:
        theme.name(self._copy, "Copy the statement of all reports", "As text for an e-mail or a record")
        self._copy.setEnabled(False)
        self.list.setMinimumHeight(_LIST_LEAST)
        self._views.setMinimumHeight(_DETAILS_LEAST)
        for part in (self._views, self._views.tabBar()):
            part.setAccessibleName("What is shown of the report")
        for widget, words in zip((_roomy(self.details), _roomy(self.texts), self.order), _VIEWS, strict=True):
            self._views.addTab(widget, words)
        head = QHBoxLayout()
        theme.tight(head)
        head.addWidget(theme.heading("Accessibility", 3), 1)
        head.addWidget(self._copy)
        column = QVBoxLayout(self)
        theme.tight(column)
        column.addLayout(head)
        column.addWidget(theme.quiet(QLabel("Tags tell a screen reader headings, tables and pictures apart.")))
        column.addWidget(self._said)
        column.addWidget(self._copied)
        column.addWidget(self.list, 1)
        column.addWidget(self._views, 2)
        self._copied.hide()
        self._said.setText(_NOT_YET)

    def _connect(self) -> None:
        self._copy.clicked.connect(self.copy_all)
        self._copy.clicked.connect(self._copied.show)
        self.list.chosen_changed.connect(self._choose)
        self._views.currentChanged.connect(lambda _: self._show_view())
        self.order.sheet_wanted.connect(self.sheet_wanted)
        self.texts.place_wanted.connect(self._show_place)
        self.details.report_wanted.connect(self.report_wanted)
        self._workspace.selection_changed.connect(self._follow_selection)
        self._workspace.meeting_changed.connect(self._on_edit)

    @property
    def _view(self) -> View:
        return View(self._views.currentIndex())

    # What is chosen

    def _chosen(self) -> Report | None:
        access = self.list.chosen
        reports = (report for _, report in self._workspace.meeting.all_reports())
        return next((report for report in reports if access and report.id == access.report_id), None)

    def _choose(self) -> None:
        """The clerk chose a row: select its report everywhere, or go to the agenda."""
        report = self._chosen()
        if report:
            item = next(item for item, each in self._workspace.meeting.all_reports() if each.id == report.id)
            self._workspace.select(item.id, report.id)
        elif self.list.chosen is None:
            self.sheet_wanted.emit(1)
        self._show_chosen()

    def _follow_selection(self) -> None:
        selected = self._workspace.selected_report_id
        chosen = self.list.chosen
        if selected in self.list.listed and selected != (chosen.report_id if chosen else ""):
            self.list.choose(selected)
            self._show_chosen()

    def _show_chosen(self) -> None:
        self.details.show_report(self.list.chosen)
        self._show_count()
        self._show_view()

    def _show_count(self) -> None:
        """How many alternate texts are still to be written, on their tab."""
        count, report = 0, self._chosen()
        if report and self._preview:
            count = sum(tags.figures for tags in self._preview.tags if tags.report_id == report.id)
            count -= sum(bool(text.strip()) for text in report.alt_texts)
        self._views.setTabText(View.TEXTS, f"{_VIEWS[View.TEXTS]} ({count})" if count > 0 else _VIEWS[View.TEXTS])

    # What is shown of it

    def _show_view(self) -> None:
        if not self.isVisible() or self._preview is None:
            return
        if self._view is View.ORDER:
            self._work.ask_order(self._preview.file, self._sheets(), self._show_order)
        elif self._view is View.TEXTS:
            self._show_texts()

    def _show_texts(self) -> None:
        report = self._chosen()
        if report is None:
            self.texts.say("Choose a report. The agenda's own pictures are described in the meeting's details.")
        else:
            self._work.ask_pictures(report.id, self._take_pictures)

    def _take_pictures(self, pictures: tuple[UndescribedPicture, ...]) -> None:
        report, access = self._chosen(), self.list.chosen
        if report is None or access is None:
            return
        if pictures:
            self.texts.show_pictures(report, pictures, self._label_of)
        elif access.in_pack.startswith("read page by page"):
            self.texts.say("Alternate texts need a report with tags: ask its author for a tagged file.")
        else:
            self.texts.say("Every picture of this report that its tags tell of has an alternate text.")

    def _show_order(self, order: ReadingOrder) -> None:
        if self._preview and (order.elements or self._preview.file.exists()):  # else a newer edition is on its way
            self.order.show_order(order, {page.sheet: page.label for page in self._preview.plan.pages})

    def _show_place(self, picture: UndescribedPicture) -> None:
        page = self._page_of(picture)
        if page is None:
            return
        if picture.place:
            self.place_wanted.emit(page.sheet, picture.place)
        else:
            self.sheet_wanted.emit(page.sheet)

    def _sheets(self) -> Sequence[int]:
        """The pages of the chosen report; else the front matter's."""
        pages = self._preview.plan.pages if self._preview else ()
        access = self.list.chosen
        if access is None:
            return [page.sheet for page in pages if page.kind is PageKind.FRONT]
        return [page.sheet for page in pages if page.report_id == access.report_id]

    def _page_of(self, picture: UndescribedPicture) -> PlannedPage | None:
        access, pages = self.list.chosen, self._preview.plan.pages if self._preview else ()
        own = (page for page in pages if access and page.report_id == access.report_id)
        return next((page for page in own if page.source_page == picture.page and picture.page), None)

    def _label_of(self, picture: UndescribedPicture) -> str:
        page = self._page_of(picture)
        return page.label if page else ""

    # What is found out

    def _take(self, statement: AccessibilityStatement) -> None:
        self._statement = statement
        before = self.list.chosen
        chosen_id = before.report_id if before else "" if self._is_listed else self._workspace.selected_report_id
        self._is_listed = True
        self.list.show_statement(statement, self._workspace.meeting, chosen_id)
        self._said.setText(statement.summary)
        self._copied.hide()
        self._copy.setEnabled(bool(statement.reports))
        self.details.show_report(self.list.chosen)
        self._show_count()
        if self._view is not View.ORDER or (before.report_id if before else "") != chosen_id:
            self._show_view()

    def _on_edit(self) -> None:
        self._work.stop()
        report = self._chosen()
        if report is None:
            self.texts.say("")  # it was taken out: there is nothing to write for it
        elif self.isVisible():
            self._show_count()
            self.texts.follow(report)


def _roomy(widget: QWidget) -> QScrollArea:
    area = theme.roomy(widget)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area
