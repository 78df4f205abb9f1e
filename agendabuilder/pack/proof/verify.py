"""Proves a finished pack before it takes the place of the one before: the file, read back, is what was planned.

The reading is done by pypdf (`agendabuilder.pack.proof.read_back`), because a writer should not check itself.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pypdf.errors import PyPdfError

from agendabuilder.domain.item import Item
from agendabuilder.domain.pagination import PageKind, PlannedPage
from agendabuilder.errors import PackNotProvenError
from agendabuilder.pack.assemble import AssembledPack
from agendabuilder.pack.outline import Entry, plan_outline
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.proof.read_back import PackReader
from agendabuilder.pack.stamps.notice_page import NOTICES, notice_texts
from agendabuilder.pack.stamps.page_stamps import stamps_of
from agendabuilder.pack.stamps.stamp_place import Rect
from agendabuilder.progress import Progress

_SAME_SIZE = 1.0
"""Points by which a page's size may differ: PDF writers round."""

_VERSION = "1.7"
"""What every pack is, whatever its reports are: PDF/UA-1 (ISO 14289-1) is made for ISO 32000-1, which is PDF 1.7."""

_ADVICE = "The pack before it is untouched. Please build again; if it happens again, report it as a fault."


def verify_pack(out: Path, contents: PackContents, assembled: AssembledPack, progress: Progress) -> None:
    """Read the finished pack back and compare it with its plan, then let the next build use its body.

    Of a report whose pages were proven in an earlier pack, the content of the first and last page is compared, else
    that of every page. Raises `PackNotProvenError` with what is wrong, and `Cancelled`.
    """
    progress.stage("Proving the pack", 4)
    try:
        reader = PackReader(out, has_watermark=bool(contents.marks.reader.strip()))
        _prove_pages(reader, contents)
        progress.advance()
        _prove_stamps(reader, contents)
        progress.advance()
        _prove_reports(reader, contents, assembled)
        progress.advance()
        _prove_ways(reader, contents)
    except PyPdfError as problem:
        raise PackNotProvenError(f"The finished pack cannot be read back: {problem}.", _ADVICE) from problem
    progress.advance()
    assembled.keep_body()


def _require(holds: bool, sentence: str) -> None:
    if not holds:
        raise PackNotProvenError(sentence, _ADVICE)


def _prove_pages(reader: PackReader, contents: PackContents) -> None:
    """As many pages as planned, each with its own label in the viewer, in a file that every viewer takes."""
    _require(reader.version == _VERSION, f"The finished pack is PDF {reader.version} instead of {_VERSION}.")
    found, planned = len(reader.pages), contents.plan.total
    _require(found == planned, f"The finished pack has {found} pages instead of {planned}.")
    for page, label in zip(contents.plan.pages, reader.labels, strict=True):
        _require(label == page.label, f"A viewer would call page {page.label} “{label}”.")


def _prove_stamps(reader: PackReader, contents: PackContents) -> None:
    """Each page shows its stamps and no others; a page that stands for others says so, a blank one its wording."""
    blank = contents.meeting.wording.blank_page
    for page in contents.plan.pages:
        wanted = [stamp.text for stamp in stamps_of(page, contents)] or [blank]
        shown = reader.stamps(page.sheet)
        right = len(shown) == len(wanted) and all(map(_reads_as, shown, wanted))
        _require(right, f"Page {page.label} is stamped {_quoted(shown)} instead of {_quoted(wanted)}.")
        name = contents.marks.reader.strip()
        _require(_reads_as(reader.watermark(page.sheet), name), f"Page {page.label} is not marked as {name}'s copy.")
        if page.kind in NOTICES:
            notice = " ".join(" ".join(notice_texts(page, contents)).split())
            says = _reads_as(" ".join("".join(reader.own_texts(page.sheet)).split()), notice)
            _require(says, f"Page {page.label} does not say “{notice}”.")


def _reads_as(shown: str, wanted: str) -> bool:
    """Whether what the file shows is the wording; letters beyond ASCII have codes of the font's own."""
    if len(shown) != len(wanted):
        return False
    return shown == wanted or all(
        one == other or not " " <= other <= "~" for one, other in zip(shown, wanted, strict=True)
    )


def _quoted(texts: list[str]) -> str:
    return " and ".join(f"“{text}”" for text in texts) or "nothing"


def _prove_reports(reader: PackReader, contents: PackContents, assembled: AssembledPack) -> None:
    """Pages in are pages out: each report's pages in order, of the right size and turn, with their content."""
    counts: dict[str, int] = {}
    digests = iter(assembled.digests)
    for page in contents.plan.pages:
        if page.kind is not PageKind.REPORT:
            continue
        counts[page.report_id] = counts.get(page.report_id, 0) + 1
        digest, pages = next(digests), len(contents.prepared[page.report_id].pages)
        _prove_size(reader, contents, page)
        if page.report_id in assembled.fresh or page.source_page in (1, pages):
            _require(
                reader.digest(page.sheet) == digest,
                f"Page {page.label} is not page {page.source_page} of {_report_name(contents, page.report_id)}.",
            )
    for report_id, report in contents.prepared.items():
        put_in = counts.get(report_id, 0)
        _require(
            put_in == len(report.chosen),
            f"{put_in} of {len(report.chosen)} pages of {_report_name(contents, report_id)} are in the pack.",
        )


def _prove_size(reader: PackReader, contents: PackContents, page: PlannedPage) -> None:
    facts = contents.prepared[page.report_id].pages[page.source_page - 1]
    frame = reader.frame(page.sheet)
    width, height = frame.size
    same = abs(width - facts.width) < _SAME_SIZE and abs(height - facts.height) < _SAME_SIZE
    _require(
        same and frame.rotation == facts.rotation,
        f"Page {page.label} has another size or turn than in {_report_name(contents, page.report_id)}.",
    )


def _report_name(contents: PackContents, report_id: str) -> str:
    names = (report.name for _, report in contents.meeting.all_reports() if report.id == report_id)
    return f"“{next(names, report_id)}”"


def _prove_ways(reader: PackReader, contents: PackContents) -> None:
    """Bookmarks, the agenda's links and the links back lead where they say."""
    _prove_bookmarks(reader, contents)
    for item in contents.meeting.all_items():
        if item.id in contents.plan.items:
            _prove_links(reader, contents, item)


def _prove_bookmarks(reader: PackReader, contents: PackContents) -> None:
    """Every bookmark, the reports' own included, stands where it was planned and leads to its page."""
    planned, found = list(_flat(plan_outline(contents), 1)), list(reader.bookmarks())
    _require(len(found) == len(planned), f"The pack has {len(found)} bookmarks instead of {len(planned)}.")
    for mark, (depth, entry) in zip(found, planned, strict=True):
        right = mark.depth == depth and mark.sheet == entry.sheet and _letters(mark.title) == _letters(entry.title)
        _require(right, f"The bookmark “{entry.title}” is missing, out of order or leads to a wrong page.")


def _flat(entries: Iterable[Entry], depth: int) -> Iterator[tuple[int, Entry]]:
    """The bookmarks from top to bottom, each with its depth from 1."""
    for entry in entries:
        yield depth, entry
        yield from _flat(entry.children, depth + 1)


def _letters(title: str) -> str:
    """What is sure to be read alike by every reader: libraries differ over soft hyphens and the like."""
    return "".join(filter(str.isalnum, title))


def _prove_links(reader: PackReader, contents: PackContents, item: Item) -> None:
    """The agenda's row leads to the item's papers, and each report's first page leads back to the row."""
    row, number = contents.front.rows.get(item.id), contents.numbers.get(item.id, "")
    if row is None:
        return
    papers = {contents.plan.reports[report.id].sheet for report in item.reports if report.id in contents.plan.reports}
    there = {link.sheet for link in reader.links(row.page) if row.rect[1] <= _middle(link.rect) <= row.rect[3]}
    first = contents.plan.items[item.id][0].sheet
    leads = there <= papers and (first in there or not contents.meeting.table.show_pages)
    _require(leads, f"The agenda does not lead to the papers of item {number} “{item.title}”.")
    for sheet in papers:
        back = any(link.sheet == row.page for link in reader.links(sheet))
        _require(back, f"Page {contents.plan.pages[sheet - 1].label} has no link back to the agenda.")


def _middle(rect: Rect) -> float:
    return (rect[1] + rect[3]) / 2
