"""Tells what was met in a finished file: what comes from a report becomes a finding, what is our own doing a fault.

A report's pages are told by the numbers that the file itself shows, and by its record. On them the reports answer for
what is damaged and for tags that do not fit the words; the program answers for everything else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.pack.proof.finished_file import FileFaults
from agendabuilder.pack.tagging.structure_fault import Fault, StructureFault
from agendabuilder.preflight.pack_verdict import PackVerdict
from agendabuilder.store.build_record import BuildRecord, ItemRecord, ReportRecord

_OF_REPORTS = frozenset(
    {
        Fault.MARK_TWICE,
        Fault.MARK_MISSING,
        Fault.MARK_ORPHANED,
        Fault.MARK_ODD,
        Fault.MARKS_UNBALANCED,
        Fault.CONTENT_UNREADABLE,
        Fault.NOTE_ORPHANED,
    }
)
"""Faults of a report's own tags. The others are faults of the tree and its index, which we write."""

_MOST_NAMED = 3

_Paper = tuple[ItemRecord, ReportRecord]


def judge(found: FileFaults, record: BuildRecord) -> PackVerdict:
    """The findings on reports, and the faults of our own, of a file with this record."""
    papers = _papers(found.labels, record)
    damaged = {fault.sheet for fault in found.damage}
    misread = {fault.page for fault in found.structure if fault.kind in _OF_REPORTS}
    findings = (
        *_on_damage(_by_paper(damaged, papers), found.labels),
        *_on_tags(_by_paper(misread - damaged, papers), found.labels),
        *_on_fonts(found, papers),
    )
    return PackVerdict(findings, tuple(dict.fromkeys(_faults(found, papers))))


def changed_since(pack: str) -> Finding:
    """That a file called `pack` is not the one that was built."""
    return Finding(
        Severity.WARNING,
        "pack-changed",
        f"“{pack}” is not as it was built: another program has changed it since.",
        "What was proven of it may no longer hold. Build it again, or look through all of it before you publish it.",
    )


def _papers(labels: Sequence[str], record: BuildRecord) -> Mapping[int, _Paper]:
    """The report on each sheet; none for the pages that we drew ourselves."""
    sheets = {label: sheet for sheet, label in enumerate(labels, start=1)}
    found: dict[int, _Paper] = {}
    for item in record.items:
        for report in item.reports:
            first, last = sheets.get(report.first_page or ""), sheets.get(report.last_page or "")
            if report.pages_out and first and last:
                found.update(dict.fromkeys(range(first, last + 1), (item, report)))
    return found


def _by_paper(sheets: Iterable[int], papers: Mapping[int, _Paper]) -> list[tuple[_Paper, list[int]]]:
    """The reports on these sheets in the order of the pack, each with those of the sheets that are its own."""
    found: dict[str, tuple[_Paper, list[int]]] = {}
    for sheet in sorted(sheets):
        if sheet in papers:
            found.setdefault(papers[sheet][1].id, (papers[sheet], []))[1].append(sheet)
    return list(found.values())


def _on_damage(damaged: Iterable[tuple[_Paper, list[int]]], labels: Sequence[str]) -> Iterator[Finding]:
    for paper, sheets in damaged:
        yield _finding(
            paper,
            "pack-damaged",
            f"is damaged: viewers may not show all of {_pages(sheets, labels)} of the pack",
            "Compare that with the report as its author has it, and ask for it again.",
            f"“{_file(paper)}” is damaged; please print it to a new PDF and send that.",
        )


def _on_tags(misread: Iterable[tuple[_Paper, list[int]]], labels: Sequence[str]) -> Iterator[Finding]:
    for paper, sheets in misread:
        yield _finding(
            paper,
            "pack-tags",
            f"has tags that do not fit its words on {_pages(sheets, labels)} of the pack",
            "Look at the order of reading there: read aloud, something may be missing. Ask its author to save it anew.",
            f"The tags of “{_file(paper)}” do not fit its words; please make the PDF anew from the original document.",
        )


def _finding(paper: _Paper, code: str, words: str, advice: str, for_author: str) -> Finding:
    item, report = paper
    sentence = f"{_place(item)}: the file “{_file(paper)}” {words}."
    return Finding(
        Severity.WARNING, code, sentence, advice, item_id=item.id, report_id=report.id, for_author=for_author
    )


def _on_fonts(found: FileFaults, papers: Mapping[int, _Paper]) -> Iterator[Finding]:
    """One note for the whole pack: each report is told of by the checks of reports."""
    lacking: dict[str, tuple[_Paper, list[str]]] = {}
    for fault in found.fonts:
        if fault.sheet in papers:
            names = lacking.setdefault(papers[fault.sheet][1].id, (papers[fault.sheet], []))[1]
            names += [] if fault.words in names else [fault.words]
    if not lacking:
        return
    told = [
        f"{_place(paper[0])} “{_file(paper)}” ({', '.join(names[:_MOST_NAMED])})" for paper, names in lacking.values()
    ]
    more = f" and {len(told) - _MOST_NAMED} more" if len(told) > _MOST_NAMED else ""
    (item, report), _ = next(iter(lacking.values()))
    yield Finding(
        Severity.NOTE,
        "pack-fonts",
        f"The pack has not all its fonts in it; they are missing in {', '.join(told[:_MOST_NAMED])}{more}.",
        "On other computers these words can look different. Ask the authors for PDFs with all fonts embedded.",
        item_id=item.id if len(told) == 1 else "",
        report_id=report.id if len(told) == 1 else "",
    )


def _faults(found: FileFaults, papers: Mapping[int, _Paper]) -> Iterator[str]:
    for fault in found.damage:
        if fault.sheet not in papers:
            yield f"{_where(fault.sheet, found.labels)} is damaged ({fault.words})."
    for font in found.fonts:
        if font.sheet not in papers:
            yield f"{_where(font.sheet, found.labels)} lacks the font {font.words}."
    for wrong in found.structure:
        if not _is_of_report(wrong, papers):
            detail = f" ({wrong.detail})" if wrong.detail else ""
            yield f"{_where(wrong.page, found.labels)} would be read out wrongly: {wrong.kind}{detail}."


def _is_of_report(wrong: StructureFault, papers: Mapping[int, _Paper]) -> bool:
    return wrong.kind in _OF_REPORTS and wrong.page in papers


def _where(sheet: int, labels: Sequence[str]) -> str:
    return f"Page {labels[sheet - 1]}" if sheet else "The file"


def _place(item: ItemRecord) -> str:
    """The item as a sentence names it: Item 7 “Budget”."""
    return f"Item {item.number} “{item.title}”" if item.number else f"“{item.title}”"


def _file(paper: _Paper) -> str:
    return paper[1].file.rpartition("/")[2]


def _pages(sheets: Sequence[int], labels: Sequence[str]) -> str:
    """The pages as they are printed: page 45; pages 45, 46, 47 and 9 more."""
    named = ", ".join(labels[sheet - 1] for sheet in sheets[:_MOST_NAMED])
    more = f" and {len(sheets) - _MOST_NAMED} more" if len(sheets) > _MOST_NAMED else ""
    return f"page{'s' if len(sheets) > 1 else ''} {named}{more}"
