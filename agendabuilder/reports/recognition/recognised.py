"""What a program that recognises text is given of a report, and what is taken of that which it gives back.

It may turn a page to read it, and refuses a file with a signature or a password. None of this is to show in the copy:
its pages lie as they lay, the mark of a signature stays, and what was locked is locked with the same password. The text
is tagged where the report is.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_urlsafe

import pikepdf
import pypdfium2

from agendabuilder.errors import TextNotRecognisedError
from agendabuilder.reports.pdf import pdf_values
from agendabuilder.reports.pdf.page_box import page_box
from agendabuilder.reports.pdf.password import spellings
from agendabuilder.reports.pdf.pdfium_lock import PDFIUM
from agendabuilder.reports.recognition.recognised_tags import tag_recognised_text

_AS_IT_WAS = "The report is as it was. Ask its author for the original document."


def page_count(path: Path) -> int:
    """How many pages a PDF has; 0 when it cannot be read."""
    try:
        with pikepdf.open(path) as pdf:
            return len(pdf.pages)
    except pikepdf.PikepdfError:
        return 0


def given_scan(source: Path, place: Path) -> Path:
    """The file to give: the report, or, where that says that it is signed, a copy in `place` that does not."""
    with pikepdf.open(source) as pdf:
        form = pdf_values.dictionary(pdf.Root, "/AcroForm")
        if form is None or "/SigFlags" not in form:
            return source
        del form["/SigFlags"]
        given = place / "given.pdf"
        pdf.save(given)
    return given


def take_back(source: Path, made: Path, out: Path) -> None:
    """Write what was made of a report to `out`. Raises `TextNotRecognisedError` when it is of no use."""
    if page_count(made) != page_count(source):
        raise TextNotRecognisedError(
            "The text of the scan could not be recognised: what came out has not the same pages.", _AS_IT_WAS
        )
    if not _has_more_letters(made, source):
        raise TextNotRecognisedError(
            "No words were found on the scanned pages.",
            "The report is as it was. Turn pages that lie on their side; or ask its author for the original document.",
        )
    with pikepdf.open(source) as old, pikepdf.open(made) as new:
        for page, was in zip(new.pages, old.pages, strict=True):
            page.obj["/Rotate"] = page_box(was).rotation
        _mark_as_signed(old, new)
        tag_recognised_text(new)
        new.save(out)


def lock_like(original: Path, copy: Path, passwords: Sequence[str]) -> None:
    """Lock a copy as the original is, with that of the passwords which opens it; what is not locked stays so.

    Raises `TextNotRecognisedError` when none of them opens the original.
    """
    for password in ("", *passwords):
        for spelling in spellings(password):
            with suppress(pikepdf.PasswordError), pikepdf.open(original, password=spelling) as pdf:
                if pdf.is_encrypted:
                    _lock(copy, password, pdf.allow)
                return
    raise TextNotRecognisedError("The copy with the text could not be locked as the report is.", _AS_IT_WAS)


def _lock(copy: Path, password: str, allowed: pikepdf.Permissions) -> None:
    """Where no password is needed to read, nobody gets to know the one that lifts the restrictions.

    `R=6` is AES with 256 bits (ISO 32000-2, 7.6.4).
    """
    owner = password or token_urlsafe()
    with pikepdf.open(copy, allow_overwriting_input=True) as pdf:
        pdf.save(encryption=pikepdf.Encryption(user=password, owner=owner, R=6, allow=allowed))


def _mark_as_signed(old: pikepdf.Pdf, new: pikepdf.Pdf) -> None:
    form, copied = (pdf_values.dictionary(pdf.Root, "/AcroForm") for pdf in (old, new))
    if form is not None and copied is not None and "/SigFlags" in form:
        copied["/SigFlags"] = form["/SigFlags"]


def _has_more_letters(made: Path, source: Path) -> bool:
    """Whether a page of the one has more letters than the other's; what PDFium cannot open is given the benefit."""
    try:
        with _opened(made) as after, _opened(source) as before:
            return any(_letters(after, index) > _letters(before, index) for index in range(len(after)))
    except pypdfium2.PdfiumError:
        return True


@contextmanager
def _opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """PDFium's lock is held a page at a time, so that the window can draw meanwhile."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(path)
    try:
        yield document
    finally:
        with PDFIUM:
            document.close()


def _letters(document: pypdfium2.PdfDocument, index: int) -> int:
    with PDFIUM:
        page = document[index]
        words = page.get_textpage()
        try:
            return sum(letter.isalnum() for letter in words.get_text_range())
        finally:
            words.close()
            page.close()
