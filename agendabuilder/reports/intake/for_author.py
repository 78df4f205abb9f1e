"""What the clerk can ask of a report's author, by the code of the finding: a sentence that can be sent as it stands."""

_AS_PDF = "Please save it as a PDF in the program it was made with, and send that."
_AGAIN = "Please send the file again."

REQUESTS = {
    "report-empty": _AGAIN,
    "report-not-pdf": _AS_PDF,
    "report-needs-converter": _AS_PDF,
    "report-not-converted": _AS_PDF,
    "report-password": "Please send the password, or a copy that opens without one.",
    "report-locked-office": "Please send a copy that is not locked, or a PDF of it.",
    "report-protected": "Please send a copy that everybody can open.",
    "report-damaged": "Please save or export it once more, make sure that it opens, and send it again.",
    "report-pages-lost": "Please save or export it once more, make sure that all pages are there, and send it again.",
    "report-no-pages": _AGAIN,
    "report-portfolio": "Please send the files inside it one by one, as PDFs.",
    "report-form-only": "Please open it in Adobe Acrobat or Reader, print it to a PDF, and send that.",
    "report-page-size": "Please print it to a new PDF on A4, and send that.",
    "report-page-endless": "Please put a picture in the place of the drawing on that page, and send it again.",
    "report-page-unreadable": "Please export it once more, make sure that the page is whole, and send it again.",
    "report-repaired": "Please save or export it once more, make sure that it opens, and send it again.",
    "report-restricted": "Please confirm that it may be published, and printed and copied from.",
    "report-unlocked": "Please confirm that it may be published without its password.",
    "report-signed": "Please confirm that it may be published with page numbers, which end the signature.",
    "report-actions": "Please send a copy without scripts, or confirm that its pages are complete without them.",
    "report-attachments": "Please send the files inside it as reports of their own, if the meeting needs them.",
    "report-hidden-layers": "Please send a copy without hidden layers, or confirm that all may be published.",
    "report-tracked-changes": "Please accept or reject all tracked changes, and send it again.",
    "report-email-attachments": "Please send the files attached to it as reports of their own, if needed.",
    "report-scan": "Please send the original document, or a PDF whose text has been recognised (OCR).",
    "report-not-tagged": "Please save it as a PDF with “Document structure tags for accessibility” switched on, "
    "and send it again.",
    "report-draft-conversion": _AS_PDF,
    "report-stopgap": _AS_PDF,
    "report-words-lost": _AS_PDF,
    "report-words-overprinted": _AS_PDF,
    "report-parts-redrawn": _AS_PDF,
    "report-pictures-lost": _AS_PDF,
    "report-not-a4": "Please send it with pages of A4, or confirm that it can be read when made smaller.",
}
"""What to ask for, by code; codes that are not here are the clerk's own matter."""


def for_author(code: str, sentence: str) -> str:
    """What is the matter and what to do, for the author; empty where the matter is the clerk's own."""
    request = REQUESTS.get(code, "")
    return f"{sentence} {request}" if request else ""
