"""The way in for PDF files: opened once, refused or looked at, and cleaned where it cannot be trusted as it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import pikepdf.settings

from agendabuilder.reports.intake.working_copy import working_copy
from agendabuilder.reports.margin_ink import PageLook
from agendabuilder.reports.pdf import inspect_pdf
from agendabuilder.reports.pdf.bookmarks import read_bookmarks
from agendabuilder.reports.pdf.clean import pages_have_attachments, take_out_actions_and_attachments
from agendabuilder.reports.pdf.heavy_pages import heavy_pages
from agendabuilder.reports.pdf.page_box import PageBox, is_plain, write_plainly
from agendabuilder.reports.pdf.page_packing import unpack_pages
from agendabuilder.reports.prepared import FileFacts, PageFacts, Trait
from agendabuilder.reports.refused import PasswordNeeded, ReportRefused

pikepdf.settings.set_qpdf_limits(flate_max_memory=500_000_000, run_length_max_memory=500_000_000)
"""No file can make the program unpack more than so many bytes in one go."""

_ASK_AGAIN = "Ask the author for the file again, or open it, print it to a new PDF, and use that."


def take_in_pdf(source: Path, clean_place: Path, called: str, password: bytes = b"") -> FileFacts:
    """Find out what a PDF is; write a cleaned copy to `clean_place` when the file itself cannot be trusted.

    `called` names the file in sentences ("the file “budget.pdf”"). What was opened with a password always gets a
    copy without it. Raises `PasswordNeeded` when the password does not open it, `ReportRefused` for a file that
    cannot be used, `FolderError` when the copy cannot be written, OSError when the file cannot be read.
    """
    from agendabuilder.reports.pdf.margin_scan import look_at_pages  # PDFium is loaded only where a file is new

    with _opened(source, called, password) as pdf:
        inspect_pdf.refuse_unusable(pdf, called)
        boxes = inspect_pdf.page_boxes(pdf, called)
        inspect_pdf.refuse_endless_page(pdf, called)
        bookmarks = read_bookmarks(pdf)
        tagged, language = inspect_pdf.is_tagged(pdf), inspect_pdf.language(pdf)
        traits = inspect_pdf.traits(pdf)
        heavy = heavy_pages(pdf)
        if password and Trait.RESTRICTED in traits:
            traits[traits.index(Trait.RESTRICTED)] = Trait.UNLOCKED
        if damage := inspect_pdf.damage(pdf):
            traits.insert(0, Trait.REPAIRED)
            _refuse_lost_pages(inspect_pdf.lost_pages(pdf, damage), called)
        unpacked = unpack_pages(pdf, called)
        if unpacked.is_cut_off and Trait.REPAIRED not in traits:
            traits.insert(0, Trait.REPAIRED)
        unpacked.put_in_place(pdf)
        clean_bytes = _write_clean(pdf, clean_place) if unpacked.contents or _needs_cleaning(pdf, traits) else 0
    looks = look_at_pages(clean_place if clean_bytes else source, boxes, heavy)
    return FileFacts(_page_facts(boxes, looks), bookmarks, tagged, language, tuple(traits), clean_bytes)


@contextmanager
def _opened(source: Path, called: str, password: bytes) -> Iterator[pikepdf.Pdf]:
    """The opened file; what goes wrong while it is read, now or later, is the file's fault and refuses it."""
    try:
        with pikepdf.open(source, password=password) as pdf:
            yield pdf
    except pikepdf.PasswordError as error:
        raise PasswordNeeded(called, was_tried=bool(password)) from error
    except pikepdf.PikepdfError as error:
        raise _unreadable(str(error), called) from error


def _unreadable(reason: str, called: str) -> ReportRefused:
    if "encrypt" in reason:
        return ReportRefused(
            "report-protected",
            f"{called} is protected for certain readers only, and cannot be opened here",
            "Ask the author for a copy without protection.",
        )
    return ReportRefused("report-damaged", f"{called} is damaged and could not be repaired", _ASK_AGAIN)


def _refuse_lost_pages(lost: int, called: str) -> None:
    """A damaged file with pages missing would go into the pack incomplete."""
    if lost:
        pages = "1 of its pages" if lost == 1 else f"{lost} of its pages"
        raise ReportRefused("report-pages-lost", f"{called} is damaged: {pages} could not be read", _ASK_AGAIN)


def _needs_cleaning(pdf: pikepdf.Pdf, traits: list[Trait]) -> bool:
    """What hangs in the document but on no page is never copied, and needs no cleaned copy."""
    if Trait.ATTACHMENTS in traits and pages_have_attachments(pdf):
        return True
    if any(trait in traits for trait in (Trait.REPAIRED, Trait.RESTRICTED, Trait.UNLOCKED, Trait.ACTIONS)):
        return True
    return not all(map(is_plain, pdf.pages))


def _write_clean(pdf: pikepdf.Pdf, place: Path) -> int:
    """Write the PDF without protection, damage, scripts, attachments and odd boxes; return the size of the copy."""
    take_out_actions_and_attachments(pdf)
    for page in pdf.pages:
        if not is_plain(page):
            write_plainly(page)
    with working_copy(place) as aside:
        pdf.save(aside, encryption=False, deterministic_id=True)
        return aside.stat().st_size


def _page_facts(boxes: list[PageBox], looks: list[PageLook]) -> tuple[PageFacts, ...]:
    return tuple(
        PageFacts(box.width, box.height, box.rotation, ink, is_picture)
        for box, (ink, is_picture) in zip(boxes, looks, strict=True)
    )
