"""Writes the structure of the finished pack: what a screen reader reads, and the links of the front matter.

The structure is written last, onto pages that stand in their final places. Later, each report's own structure
can be joined under the same `Document`, which `attach_structure` returns.
"""

from collections.abc import Mapping, Sequence

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from agendabuilder.pack.front_matter import FrontMatter
from agendabuilder.pack.tags import Element, Leaf, Rect

_PRINTED = 4  # an annotation's flag
_KEPT_EMPTY = ("TD", "TH")  # cells hold their place in the table
_OWNERS = {
    "Scope": "Table",
    "ColSpan": "Table",
    "ListNumbering": "List",
    "Placement": "Layout",
}
_NAMES = ("Scope", "ListNumbering", "Placement")
_LEAF_LIMIT = 64  # entries in a leaf of the parent tree


def attach_structure(
    pdf: Pdf,
    front: FrontMatter,
    front_pages: Sequence[Page],
    blank_pages: Sequence[Page],
    targets: Mapping[str, Page],
    language: str = "en-GB",
    other_links: Sequence[tuple[Page, Dictionary]] = (),
) -> Dictionary:
    """Write the structure tree, the front matter's links and what the catalogue says of both.

    `front_pages` are the front matter's pages as they stand in `pdf`, `blank_pages` those whose wording is the
    paragraph with MCID 0. `targets` has the first page of each item and report by address (`item_address`,
    `report_address`); a link without one becomes plain text. `other_links` are links on further pages that
    are to be in the structure too, each with a /Contents. Returns the structure's Document element.
    """
    writer = _Writer(pdf, front_pages, targets)
    writer.write_front(front.structure)
    for page in blank_pages:
        writer.add_blank_page(page)
    for page, link in other_links:
        writer.add_link(page, link)
    writer.finish()
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String(language)
    preferences = pdf.Root.get(Name.ViewerPreferences, Dictionary())
    preferences.DisplayDocTitle = True
    pdf.Root.ViewerPreferences = preferences
    return writer.document


class _Writer:
    """One structure tree while it is written."""

    def __init__(self, pdf: Pdf, front_pages: Sequence[Page], targets: Mapping[str, Page]) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in front_pages]
        self._targets = targets
        self._parents: list[Object] = []
        self._by_mark: list[dict[int, Dictionary]] = [{} for _ in front_pages]
        self._root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.document = self._new("Document", self._root)

    def write_front(self, structure: Element) -> None:
        """The front matter's elements, then the pages' entries in the parent tree."""
        part = self._write(structure, self.document)
        if part is not None:
            self.document.K.append(part)
        for page, by_mark in zip(self._pages, self._by_mark, strict=True):
            parents = Array([by_mark[mark] for mark in range(len(by_mark))])
            page.StructParents = self._add_parent(self._pdf.make_indirect(parents))
            page.Tabs = Name.S

    def add_blank_page(self, page: Page) -> None:
        """A paragraph for the wording of a blank page."""
        paragraph = self._new("P", self.document)
        paragraph.K.append(self._mark(page.obj, 0))
        page.obj.StructParents = self._add_parent(self._pdf.make_indirect(Array([paragraph])))
        page.obj.Tabs = Name.S
        self.document.K.append(paragraph)

    def add_link(self, page: Page, annotation: Dictionary) -> None:
        """A link that stands on a page already."""
        element = self._new("Link", self.document)
        self._refer(element, page.obj, annotation)
        page.obj.Tabs = Name.S
        self.document.K.append(element)

    def finish(self) -> None:
        """Write the parent tree and hang the whole on the catalogue."""
        entries = list(enumerate(self._parents))
        leaves = []
        for start in range(0, len(entries), _LEAF_LIMIT):
            some = entries[start : start + _LEAF_LIMIT]
            numbers = Array([part for entry in some for part in entry])
            leaves.append(self._pdf.make_indirect(Dictionary(Limits=[some[0][0], some[-1][0]], Nums=numbers)))
        self._root.K = self.document
        self._root.ParentTree = self._pdf.make_indirect(Dictionary(Kids=Array(leaves)))
        self._root.ParentTreeNextKey = len(entries)
        self._pdf.Root.StructTreeRoot = self._root

    def _write(self, element: Element, parent: Dictionary) -> Dictionary | None:
        """An element with all under it; none when there is nothing in it."""
        written = self._new(element.role, parent)
        self._write_kids(element, written)
        if element.role == "Link":
            self._write_link(element, written)
        if not len(written.K):
            if element.role not in _KEPT_EMPTY:
                return None
            del written.K
        if element.alt:
            written.Alt = String(element.alt)
        if element.attributes:
            written.A = _attributes(element)
            if element.role == "Figure":
                written.A.BBox = _numbers(element.areas[0][1])
        return written

    def _write_kids(self, element: Element, written: Dictionary) -> None:
        for kid in element.kids:
            if isinstance(kid, Leaf):
                for page, mark in kid.marks:
                    self._by_mark[page][mark] = written
                    written.K.append(self._mark(self._pages[page], mark))
            elif kid.role == "Link" and self._leads_nowhere(kid):
                self._write_kids(kid, written)
            elif (child := self._write(kid, written)) is not None:
                written.K.append(child)

    def _leads_nowhere(self, link: Element) -> bool:
        return not link.areas or (link.address.startswith("pack:") and link.address not in self._targets)

    def _write_link(self, element: Element, written: Dictionary) -> None:
        """An annotation for each line of a link."""
        for page, area in element.areas:
            annotation = self._pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=_numbers(area),
                    Border=Array([0, 0, 0]),
                    F=_PRINTED,
                    Contents=String(element.contents),
                )
            )
            if element.address in self._targets:
                annotation.Dest = _top_of(self._targets[element.address])
            else:
                annotation.A = Dictionary(S=Name.URI, URI=String(element.address))
            others = self._pages[page].get(Name.Annots, Array())
            self._pages[page].Annots = Array([*others, annotation])
            self._refer(written, self._pages[page], annotation)

    def _refer(self, element: Dictionary, page: Object, annotation: Dictionary) -> None:
        """Tie an annotation to its element, both ways."""
        annotation.StructParent = self._add_parent(element)
        element.K.append(Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation))

    def _new(self, role: str, parent: Object) -> Dictionary:
        element = Dictionary(Type=Name.StructElem, S=Name("/" + role), P=parent, K=Array())
        return self._pdf.make_indirect(element)

    def _mark(self, page: Object, mark: int) -> Dictionary:
        return Dictionary(Type=Name.MCR, Pg=page, MCID=mark)

    def _add_parent(self, parent: Object) -> int:
        self._parents.append(parent)
        return len(self._parents) - 1


def _attributes(element: Element) -> Dictionary:
    """The element's attributes, with the owner that the standard gives them (ISO 32000-1, 14.8.5)."""
    owners = {_OWNERS[name] for name in element.attributes}
    assert len(owners) == 1, element.attributes
    attributes = Dictionary(O=Name("/" + owners.pop()))
    for name, value in element.attributes.items():
        attributes[f"/{name}"] = Name(f"/{value}") if name in _NAMES else value
    return attributes


def _numbers(area: Rect) -> Array:
    return Array([round(place, 2) for place in area])


def _top_of(page: Page) -> Array:
    """A destination: the corner that is at the top left of the page as it is read."""
    left, bottom, right, top = _box(page)
    x, y = {0: (left, top), 90: (left, bottom), 180: (right, bottom), 270: (right, top)}[page.rotation % 360]
    return Array([page.obj, Name.XYZ, x, y, 0])


def _box(page: Page) -> Rect:
    left, bottom, right, top = (float(place) for place in page.cropbox)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)
