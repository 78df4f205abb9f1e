"""A body that was built before, while what has not changed of it is taken over into the next one.

Only what is reached from a file's pages is written: what is not taken over is in no file that is saved afterwards.
"""

from collections import defaultdict, deque
from collections.abc import Sequence

from pikepdf import Dictionary, Object, Page, Stream

from agendabuilder.domain.pagination import PlannedPage
from agendabuilder.pack.body.body_file import Body
from agendabuilder.pack.body.body_run import BodyRun
from agendabuilder.pack.body.placed_runs import TakenRun
from agendabuilder.pack.tagging.body_tags import BodyTags
from agendabuilder.reports.pdf import pdf_values


class UnlikeBodyError(Exception):
    """The earlier body has lists of form fields or layers that would not be those of the next one."""


class EarlierBody:
    """An open body whose runs can be had once each. Its pages are taken off it at once."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.large: list[Stream] = []
        self._waiting: defaultdict[str, deque[BodyRun]] = defaultdict(deque)
        for run in body.runs:
            self._waiting[run.key].append(run)
        self._bound = deque(run for run in body.runs if run.is_bound)
        del body.pdf.pages[:]
        self.last_object = body.pdf.make_indirect(Dictionary()).objgen[0]
        """The highest number of an object that it brought."""

    def take(self, key: str, own: Sequence[PlannedPage], tags: BodyTags) -> TakenRun | None:
        """The next run with this key, its pages appended; none when there is none or its tags need other names now.

        Raises `UnlikeBodyError` when form fields or layers would come in another order.
        """
        waiting = self._waiting.get(key)
        if not waiting or not tags.claim_again(waiting[0].claims, self._classes()):
            return None
        run = waiting.popleft()
        if run.is_bound and run is not self._bound.popleft():
            raise UnlikeBodyError
        self.large += run.large
        self.body.pdf.pages.extend(Page(page) for page in run.pages)
        return TakenRun(own, run)

    def require_all_bound(self) -> None:
        """Raise `UnlikeBodyError` when form fields or layers are left that the next body would not have."""
        if self._bound:
            raise UnlikeBodyError

    def _classes(self) -> dict[str, Object]:
        classes = pdf_values.dictionary(self.body.index.root, "/ClassMap")
        return {name[1:]: entry for name, entry in classes.items()} if classes is not None else {}
