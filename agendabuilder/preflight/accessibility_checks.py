"""What a tagged report lacks for people who cannot see it, in words; one finding for each report.

Untagged reports and scans are told elsewhere (`report-not-tagged`, `report-scan`), since there one thing is to be done.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.preflight.checked_report import CheckedReport
from agendabuilder.preflight.spotted import listed_pages
from agendabuilder.reports.readings.accessibility_facts import AccessibilityFacts
from agendabuilder.reports.readings.tag_walk import TagFacts


def check_accessibility(checked: CheckedReport) -> Iterator[Finding]:
    """A tagged report in which something is missing, unless its pages were drawn by ourselves.

    What the pack mends is no matter here: the agenda's title stands in its title's place, and the clerk may have
    written the alternate texts.
    """
    origin = checked.prepared.origin
    if checked.facts.tags is None or (origin and not origin.by):
        return
    gaps = list(gaps_of(_in_pack(checked)))
    if gaps:
        name = checked.report.file_name
        yield checked.finding(
            Severity.NOTE,
            "report-access",
            f"is tagged for screen readers, and something is missing: {'; '.join(gap for gap, _ in gaps)}",
            "Send it back to its author, or publish it knowing that.",
            f"To make “{name}” accessible: {'; '.join(remedy for _, remedy in gaps)}.",
        )


def _in_pack(checked: CheckedReport) -> AccessibilityFacts:
    """The facts as they will be in the pack."""
    facts = replace(checked.facts, title=checked.report.name)
    written = sum(bool(text.strip()) for text in checked.report.alt_texts)
    if facts.tags and written >= len(facts.tags.without_alt):
        facts = replace(facts, tags=replace(facts.tags, without_alt=()))
    return facts


def gaps_of(facts: AccessibilityFacts) -> Iterator[tuple[str, str]]:
    """What a report lacks, and what its author can do about it, each as a part of a sentence."""
    if facts.tags is not None:
        yield from _of_tags(facts.tags)
    if not facts.language:
        yield "no language is named", "set the document's language (Review, Language in Word)"
    if not facts.title:
        yield "it has no title", "give it a title (File, Info, Title in Word)"
    if facts.fonts_mute:
        named = ", ".join(facts.fonts_mute[:3])
        yield (
            f"letters of some fonts cannot be read aloud ({named})",
            "make the PDF anew with Word's own “Save as PDF”, so that its letters can be read aloud",
        )


def _of_tags(tags: TagFacts) -> Iterator[tuple[str, str]]:
    if tags.without_alt:
        count, where = len(tags.without_alt), _where(tags.without_alt)
        has = "1 picture has" if count == 1 else f"{count} pictures have"
        yield (
            f"{has} no alternate text{where}",
            f"write alternate texts{where}, or mark pictures without meaning as decorative",
        )
    if tags.skipped:
        first = tags.skipped[0]
        where = _where(each.page for each in tags.skipped)
        yield (
            f"headings leave out a level{where} (from heading {first.before} to heading {first.level})",
            f"use the heading styles in order, without leaving out a level{where}",
        )
    if tags.without_headers:
        count, where = len(tags.without_headers), _where(tags.without_headers)
        has = "1 table has" if count == 1 else f"{count} tables have"
        yield f"{has} no header cells{where}", f"mark the first row of tables as a header row{where}"


def _where(pages: Iterable[int]) -> str:
    known = [page for page in pages if page]
    return f" ({listed_pages(known)})" if known else ""
