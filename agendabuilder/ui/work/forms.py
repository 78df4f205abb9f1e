"""Forms whose fields are bound to the open meeting: each shows a value and edits it, one field one undo step.

A path names a value: "venue", or "contact.phone" for a field of a part. What the path starts from (the meeting,
the selected item, the selected report) is the binder's matter.
"""

from typing import Any, Protocol

from PySide6.QtCore import Qt, QTimer, SignalInstance
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from agendabuilder.domain.edits import change_meeting, change_part
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.work.workspace import Workspace

LABEL = 20
"""The width of labels in letters, so that the fields of all sections stand in one line."""

_GAP = 2 * theme.STEP
"""Pixels between a label and its field."""


class Field(Protocol):
    """What can stand in a bound form."""

    @property
    def value_entered(self) -> SignalInstance:
        """Carries the value that the clerk entered."""

    def show_value(self, value: Any) -> None:
        """Show a value without entering it."""


class Binder(Protocol):
    """Where a form's values come from and go to."""

    def value(self, path: str) -> Any:
        """The value now."""

    def change(self, path: str, label: str, value: Any) -> None:
        """Edit it; `label` is the field's name in the clerk's words."""


class MeetingBinder:
    """Binds to the meeting itself and its parts."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def value(self, path: str) -> Any:
        """A field of the meeting, or of one of its parts; None when the part is not there."""
        found: Any = self._workspace.meeting
        for step in path.split("."):
            found = getattr(found, step) if found is not None else None
        return found

    def change(self, path: str, label: str, value: Any) -> None:
        """Edit the meeting."""
        name, key = f"Change {label.lower()}", f"meeting.{path}"
        if "." in path:
            part, field = path.split(".")
            self._workspace.edit(name, change_part, part, merge_key=key, **{field: value})
        else:
            self._workspace.edit(name, change_meeting, merge_key=key, **{path: value})


class Form(QWidget):
    """Rows of labels and bound fields, in sections. Shown values follow the meeting while the form is seen."""

    def __init__(self, workspace: Workspace, binder: Binder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.binder = binder
        self._workspace = workspace
        self._shown: list[tuple[Field, str, Any]] = []
        self._rows_of: dict[QWidget, tuple[QFormLayout, QWidget]] = {}
        self._column = QVBoxLayout(self)
        theme.tight(self._column, 0, 2 * theme.STEP)
        self._rows = self._new_rows()
        self._once_more = QTimer(self, singleShot=True, interval=0)
        self._once_more.timeout.connect(self._lay_out_anew)
        workspace.meeting_changed.connect(self._follow)
        workspace.selection_changed.connect(self._follow)

    def section(self, title: str, note: str = "") -> None:
        """Begin a section with a heading."""
        self._column.addSpacing(theme.STEP)
        self._column.addWidget(theme.heading(title, 1))
        if note:
            self._column.addWidget(theme.quiet(QLabel(note)))
        self._rows = self._new_rows()

    def row(self, label: str, widget: QWidget, note: str = "") -> None:
        """A row with any widget; `note` stands below it."""
        if not widget.accessibleName() and not widget.focusProxy():
            widget.setAccessibleName(label.replace("&", ""))
        width = self.fontMetrics().averageCharWidth() * LABEL
        if isinstance(widget, QCheckBox) and not label:
            row = _under_fields(widget, width)
            self._rows.addRow(row)
        else:
            words, row = QLabel(label), widget
            words.setMinimumWidth(width)
            words.setBuddy(widget)
            self._rows.addRow(words, widget)
        self._rows_of[widget] = self._rows, row
        if note:
            self.note(note)

    def show_row(self, widget: QWidget, shown: bool) -> None:
        """Show or hide a row with its label."""
        rows, row = self._rows_of[widget]
        rows.setRowVisible(row, shown)

    def note(self, words: str) -> QLabel:
        """A sentence below the last row, which may change."""
        said = theme.quiet(QLabel(words))
        self._rows.addRow("", said)
        return said

    def bind(self, label: str, field: Any, path: str, empty: Any = "", note: str = "") -> None:
        """A row with a bound field; `empty` is shown when the part that holds the value is not there."""
        words = label or field.text()
        if not label:
            field.setAccessibleName(words)
        self.row(label, field, note)
        self.watch(words.replace("&", ""), field, path, empty)
        if hasattr(field, "trouble_changed"):
            self.say_trouble_of(field)

    def watch(self, label: str, field: Any, path: str, empty: Any = "") -> None:
        """Bind a field that stands elsewhere."""
        field.value_entered.connect(lambda value: self.binder.change(path, label, value))
        self._shown.append((field, path, empty))

    def wide(self, widget: QWidget) -> None:
        """A widget over the whole width, between rows."""
        self._column.addWidget(widget)
        self._rows = self._new_rows()

    def field(self, path: str) -> QWidget | None:
        """The field that is bound to a path, if there is one."""
        return next((field for field, known, _ in self._shown if known == path and isinstance(field, QWidget)), None)

    def end(self) -> None:
        """Push everything up."""
        self._column.addStretch(1)

    def show_values(self) -> None:
        """Show every value anew."""
        for field, path, empty in self._shown:
            value = self.binder.value(path)
            field.show_value(empty if value is None else value)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Catch up with what changed while it was not seen."""
        self.show_values()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """After a new width Qt shares the height among rows that wrap by what they needed before."""
        super().resizeEvent(event)
        self._once_more.start()

    def _lay_out_anew(self) -> None:
        for rows in self.findChildren(QFormLayout):
            rows.invalidate()

    def _follow(self) -> None:
        if self.isVisible():
            self.show_values()

    def _new_rows(self) -> QFormLayout:
        rows = QFormLayout()
        rows.setHorizontalSpacing(_GAP)
        rows.setVerticalSpacing(theme.STEP)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(rows)
        return rows

    def say_trouble_of(self, field: Any) -> None:
        """Show, below the last row, why a field cannot be read."""
        said = theme.signalling(QLabel(), theme.Signal.BLOCKER)
        self._rows.addRow("", said)
        rows = self._rows
        rows.setRowVisible(said, False)

        def say(trouble: str) -> None:
            said.setText(trouble)
            rows.setRowVisible(said, bool(trouble))
            field.setAccessibleDescription(trouble)

        field.trouble_changed.connect(say)


def _under_fields(switch: QCheckBox, label: int) -> QWidget:
    """A row with a switch, which has its words itself: in line with the fields, or as far to the left as it must be."""
    row = QWidget()
    across = QHBoxLayout(row)
    theme.tight(across, 0, 0)
    across.addSpacerItem(QSpacerItem(label + _GAP, 0, QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum))
    across.addWidget(switch, 1)
    return row


def scrolled(widget: QWidget) -> QScrollArea:
    """A page that scrolls when it is taller than its place, and does not grow wider than is good to read."""
    page = QWidget()
    column = QVBoxLayout(page)
    theme.tight(column, 2 * theme.STEP, 0)
    widget.setMaximumWidth(theme.READABLE)
    column.addWidget(widget)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it; the area itself would be a stop without a name
    area.setWidget(page)
    return area
