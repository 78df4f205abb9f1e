"""Comments and mark-up in reports: what readers wrote onto the pages, which the public pack goes without.

Links, form fields and stamps stay, and so does mark-up that covers what is under it: without it, words would come
into sight that somebody meant to hide. Of what stays, what its author said about it goes.
"""

from decimal import Decimal

from pikepdf import Array, Dictionary, Pdf

from agendabuilder.reports.pdf import pdf_values

_MARK_UP = frozenset(
    (
        "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
        "/Squiggly", "/StrikeOut", "/Caret", "/Ink", "/Redact", "/Popup",
    )
)  # fmt: skip
"""The kinds of mark-up annotations (PDF 32000-1, table 169), and the windows that show their words."""

_COVERS = ("/Square", "/Circle", "/Polygon", "/Highlight", "/FreeText", "/Ink", "/Line", "/Redact")
_COLOURS = ("/IC", "/C")
_DARK = 0.35
"""Of 1: how light a colour that covers may be at most."""

_ABOUT_IT = ("/Contents", "/T", "/RC", "/Subj", "/Popup", "/IRT", "/NM")


def leave_comments_out(report: Pdf) -> None:
    """Take comments and mark-up off the pages of an opened report that is never saved itself."""
    for page in report.pages:
        annotations = list(pdf_values.dictionaries(page.obj, "/Annots"))
        kept = [each for each in annotations if _stays(each)]
        for annotation in kept:
            if pdf_values.name(annotation, "/Subtype") in ("/Stamp", *_COVERS):
                _quieten(annotation)
        if annotations:
            page.obj["/Annots"] = Array(kept)


def _stays(annotation: Dictionary) -> bool:
    kind = pdf_values.name(annotation, "/Subtype")
    return kind not in _MARK_UP or (kind in _COVERS and any(_is_dark(annotation, key) for key in _COLOURS))


def _is_dark(annotation: Dictionary, key: str) -> bool:
    """Whether a colour is dark (PDF 32000-1, table 164): one number is a grey, three are RGB, four are CMYK."""
    parts = [float(part) for part in pdf_values.parts(annotation, key) if isinstance(part, (int, float, Decimal))]
    if len(parts) == len(("cyan", "magenta", "yellow", "black")):
        *inks, black = parts
        return all(1 - min(1, ink + black) <= _DARK for ink in inks)
    return bool(parts) and max(parts) <= _DARK


def _quieten(annotation: Dictionary) -> None:
    for key in _ABOUT_IT:
        if key in annotation:
            del annotation[key]
