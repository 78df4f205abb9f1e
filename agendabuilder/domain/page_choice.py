"""A choice of a file's pages as the clerk writes it: "1-4, 9". The order is kept as written."""

import re

_PART = re.compile(r"([0-9]{1,6})(?:\s*[-–—]\s*([0-9]{1,6}))?")  # noqa: RUF001 (dashes that word processors make)


class PageChoiceError(ValueError):
    """The choice cannot be followed; the message is a clause without its full stop, fit to show to a clerk."""


def parse_pages(text: str, total: int) -> tuple[int, ...]:
    """The chosen pages of a file of `total` pages, counted from 1; an empty text means all of them.

    Raises `PageChoiceError` when a part is not a page or a range, or names a page that is not there.
    """
    if not text.strip():
        return tuple(range(1, total + 1))
    return tuple(page for part in text.split(",") for page in _part_pages(part.strip(), total))


def _part_pages(part: str, total: int) -> range:
    match = _PART.fullmatch(part)
    if match is None:
        raise PageChoiceError(f"“{part}” is not a page or a range of pages")
    first = int(match[1])
    last = int(match[2] or first)
    if first > last:
        raise PageChoiceError(f"“{part}” runs backwards")
    if first < 1 or last > total:
        wrong = first if first < 1 else max(first, total + 1)
        raise PageChoiceError(f"there is no page {wrong}: the file has {total} page{'' if total == 1 else 's'}")
    return range(first, last + 1)
