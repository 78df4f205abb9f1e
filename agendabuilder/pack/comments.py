"""Comments and mark-up in reports: what readers wrote onto the pages, which the public pack goes without.

Links, form fields and stamps stay; of a stamp, what its author said about it goes.
"""

from pikepdf import Array, Dictionary, Pdf

from agendabuilder.reports import pdf_values

_MARK_UP = frozenset(
    (
        "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
        "/Squiggly", "/StrikeOut", "/Caret", "/Ink", "/Redact", "/Popup",
    )
)  # fmt: skip
"""The kinds of mark-up annotations (PDF 32000-1, table 169), and the windows that show their words."""

_ABOUT_A_STAMP = ("/Contents", "/T", "/RC", "/Subj", "/Popup", "/IRT", "/NM")


def leave_comments_out(report: Pdf) -> None:
    """Take comments and mark-up off the pages of an opened report that is never saved itself."""
    for page in report.pages:
        annotations = list(pdf_values.dictionaries(page.obj, "/Annots"))
        kept = [each for each in annotations if pdf_values.name(each, "/Subtype") not in _MARK_UP]
        for annotation in kept:
            if pdf_values.name(annotation, "/Subtype") == "/Stamp":
                _quieten(annotation)
        if annotations:
            page.obj["/Annots"] = Array(kept)


def _quieten(stamp: Dictionary) -> None:
    for key in _ABOUT_A_STAMP:
        if key in stamp:
            del stamp[key]
