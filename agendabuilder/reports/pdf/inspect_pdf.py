"""Looks at an opened PDF once, lazily: page boxes, traits, language, tags. No page's content is read here."""

import re

import pikepdf

from agendabuilder.reports.pdf import pdf_values
from agendabuilder.reports.pdf.clean import has_actions, has_attachments
from agendabuilder.reports.pdf.form import is_dynamic_form, is_signed
from agendabuilder.reports.pdf.heavy_pages import content_streams, endless_page
from agendabuilder.reports.pdf.page_box import PageBox, page_box
from agendabuilder.reports.prepared import Trait
from agendabuilder.reports.refused import ReportRefused

_SMALLEST, _LARGEST = 3, 14_400
"""The sides of a page that viewers can show, in its own units (ISO 32000-1, annex C.2)."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_CUT_OFF = ("find startxref", "unable to find trailer", "EOF", "endstream", "parse error")
_DAMAGE = (
    "damaged", "reconstruct", "recover", "unable to find", "not found", "expected endstream", "unexpected",
    "non-dictionary object",
)  # fmt: skip


def refuse_unusable(pdf: pikepdf.Pdf, called: str) -> None:
    """Raise `ReportRefused` for a sound PDF that has no pages fit to be printed. `called` names the file."""
    if is_dynamic_form(pdf):
        raise ReportRefused(
            "report-form-only",
            f"{called} is a form that only Adobe software can show; its pages hold nothing but a notice",
            "Open it in Adobe Acrobat or Reader, print it to a PDF, and use that.",
        )
    if "/Collection" in pdf.Root and has_attachments(pdf):
        raise ReportRefused(
            "report-portfolio",
            f"{called} is a portfolio: a cover page with other files inside",
            "Open it in Adobe Acrobat or Reader, save the files inside one by one, and attach those.",
        )
    if len(pdf.pages) == 0:
        raise ReportRefused(
            "report-no-pages", f"{called} has no pages", "Ask the author for the file again, or leave the report out."
        )


def refuse_endless_page(pdf: pikepdf.Pdf, called: str) -> None:
    """Raise `ReportRefused` for a file that is small and unpacks without end."""
    if number := endless_page(pdf):
        raise ReportRefused(
            "report-page-endless",
            f"page {number} of {called} unpacks to more than viewers can show (70 megabytes of drawing)",
            "Ask the author to put a picture in the place of the drawing.",
        )


def page_boxes(pdf: pikepdf.Pdf, called: str) -> list[PageBox]:
    """What is seen of each page. Raises `ReportRefused` for a page that no viewer can show."""
    boxes = [page_box(page) for page in pdf.pages]
    for number, box in enumerate(boxes, start=1):
        sides = (box.right - box.left, box.top - box.bottom)
        if min(sides) < _SMALLEST or max(sides) > _LARGEST:
            size = "no size" if min(sides) < _SMALLEST else "a size that viewers cannot show"
            raise ReportRefused(
                "report-page-size",
                f"page {number} of {called} has {size} ({sides[0]:.0f} by {sides[1]:.0f} points)",
                "Print the file to a new PDF on A4, and use that.",
            )
    return boxes


def traits(pdf: pikepdf.Pdf) -> list[Trait]:
    """What the clerk may want to know of the file, apart from its pages."""
    checks = (
        (Trait.RESTRICTED, pdf.is_encrypted),
        (Trait.SIGNED, is_signed(pdf)),
        (Trait.ACTIONS, has_actions(pdf)),
        (Trait.ATTACHMENTS, has_attachments(pdf)),
        (Trait.HIDDEN_LAYERS, _has_hidden_layers(pdf)),
    )
    return [trait for trait, found in checks if found]


def damage(pdf: pikepdf.Pdf) -> list[str]:
    """What qpdf had to mend, in its own words; empty for a sound file.

    To be asked once, after everything else: damage shows only as the file is read, and qpdf says it once.
    """
    warnings = [str(warning) for warning in pdf.get_warnings()]
    return warnings if any(sign in warning for sign in _DAMAGE for warning in warnings) else []


def is_tagged(pdf: pikepdf.Pdf) -> bool:
    """Whether the file has a structure for screen readers and says that it can be relied on."""
    marks = pdf_values.dictionary(pdf.Root, "/MarkInfo")
    tree = pdf_values.dictionary(pdf.Root, "/StructTreeRoot")
    return tree is not None and pdf_values.is_true(marks, "/Marked")


def language(pdf: pikepdf.Pdf) -> str:
    """The language that the file names, such as "en-GB" or "cy"; empty when it names none."""
    named = pdf_values.text(pdf.Root, "/Lang").strip()
    return named if _LANGUAGE.fullmatch(named) else ""


def _has_hidden_layers(pdf: pikepdf.Pdf) -> bool:
    layers = pdf_values.dictionary(pdf_values.dictionary(pdf.Root, "/OCProperties"), "/D")
    return pdf_values.name(layers, "/BaseState") == "/OFF" or any(pdf_values.dictionaries(layers, "/OFF"))


def lost_pages(pdf: pikepdf.Pdf, warnings: list[str]) -> int:
    """How many pages of a damaged file are gone, or have lost what they print.

    qpdf passes over a page that it cannot find, and reads contents that it cannot find as nothing; in a file
    that was cut off, a page that prints nothing is therefore taken for a lost one.
    """
    gone = sum("non-dictionary object" in warning for warning in warnings)
    if not any(sign in warning for sign in _CUT_OFF for warning in warnings):
        return gone
    return gone + sum(not any(stream.read_raw_bytes() for stream in content_streams(page)) for page in pdf.pages)
