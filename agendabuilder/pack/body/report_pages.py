"""Copies the chosen pages of one report into the pack, with their links, annotations, form values and layers.

The report's own tags come over afterwards (`run_tags.py`): nothing on a copied page points into a tag tree yet, so
that no page can be read out with another's words.
"""

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf

from agendabuilder.pack.body.layers import join_layers
from agendabuilder.pack.body.report_links import LinkTargets, tame_page
from agendabuilder.reports.pdf.bookmarks import named_destinations

_DEEPEST_FIELD = 30

ObjectKey = tuple[int, int]


def copy_report_pages(pack: Pdf, report: Pdf, chosen: Sequence[int], title: str) -> None:
    """Append the chosen pages (from 1) of an opened report to the pack; `title` names its layers.

    The report is changed in memory, must stay open until the pack is saved, and is never saved itself.
    """
    pages = [report.pages[number - 1].obj for number in chosen]
    targets = LinkTargets(named_destinations(report), pages, [page.obj for page in report.pages])
    for page in pages:
        tame_page(page, targets)
    if len(pages) < len(report.pages):
        _leave_fields_of_other_pages(report, pages)
    if report.acroform.exists:
        pack.add_pages_from(report, [number - 1 for number in chosen])
    else:
        for number in chosen:
            pack.pages.append(report.pages[number - 1])
    join_layers(pack, report, title)


def _leave_fields_of_other_pages(report: Pdf, pages: Sequence[Dictionary]) -> None:
    """Take the form fields out that stand on left-out pages only; copied whole, they would bring those pages along."""
    form = report.Root.get(Name.AcroForm)
    if not isinstance(form, Dictionary) or not isinstance(form.get(Name.Fields), Array):
        return
    widgets = {
        annotation.objgen
        for page in pages
        for annotation in (page.get(Name.Annots) or ())
        if isinstance(annotation, Dictionary)
    }
    form.Fields = _fields_on(form.Fields, widgets, 0)


def _fields_on(fields: Object, widgets: set[ObjectKey], depth: int) -> Array:
    return Array([field for field in list(fields) if isinstance(field, Dictionary) and _is_on(field, widgets, depth)])


def _is_on(field: Object, widgets: set[ObjectKey], depth: int) -> bool:
    """Whether a field has a widget on the chosen pages; its other kids are taken out of it."""
    kids = field.get(Name.Kids)
    if not isinstance(kids, Array) or depth > _DEEPEST_FIELD:
        return field.objgen in widgets
    field.Kids = _fields_on(kids, widgets, depth + 1)
    return len(field.Kids) > 0
