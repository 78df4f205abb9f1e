"""Tags for the pages that we draw ourselves: what a screen reader reads of a text, an e-mail, a table, a picture.

The tree is made while the pieces are, in the order of reading; its elements learn where they were drawn, and the tree
is written into the finished PDF last.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from agendabuilder.reports.pdf import pdf_values

LANGUAGE = "en-GB"
"""What is assumed of a text that does not say."""


@dataclass(slots=True)
class Tag:
    """An element of a standard type (`P`, `H1`, `TH` …); `marks` say where it was drawn: page from 0, and MCID.

    A figure has a `box`: left, bottom, right, top in points.
    """

    role: str
    kids: list["Tag"] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    box: tuple[float, ...] = ()

    def add(self, role: str) -> "Tag":
        """A new last child."""
        self.kids.append(Tag(role))
        return self.kids[-1]


def write_tags(pdf: Pdf, document: Tag, title: str, language: str = LANGUAGE) -> None:
    """Write the tree under `document`, the document's title and its language. Elements without content are left out.

    A link on a page becomes an element after all others, described by its address.
    """
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pages = [page.obj for page in pdf.pages]
    parents: list[dict[int, Object]] = [{} for _ in pages]
    top = _written(pdf, document, root, pages, parents)
    entries: list[Object] = []
    for page, marks in zip(pages, parents, strict=True):
        page["/StructParents"], page["/Tabs"] = len(entries), Name.S
        entries.append(pdf.make_indirect(Array([marks[number] for number in range(len(marks))])))
    for page in pages:
        for link in pdf_values.dictionaries(page, "/Annots"):
            top["/K"].append(_link(pdf, link, page, top, entries))
    numbers = Array([part for entry in enumerate(entries) for part in entry])
    root["/K"] = top
    root["/ParentTree"] = pdf.make_indirect(Dictionary(Nums=numbers))
    root["/ParentTreeNextKey"] = len(entries)
    pdf.Root["/StructTreeRoot"] = root
    _describe(pdf, title, language)


def tag_file(path: Path, document: Tag, title: str) -> None:
    """The same for a file, which is written anew. Raises OSError."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        write_tags(pdf, document, title)
        pdf.save(path, deterministic_id=True)


def _describe(pdf: Pdf, title: str, language: str) -> None:
    """What the document says of itself; no dates, so that the same file gives the same bytes."""
    pdf.Root["/MarkInfo"] = Dictionary(Marked=True)
    pdf.Root["/Lang"] = String(language)
    pdf.Root["/ViewerPreferences"] = Dictionary(DisplayDocTitle=True)
    pdf.trailer["/Info"] = pdf.make_indirect(Dictionary(Title=String(title)))
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title


def _written(
    pdf: Pdf, tag: Tag, parent: Object, pages: Sequence[Object], parents: Sequence[dict[int, Object]]
) -> Dictionary:
    """An element and all that is under it and has content."""
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{tag.role}"), P=parent, K=Array()))
    for number, mark in tag.marks:
        element["/K"].append(Dictionary(Type=Name.MCR, Pg=pages[number], MCID=mark))
        parents[number][mark] = element
    for kid in tag.kids:
        if _has_content(kid):
            element["/K"].append(_written(pdf, kid, element, pages, parents))
    if attributes := _ATTRIBUTES.get(tag.role):
        element["/A"] = Dictionary({key: Name(value) for key, value in attributes.items()})
    if tag.box:
        element["/A"]["/BBox"] = Array([round(place, 2) for place in tag.box])
    return element


_ATTRIBUTES: Mapping[str, Mapping[str, str]] = {
    "TH": {"/O": "/Table", "/Scope": "/Column"},
    "L": {"/O": "/List", "/ListNumbering": "/Decimal"},
    "Figure": {"/O": "/Layout", "/Placement": "/Block"},
}
"""What the standard asks of some types (ISO 14289-1, 7.5 and 7.6)."""


def _has_content(tag: Tag) -> bool:
    """A cell holds its place in the table, even when nothing stands in it."""
    return bool(tag.marks) or tag.role in ("TD", "TH") or any(map(_has_content, tag.kids))


def _link(pdf: Pdf, link: Dictionary, page: Object, top: Dictionary, entries: list[Object]) -> Dictionary:
    address = pdf_values.text(pdf_values.dictionary(link, "/A"), "/URI") or "Link"
    link["/Contents"] = String(address)
    link["/StructParent"] = len(entries)
    reference = Dictionary(Type=Name.OBJR, Pg=page, Obj=link)
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Link, P=top, K=Array([reference])))
    entries.append(element)
    return element
