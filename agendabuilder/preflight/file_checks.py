"""Checks of a report's file: its size, its pages, its fonts, and what an Office file carries beside its pages."""

from collections.abc import Iterable, Iterator

from agendabuilder.domain.audience import restrictions
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.preflight.checked_report import CheckedReport
from agendabuilder.preflight.spotted import listed_pages
from agendabuilder.reports.readings.file_weight import FileWeight

_NAMED = 4
_SHARE = 0.1
"""A part that makes up less of a large file than this is not worth a word."""


def check_weight(checked: CheckedReport) -> Iterator[Finding]:
    """A large file, with what makes it large."""
    weight = checked.weight
    if weight is None:
        return
    made_of = ", ".join(_made_of(weight))
    yield checked.finding(
        Severity.NOTE,
        "report-large",
        f"is large: {_megabytes(weight.total)}{f', most of it {made_of}' if made_of else ''}",
        "Ask the author to save it with smaller pictures; large packs load slowly and are refused by mail systems.",
        f"“{checked.report.file_name}” has {_megabytes(weight.total)}; please save it with smaller pictures.",
    )


def _made_of(weight: FileWeight) -> Iterator[str]:
    width, height, size = weight.largest_picture
    parts = (
        (weight.pictures, f"{weight.picture_count} pictures"),
        (weight.fonts, "fonts"),
        (weight.files_inside, "other files inside it"),
    )
    for share, words in sorted(parts, reverse=True):
        if share > weight.total * _SHARE:
            big = (
                f", the largest {width} by {height} pixels with {_megabytes(size)}" if share is weight.pictures else ""
            )
            yield f"{words} ({_megabytes(share)}{big})"


def check_pages(checked: CheckedReport) -> Iterator[Finding]:
    """Pages whose words lie on their side, pages with nothing on them."""
    reading = checked.reading
    sideways = _chosen(reading.sideways, checked)
    if sideways and not checked.report.turn:
        yield checked.finding(
            Severity.NOTE,
            "report-sideways",
            f"has words that lie on their side: {listed_pages(sideways)}",
            "Turn its pages at the report, so that they can be read on a screen.",
        )
    bare = _chosen(reading.bare, checked)
    if bare:
        yield checked.finding(
            Severity.NOTE,
            "report-bare-pages",
            f"has {'an empty page' if len(bare) == 1 else 'empty pages'}: {listed_pages(bare)}",
            "Leave them out with the choice of pages at the report.",
        )


def check_fonts(checked: CheckedReport) -> Iterator[Finding]:
    """Fonts that are not in the file: another computer shows other letters."""
    missing = checked.facts.fonts_missing
    if missing:
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        named = ", ".join(missing[:_NAMED]) + more
        yield checked.finding(
            Severity.NOTE,
            "report-fonts",
            f"has not all its fonts in it ({named}); on other computers its words can look different",
            "Ask the author to save it as a PDF with all fonts embedded, or look through its pages.",
            f"Please save “{checked.report.file_name}” as a PDF with all fonts embedded ({named} are missing).",
        )


def check_comments(checked: CheckedReport) -> Iterator[Finding]:
    """Comments of reviewers: in the margin of a Word file, or on the pages of a PDF, where members see them."""
    on_pages = [page for page in checked.reading.comments if page in checked.prepared.chosen]
    count = checked.marks.comments or len(on_pages)
    if not count:
        return
    some = "a comment" if count == 1 else f"{count} comments"
    where = "" if checked.marks.comments else f" ({listed_pages(on_pages)})"
    stay = not checked.marks.comments and (checked.meeting.public_keeps_comments or not restrictions(checked.meeting))
    pack = "public pack" if restrictions(checked.meeting) else "pack"
    yield checked.finding(
        Severity.WARNING,
        "report-comments",
        f"has {some} in it{where}, so it may not be finished",
        f"Ask the author whether it is the final version. The {pack} has {'them' if stay else 'none of them'}.",
        f"“{checked.report.file_name}” has {some} in it; please settle them and send the final version.",
    )


def check_office_marks(checked: CheckedReport) -> Iterator[Finding]:
    """Notes, hidden slides and hidden sheets of the Office file that the author sent."""
    marks = checked.marks
    hidden = [f"hidden {_slides(marks.hidden_slides)}"] if marks.hidden_slides else []
    noted = [f"speaker notes on {_slides(marks.slides_with_notes)}"] if marks.slides_with_notes else []
    if hidden or noted:
        yield checked.finding(
            Severity.NOTE,
            "report-slides",
            f"has {' and '.join(hidden + noted)}; the pack goes without hidden slides and notes",
            "See that nothing is missing that members need; publish the pack's pages rather than the file.",
        )
    if marks.hidden_sheets:
        names = ", ".join(f"“{each}”" for each in marks.hidden_sheets[:_NAMED])
        yield checked.finding(
            Severity.NOTE,
            "report-hidden-sheets",
            f"has hidden sheets ({names}), which are not in the pack",
            "See that nothing is missing that members need; publish the pack's pages rather than the file.",
        )
    if marks.errors:
        more = f" and {len(marks.errors) - _NAMED} more" if len(marks.errors) > _NAMED else ""
        listed = f"{', '.join(marks.errors[:_NAMED])}{more}"
        yield checked.finding(
            Severity.WARNING,
            "report-cell-errors",
            f"has cells that show an error: {listed}",
            "Ask the author to mend the formulas and send the file again.",
            f"“{checked.report.file_name}” has cells that show an error ({listed}); please mend them and resend it.",
        )


def check_twice(reports: Iterable[CheckedReport]) -> Iterator[Finding]:
    """The same file at two places of the agenda."""
    seen: dict[str, list[CheckedReport]] = {}
    for checked in reports:
        for earlier in seen.setdefault(checked.prepared.fingerprint, []):
            if not set(earlier.prepared.chosen).isdisjoint(checked.prepared.chosen):
                where = earlier.place.removesuffix(": ") or "another item"
                at = "the same item" if earlier.item.id == checked.item.id else where
                yield checked.finding(
                    Severity.WARNING,
                    "report-twice",
                    f"has the same content as {earlier.called} at {at}",
                    "Take one of them off, or attach the file that was meant.",
                )
                break
        seen[checked.prepared.fingerprint].append(checked)


def _chosen(pages: Iterable[int], checked: CheckedReport) -> list[int]:
    return [page for page in pages if page in checked.prepared.chosen]


def _slides(numbers: tuple[int, ...]) -> str:
    return listed_pages(numbers).replace("page", "slide", 1)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
