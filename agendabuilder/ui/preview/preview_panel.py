"""The live preview: the true pages of the pack, following what the clerk selects and types.

What is shown is a pack built by the same functions into a private file, never a likeness of one.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from agendabuilder.errors import AgendaBuilderError
from agendabuilder.ui.pieces.icons import icon
from agendabuilder.ui.preview.audience_switch import AudienceSwitch
from agendabuilder.ui.preview.pack_watch import PackWatch
from agendabuilder.ui.preview.preview_view import TRUE_SIZE, ZOOM_STEP, Fit, PreviewView
from agendabuilder.ui.preview.spent_previews import SpentPreviews
from agendabuilder.ui.work.tasks import Lane, Tasks
from agendabuilder.ui.work.workspace import Workspace

if TYPE_CHECKING:
    from agendabuilder.app.made_packs import PackPreview
    from agendabuilder.domain.pagination import PackPlan
    from agendabuilder.pack.proof.page_pictures import PagePictures

_PAGE_COLUMN = 24 * 72 / 25.4
"""The page column of the agenda, 24 mm in points: a click there goes to the papers."""


_NOTHING_YET = "The pages appear here as soon as the meeting has something to print."

_SAID_FOR = 10_000
"""Milliseconds for which it is said that a file has changed."""


class PreviewPanel(QWidget):
    """The pages with their bar: page box, zoom, one or two pages."""

    shown = Signal()
    """A new edition of the pack is on show."""
    pages_opened = Signal(object, object)
    """The pages of a new edition, as `PagePictures`, and their `PackPlan`; None twice when no meeting is open. Whoever
    draws from them lets go of those before now, and leaves their closing to the preview."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        self._preview: PackPreview | None = None
        self._coming: PackPreview | None = None
        self._spent = SpentPreviews(tasks)
        self._is_selecting = False
        self.watch = PackWatch(workspace, tasks, self)
        self.view = PreviewView(tasks, self)
        self._page_box = QLineEdit(maxLength=12, alignment=Qt.AlignmentFlag.AlignRight)
        self._of = QLabel()
        self._state = QLabel()
        self._said = QLabel()
        self._zoom_words = QLabel()
        self._set_up()
        self._forget_said = QTimer(self)
        self._forget_said.setSingleShot(True)
        self._forget_said.setInterval(_SAID_FOR)
        self._forget_said.timeout.connect(lambda: self._say(""))
        self.watch.built.connect(self._take)
        self.watch.failed.connect(self._say)
        self.watch.files_changed.connect(self._say_changed)
        self.watch.busy_changed.connect(self._show_busy)
        self.view.sheet_shown.connect(self._show_sheet)
        self.view.place_clicked.connect(self._on_click)
        self.view.zoom_changed.connect(self._show_zoom)
        workspace.selection_changed.connect(self.follow_selection)

    @property
    def plan(self) -> "PackPlan | None":
        """The plan of the pages on show."""
        return self._preview.plan if self._preview else None

    @property
    def is_settled(self) -> bool:
        """Whether the pages on show are those of the meeting as it is now."""
        return not self.watch.is_busy and self._coming is None and self.view.is_settled

    def go_to_label(self, label: str) -> bool:
        """Go to the page with that printed number ("37", "ii"); False when there is none."""
        wanted = label.strip().lower()
        for page in self.plan.pages if self.plan else ():
            if page.label.lower() == wanted:
                self.view.go_to(page.sheet)
                return True
        return False

    def follow_selection(self) -> None:
        """Bring the selected item's row of the agenda, or the selected report's first page, into sight."""
        if self._is_selecting or self._preview is None:
            return
        plan, rows = self._preview.plan, self._preview.rows
        report = plan.reports.get(self._workspace.selected_report_id)
        row = rows.get(self._workspace.selected_item_id)
        if report:
            self.view.unmark()
            self.view.go_to(report.sheet)
        elif row:
            self.view.mark(row.page, row.rect)

    def zoom_in(self) -> None:
        """Show the pages larger."""
        self.view.set_zoom(self.view.zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self.view.set_zoom(self.view.zoom / ZOOM_STEP)

    def choose_page(self) -> None:
        """Put the cursor into the page box."""
        self._page_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._page_box.selectAll()

    # Its parts

    def _set_up(self) -> None:
        self.setAccessibleName("Preview")
        self._page_box.setFixedWidth(56)
        self._page_box.setAccessibleName("Page number as printed")
        self._page_box.setToolTip("The page with this printed number, such as 37 or ii")
        self._page_box.returnPressed.connect(self._go_to_typed)
        self._state.setAccessibleName("State of the preview")
        self._said.setAccessibleName("About the preview")
        self._said.setWordWrap(True)
        self._said.setContentsMargins(8, 0, 8, 8)
        self._say("")
        self._empty = QLabel(_NOTHING_YET)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._bar())
        layout.addWidget(AudienceSwitch(self._workspace))
        layout.addWidget(self._said)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        layout.addLayout(self._stack, 1)
        self.setTabOrder(self._page_box, self.view)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 4)
        bar.setSpacing(4)
        bar.addWidget(QLabel("Page"))
        bar.addWidget(self._page_box)
        bar.addWidget(self._of)
        bar.addSpacing(8)
        bar.addWidget(self._state, 1)
        bar.addWidget(self._button("zoom_out", "Smaller", self.zoom_out))
        bar.addWidget(self._zoom_words)
        bar.addWidget(self._button("zoom_in", "Larger", self.zoom_in))
        self._fit_width = self._button("fit_width", "Fit the width", lambda: self.view.set_fit(Fit.WIDTH), True)
        self._fit_page = self._button("fit_page", "Fit the page", lambda: self.view.set_fit(Fit.PAGE), True)
        self._pairs = self._button("two_pages", "Two pages", self.view.set_two_up, True)
        for button in (self._fit_width, self._fit_page, self._pairs):
            bar.addWidget(button)
        return bar

    def _button(self, name: str, words: str, run: Callable[..., None], checkable: bool = False) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setAutoRaise(True)
        button.setCheckable(checkable)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(run)
        return button

    # What happens

    def _take(self, preview: "PackPreview | None") -> None:
        """Open a new edition in the background, where other pages may be being drawn, and then put it on show."""
        self._coming = preview
        if preview is None:
            self._put_on_show(None, None)
            return

        def show(pages: "PagePictures") -> None:
            if self._coming is preview:
                self._coming = None
                self._put_on_show(preview, pages)
            else:  # the meeting has been closed, or a newer edition is coming
                pages.close()
                preview.discard()

        def say(problem: AgendaBuilderError) -> None:
            self._coming = None
            self._say(str(problem))

        self._tasks.run("Opening the pages", lambda _: _opened(preview.file), show, say, Lane.PICTURES)

    def _put_on_show(self, preview: "PackPreview | None", pages: "PagePictures | None") -> None:
        """The file of the edition before is not needed any more."""
        before, self._preview = self._preview, preview
        labels = [page.label for page in preview.plan.pages] if preview else []
        self.pages_opened.emit(pages, preview.plan if preview else None)
        self.view.show_pages(pages, labels)
        self._stack.setCurrentWidget(self.view if preview else self._empty)
        self._of.setText(f"of {labels[-1]}" if labels else "")
        self._of.setToolTip(f"{len(labels)} pages in the file" if labels else "")
        if before:
            self._spent.add(before)
        self._state.setText("")
        if not self._forget_said.isActive():
            self._say("")
        if preview:
            self._mark_row()
            if before is None:
                self.follow_selection()
        self._show_sheet(self.view.sheet)
        self.shown.emit()

    def _mark_row(self) -> None:
        """Mark the selected item's row anew without scrolling away from what is being looked at."""
        row = self._preview.rows.get(self._workspace.selected_item_id) if self._preview else None
        if row and not self._workspace.selected_report_id and self.view.sheet == row.page:
            self.view.mark(row.page, row.rect)

    @property
    def said(self) -> str:
        """The sentence above the pages; empty when there is none."""
        return self._said.text()

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _say_changed(self, files: list[Path]) -> None:
        names = ", ".join(f"“{file.name}”" for file in files)
        self._say(f"{names} {'has' if len(files) == 1 else 'have'} changed on the disk; the pages follow.")
        self._forget_said.start()

    def _show_busy(self, busy: bool) -> None:
        if busy and self._preview is None:
            self._empty.setText("Building the preview …")
        elif busy:
            self._state.setText("Updating …")
        elif not busy:
            self._state.setText("")
            self._empty.setText(_NOTHING_YET)

    def _show_sheet(self, sheet: int) -> None:
        plan = self.plan
        if plan and 1 <= sheet <= plan.total and not self._page_box.isModified():
            self._page_box.setText(plan.pages[sheet - 1].label)

    def _show_zoom(self) -> None:
        self._zoom_words.setText(f"{round(self.view.zoom / TRUE_SIZE * 100)} %")
        self._fit_width.setChecked(self.view.fit is Fit.WIDTH)
        self._fit_page.setChecked(self.view.fit is Fit.PAGE)

    def _go_to_typed(self) -> None:
        label = self._page_box.text()
        if self.go_to_label(label):
            self._page_box.setModified(False)
            self._say("")
            self.view.setFocus()
        elif self.plan:
            pages = self.plan.pages
            self._say(f"There is no page {label}: they run from {pages[0].label} to {pages[-1].label}.")

    def _on_click(self, sheet: int, x: float, y: float) -> None:
        """On the agenda: the page column leads to the papers, the rest selects the item. On a paper: selects it."""
        if self._preview is None:
            return
        page = self._preview.plan.pages[sheet - 1]
        if page.report_id:
            self._select(page.item_id, page.report_id)
            return
        for item_id, row in self._preview.rows.items():
            if row.page == sheet and row.rect[1] <= y <= row.rect[3]:
                self._select(item_id, "")
                papers = self._preview.plan.items.get(item_id)
                if papers and x >= row.rect[2] - _PAGE_COLUMN:
                    self.view.go_to(papers[0].sheet)
                else:
                    self.view.mark(row.page, row.rect)

    def _select(self, item_id: str, report_id: str) -> None:
        """Select without being led away from what was clicked."""
        self._is_selecting = True
        self._workspace.select(item_id, report_id)
        self._is_selecting = False


def _opened(file: Path) -> "PagePictures":
    from agendabuilder.pack.proof.page_pictures import PagePictures  # slow to load

    return PagePictures(file)
