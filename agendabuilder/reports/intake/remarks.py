"""Puts into words what was noticed about a prepared report that does not keep it out of the pack."""

from collections.abc import Iterator, Sequence

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.reports.intake.for_author import for_author
from agendabuilder.reports.pdf.page_fit import is_a4
from agendabuilder.reports.prepared import Origin, PreparedReport, Trait

_Remark = tuple[Severity, str, str, str]
"""Severity, code, what to say of the file, and what to do about it."""

_OF_TRAITS: dict[Trait, _Remark] = {
    Trait.REPAIRED: (
        Severity.WARNING,
        "report-repaired",
        "was damaged and has been repaired; something may be missing from its {pages}",
        "Look through its pages in the pack, and ask the author for the file again if in doubt.",
    ),
    Trait.RESTRICTED: (
        Severity.NOTE,
        "report-restricted",
        "has restrictions on printing or copying, which its pages in the pack do not have",
        "Make sure that the author agrees to publication.",
    ),
    Trait.UNLOCKED: (
        Severity.WARNING,
        "report-unlocked",
        "opens only with a password, but everybody can read its {pages} in the pack",
        "Make sure that the author agrees to that.",
    ),
    Trait.SIGNED: (
        Severity.WARNING,
        "report-signed",
        "has been signed electronically; page numbers change the pages, so the signature is not valid in the pack",
        "Publish the signed file beside the pack if the signature matters.",
    ),
    Trait.ACTIONS: (
        Severity.NOTE,
        "report-actions",
        "has scripts or commands in it; they are left out of the pack",
        "Check that its pages look right, above all if it is a form that calculates.",
    ),
    Trait.ATTACHMENTS: (
        Severity.WARNING,
        "report-attachments",
        "has other files attached inside it; they are left out of the pack",
        "If they are meant for the meeting, save them from the file and attach them as reports of their own.",
    ),
    Trait.HIDDEN_LAYERS: (
        Severity.WARNING,
        "report-hidden-layers",
        "has hidden layers: they stay hidden, but a reader of the pack can make them visible",
        "Ask the author whether everything in the file may be published, or print it to a new PDF and use that.",
    ),
    Trait.TRACKED_CHANGES: (
        Severity.WARNING,
        "report-tracked-changes",
        "has tracked changes that nobody has accepted or rejected; its {pages} may show the old wording and the new",
        "Ask the author to accept or reject them and send the file again.",
    ),
}

_MILLIMETRES = 25.4 / 72
_SIZES = {"A3": (297, 420), "A5": (148, 210), "Letter": (216, 279), "Legal": (216, 356)}
"""What sizes of paper are called, in millimetres."""

_NAMED = 8
"""How many lost words, or files, a sentence names."""


def remarks(report: PreparedReport, place: str, called: str, item_id: str, report_id: str) -> Iterator[Finding]:
    """The findings about one report. `place` is put before each sentence ("Item 7 “Budget”: ")."""
    for severity, code, words, advice in _remarks(report):
        pages = _count(report.source_pages)
        sentence = f"{place}{called} {words.replace('{pages}', pages)}."
        sentence = sentence[:1].upper() + sentence[1:]
        advice = advice.replace("{pages}", pages)
        yield Finding(severity, code, sentence, advice, item_id, report_id, for_author=for_author(code, sentence))


def _remarks(report: PreparedReport) -> Iterator[_Remark]:
    if report.origin:
        yield from _of_origin(report.origin)
    yield from (_OF_TRAITS[trait] for trait in report.traits)
    yield from _of_sizes(report)
    pictures = sum(page.is_picture for page in report.pages)
    if pictures:
        yield (
            Severity.NOTE,
            "report-scan",
            f"has {_count(pictures)} of pictures without text, such as a scan",
            "Such pages can be neither searched nor read aloud; ask the author for the original document.",
        )
    elif not report.tagged:
        yield (
            Severity.NOTE,
            "report-not-tagged",
            "has no tags for screen readers",
            "Ask the author to save it as a PDF with “Document structure tags for accessibility” switched on.",
        )


def _of_sizes(report: PreparedReport) -> Iterator[_Remark]:
    """Pages that a printer with A4 in it would cut or shrink."""
    others = [page for page in report.pages if not is_a4(page.width, page.height)]
    if others:
        across, up = (round(side * _MILLIMETRES) for side in (others[0].width, others[0].height))
        size = f"{across} by {up} mm{_named_size(across, up)}"
        some = _count(len(others)) if len(others) < len(report.pages) else "pages"
        yield (
            Severity.NOTE,
            "report-not-a4",
            f"has {some} that {'is' if some.startswith('1 ') else 'are'} not A4, such as one of {size}",
            "Switch on “Made smaller or larger to fit A4” for this report, if its print can still be read then.",
        )


def _named_size(across: int, up: int) -> str:
    return next(
        (
            f" ({name})"
            for name, sides in _SIZES.items()
            if all(abs(a - b) <= 2 for a, b in zip(sorted((across, up)), sides, strict=True))
        ),
        "",
    )


def _of_origin(origin: Origin) -> Iterator[_Remark]:
    if origin.is_draft and origin.failed:
        yield (
            Severity.WARNING,
            "report-stopgap",
            f"({origin.kind}) was made into pages by a draft conversion, which may look different from the original, "
            f"because {origin.failed}",
            "Try again; or look through its {pages}, or save it as a PDF in the program it was made with.",
        )
    elif origin.is_draft:
        yield (
            Severity.WARNING,
            "report-draft-conversion",
            f"({origin.kind}) was made into pages by a draft conversion, which may look different from the original",
            "Look through its {pages}; or install LibreOffice, or save it as a PDF in the program it was made with.",
        )
    if origin.overprinted:
        yield (
            Severity.WARNING,
            "report-words-overprinted",
            f"has words printed over other words in the pack, on its {_numbers(origin.overprinted)}",
            "Install LibreOffice, or save the file as a PDF in the program it was made with and attach that.",
        )
    if origin.parts:
        yield (
            Severity.WARNING,
            "report-parts-redrawn",
            f"has parts that a draft conversion may show wrongly or not at all: {'; '.join(origin.parts)}",
            "Compare them with the file; if one is not right, save the file as a PDF and attach that.",
        )
    if origin.lost:
        yield (
            Severity.WARNING,
            "report-words-lost",
            f"has words or numbers that do not show on its pages in the pack: {_some(origin.lost)}",
            "Compare its pages with the file; if something is missing, save the file as a PDF and attach that.",
        )
    if origin.lost_pictures:
        pictures = "a picture" if origin.lost_pictures == 1 else f"{origin.lost_pictures} pictures"
        yield (
            Severity.WARNING,
            "report-pictures-lost",
            f"has {pictures} more than its pages in the pack show",
            "Compare its pages with the file; if something is missing, save the file as a PDF and attach that.",
        )
    if origin.attached:
        yield (
            Severity.WARNING,
            "report-email-attachments",
            f"has other files attached to it, which are not in the pack: {_some(origin.attached)}",
            "If they are meant for the meeting, save them from the e-mail and attach them as reports of their own.",
        )


def _some(names: Sequence[str]) -> str:
    """The first few in quotation marks, and how many there are besides."""
    more = len(names) - _NAMED
    return ", ".join(f"“{name}”" for name in names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _numbers(pages: Sequence[int]) -> str:
    """ "page 3", "pages 3, 5 and 6", "pages 3, 5, 6 and 20 more"."""
    named = [str(page) for page in pages[:_NAMED]]
    last = f"{len(pages) - _NAMED} more" if len(pages) > _NAMED else named.pop() if len(named) > 1 else ""
    return f"page {named[0]}" if len(pages) == 1 else f"pages {', '.join(named)} and {last}"


def _count(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"
