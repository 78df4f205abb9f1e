"""Tags what lies on a report's pages and no element announces: links, fields, comments; and says where links lead."""

from collections.abc import Callable, Container
from copy import copy

from pikepdf import Array, Dictionary, Name, Object, String

from agendabuilder.pack.tagging.body_tags import BodyTags
from agendabuilder.reports.pdf import pdf_values

_NOT_READ_OUT = ("/Popup", "/PrinterMark", "/TrapNet")
_HIDDEN = 2  # an annotation's flag
_ROLES = {"/Link": "Link", "/Widget": "Form"}


def tag_notes(tags: BodyTags, part: Dictionary, page: Dictionary, announced: Container[int] = ()) -> int:
    """Add an element under `part` for each annotation of a page that has none; return how many there were.

    `announced` are the places on the page of those that have one.
    """
    notes = pdf_values.parts(page, "/Annots")
    own = {
        place: _of_this_page(tags, page, note)
        for place, note in enumerate(notes)
        if place not in announced and isinstance(note, Dictionary)
    }
    if notes:
        page.Annots = Array([own.get(place, note) for place, note in enumerate(notes)])
    read_out = [note for note in own.values() if is_read_out(note)]
    for note in read_out:
        refer(tags, tags.new_element(_ROLES.get(pdf_values.name(note, "/Subtype"), "Annot"), part), page, note)
    return len(read_out)


def _of_this_page(tags: BodyTags, page: Dictionary, note: Dictionary) -> Dictionary:
    """The annotation, or a copy of one that stands on another page, too: none may (ISO 32000-1, 12.5.2)."""
    if note.is_indirect and Name.StructParent not in note:
        return note
    own = tags.pdf.make_indirect(copy(note))
    if Name.StructParent in own:  # another page's, or what a report said of itself
        del own.StructParent
    if Name.P in own:
        own.P = page
    return own


def refer(tags: BodyTags, element: Dictionary, page: Dictionary, note: Object) -> None:
    """Tie an annotation to its element, both ways."""
    note.StructParent = tags.add_parent(element)
    element.K.append(Dictionary(Type=Name.OBJR, Pg=page, Obj=note))


def describe_links(page: Dictionary, page_words: Callable[[Object], str]) -> list[int]:
    """Say of each link without a description where it leads; return their places on the page.

    `page_words` has the words for a page of the report, none for another.
    """
    described = []
    for place, note in enumerate(pdf_values.parts(page, "/Annots")):
        if not isinstance(note, Dictionary) or pdf_values.name(note, "/Subtype") != "/Link":
            continue
        if not pdf_values.text(note, "/Contents").strip() and describe_link(note, page_words):
            described.append(place)
    return described


def describe_link(link: Dictionary, page_words: Callable[[Object], str]) -> bool:
    """Say where a link leads; whether there are words for it. `page_words`: see `describe_links`."""
    words = pdf_values.text(pdf_values.dictionary(link, "/A"), "/URI")
    target = link.get(Name.Dest)
    if isinstance(target, Array) and len(target):
        words = page_words(target[0])
    if words.strip():
        link.Contents = String(words.removeprefix("mailto:").removeprefix("tel:"))
    return bool(words.strip())


def is_read_out(note: Dictionary) -> bool:
    """Whether an annotation is something to tell of: not hidden, and not the window of another."""
    flags = pdf_values.whole_number(note, "/F")
    return pdf_values.name(note, "/Subtype") not in _NOT_READ_OUT and not flags & _HIDDEN
