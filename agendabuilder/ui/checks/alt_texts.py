"""Fields for the alternate texts of a report's pictures; the page of each is shown beside, with its place marked."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from agendabuilder.domain.alternate_texts import write_alt_text
from agendabuilder.domain.item import Report
from agendabuilder.pack.tagging.read_element import UndescribedPicture
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.fields import TextField
from agendabuilder.ui.work.workspace import Workspace

_MOST = 200
"""Pictures that have fields; nobody describes more in one sitting, and the window must stay quick."""

Pictures = tuple[UndescribedPicture, ...]


class AltTexts(QWidget):
    """One field for each picture; each field is one step of undo."""

    place_wanted = Signal(object)
    """Show where this `UndescribedPicture` is."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._report_id = ""
        self._pictures: Pictures = ()
        self._fields: list[TextField] = []
        self._said = theme.quiet(QLabel())
        self._rows: QWidget | None = None
        self._column = QVBoxLayout(self)
        theme.tight(self._column, theme.STEP)
        self._column.addWidget(self._said)
        self._column.addStretch(1)

    def say(self, sentence: str) -> None:
        """Show a sentence in place of fields."""
        self._said.setText(sentence)
        self._forget()

    def show_pictures(self, report: Report, pictures: Pictures, page_of: Callable[[UndescribedPicture], str]) -> None:
        """Show fields for the pictures of a report, with what the clerk wrote; `page_of` has each one's page."""
        if (report.id, pictures) != (self._report_id, self._pictures) or self._rows is None:
            self._forget()
            self._report_id, self._pictures = report.id, pictures
            self._make_rows(page_of)
        self.follow(report)
        left = len(pictures) - len(self._fields)
        more = f" {left:,} more pictures have no field: ask the report's author for them." if left else ""
        self._said.setText(f"Say in a sentence what each picture tells its reader. The texts go into the pack.{more}")

    def follow(self, report: Report) -> None:
        """Show what is written now, as after an undo."""
        if report.id == self._report_id:
            for field, text in zip(self._fields, (*report.alt_texts, *("" for _ in self._fields)), strict=False):
                field.show_value(text)

    def show_place_again(self) -> None:
        """Show the place of the picture whose field has the keyboard, as after the pages were drawn anew."""
        for field, picture in zip(self._fields, self._pictures, strict=False):
            if field.hasFocus():
                self.place_wanted.emit(picture)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """The picture of a field that gets the keyboard is shown."""
        if event.type() == QEvent.Type.FocusIn and watched in self._fields:
            self.place_wanted.emit(self._pictures[self._fields.index(watched)])
        return False

    def _make_rows(self, page_of: Callable[[UndescribedPicture], str]) -> None:
        self._rows = QWidget()
        form = QFormLayout(self._rows)
        theme.tight(form)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for place, picture in enumerate(self._pictures[:_MOST]):
            page = page_of(picture)
            words = f"Picture {place + 1} of {len(self._pictures)}{f', page {page}' if page else ''}"
            field = TextField("what the picture shows, and why it is there")
            field.setAccessibleName(f"Alternate text, {words.lower()}")
            field.value_entered.connect(self._writes(place))
            field.installEventFilter(self)
            form.addRow(words, field)
            self._fields.append(field)
        self._column.insertWidget(1, self._rows)

    def _writes(self, place: int) -> Callable[[Any], None]:
        report_id = self._report_id

        def write(text: Any) -> None:
            name, key = f"Write alternate text of picture {place + 1}", f"{report_id}.alt.{place}"
            self._workspace.edit(name, write_alt_text, report_id, place, text, merge_key=key)

        return write

    def _forget(self) -> None:
        """Take the fields away."""
        self._fields, self._pictures, self._report_id = [], (), ""
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
            self._rows = None
