"""Checks of what a report says: draft marks, its own page numbers, data about private people, doubled words."""

from collections import Counter
from collections.abc import Iterator

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.preflight.checked_report import CheckedReport
from agendabuilder.preflight.personal_data import PrivateData, PrivateKind
from agendabuilder.preflight.spotted import examples, listed_pages, on_pages

_LIGHT = {PrivateKind.EMAIL, PrivateKind.MOBILE}
"""Often meant to be given; the clerk decides."""


def check_draft(checked: CheckedReport) -> Iterator[Finding]:
    """The report calls itself a draft."""
    marks = on_pages(checked.reading.drafts, checked.prepared.chosen)
    if marks:
        yield checked.finding(
            Severity.WARNING,
            "report-draft",
            f"calls itself a draft: “{marks[0].words}” on {listed_pages(mark.page for mark in marks)}",
            "Ask the author whether this is the final report.",
            f"“{checked.report.file_name}” is marked “{marks[0].words}”; please send the final version.",
        )


def check_page_numbers(checked: CheckedReport) -> Iterator[Finding]:
    """The report speaks of its own page numbers, which are not the pack's."""
    found = on_pages(checked.reading.references, checked.prepared.chosen)
    contents = checked.reading.contents if checked.reading.contents in checked.prepared.chosen else 0
    if not (found or contents):
        return
    parts = [f"a contents list with page numbers (page {contents})"] if contents else []
    if found:
        times = "a reference" if len(found) == 1 else f"{len(found)} references"
        parts.append(f"{times} to its own pages ({examples(found)})")
    yield checked.finding(
        Severity.NOTE,
        "report-page-numbers",
        f"has {' and '.join(parts)}; the pack's numbers are others",
        _told(checked),
    )


def _told(checked: CheckedReport) -> str:
    whole = checked.prepared.chosen == tuple(range(1, checked.prepared.source_pages + 1))
    first = checked.first_page
    if first is None or first < 2 or not whole:
        return "Tell members that the report means its own page numbers; bookmarks and links lead to the right pages."
    return f"Tell members: page 1 of the report is page {first} of the pack, so add {first - 1} to its numbers."


def check_private_data(checked: CheckedReport) -> Iterator[Finding]:
    """Data about private people in a report that the public may read; nothing of it is repeated in full."""
    found = [each for each in checked.reading.private if each.page in checked.prepared.chosen]
    if not found or checked.is_restricted:
        return
    pages = listed_pages(each.page for each in found)
    yield checked.finding(
        Severity.NOTE if {each.kind for each in found} <= _LIGHT else Severity.WARNING,
        "report-private-data",
        f"seems to hold data about private people on {pages}: {', '.join(_kinds(found))}",
        "Look at these pages before they are published; ask the author to take out what should not be public.",
        f"Please look at {pages} of “{checked.report.file_name}”: may {_kind_names(found)} be published there?",
    )


def _kinds(found: list[PrivateData]) -> Iterator[str]:
    """What was found of each kind, with the masked form of the first."""
    counts = Counter(each.kind for each in found)
    for kind, count in counts.items():
        masked = next((each.masked for each in found if each.kind is kind and each.masked), "")
        shown = f" ({masked})" if masked else ""
        article = "an" if kind is PrivateKind.NHS else "a"
        yield f"{article} {kind.value}{shown}" if count == 1 else f"{kind.value}, {count} times{shown}"


def _kind_names(found: list[PrivateData]) -> str:
    return " and ".join(f"the {kind.value}" for kind in dict.fromkeys(each.kind for each in found))


def check_redactions(checked: CheckedReport) -> Iterator[Finding]:
    """Words that are hidden from the eye only; what they are is not repeated."""
    covered = [page for page in checked.reading.covered if page in checked.prepared.chosen]
    unredacted = [page for page in checked.reading.unredacted if page in checked.prepared.chosen]
    how = []
    if covered:
        how.append(f"words under black boxes on {listed_pages(covered)}, which can still be copied and searched")
    if unredacted:
        how.append(f"words on {listed_pages(unredacted)} that are marked to be redacted, and are still there")
    if how:
        yield checked.finding(
            Severity.WARNING,
            "report-redaction",
            f"has {' and '.join(how)}",
            "Do not publish it: ask the author to take the words themselves out.",
            f"“{checked.report.file_name}” has {' and '.join(how)}; please take the words out, and send it again.",
        )


def check_doubled_words(checked: CheckedReport) -> Iterator[Finding]:
    """A small word that is printed twice running."""
    found = on_pages(checked.reading.doubled, checked.prepared.chosen)
    if found:
        yield checked.finding(
            Severity.NOTE,
            "report-doubled-words",
            f"has a word twice running: {examples(found)}",
            "It can be left as it is; the author may want to mend it.",
            f"“{checked.report.file_name}” has a word twice running: {examples(found)}.",
        )
