"""The way in for e-mails: head, text, and a list of what hangs on it, on plain pages.

What is attached does not go into the pack with it; the clerk is told, and the page says so as well.
"""

from contextlib import suppress

from reportlab.platypus.doctemplate import LayoutError

from agendabuilder.reports.conversion import Conversion, NotConvertedError, Unshown
from agendabuilder.reports.own_pages.html_flow import html_flow
from agendabuilder.reports.own_pages.letter import Letter, UnreadableLetterError, read_letter
from agendabuilder.reports.own_pages.text import plain_flow
from agendabuilder.reports.own_pages.text_pages import Piece, TextPages


class EmailWay:
    """E-mails as most programs save them (.eml), and as Outlook does (.msg)."""

    by = ""
    version = "email-2"
    is_draft = False

    def convert(self, work: Conversion) -> Unshown:
        """Set the e-mail on pages. Raises `NotConvertedError` for one without anything to read."""
        try:
            letter = read_letter(work.source)
        except UnreadableLetterError as problem:
            raise NotConvertedError(str(problem)) from problem
        for with_tables in (True, False):  # a row that is taller than a page is set as text
            pages = TextPages(work.go_on)
            with suppress(LayoutError):
                pages.save(work.out, _flow(pages, letter, with_tables), letter.subject or work.source.stem)
                return Unshown(words=tuple(pages.lost), attached=letter.attached)
        raise NotConvertedError("a part of it does not fit on a page")


def _flow(pages: TextPages, letter: Letter, with_tables: bool) -> list[Piece]:
    flow = [pages.heading(pages.words(letter.subject or "E-mail without a subject"), 1)]
    flow += [pages.paragraph(f"<b>{name}:</b> {pages.words(value)}", gap=2) for name, value in letter.head]
    flow.append(pages.rule())
    flow += html_flow(pages, letter.text, with_tables) if letter.is_html else plain_flow(pages, letter.text)
    if letter.attached:
        flow += [pages.rule(), pages.heading("Attached to this e-mail, and not shown here", 2)]
        flow += [pages.paragraph(pages.words(name), 1, "•", gap=2) for name in letter.attached]
    return flow
