"""The structure of a pack's pages as plain values, light to load: they come to the window from another process."""

from dataclasses import dataclass

Rect = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the lower left corner of the page as its reader sees it."""


@dataclass(frozen=True, slots=True)
class ReadElement:
    """An element of the structure.

    `role` is its standard type ("H2", "TR"), `depth` how many of the others are above it, `words` the first ones of
    what it says, `sheet` its page's place in the file from 1 (0 for unknown). `language` is given where it names one.
    `lacks_alt`: a picture that nothing is said for. An element without a role stands for `left_out` further ones.
    """

    role: str
    depth: int
    words: str = ""
    sheet: int = 0
    language: str = ""
    alt: str = ""
    lacks_alt: bool = False
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """Elements in the order of reading, each followed by those below it."""

    elements: tuple[ReadElement, ...] = ()


@dataclass(frozen=True, slots=True)
class UndescribedPicture:
    """A picture of a report that its file has no alternate text for.

    `page` counts from 1 among the report's pages in the pack, 0 when the tags do not tell; `place` is where it lies
    on the page, where the tags tell that.
    """

    page: int
    place: Rect | None = None
