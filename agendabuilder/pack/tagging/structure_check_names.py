"""Checks the names in a structure: types that readers know, identifiers that lead to their elements."""

from collections.abc import Iterator

from pikepdf import Dictionary, Name, String

from agendabuilder.pack.tagging.role_names import STANDARD_ROLES
from agendabuilder.pack.tagging.structure_check_tree import FoundTree, watched
from agendabuilder.pack.tagging.structure_fault import Fault, StructureFault
from agendabuilder.pack.tagging.tag_kids import ObjectKey, attributes_of
from agendabuilder.pack.tagging.tree_leaves import entries_of
from agendabuilder.progress import Progress
from agendabuilder.reports.pdf import pdf_values


def type_faults(root: Dictionary, tree: FoundTree, progress: Progress) -> Iterator[StructureFault]:
    """Every type is a standard one or is mapped to one; no standard one is mapped. Raises `Cancelled`."""
    entries = pdf_values.dictionary(root, "/RoleMap")
    pairs = entries.items() if entries is not None else ()
    role_map = {name: pdf_values.spelled(target) for name, target in pairs if isinstance(target, Name)}
    for name in sorted(role_map):
        if name[1:] in STANDARD_ROLES:
            yield StructureFault(Fault.TYPE_REMAPPED, detail=name)
    for role in sorted({pdf_values.name(element, "/S") for element in watched(tree.elements.values(), progress)}):
        meant, steps = role, 0
        while meant[1:] not in STANDARD_ROLES and meant in role_map and steps <= len(role_map):
            meant, steps = role_map[meant], steps + 1
        if meant[1:] not in STANDARD_ROLES:
            yield StructureFault(Fault.UNKNOWN_TYPE, detail=role)


def id_faults(root: Dictionary, tree: FoundTree, progress: Progress) -> Iterator[StructureFault]:
    """Every identifier leads to its element, and cells name headers that there are. Raises `Cancelled`."""
    own: dict[bytes, ObjectKey] = {}
    for key, element in watched(tree.elements.items(), progress):
        identifier = element.get(Name.ID)
        if isinstance(identifier, String) and own.setdefault(bytes(identifier), key) != key:
            yield StructureFault(Fault.ID_WRONG, detail=repr(bytes(identifier)))
    entries = entries_of(pdf_values.dictionary(root, "/IDTree"), "/Names")
    listed = {bytes(name): found.objgen for name, found in entries if isinstance(name, String)}
    if listed != own:
        yield StructureFault(Fault.ID_WRONG, detail="/IDTree")
    for element in watched(tree.elements.values(), progress):
        for header in _headers(element):
            if header not in own:
                yield StructureFault(Fault.ID_WRONG, detail=f"/Headers {header!r}")


def _headers(element: Dictionary) -> Iterator[bytes]:
    for owned in attributes_of(element):
        headers = pdf_values.parts(owned, "/Headers")
        yield from (bytes(header) for header in headers if isinstance(header, String))
