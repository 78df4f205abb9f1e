"""Tells what the parts of a report's structure are, however oddly they are written: elements, marks, annotations."""

from pikepdf import Array, Dictionary, Name

from agendabuilder.reports.pdf import pdf_values

ObjectKey = tuple[int, int]
"""The number of an object in its file, and its generation."""

_OF_CONTENT = ("/MCR", "/OBJR")


def kids_of(element: Dictionary) -> list[object]:
    """What stands under an element, or under the root, whether in a list or by itself."""
    kids: object = element.get(Name.K)
    if isinstance(kids, Array):
        return list(kids)
    return [] if kids is None else [kids]


def attributes_of(element: Dictionary) -> list[Dictionary]:
    """What an element says of itself besides its kids, such as where it lies or which cells head it."""
    owned = element.get(Name.A)
    listed: list[object] = list(owned) if isinstance(owned, Array) else [owned]
    return [each for each in listed if isinstance(each, Dictionary)]


def empty(kid: Dictionary) -> None:
    """Take everything out of a dictionary that something may still refer to."""
    for key in list(kid.keys()):
        del kid[key]


def is_element(element: Dictionary) -> bool:
    """Whether this is an element at all, and not a font, say, or an action, which has a type called /S, too."""
    kind = pdf_values.name(element, "/Type")
    return kind == "/StructElem" or (not kind and Name.S in element and (Name.P in element or Name.K in element))


def is_content(kid: Dictionary) -> bool:
    """Whether a kid is marked content or an annotation, and not an element that is given a mark like a kid."""
    if Name.S in kid and pdf_values.name(kid, "/Type") not in _OF_CONTENT:
        return False
    return Name.MCID in kid or Name.Obj in kid


def content_of_its_own(element: Dictionary) -> list[Dictionary]:
    """What an element says of itself that only a kid of it should: which mark, or which annotation, it is."""
    if Name.MCID not in element and Name.Obj not in element:
        return []
    kept = {key: element[key] for key in ("/Pg", "/MCID", "/Stm", "/Obj") if key in element}
    return [Dictionary({"/Type": Name.OBJR if "/Obj" in kept else Name.MCR, **kept})]


def page_of(holder: Dictionary) -> ObjectKey | None:
    """The page that an element or a mark says it is on."""
    page = holder.get(Name.Pg)
    return page.objgen if isinstance(page, Dictionary) else None
