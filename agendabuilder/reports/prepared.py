"""What we know of a report once it is a PDF that we trust."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from agendabuilder.reports.margin_ink import MarginInk


class Trait(StrEnum):
    """Something about a report's file that the clerk may want to know."""

    REPAIRED = "repaired"
    RESTRICTED = "restricted"
    UNLOCKED = "unlocked"
    SIGNED = "signed"
    ACTIONS = "actions"
    ATTACHMENTS = "attachments"
    HIDDEN_LAYERS = "hidden_layers"
    TRACKED_CHANGES = "tracked_changes"


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page as its reader sees it.

    `width` and `height` are in points of the visible box (CropBox within MediaBox) after /Rotate and
    UserUnit. `rotation` is the effective /Rotate: 0, 90, 180 or 270. `ink` tells what stands in the margins.
    A page that `is_picture` shows an image and has no text that could be read out or searched.
    """

    width: float
    height: float
    rotation: int
    ink: MarginInk
    is_picture: bool = False


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
    children: "tuple[Bookmark, ...]" = ()  # as one string, which is how cattrs resolves it


@dataclass(frozen=True, slots=True)
class Origin:
    """What a file was before it became a PDF, and how it did.

    `kind` is what it is called in a list ("Word"), `by` the program, empty when we drew its pages ourselves;
    `version` tells that program's present state from others. The pages of a draft should be looked through;
    `lost` are words of the file that its pages do not show, `lost_pictures` how many of its pictures they do not;
    `attached` are the names of files that hang on it and are not in its pages; `parts` are drawn otherwise than in
    the file, and on `overprinted` pages of the PDF words lie on one another. `failed` says why no better program
    made the pages ("LibreOffice took more than 60 seconds").
    """

    kind: str
    by: str = ""
    version: str = ""
    is_draft: bool = False
    lost: tuple[str, ...] = ()
    lost_pictures: int = 0
    attached: tuple[str, ...] = ()
    failed: str = ""
    parts: tuple[str, ...] = ()
    overprinted: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What one file is found to be, whichever of its pages are used; this is what the cache keeps.

    `bookmarks` point at pages of the file. `clean_bytes` is the size of the cleaned copy that takes the
    file's place; 0 when the file itself can be trusted. A file that was a PDF from the start has no `origin`.
    """

    pages: tuple[PageFacts, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    tagged: bool = False
    language: str = ""
    traits: tuple[Trait, ...] = ()
    clean_bytes: int = 0
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class PreparedReport:
    """A report ready for the pack.

    `path` is a PDF that opens without a password or damage. `fingerprint` is the SHA-256 of the original.
    `source_pages` is how many pages the PDF has; `chosen` are those that go into the pack (numbers from 1,
    in order), and `pages` the facts of the chosen ones. `bookmarks` point at places in `chosen` (from 1).
    `layout` says how the clerk had its pages changed ("turned by 90°, fitted to A4").
    """

    path: Path
    fingerprint: str
    source_pages: int
    chosen: tuple[int, ...]
    pages: tuple[PageFacts, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    tagged: bool = False
    language: str = ""
    traits: tuple[Trait, ...] = ()
    origin: Origin | None = None
    layout: str = ""

    @property
    def is_unlocked(self) -> bool:
        """Whether it opens only with a password: nothing of it may be kept beyond the clerk's session."""
        return Trait.UNLOCKED in self.traits

    @property
    def summary(self) -> str:
        """One line on what it is: "Word · by LibreOffice · 14 pages · tagged"."""
        parts = ["PDF"]
        if self.origin:
            by = f"by {self.origin.by}" if self.origin.by and not self.origin.is_draft else ""
            parts = [self.origin.kind, by, "draft conversion, look it through" if self.origin.is_draft else ""]
        parts.append("1 page" if self.source_pages == 1 else f"{self.source_pages} pages")
        return " · ".join(part for part in (*parts, "tagged" if self.tagged else "", self.layout) if part)
