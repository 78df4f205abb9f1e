"""Deletes the files of previews that are not shown any more, after those who draw or read them have closed them.

Windows deletes no file that is open. What it refuses is tried again when the next preview has come, and at the latest
by the next start of the program; otherwise each edit would leave a pack behind.
"""

from typing import TYPE_CHECKING

from agendabuilder.ui.work.tasks import Lane, Tasks, say_nothing

if TYPE_CHECKING:
    from agendabuilder.app.made_packs import PackPreview


class SpentPreviews:
    """Those whose files are to go."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._left: tuple[PackPreview, ...] = ()

    def add(self, preview: "PackPreview") -> None:
        """Delete the file of one, behind all that is waiting to be drawn or closed."""
        self._tasks.run(
            "Deleting the preview before", lambda _: self._delete(preview), say_nothing, say_nothing, Lane.PICTURES
        )

    def _delete(self, preview: "PackPreview") -> None:
        """In the lane's thread, which alone knows what is left."""
        self._left = tuple(each for each in (*self._left, preview) if not each.discard())
