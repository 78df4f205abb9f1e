"""How long work speaks to whoever waits for it, and how it is told to stop."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 (an answer, not an error)
    """The user asked to stop. It is silent: nothing is reported, nothing half-done is left."""


class Progress(Protocol):
    """Told by long work where it stands. Each call is also the point at which work can be cancelled."""

    def stage(self, title: str, steps: int) -> None:
        """A new stage of `steps` steps begins. Raises `Cancelled` when the user asked to stop."""

    def advance(self, steps: int = 1) -> None:
        """`steps` more are done. Raises `Cancelled` when the user asked to stop."""


class SilentProgress:
    """Progress that nobody watches and nobody cancels."""

    def stage(self, title: str, steps: int) -> None:
        """Do nothing."""

    def advance(self, steps: int = 1) -> None:
        """Do nothing."""
