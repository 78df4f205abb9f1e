"""Undo and redo: a list of meetings with the name of the step that led to each.

A `History` is a value too. Typing in one field makes one step: steps with the same merge key are joined
until something else is done.
"""

from dataclasses import dataclass, replace

from agendabuilder.domain.meeting import Meeting

LONGEST = 1000
"""How many steps are remembered."""


@dataclass(frozen=True, slots=True)
class Step:
    """A meeting as it was before something named was done."""

    name: str
    meeting: Meeting
    merge_key: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """The present meeting, what led to it, and what was undone."""

    present: Meeting
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def with_step(self, name: str, meeting: Meeting, merge_key: str = "") -> "History":
        """The history after one step more; what was undone is forgotten. A step that changes nothing is none."""
        if meeting == self.present:
            return self
        if merge_key and self.done and self.done[-1].merge_key == merge_key and not self.undone:
            return replace(self, present=meeting)
        done = (*self.done, Step(name, self.present, merge_key))[-LONGEST:]
        return History(meeting, done)

    @property
    def undo_name(self) -> str:
        """What undoing would take back; empty when there is nothing."""
        return self.done[-1].name if self.done else ""

    @property
    def redo_name(self) -> str:
        """What redoing would do again; empty when there is nothing."""
        return self.undone[-1].name if self.undone else ""

    def undo(self) -> "History":
        """The history one step back; the same when there is nothing to undo."""
        if not self.done:
            return self
        step = self.done[-1]
        return History(step.meeting, self.done[:-1], (*self.undone, Step(step.name, self.present)))

    def redo(self) -> "History":
        """The history one step on; the same when there is nothing to redo."""
        if not self.undone:
            return self
        step = self.undone[-1]
        return History(step.meeting, (*self.done, Step(step.name, self.present)), self.undone[:-1])
