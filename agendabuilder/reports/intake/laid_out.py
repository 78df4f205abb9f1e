"""Follows the clerk's wishes for a report's pages: turned, or fitted to A4, in a copy; the file itself stays as it is.

The copy is kept like a cleaned one, under the file's key and the wishes, and is looked at anew: its margins, its
bookmarks and its page sizes are its own.
"""

from dataclasses import replace
from pathlib import Path

import pikepdf

from agendabuilder.reports.intake.pdf_file import take_in_pdf
from agendabuilder.reports.intake.take_in import TakenIn
from agendabuilder.reports.intake.working_copy import working_copy
from agendabuilder.reports.pdf.page_box import page_box
from agendabuilder.reports.pdf.page_fit import fit_pages_to_a4
from agendabuilder.reports.prepared import FileFacts

_FORM = 2
"""Raise it with every change of what such a copy is."""


def laid_out(taken: TakenIn, turn: int, fit_to_a4: bool, called: str) -> tuple[TakenIn, str]:
    """The file with its pages turned clockwise by `turn` degrees and then, if wished, scaled onto A4.

    Also returns what was done, in words for a list. Raises `FolderError` when the copy cannot be written.
    """
    turn %= 360
    key = f"{taken.key}-{_FORM}-turned-{turn}{'-a4' if fit_to_a4 else ''}"
    facts = taken.cache.facts(key)
    if facts is None:
        facts = _lay_out(taken, turn, fit_to_a4, taken.cache.clean_place(key), called)
        taken.cache.keep(key, facts)
    done = ", ".join((*([f"turned by {turn}°"] if turn else []), *(["fitted to A4"] if fit_to_a4 else [])))
    return replace(taken, path=taken.cache.clean_place(key), facts=facts, key=key), done


def _lay_out(taken: TakenIn, turn: int, fit_to_a4: bool, place: Path, called: str) -> FileFacts:
    with pikepdf.open(taken.path) as pdf:
        if turn:
            _turn_pages(pdf, turn)
        if fit_to_a4:
            fit_pages_to_a4(pdf)
        size = _save(pdf, place)
    made = take_in_pdf(place, place, called)
    return replace(taken.facts, pages=made.pages, bookmarks=made.bookmarks, clean_bytes=made.clean_bytes or size)


def _turn_pages(pdf: pikepdf.Pdf, turn: int) -> None:
    """Each page once, also one that stands in the file twice."""
    turned = {page.obj.objgen: (page_box(page).rotation + turn) % 360 for page in pdf.pages}
    for page in pdf.pages:
        page.obj["/Rotate"] = turned[page.obj.objgen]


def _save(pdf: pikepdf.Pdf, place: Path) -> int:
    with working_copy(place) as aside:
        pdf.save(aside, deterministic_id=True)
        return aside.stat().st_size
