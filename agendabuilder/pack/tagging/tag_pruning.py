"""Takes out of a report's structure what speaks of pages that are not in the pack, or of links that lead nowhere."""

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Name

from agendabuilder.pack.tagging.tag_kids import ObjectKey, attributes_of, kids_of, page_of
from agendabuilder.pack.tagging.tag_reading import ReportTree


def prune(tree: ReportTree) -> None:
    """Take out every element that has nothing left in it because its content is on pages that are left out."""
    alive = _with_those_above(tree, (key for marks in tree.marks.values() for key in marks.values()))
    alive |= _with_those_above(tree, tree.notes)
    touched = _with_those_above(tree, tree.left_out)
    wordless = tree.left_out | _with_those_above(tree, tree.parted)
    gone = touched - alive
    for key in touched & alive:
        element = tree.element(key)
        own = page_of(element)
        element.K = Array([kid for kid in kids_of(element) if _stays(kid, own, tree, gone)])
        if own not in tree.marks and own is not None:
            del element.Pg
        if key in wordless:
            _forget_words(element)
    tree.tops = [key for key in tree.tops if key not in gone]
    tree.described -= wordless
    for keys in (*tree.roles.values(), tree.named, tree.classed):
        keys[:] = [key for key in keys if not _is_under(key, gone, tree)]


def _forget_words(element: Dictionary) -> None:
    """Of content that lies partly on pages that are left out, the words that stand for all of it go, too."""
    for key in ("/ActualText", "/Alt", "/E", "/T"):
        if key in element:
            del element[key]
    for owned in attributes_of(element):
        if Name.Summary in owned:
            del owned[Name.Summary]  # what a table is about


def _stays(kid: object, own: ObjectKey | None, tree: ReportTree, gone: set[ObjectKey]) -> bool:
    if not isinstance(kid, Dictionary):
        return own in tree.marks
    if Name.S in kid:
        return kid.objgen not in gone
    if Name.MCID in kid:
        return (page_of(kid) or own) in tree.marks
    return Name.Type in kid


def _with_those_above(tree: ReportTree, keys: Iterable[ObjectKey]) -> set[ObjectKey]:
    found: set[ObjectKey] = set()
    for key in keys:
        above: ObjectKey | None = key
        while above is not None and above not in found:
            found.add(above)
            above = tree.parents.get(above)
    return found


def _is_under(key: ObjectKey, gone: set[ObjectKey], tree: ReportTree) -> bool:
    above: ObjectKey | None = key
    while above is not None:
        if above in gone:
            return True
        above = tree.parents.get(above)
    return False
