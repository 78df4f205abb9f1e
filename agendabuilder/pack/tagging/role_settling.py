"""Gives every element of a report a type that PDF 1.7 knows, under a name that no other report uses otherwise."""

from collections import defaultdict

from pikepdf import Name

from agendabuilder.pack.tagging.body_tags import BodyTags
from agendabuilder.pack.tagging.role_names import STANDARD_ROLES, standard_role
from agendabuilder.pack.tagging.tag_kids import ObjectKey
from agendabuilder.pack.tagging.tag_reading import ReportTree
from agendabuilder.reports.pdf import pdf_values

_WITH_HEADINGS = ("Part", "Art", "Sect")


def settle_roles(tags: BodyTags, tree: ReportTree) -> int:
    """Lead every type back to a standard one; say how many were unknown, or standard ones with another meaning.

    Afterwards `tree.roles` has the elements by their standard types.
    """
    root = pdf_values.dictionary(tree.report.Root, "/StructTreeRoot")
    entries = pdf_values.dictionary(root, "/RoleMap")
    pairs = entries.items() if entries is not None else ()
    role_map = {name[1:]: pdf_values.spelled(target)[1:] for name, target in pairs if isinstance(target, Name)}
    renamed, settled = 0, defaultdict[str, list[ObjectKey]](list)
    for role, keys in tree.roles.items():
        standard = standard_role(role, role_map)
        written = role if role == standard else standard
        if role not in STANDARD_ROLES and standard not in ("Document", "H") and _can_be_written(role):
            written = tags.role_for(role, standard)
        if standard == "Document":
            written = "Part"  # the pack is the one document
        renamed += (standard != role) if role in STANDARD_ROLES else (role not in role_map)
        if written != role:
            for key in keys:
                tree.element(key).S = Name(f"/{written}")
        settled[standard] += keys
    places = {key: place for place, key in enumerate(tree.parents)}
    tree.roles = {standard: sorted(keys, key=places.__getitem__) for standard, keys in settled.items()}
    return renamed


def _can_be_written(name: str) -> bool:
    """Old programs write names in alphabets of their own, which cannot be told apart from damage."""
    return name.isprintable()


def give_headings_levels(tree: ReportTree) -> int:
    """Make H1 to H6 of headings without a level, as deep as their sections stand; say how many there were.

    A document may not have headings of both kinds (ISO 14289-1, 7.4.4), and the front matter's have levels.
    """
    if not tree.roles.get("H"):
        return 0
    sections = {key for role in _WITH_HEADINGS for key in tree.roles.get(role, ())}
    for key in tree.roles["H"]:
        level, above = 0, tree.parents[key]
        while above is not None:
            level += above in sections
            above = tree.parents[above]
        tree.element(key).S = Name(f"/H{min(max(level, 1), 6)}")
    return len(tree.roles["H"])
