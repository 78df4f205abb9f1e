"""What we know of a report once it is a PDF that we trust."""

from dataclasses import dataclass
from pathlib import Path

from agendabuilder.reports.margin_ink import MarginInk


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page as its reader sees it.

    `width` and `height` are in points of the visible box (CropBox within MediaBox) after /Rotate and
    UserUnit. `rotation` is the effective /Rotate: 0, 90, 180 or 270. `ink` tells what stands in the margins.
    """

    width: float
    height: float
    rotation: int
    ink: MarginInk


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One of a report's own bookmarks, resolved: a page of the report from 1 with its view, or a web address.

    `view` is the explicit destination after the page, as in ("XYZ", 0.0, 700.0, None) or ("Fit",).
    A bookmark that leads nowhere (page None, no address) stays as a heading for its children.
    """

    title: str
    page: int | None = None
    view: tuple[str | float | None, ...] = ("Fit",)
    uri: str = ""
    children: tuple["Bookmark", ...] = ()


@dataclass(frozen=True, slots=True)
class PreparedReport:
    """A report ready for the pack.

    `path` is a PDF that opens without a password or damage. `fingerprint` is the SHA-256 of the original.
    `source_pages` is how many pages the PDF has; `chosen` are those that go into the pack (numbers from 1,
    in order), and `pages` the facts of the chosen ones. `bookmarks` point at places in `chosen` (from 1).
    """

    path: Path
    fingerprint: str
    source_pages: int
    chosen: tuple[int, ...]
    pages: tuple[PageFacts, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    tagged: bool = False
    language: str = ""
