"""The structure of the front matter as a plain tree, built beside the drawing and written into the PDF last.

An `Element` is made in reading order when the text is set; its `Leaf`s learn where they were drawn (page
and MCID) when the paper is inked. So the order of drawing never decides the order of reading.
"""

from dataclasses import dataclass, field

Rect = tuple[float, float, float, float]
"""Left, bottom, right, top in points of the page."""


@dataclass(slots=True)
class Leaf:
    """A stretch of content of an element of type `role`; `marks` say where it was drawn: page from 0, and MCID."""

    role: str
    marks: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Element:
    """One structure element of a standard type (`P`, `Table`, `TH` …).

    `attributes` go into one attribute object of the owner that the type asks for. `alt` is an alternate
    text. A `Link` has an `address` (`mailto:`, `https:`, `pack:item/…`) and the `contents` that describe it.
    `areas` are the places where a link or a figure was drawn: page from 0, and rectangle. `language` is given
    where it is not the pack's.
    """

    role: str
    kids: list["Element | Leaf"] = field(default_factory=list)
    attributes: dict[str, str | int] = field(default_factory=dict)
    alt: str = ""
    address: str = ""
    contents: str = ""
    areas: list[tuple[int, Rect]] = field(default_factory=list)
    language: str = ""

    def add(self, role: str, **attributes: str | int) -> "Element":
        """A new last child."""
        child = Element(role, attributes=dict(attributes))
        self.kids.append(child)
        return child

    def leaf(self) -> Leaf:
        """A new last stretch of content."""
        leaf = Leaf("Span" if self.role == "Link" else self.role)
        self.kids.append(leaf)
        return leaf

    def link(self, address: str, contents: str) -> "Element":
        """A new last child that leads to an address."""
        child = Element("Link", address=address, contents=contents)
        self.kids.append(child)
        return child


def item_address(item_id: str) -> str:
    """The address of an item's papers inside the pack."""
    return f"pack:item/{item_id}"


def report_address(report_id: str) -> str:
    """The address of a report inside the pack."""
    return f"pack:report/{report_id}"


def other_language(language: str, around: str) -> str:
    """The language tag to write inside text of the language `around`: none where both are the same.

    "en" is as good as "en-GB", and an empty one says nothing.
    """
    same = language.casefold() in ("", around.casefold(), around.casefold().split("-")[0])
    return "" if same else language
