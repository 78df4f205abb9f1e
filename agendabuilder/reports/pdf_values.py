"""Reads values out of a PDF that may be anything: what is not of the right kind is as good as not there."""

from collections.abc import Iterator
from typing import cast

import pikepdf


def dictionary(holder: pikepdf.Object | None, key: str) -> pikepdf.Dictionary | None:
    """The dictionary under `key`, or None."""
    value = None if holder is None else holder.get(key)
    return value if isinstance(value, pikepdf.Dictionary) else None


def dictionaries(holder: pikepdf.Object | None, key: str) -> Iterator[pikepdf.Dictionary]:
    """The dictionaries in the array under `key`."""
    value = None if holder is None else holder.get(key)
    if isinstance(value, pikepdf.Array):
        yield from (part for part in cast("list[object]", value) if isinstance(part, pikepdf.Dictionary))


def name(holder: pikepdf.Object | None, key: str) -> str:
    """The name under `key` with its slash, or an empty text."""
    value = None if holder is None else holder.get(key)
    return str(value) if isinstance(value, pikepdf.Name) else ""


def text(holder: pikepdf.Object | None, key: str) -> str:
    """The text string under `key`, or an empty text."""
    value = None if holder is None else holder.get(key)
    return str(value) if isinstance(value, pikepdf.String) else ""


def whole_number(holder: pikepdf.Object | None, key: str) -> int:
    """The whole number under `key`, or 0."""
    value = cast(object, None if holder is None else holder.get(key))
    return value if isinstance(value, int) else 0


def is_true(holder: pikepdf.Object | None, key: str) -> bool:
    """Whether the value under `key` is the word true."""
    return cast(object, None if holder is None else holder.get(key)) is True
