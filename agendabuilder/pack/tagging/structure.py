"""Writes the structure of the finished pack: what a screen reader reads, and the links of the front matter.

The structure is written last, onto pages that stand in their final places. The reports' parts come with the body
and are only hung under their items here, with the numbering that they have; what is in them is woven in when the
pack is saved (`agendabuilder.pack.tagging.tag_weaving`).
"""

from collections.abc import Mapping, Sequence

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from agendabuilder.pack.front.front_matter import FrontMatter
from agendabuilder.pack.front.tags import Element, Leaf, Rect
from agendabuilder.pack.stamps.back_links import BackLink
from agendabuilder.pack.tagging.body_tags import BodyIndex, parent_leaves
from agendabuilder.pack.tagging.item_parts import DrawnPage, ItemPart, ReportPart
from agendabuilder.pack.tagging.tag_weaving import LEAVES_HERE, note_places

_PRINTED = 4  # an annotation's flag
_KEPT_EMPTY = ("TD", "TH")  # cells hold their place in the table
_OWNERS = {
    "Scope": "Table",
    "ColSpan": "Table",
    "ListNumbering": "List",
    "Placement": "Layout",
}
_NAMES = ("Scope", "ListNumbering", "Placement")


def attach_structure(
    pdf: Pdf,
    front: FrontMatter,
    front_pages: Sequence[Page],
    papers: Sequence[ItemPart],
    targets: Mapping[str, Page],
    language: str = "en-GB",
    body: BodyIndex | None = None,
) -> Dictionary:
    """Write the structure tree, the front matter's links and what the catalogue says of both.

    `front_pages` are the front matter's pages as they stand in `pdf`, `papers` what follows them, in order.
    `targets` has the first page of each item and report by address (`item_address`, `report_address`); a link
    without one becomes plain text. `body` is what the papers' own elements share. Returns the structure's
    Document element.
    """
    writer = _Writer(pdf, front_pages, targets, body or BodyIndex())
    writer.write_front(front.structure)
    for part in papers:
        writer.add_papers(part)
    writer.finish()
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String(language)
    preferences = pdf.Root.get(Name.ViewerPreferences, Dictionary())
    preferences.DisplayDocTitle = True
    pdf.Root.ViewerPreferences = preferences
    return writer.document


class _Writer:
    """One structure tree while it is written."""

    def __init__(self, pdf: Pdf, front_pages: Sequence[Page], targets: Mapping[str, Page], body: BodyIndex) -> None:
        self._pdf = pdf
        self._body = body
        self._pages = [page.obj for page in front_pages]
        self._targets = targets
        self._parents: list[Object] = []
        self._reports: list[ReportPart] = []
        self._by_mark: list[dict[int, Dictionary]] = [{} for _ in front_pages]
        self._root = pdf.make_indirect(body.root if body.root is not None else Dictionary())
        self._root.Type = Name.StructTreeRoot
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

    def add_papers(self, papers: ItemPart) -> None:
        """The pages of an item, under a part of its own when it has a title."""
        parent = self.document
        if papers.title:
            parent = self._new("Part", self.document)
            parent.T = String(papers.title)
            _say_language(parent, papers.language)
            self.document.K.append(parent)
        for paper in papers.papers:
            if isinstance(paper, DrawnPage):
                self._add_drawn_page(paper, parent)
            else:
                self._add_report(paper, parent)

    def _add_drawn_page(self, drawn: DrawnPage, parent: Dictionary) -> None:
        page, paragraph = drawn.page, self._new("P", parent)
        paragraph.K.append(self._mark(page.obj, 0))
        page.obj.StructParents = self._add_parent(self._pdf.make_indirect(Array([paragraph])))
        page.obj.Tabs = Name.S
        for link in drawn.links:
            parent.K.append(self._link(link, parent))
        parent.K.append(paragraph)

    def _add_report(self, report: ReportPart, parent: Dictionary) -> None:
        """The report's own part; the way back to the agenda is the first thing in it."""
        part = report.part
        self._reports.append(report)
        part.P = parent
        if report.title:
            part.T = String(report.title)
        _say_language(part, report.language)
        for link in reversed(report.links):
            part.K.insert(0, self._link(link, part))
        parent.K.append(part)

    def _link(self, link: BackLink, parent: Dictionary) -> Dictionary:
        """An element for a link that stands on its page already."""
        page, annotation = link
        element = self._new("Link", parent)
        self._refer(element, page.obj, annotation)
        page.obj.Tabs = Name.S
        return element

    def finish(self) -> None:
        """Write the parent tree and hang the whole on the catalogue."""
        leaves = parent_leaves(self._pdf, self._parents, self._body.next_key)
        self._root.K = self.document
        self._root.ParentTree = self._pdf.make_indirect(Dictionary(Kids=Array(leaves)))
        if self._reports:
            self._leave_room()
        self._root.ParentTreeNextKey = self._body.next_key + len(self._parents)
        self._pdf.Root.StructTreeRoot = self._root

    def _leave_room(self) -> None:
        """Note where the reports' own elements come, which are still folded."""
        self._root.ParentTree.Kids.insert(0, LEAVES_HERE)
        names = self._pdf.make_indirect(Dictionary(Kids=Array([LEAVES_HERE])))
        if any(report.folded.named for report in self._reports):
            self._root.IDTree = names
        note_places(self._pdf, self._reports, self._root.ParentTree, names)

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
        _say_language(written, element.language)
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
        return self._body.next_key + len(self._parents) - 1


def _say_language(element: Dictionary, language: str) -> None:
    if language:
        element.Lang = String(language)


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
