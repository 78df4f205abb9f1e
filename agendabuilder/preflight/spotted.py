"""Words that a check spotted in a report, with the page they stand on, and how pages are listed in a sentence."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

_NAMED = 3
_MOST_RANGES = 8


@dataclass(frozen=True, slots=True)
class Spotted:
    """Some words, and the page of the file on which they stand (from 1)."""

    words: str
    page: int


def on_pages(found: Iterable[Spotted], chosen: Collection[int]) -> list[Spotted]:
    """Those that stand on pages which go into the pack."""
    return [each for each in found if each.page in chosen]


def listed_pages(pages: Iterable[int]) -> str:
    """Page numbers as a sentence names them: "page 3", "pages 2, 5 and 7-9"."""
    numbers = sorted(set(pages))
    runs = [text for run in _runs(numbers) for text in _run_texts(run)]
    if len(runs) > _MOST_RANGES:
        runs = [*runs[:_MOST_RANGES], "others"]
    listed = " and ".join(filter(None, (", ".join(runs[:-1]), runs[-1]))) if runs else ""
    return f"page{'' if len(numbers) == 1 else 's'} {listed}"


def examples(found: Collection[Spotted]) -> str:
    """The first few with their pages: “see page 12” on page 3, “page 4” on page 9 and 2 more."""
    first = [f"“{each.words}” on page {each.page}" for each in list(found)[:_NAMED]]
    more = len(found) - len(first)
    return ", ".join(first) + (f" and {more} more" if more else "")


def _runs(numbers: list[int]) -> Iterator[list[int]]:
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        yield [number for _, number in run]


def _run_texts(run: list[int]) -> list[str]:
    return [f"{run[0]}-{run[-1]}"] if len(run) > 2 else [str(number) for number in run]
