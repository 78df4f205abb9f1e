"""Small tagged reports: each page has one mark for each type of element, and one tree says what they are."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pikepdf
from pack.pack_making import Edit, make_pdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String


def make_tagged(path: Path, pages: int, roles: Sequence[str] = ("H1", "P"), edit: Edit | None = None) -> Path:
    """A report named "x.pdf" whose page 2 says "X2 H1", "X2 P" …, each in an element of that type under a document.

    `edit` may change what was made.
    """

    def tag(pdf: Pdf) -> None:
        letter = path.stem[0].upper()
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
        numbers = Array()
        for number, page in enumerate(pdf.pages):
            lines = [_line(at, role, f"{letter}{number + 1} {role}") for at, role in enumerate(roles)]
            page.obj.Contents = pdf.make_stream("\n".join(lines).encode())
            page.obj.StructParents = number
            made = [add_element(pdf, root.K, role, page.obj, at) for at, role in enumerate(roles)]
            numbers.extend([number, pdf.make_indirect(Array(made))])
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        if edit:
            edit(pdf)

    return make_pdf(path, pages, tag)


def _line(number: int, role: str, words: str) -> str:
    return f"/{role} <</MCID {number}>> BDC BT /F1 20 Tf 100 {700 - 40 * number} Td ({words}) Tj ET EMC"


def add_element(pdf: Pdf, parent: Dictionary, role: str, page: Object | None = None, mark: int | None = None) -> Object:
    """A new last element under another, with one mark of a page."""
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=parent, K=Array()))
    if page is not None:
        element.Pg = page
    if mark is not None:
        element.K.append(mark)
    parent.K.append(element)
    return element


def add_announced(pdf: Pdf, index: int, note: Object, role: str = "Link") -> Object:
    """Put an annotation onto a page (from 0) and announce it by an element at the end."""
    page = pdf.pages[index].obj
    if Name.Annots not in page or all(note.objgen != other.objgen for other in page.Annots):
        page.Annots = Array([*page.get(Name.Annots, Array()), note])
    element = add_element(pdf, pdf.Root.StructTreeRoot.K, role)
    element.K.append(Dictionary(Type=Name.OBJR, Pg=page, Obj=note))
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    note.StructParent = int(numbers[-2]) + 1
    numbers.extend([note.StructParent, element])
    return element


def web_link(pdf: Pdf, address: str = "https://norbury.example/plan") -> Object:
    """A link without a description."""
    action = Dictionary(S=Name.URI, URI=String(address))
    return pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([100, 100, 200, 120]), A=action))


def elements(root: Object) -> Iterator[Dictionary]:
    """Every structure element under one, in the order of reading."""
    kids = root.get(Name.K, Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and Name.S in kid:
            yield kid
            yield from elements(kid)


def roles_under(root: Object) -> list[str]:
    """The types of all elements under one; the way back to the agenda is not among them."""
    return [str(element.S)[1:] for element in elements(root) if not _leads_back(element)]


def _leads_back(element: Dictionary) -> bool:
    return any(
        isinstance(kid, Dictionary)
        and str(kid.get(Name.Obj, Dictionary()).get(Name.Contents, "")).startswith("Back to")
        for kid in element.get(Name.K, Array())
    )


def item_parts(pdf: Pdf) -> list[Dictionary]:
    """The parts of the items in a pack, after the front matter's."""
    return [kid for kid in list(pdf.Root.StructTreeRoot.K.K)[1:] if Name.Part == kid.S]


def words_of(element: Dictionary) -> list[str]:
    """What the marks of all elements under one say, in the order of reading."""
    said = []
    for each in elements(element):
        for kid in each.get(Name.K, Array()):
            if isinstance(kid, int):
                said.append(_words(each.Pg, kid))
            elif Name.MCID in kid:
                said.append(_words(kid.get(Name.Pg, each.get(Name.Pg)), int(kid.MCID)))
    return said


def _words(page: Object, mark: int) -> str:
    said, is_open = "", False
    for part in pikepdf.parse_content_stream(page):
        operator = str(part.operator)
        if operator == "BDC" and part.operands[1].get(Name.MCID) == mark:
            is_open = True
        elif operator == "EMC":
            is_open = False
        elif operator == "Tj" and is_open:
            said += str(part.operands[0])
    return said


Change = Callable[[Pdf], None]
