"""Gives recognised text its place among the tags of a tagged report; readers of tags pass over whatever has none.

The text of a page lies in a form of its own, which OCRmyPDF names `/OCR-…`. It becomes a paragraph behind what is
tagged on that page already, such as the scan as a figure (ISO 32000-1, 14.7.4.2 and 14.7.4.4).
"""

from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

from agendabuilder.reports.pdf import pdf_values
from agendabuilder.reports.readings.tag_walk import standard_role

_LAYER = "/OCR-"
_HOLD_PARAGRAPHS = {"/Document", "/Part", "/Art", "/Sect", "/Div"}
_DEEPEST = 100

_Instructions = list[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the next paragraph goes: below `above`, behind `behind`, or first of all."""

    above: Dictionary
    behind: Dictionary | None


def tag_recognised_text(pdf: pikepdf.Pdf) -> None:
    """Add a paragraph for each page with recognised text. A file without tags stays without."""
    root = pdf_values.dictionary(pdf.Root, "/StructTreeRoot")
    if root is None:
        return
    if pdf_values.dictionary(root, "/ParentTree") is None:
        root.ParentTree = pikepdf.NumberTree.new(pdf).obj
    parents = pikepdf.NumberTree(root.ParentTree)
    place = _Place(_top(root), None)
    for page in pdf.pages:
        tagged = [each for each in _owners(page, parents) if isinstance(each, Dictionary) and "/S" in each]
        if tagged:
            place = _place_behind(tagged[-1], root)
        if _has_layer(page):
            place = _tag_page(pdf, page, parents, place)


def _tag_page(pdf: pikepdf.Pdf, page: pikepdf.Page, parents: pikepdf.NumberTree, place: _Place) -> _Place:
    """Tag the page's text; return the place for the next page's."""
    instructions: _Instructions = list(pikepdf.parse_content_stream(page))
    if not any(map(_draws_layer, instructions)):  # pages may share their resources
        return place
    owners = Array(_owners(page, parents))
    marks = max(len(owners), 1 + _highest_mark(instructions))
    owners.extend([None] * (marks - len(owners)))  # type: ignore[list-item]  # null is a value like any other
    paragraph = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=place.above, Pg=page.obj, K=marks))
    owners.append(paragraph)
    key = _key(page)
    if key is None:
        key = max(map(int, parents), default=-1) + 1
        page.obj["/StructParents"] = key
    parents[key] = owners
    page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(_marked(instructions, marks)))
    _insert(paragraph, place)
    return _Place(place.above, paragraph)


def _owners(page: pikepdf.Page, parents: pikepdf.NumberTree) -> list[object]:
    """The elements that own the page's marked contents, by their numbers."""
    key = _key(page)
    found = None if key is None else parents.get(key)
    return list(found) if isinstance(found, Array) else []


def _key(page: pikepdf.Page) -> int | None:
    """The page's number in the tree of owners."""
    key: object = page.obj.get("/StructParents")
    return key if isinstance(key, int) else None


def _has_layer(page: pikepdf.Page) -> bool:
    forms = pdf_values.dictionary(pdf_values.resources(page.obj), "/XObject")
    return forms is not None and any(name.startswith(_LAYER) for name in forms.keys())  # noqa: SIM118 (no mapping)


def _highest_mark(instructions: _Instructions) -> int:
    """The highest number of a marked content on the page; -1 when there is none."""
    named = (each.operands[-1] for each in instructions if each.operator == Operator("BDC") and each.operands)
    return max((pdf_values.whole_number(each, "/MCID") for each in named if isinstance(each, Dictionary)), default=-1)


def _marked(instructions: _Instructions, mark: int) -> _Instructions:
    """The page's content with its text layer, and the turning before it, as marked content of this number."""
    drawn = next(place for place, each in enumerate(instructions) if _draws_layer(each))
    first = max((place for place in range(drawn) if instructions[place].operator == Operator("q")), default=drawn)
    last = next((p for p in range(drawn, len(instructions)) if instructions[p].operator == Operator("Q")), drawn)
    begin = pikepdf.ContentStreamInstruction([Name.P, Dictionary(MCID=mark)], Operator("BDC"))
    end = pikepdf.ContentStreamInstruction([], Operator("EMC"))
    return [*instructions[:first], begin, *instructions[first : last + 1], end, *instructions[last + 1 :]]


def _draws_layer(instruction: pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage) -> bool:
    return instruction.operator == Operator("Do") and str(instruction.operands[0]).startswith(_LAYER)


def _top(root: Dictionary) -> Dictionary:
    """The document element, or the root where there is none."""
    below = pdf_values.dictionary(root, "/K") or next(pdf_values.dictionaries(root, "/K"), None)
    return root if below is None or pdf_values.name(below, "/S") != "/Document" else below


def _place_behind(element: Dictionary, root: Dictionary) -> _Place:
    """Behind an element, or behind that one around it which stands where paragraphs may."""
    roles = pdf_values.dictionary(root, "/RoleMap")
    for _ in range(_DEEPEST):
        above = pdf_values.dictionary(element, "/P")
        if above is None or above.objgen == root.objgen:
            break
        if standard_role(above, roles) in _HOLD_PARAGRAPHS:
            return _Place(above, element)
        element = above
    return _Place(root, element)


def _insert(paragraph: Dictionary, place: _Place) -> None:
    below = place.above.get("/K")
    parts = list(below) if isinstance(below, Array) else [] if below is None else [below]
    index = 0
    if place.behind is not None:
        same = (index for index, part in enumerate(parts) if _is_same(part, place.behind))
        index = 1 + next(same, len(parts) - 1)
    place.above.K = Array([*parts[:index], paragraph, *parts[index:]])


def _is_same(one: object, other: Dictionary) -> bool:
    return isinstance(one, Dictionary) and one.is_indirect and one.objgen == other.objgen
