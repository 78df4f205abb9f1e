"""Reads values out of a PDF that may be anything: what is not of the right kind is as good as not there."""

from collections.abc import Iterator
from typing import cast

import pikepdf

_DEEPEST_TREE = 100


def dictionary(holder: pikepdf.Object | None, key: str) -> pikepdf.Dictionary | None:
    """The dictionary under `key`, or None."""
    value = None if holder is None else holder.get(key)
    return value if isinstance(value, pikepdf.Dictionary) else None


def resources(page: pikepdf.Dictionary) -> pikepdf.Dictionary | None:
    """A page's resources, its own or those that come down the page tree."""
    node: pikepdf.Dictionary | None = page
    for _ in range(_DEEPEST_TREE):
        if node is None or "/Resources" in node:
            break
        node = dictionary(node, "/Parent")
    return dictionary(node, "/Resources")


def parts(holder: pikepdf.Object | None, key: str) -> list[object]:
    """What stands in the array under `key`; nothing if there is none."""
    value = None if holder is None else holder.get(key)
    return list(cast("list[object]", value)) if isinstance(value, pikepdf.Array) else []


def dictionaries(holder: pikepdf.Object | None, key: str) -> Iterator[pikepdf.Dictionary]:
    """The dictionaries in the array under `key`."""
    yield from (part for part in parts(holder, key) if isinstance(part, pikepdf.Dictionary))


def name(holder: pikepdf.Object | None, key: str) -> str:
    """The name under `key` with its slash, or an empty text."""
    value = None if holder is None else holder.get(key)
    return spelled(value) if isinstance(value, pikepdf.Name) else ""


def spelled(value: pikepdf.Object) -> str:
    """A name or a text string as Python text; odd bytes in a name are kept as half characters, not an error."""
    return bytes(value).decode("utf-8", "surrogateescape") if isinstance(value, pikepdf.Name) else str(value)


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
