"""Old page to new page: where each page of the last issue is now, told in runs.

A page is known by what is on it, the page of a report's file, and not by its number. A replaced report's pages are
other pages, so its old run stands against its new run as a whole.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from agendabuilder.domain.pagination import PageKind, PageRange, PlannedPage


class PageMoveKind(StrEnum):
    """What became of a run of pages."""

    SAME = "same"
    RENUMBERED = "renumbered"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class PageMove:
    """A run of old pages and the run of new pages that it became.

    New pages have no `old`. Withdrawn pages may have a `new`: the page that says so. `report_id` is whose they are
    where a whole run is of one report; it is empty for the front matter and for pages that only moved.
    """

    kind: PageMoveKind
    old: PageRange | None = None
    new: PageRange | None = None
    report_id: str = ""

    @property
    def text(self) -> str:
        """15 - 40 → 17 - 42; 41 - 56 withdrawn; 40a - 40d new."""
        old, new = _run_text(self.old), _run_text(self.new)
        match self.kind:
            case PageMoveKind.SAME:
                return f"{old} unchanged"
            case PageMoveKind.RENUMBERED:
                return f"{old} → {new}"
            case PageMoveKind.REPLACED:
                return f"{old} replaced by {new}"
            case PageMoveKind.WITHDRAWN:
                return f"{old} withdrawn"
            case PageMoveKind.NEW:
                return f"{new} new"


def _run_text(run: PageRange | None) -> str:
    if run is None:
        return ""
    return run.first if run.first == run.last else f"{run.first} - {run.last}"


def page_moves(
    old_pages: Sequence[PlannedPage], new_pages: Sequence[PlannedPage], replaced: Collection[str]
) -> tuple[PageMove, ...]:
    """What became of every old page, in the old order, then the new pages that were none before.

    `replaced` are the reports with other pages than before, by id. Each old and each new page is in exactly one of
    the runs; the front matter is always another one, for the agenda stands in it.
    """
    matched = _Matched(old_pages, new_pages, replaced)
    return (*_old_runs(matched), *_new_runs(matched))


def renumbered_pages(moves: Iterable[PageMove], old_pages: Sequence[PlannedPage]) -> int:
    """How many of the old pages have another number now and are otherwise the same."""
    places = {label: page.sheet for page in old_pages for label in (page.label, page.through)}
    runs = [move.old for move in moves if move.kind is PageMoveKind.RENUMBERED and move.old]
    return sum(places[run.last] - run.sheet + 1 for run in runs)


_Key = tuple[str, str, int]


class _Matched:
    """The pages of both packs by what they are. Of a whole, such as the front matter, all pages have one key."""

    def __init__(self, old: Sequence[PlannedPage], new: Sequence[PlannedPage], replaced: Collection[str]) -> None:
        self.old, self.new = old, new
        self.old_keys, self.new_keys = _keys(old, replaced), _keys(new, replaced)
        self._mark_withdrawn()
        self.new_places: defaultdict[_Key, list[int]] = defaultdict(list)
        for place, key in enumerate(self.new_keys):
            self.new_places[key].append(place)

    def _mark_withdrawn(self) -> None:
        """Old pages for which a new page now stands get its key: they are withdrawn."""
        standing = set(self.old_keys)
        places = {page.label: place for place, page in enumerate(self.old)}
        for place, page in enumerate(self.new):
            key = self.new_keys[place]
            if page.kind is PageKind.WITHDRAWN and key not in standing and page.label in places:
                first = places[page.label]
                for gone in range(first, places.get(page.through, first) + 1):
                    self.old_keys[gone] = key


def _keys(pages: Sequence[PlannedPage], replaced: Collection[str]) -> list[_Key]:
    keys: list[_Key] = []
    blanks: defaultdict[str, int] = defaultdict(int)
    for page in pages:
        if page.kind is PageKind.WITHDRAWN:
            keys.append(("withdrawn", f"{page.label} {page.through}", 0))
        elif not page.report_id:
            keys.append(keys[-1] if keys and keys[-1][0] == "withdrawn" else ("front", "", 0))
        elif page.report_id in replaced:
            keys.append(("report", page.report_id, 0))
        elif page.kind is PageKind.BLANK:
            blanks[page.report_id] += 1
            keys.append(("blank", page.report_id, blanks[page.report_id]))
        else:
            keys.append(("page", page.report_id, page.source_page))
    return keys


_WHOLES = ("front", "report", "withdrawn")


def _old_runs(matched: _Matched) -> Iterator[PageMove]:
    run: list[int] = []
    for place in range(len(matched.old)):
        if run and not _goes_on(matched, run[-1], place):
            yield _moved(matched, run)
            run = []
        run.append(place)
    if run:
        yield _moved(matched, run)


def _goes_on(matched: _Matched, before: int, place: int) -> bool:
    """Whether an old page became of the same kind as the one before it, and lies next to it in the new pack as well."""
    key, key_before = matched.old_keys[place], matched.old_keys[before]
    if key[0] in _WHOLES or key_before[0] in _WHOLES:
        return key == key_before
    now, now_before = matched.new_places.get(key), matched.new_places.get(key_before)
    if not now or not now_before:
        return not now and not now_before and key[1] == key_before[1]
    return now[0] == now_before[0] + 1 and _shift(matched, place, now[0]) == _shift(matched, before, now_before[0])


def _shift(matched: _Matched, old: int, new: int) -> object:
    """By how much a page's number changed; where letters are in it, whether it changed at all."""
    was, is_now = matched.old[old].label, matched.new[new].label
    return int(is_now) - int(was) if was.isdecimal() and is_now.isdecimal() else was != is_now and "letters"


def _moved(matched: _Matched, run: Sequence[int]) -> PageMove:
    key = matched.old_keys[run[0]]
    places = [
        place for each in dict.fromkeys(matched.old_keys[old] for old in run) for place in matched.new_places[each]
    ]
    old = _range(matched.old, run)
    new = _range(matched.new, places) if places else None
    report_id = matched.old[run[0]].report_id
    if key[0] == "withdrawn" and matched.old[run[0]].kind is PageKind.WITHDRAWN and new:
        return PageMove(PageMoveKind.SAME, old, new, report_id)
    if new is None or key[0] == "withdrawn":
        return PageMove(PageMoveKind.WITHDRAWN, old, new, report_id)
    if key[0] in _WHOLES:
        return PageMove(PageMoveKind.REPLACED, old, new, report_id)
    same = matched.old[run[0]].label == matched.new[places[0]].label
    return PageMove(PageMoveKind.SAME if same else PageMoveKind.RENUMBERED, old, new)


def _new_runs(matched: _Matched) -> Iterator[PageMove]:
    known = set(matched.old_keys)
    fresh = [place for place, key in enumerate(matched.new_keys) if key not in known]
    for (_, report_id, _), run in groupby(enumerate(fresh), lambda each: _new_whole(matched, *each)):
        yield PageMove(PageMoveKind.NEW, None, _range(matched.new, [place for _, place in run]), report_id)


def _new_whole(matched: _Matched, count: int, place: int) -> tuple[int, str, str]:
    """What the pages of a run of new ones have in common: they lie together and are of one report, or of none."""
    report_id = matched.new[place].report_id
    return place - count, report_id, "" if report_id else matched.new_keys[place][1]


def _range(pages: Sequence[PlannedPage], places: Sequence[int]) -> PageRange:
    first, last = pages[places[0]], pages[places[-1]]
    return PageRange(first.label, last.through or last.label, first.sheet)
