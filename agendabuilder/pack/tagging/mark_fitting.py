"""Compares the words that a report's structure claims with the marks in its pages: either they fit, or it is broken.

A claim to words that are not there is taken out, for it says nothing; its element stays, for it may be an empty cell.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from agendabuilder.pack.content.page_content import PageContent
from agendabuilder.pack.content.page_marks import Marks, found_marks, read_marks
from agendabuilder.pack.tagging.tag_kids import ObjectKey, kids_of
from agendabuilder.pack.tagging.tag_reading import BrokenTagsError, ReportTree
from agendabuilder.reports.pdf import pdf_values


def fit_marks(tree: ReportTree, pages: Iterable[tuple[ObjectKey, Dictionary, PageContent]]) -> None:
    """Make the claims of a structure fit its pages, and its drawings that hold marks of their own.

    Each page comes with its number in the report, as it is in the body, and with its content. Raises
    `BrokenTagsError` when there are words that the structure does not claim, or that cannot be told apart.
    """
    for key, page, content in pages:
        resources = pdf_values.resources(page)
        found = None if content.balance.string_open else found_marks(content.decoded, resources)
        if found != tree.marks[key].keys():
            _fit(tree, key, read_marks(content.decoded, resources))
    for key, stream in tree.streams.items():
        try:
            decoded = stream.read_bytes()
        except pikepdf.PdfError as problem:
            raise BrokenTagsError("a drawing in it cannot be read") from problem
        _fit(tree, key, read_marks(decoded, pdf_values.dictionary(stream, "/Resources")))
    if not any(tree.marks.values()):
        raise BrokenTagsError("its structure says nothing of these pages")


def _fit(tree: ReportTree, holder: ObjectKey, there: Marks) -> None:
    claimed = tree.marks[holder]
    if not there.is_readable:
        raise BrokenTagsError("one of its pages cannot be read")
    if not there.counts.keys() <= claimed.keys():  # an odd number is claimed by nobody
        raise BrokenTagsError("its structure does not name all words of its pages")
    if any(count > 1 for count in there.counts.values()):
        raise BrokenTagsError("the same number is on different words of a page")
    _forget(tree, holder, claimed.keys() - there.counts.keys())


def _forget(tree: ReportTree, holder: ObjectKey, numbers: Collection[int]) -> None:
    """Take the claims to these marks out of the elements."""
    by_element: defaultdict[ObjectKey, set[int]] = defaultdict(set)
    for number in numbers:
        by_element[tree.marks[holder].pop(number)].add(number)
    for key, gone in by_element.items():
        element, claims = tree.element(key), {(holder, number) for number in gone}
        element.K = Array([kid for kid in kids_of(element) if _claim(kid, element, tree.streams) not in claims])


def _claim(kid: object, element: Dictionary, streams: Mapping[ObjectKey, Stream]) -> tuple[ObjectKey, int] | None:
    """The page or drawing, and the number of the mark, that a kid of an element claims."""
    page = pdf_values.dictionary(element, "/Pg")
    if type(kid) is int:
        return (page.objgen, kid) if page is not None else None
    if not isinstance(kid, Dictionary) or Name.MCID not in kid:
        return None
    stream = kid.get(Name.Stm)
    if isinstance(stream, Stream) and stream.objgen in streams:
        return stream.objgen, int(kid.MCID)
    page = pdf_values.dictionary(kid, "/Pg") or page
    return (page.objgen, int(kid.MCID)) if page is not None else None
