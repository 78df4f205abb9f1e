"""Takes out of a PDF what may not travel in a pack: scripts, launched programs, files hung on its pages.

What a pack never copies (the document's own scripts and file list) is taken out as well, so that a cleaned
copy is clean by itself.
"""

from collections.abc import Iterator

import pikepdf
from pikepdf.sanitize import Sanitizer

from agendabuilder.reports.pdf import pdf_values
from agendabuilder.reports.pdf.form import form_fields

_UNWANTED_ACTIONS = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/Movie", "/Sound", "/RichMediaExecute"}
)


def has_actions(pdf: pikepdf.Pdf) -> bool:
    """Whether anything in the file acts by itself, runs a script, starts a program or sends the form away."""
    root = pdf.Root
    scripts = pdf_values.dictionary(root, "/Names")
    if "/AA" in root or _is_unwanted(root, "/OpenAction") or (scripts is not None and "/JavaScript" in scripts):
        return True
    if any("/AA" in page.obj for page in pdf.pages):
        return True
    return any("/AA" in part or _is_unwanted(part, "/A") for part in _acting_parts(pdf))


def has_attachments(pdf: pikepdf.Pdf) -> bool:
    """Whether other files are attached inside this one."""
    files = pdf_values.dictionary(pdf_values.dictionary(pdf.Root, "/Names"), "/EmbeddedFiles")
    listed = pdf_values.parts(files, "/Names") or pdf_values.parts(files, "/Kids")
    return bool(listed) or pages_have_attachments(pdf)


def pages_have_attachments(pdf: pikepdf.Pdf) -> bool:
    """Whether files hang on pages, so that they would be copied with them."""
    if any("/AF" in page.obj for page in pdf.pages):
        return True
    return any(_is_attachment(annotation) for annotation in _annotations(pdf))


def take_out_actions_and_attachments(pdf: pikepdf.Pdf) -> None:
    """Remove them from the opened file; pages, links, comments and filled forms stay as they are."""
    _drop(pdf.Root, "/AA", "/OpenAction")
    for part in _acting_parts(pdf):
        _drop(part, "/AA", *(["/A"] if _is_unwanted(part, "/A") else []))
    for page in pdf.pages:
        _drop(page.obj, "/AA", "/AF")
        if any(_is_attachment(annotation) for annotation in pdf_values.dictionaries(page.obj, "/Annots")):
            kept = [note for note in pdf_values.dictionaries(page.obj, "/Annots") if not _is_attachment(note)]
            page.obj["/Annots"] = pikepdf.Array(kept)
    Sanitizer().remove_javascript().remove_attachments().apply(pdf)


def _acting_parts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    yield from _annotations(pdf)
    yield from form_fields(pdf)


def _annotations(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    for page in pdf.pages:
        yield from pdf_values.dictionaries(page.obj, "/Annots")


def _is_unwanted(holder: pikepdf.Object, key: str) -> bool:
    """Whether the action under `key`, or one that follows it, is of an unwanted kind."""
    action = pdf_values.dictionary(holder, key)
    if action is None:
        return False
    return pdf_values.name(action, "/S") in _UNWANTED_ACTIONS or "/Next" in action


def _is_attachment(annotation: pikepdf.Dictionary) -> bool:
    return pdf_values.name(annotation, "/Subtype") == "/FileAttachment"


def _drop(holder: pikepdf.Object, *keys: str) -> None:
    for key in keys:
        if key in holder:
            del holder[key]
