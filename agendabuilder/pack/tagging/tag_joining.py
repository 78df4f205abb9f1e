"""Brings a report's own structure into the body: pruned, its names made unique, and copied in one piece.

The elements are changed in the opened report, where few need it, and copied by qpdf, which maps each page to the
copy that is in the body already. What lies between numbers of a page's marks and elements is taken from the tree
itself, not from the report's parent tree, which is often wrong.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, String

from agendabuilder.pack.tagging.body_tags import BodyTags, hang
from agendabuilder.pack.tagging.report_tags import Mend, Mends
from agendabuilder.pack.tagging.role_settling import give_headings_levels, settle_roles
from agendabuilder.pack.tagging.tag_kids import ObjectKey, attributes_of
from agendabuilder.pack.tagging.tag_pruning import prune
from agendabuilder.pack.tagging.tag_reading import BrokenTagsError, ReportTree
from agendabuilder.pack.tagging.tree_leaves import entries_of
from agendabuilder.reports.pdf import pdf_values


@dataclass(frozen=True, slots=True)
class ReportPages:
    """A report's pages that are in the body: the `originals` in the report, their `copies`, and what they hold.

    `keys` are the originals' numbers in the report's parent tree, None for a page without one. `places` has
    the page (from 0) of each annotation and its place on it, by its number in the report.
    """

    originals: Sequence[Dictionary]
    copies: Sequence[Page]
    keys: Sequence[int | None]
    places: Mapping[ObjectKey, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class SettledTags:
    """A report's structure that is ready to be copied.

    `ids` are the identifiers of its elements in the pack, `marked` the elements of the marks of each page and
    each drawing, by number.
    """

    tree: ReportTree
    ids: Mapping[ObjectKey, bytes]
    marked: Sequence[Object | None]
    mends: Mends


@dataclass(frozen=True, slots=True)
class JoinedTags:
    """A report's structure as it is in the body now, under `part`.

    `figures` are its pictures without an alternate text, in reading order; `announced` the annotations, by
    page (from 0) and place, that an element announces. `named` are the elements that have an identifier, with it;
    `drawings` those that hold marks of their own.
    """

    part: Dictionary
    figures: Sequence[Dictionary] = ()
    announced: frozenset[tuple[int, int]] = frozenset()
    mends: Mends = ()
    named: Sequence[tuple[bytes, Object]] = ()
    drawings: Sequence[Object] = ()


def settle_tags(
    tags: BodyTags, tree: ReportTree, originals: Sequence[Dictionary], keys: Sequence[int | None]
) -> SettledTags:
    """Put a structure in order in the opened report, so that its names are free in the pack; nothing is copied yet.

    `originals` and `keys`: see `ReportPages`. Raises `BrokenTagsError` for what cannot be put in order.
    """
    try:
        if tree.left_out:
            prune(tree)
        renamed = settle_roles(tags, tree)
        levelled = give_headings_levels(tree)
        _settle_classes(tags, tree)
        ids, given = _settle_ids(tags, tree)
        unnamed = _name_notes(tags, tree, ids)
        if tree.has_headers:
            _settle_headers(tree, given)
        marked, rebuilt = _parents_of_marks(tree, originals, keys)
    except (pikepdf.PikepdfError, AttributeError, RuntimeError, TypeError, ValueError) as problem:
        raise BrokenTagsError("its structure cannot be put in order") from problem
    mends = ((Mend.INDEX_REBUILT, rebuilt), (Mend.ROLE_RENAMED, renamed), (Mend.HEADING_LEVELLED, levelled))
    return SettledTags(tree, ids, marked, (*mends, (Mend.NOTE_NAMED, unnamed)))


def join_tags(tags: BodyTags, settled: SettledTags, pages: ReportPages) -> JoinedTags:
    """Copy a report's structure into the body and number it there; the pages are there already."""
    tree = settled.tree
    noted = [tree.element(key) for key in tree.notes]
    bare = [tree.element(key) for key in tree.roles.get("Figure", ()) if key not in tree.described]
    named = [tree.element(key) for key in settled.ids]
    copied = _copy(tags, tree, Marked=settled.marked, Noted=noted, Figures=bare, Named=named)
    identified = [(name, element) for name, element in zip(settled.ids.values(), list(copied.Named), strict=True)]
    drawings = [tags.pdf.copy_foreign(stream) for stream in tree.streams.values()]
    _number_marks(tags, [*(page.obj for page in pages.copies), *drawings], copied)
    announced = _connect_notes(tags, tree, pages, list(pdf_values.dictionaries(copied, "/Noted")))
    figures = list(pdf_values.dictionaries(copied, "/Figures"))
    part = _as_part(tags, list(pdf_values.dictionaries(copied, "/Tops")))
    return JoinedTags(part, figures, announced, settled.mends, identified, drawings)


def _settle_classes(tags: BodyTags, tree: ReportTree) -> None:
    """Copy the report's classes of attributes, and rename those whose name the pack has for others."""
    classes = pdf_values.dictionary(pdf_values.dictionary(tree.report.Root, "/StructTreeRoot"), "/ClassMap")
    if not tree.classed:
        return
    if classes is None or Name.Type in classes:
        for key in tree.classed:
            del tree.element(key).C  # in the pack it could mean another report's
        return
    unusable = [name for name, entry in classes.items() if not _is_class(entry)]
    for name in unusable:
        del classes[name]
    copied = tags.pdf.copy_foreign(tree.report.make_indirect(classes))
    names = {name: f"/{tags.class_for(_writable(name[1:]), entry)}" for name, entry in copied.items()}
    if not unusable and all(name == new for name, new in names.items()):
        return
    for key in tree.classed:
        element = tree.element(key)
        listed = list(element.C) if isinstance(element.C, Array) else [element.C]
        element.C = Array([_renamed(part, names) for part in listed])


def _is_class(entry: Object) -> bool:
    """Whether this is what a class says: attributes, each list with its owner (ISO 32000-1, 14.7.5.2)."""
    listed: list[object] = list(entry) if isinstance(entry, Array) else [entry]
    return all(
        isinstance(part, int) or (isinstance(part, Dictionary) and Name.O in part and Name.Type not in part)
        for part in listed
    )


def _renamed(part: object, names: Mapping[str, str]) -> object:
    return Name(names.get(pdf_values.spelled(part), "/None")) if isinstance(part, Name) else part


def _writable(name: str) -> str:
    """Names of old programs may be in alphabets of their own, which cannot be written as text."""
    return name.encode("utf-8", "replace").decode()


def _settle_ids(tags: BodyTags, tree: ReportTree) -> tuple[dict[ObjectKey, bytes], dict[bytes, bytes]]:
    """The identifiers of the report's elements, renamed where the pack has them; and the new ones by the old."""
    ids: dict[ObjectKey, bytes] = {}
    given: dict[bytes, bytes] = {}
    for key in tree.named:
        element = tree.element(key)
        identifier = element.ID
        if not isinstance(identifier, String) or bytes(identifier) in given:
            del element.ID  # twice within the report: the first has it
            continue
        ids[key] = given[bytes(identifier)] = tags.free_id(bytes(identifier))
        element.ID = String(ids[key])
    return ids, given


def _name_notes(tags: BodyTags, tree: ReportTree, ids: dict[ObjectKey, bytes]) -> int:
    """Give each footnote an identifier that has none (ISO 14289-1, 7.9); say how many there were."""
    unnamed = [key for key in tree.roles.get("Note", ()) if key not in ids]
    for count, key in enumerate(unnamed, start=1):
        ids[key] = tags.free_id(b"note-%d" % count)
        tree.element(key).ID = String(ids[key])
    return len(unnamed)


def _settle_headers(tree: ReportTree, given: Mapping[bytes, bytes]) -> None:
    """Let cells name their headers by the new identifiers, and those no more that are not in the pack.

    A cell may be of any type: what a type means is said elsewhere.
    """
    done: set[ObjectKey] = set()
    elements = (tree.element(key) for keys in tree.roles.values() for key in keys)
    for element in (each for each in elements if b"/A " in each.unparse(resolved=True)):
        for owned in attributes_of(element):
            if owned.objgen in done or Name.Headers not in owned:
                continue
            if owned.is_indirect:
                done.add(owned.objgen)  # cells may share what they say
            headers = (bytes(part) for part in pdf_values.parts(owned, "/Headers") if isinstance(part, String))
            owned.Headers = Array([String(given[header]) for header in headers if header in given])


def _parents_of_marks(
    tree: ReportTree, originals: Sequence[Dictionary], keys: Sequence[int | None]
) -> tuple[list[Object | None], int]:
    """For each page and each drawing with marks, the elements of its marks by number; how many were made anew.

    The report's own list is taken where it is right: it is there already, and qpdf copies it as it is.
    """
    own = _own_lists(tree)
    found: list[Object | None] = []
    rebuilt = 0
    for page, key in zip(originals, keys, strict=True):
        listed, is_right = _list_of_marks(tree, tree.marks[page.objgen], own.get(key))
        rebuilt += not is_right
        found.append(listed)
    found += [_list_of_marks(tree, tree.marks[stream], None)[0] for stream in tree.streams]
    return found, rebuilt


def _list_of_marks(tree: ReportTree, marks: Mapping[int, ObjectKey], own: Object | None) -> tuple[Object | None, bool]:
    """The elements of one page's marks in the order of their numbers; whether the report's own list was right."""
    if not marks:
        return None, True
    keys = [marks.get(number) for number in range(max(marks) + 1)]
    written = b"[ %s ]" % b" ".join(b"%d %d R" % key if key else b"null" for key in keys)
    if own is not None:
        text = own.unparse(resolved=True)
        if text == written:
            return own, True
        if text.removesuffix(b" ]").replace(b" null", b"") == written.removesuffix(b" ]").replace(b" null", b""):
            return Array([tree.element(key) if key else None for key in keys]), True
    return Array([tree.element(key) if key else None for key in keys]), False


def _own_lists(tree: ReportTree) -> dict[int | None, Object]:
    """The arrays of the report's own parent tree, by their numbers."""
    root = pdf_values.dictionary(tree.report.Root, "/StructTreeRoot")
    entries = entries_of(pdf_values.dictionary(root, "/ParentTree"), "/Nums")
    return {key: entry for key, entry in entries if type(key) is int and isinstance(entry, Array)}


def _copy(tags: BodyTags, tree: ReportTree, **others: Sequence[Object | None]) -> Dictionary:
    """The whole structure with lists of some of its elements, copied in one piece, so that all stay connected."""
    tops: list[Object] = [tree.element(key) for key in tree.tops]
    for top in tops:
        if Name.P in top:
            del top.P  # it leads to the whole of the report's tree, with the pages that were left out
    lists = {f"/{name}": Array(parts) for name, parts in {**others, "Tops": tops}.items()}
    copied = tags.pdf.copy_foreign(tree.report.make_indirect(Dictionary(lists)))
    assert isinstance(copied, Dictionary)
    return copied


def _number_marks(tags: BodyTags, holders: Sequence[Object], copied: Dictionary) -> None:
    for holder, parents in zip(holders, list(copied.Marked), strict=True):
        if isinstance(parents, Array):
            holder.StructParents = tags.add_parent(parents)


def _connect_notes(
    tags: BodyTags, tree: ReportTree, pages: ReportPages, noted: Sequence[Dictionary]
) -> frozenset[tuple[int, int]]:
    """Tie the annotations' copies to their elements, both ways; say which they are."""
    announced: set[tuple[int, int]] = set()
    for element, notes in zip(noted, tree.notes.values(), strict=True):
        kids = element.K if isinstance(element.K, Array) else Array([element.K])
        references = [kid for kid in kids if isinstance(kid, Dictionary) and kid.get(Name.Type) == Name.OBJR]
        for reference, note in zip(references, notes, strict=True):
            index, place = pages.places[note]
            page = pages.copies[index].obj
            reference.Obj, reference.Pg = page.Annots[place], page
            page.Annots[place].StructParent = tags.add_parent(element)
            announced.add((index, place))
    return frozenset(announced)


def _as_part(tags: BodyTags, tops: Sequence[Dictionary]) -> Dictionary:
    """The one element above all of the report: its own document, or a new one around what it has."""
    part = tops[0] if len(tops) == 1 and Name.Part == tops[0].S else tags.new_element("Part")
    if part not in tops:
        for top in tops:
            hang(top, part)
    elif not isinstance(part.get(Name.K), Array):
        part.K = Array([part.K])
    return part
