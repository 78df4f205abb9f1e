"""The pack's bookmarks: the agenda, each item, each report under it, each report's own bookmarks under that."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from agendabuilder.domain.item import Item
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.reports.prepared import Bookmark


@dataclass(frozen=True, slots=True)
class Entry:
    """One bookmark of the pack: its title, and the sheet (from 1) with a view, or a web address."""

    title: str
    sheet: int | None = None
    view: tuple[str | float | None, ...] = ("Fit",)
    uri: str = ""
    is_open: bool = False
    children: tuple["Entry", ...] = field(default=())


def plan_outline(contents: PackContents) -> tuple[Entry, ...]:
    """The bookmarks of the pack, in order. Items stand open, all else is closed."""
    agenda = Entry(contents.meeting.wording.agenda, 1)
    return (agenda, *_item_entries(contents.meeting.items, contents))


def _item_entries(items: Sequence[Item], contents: PackContents) -> tuple[Entry, ...]:
    """The items in order. One without papers leads to its row on the agenda."""
    return tuple(_item_entry(item, contents) for item in items)


def _item_entry(item: Item, contents: PackContents) -> Entry:
    title = " ".join(part for part in (contents.numbers.get(item.id, ""), item.title) if part)
    pages, row = contents.plan.items.get(item.id), contents.front.rows.get(item.id)
    children = (*_report_entries(item, contents), *_item_entries(item.items, contents))
    if pages:
        return Entry(title, pages[0].sheet, is_open=True, children=children)
    view = ("XYZ", None, row.rect[3], None) if row else ("Fit",)
    return Entry(title, row.page if row else 1, view, is_open=True, children=children)


def _report_entries(item: Item, contents: PackContents) -> tuple[Entry, ...]:
    """A report has an entry of its own when it has a title or is one of several; its bookmarks are kept either way.

    A report that is withheld has one to the page in its place; of its own bookmarks nothing is known.
    """
    reports = [report for report in item.reports if report.id in contents.plan.reports]
    entries: list[Entry] = []
    for report in reports:
        first = contents.plan.reports[report.id].sheet
        ready = contents.prepared.get(report.id)
        own = tuple(_own_entry(bookmark, first) for bookmark in ready.bookmarks) if ready else ()
        if report.title or len(reports) > 1:
            entries.append(Entry(report.name, first, children=own))
        else:
            entries.extend(own)
    return tuple(entries)


def _own_entry(bookmark: Bookmark, first: int) -> Entry:
    sheet = first + bookmark.page - 1 if bookmark.page else None
    children = tuple(_own_entry(child, first) for child in bookmark.children)
    return Entry(bookmark.title, sheet, bookmark.view, bookmark.uri, children=children)


def write_outline(pdf: Pdf, entries: Sequence[Entry]) -> None:
    """Write the bookmarks and have them shown when the pack is opened."""
    pages = [page.obj for page in pdf.pages]
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    root.Count = _write_children(pdf, root, entries, pages)
    pdf.Root.Outlines = root
    pdf.Root.PageMode = Name.UseOutlines


def _write_children(pdf: Pdf, parent: Dictionary, entries: Sequence[Entry], pages: Sequence[Dictionary]) -> int:
    """Write entries under a parent; return how many of them and theirs are in view when the parent is open."""
    in_view, before = 0, None
    for entry in entries:
        written = pdf.make_indirect(Dictionary(Title=String(entry.title), Parent=parent))
        _aim(written, entry, pages)
        below = _write_children(pdf, written, entry.children, pages)
        if below:
            written.Count = below if entry.is_open else -below
        in_view += 1 + (below if entry.is_open else 0)
        if before is None:
            parent.First = written
        else:
            written.Prev, before.Next = before, written
        before = written
    if before is not None:
        parent.Last = before
    return in_view


def _aim(written: Dictionary, entry: Entry, pages: Sequence[Dictionary]) -> None:
    if entry.sheet is not None and entry.sheet <= len(pages):
        written.Dest = destination(pages[entry.sheet - 1], entry.view)
    elif entry.uri:
        written.A = Dictionary(S=Name.URI, URI=String(entry.uri))


def destination(page: Object, view: Sequence[str | float | None]) -> Array:
    """An explicit destination (PDF 32000-1, 12.3.2.2)."""
    kind, *rest = view
    return Array([page, Name(f"/{kind}"), *rest])
