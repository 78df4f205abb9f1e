"""What building comes to: the finished pack and the preview, as values that are light to load.

They come to the window from another process, and the window must not load what makes them.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from agendabuilder.domain.audience import Audience
from agendabuilder.domain.change import Change
from agendabuilder.domain.change_sheet import ChangeSheet
from agendabuilder.domain.finding import Finding
from agendabuilder.domain.issued_pack import IssuedPack, IssueMode
from agendabuilder.domain.page_moves import PageMove
from agendabuilder.domain.pagination import PackPlan, PageRange
from agendabuilder.pack.front.row_place import RowPlace
from agendabuilder.pack.tagging.report_tags import ReportTags
from agendabuilder.store.build_record import BuildRecord


@dataclass(frozen=True, slots=True)
class BuildOrder:
    """What is asked of a build.

    `out` is a file, a folder, or None for the meeting's own folder. `audience` None asks for the public pack, and
    for the members' too when something is exempt. `way` says how its pages follow those of the last issue; before
    the first, all are numbered anew. `reader` is whose copy the members' pack is. `passwords`
    open locked reports; they are never kept.
    """

    out: Path | None = None
    draft: bool = False
    audience: Audience | None = None
    way: IssueMode = IssueMode.RENUMBER
    reader: str = ""
    passwords: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class BuiltPack:
    """A finished pack: where it lies, its record, and whom it is for (None: everybody)."""

    file: Path
    record: BuildRecord
    audience: Audience | None = None


@dataclass(frozen=True, slots=True)
class IssueOrder:
    """How a pack is to be issued: `way` it follows the issue before, a `note` on why, and `who` issues it.

    `passwords` open locked reports; they are never kept.
    """

    way: IssueMode = IssueMode.RENUMBER
    note: str = ""
    who: str = ""
    passwords: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue that was made: its record, its files, and the folder where they lie."""

    issued: IssuedPack
    packs: tuple[BuiltPack, ...]
    place: Path


@dataclass(frozen=True, slots=True)
class PackChanges:
    """What is different from issue `number`, if the pack goes on from it in the way that was asked.

    `moves` say what becomes of every page, `renumbered` how many pages have another number and are otherwise the
    same, `new_pages` how many pages the file to be sent out would have, `numbers` from which page to which.
    """

    number: int
    way: IssueMode
    changes: tuple[Change, ...]
    moves: tuple[PageMove, ...]
    sheet: ChangeSheet
    new_pages: int
    renumbered: int = 0
    numbers: PageRange | None = None


@dataclass(frozen=True, slots=True)
class PackPreview:
    """A pack built to be looked at.

    `file` is its own until `discard` is called. `rows` says where each item's row of the agenda stands (page
    from 1, rectangle in points from the page's lower left corner). `findings` are those that take files and fonts
    to find out; a page stands in for each report that cannot be used. `reports` has one line on each file that was
    taken in, by its report's id ("Word · by LibreOffice · 14 pages · tagged"). `tags` say what became of the reports'
    own tags.
    """

    file: Path
    plan: PackPlan
    rows: Mapping[str, RowPlace]
    findings: tuple[Finding, ...]
    seconds: float
    reports: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[ReportTags, ...] = ()

    def discard(self) -> bool:
        """Delete the file, once nobody looks at it any more; whether that could be done."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)
            return True
        return False
