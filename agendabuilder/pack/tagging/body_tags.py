"""The structure of a body while its reports come together: one numbering, one role map, no name twice.

The parts of the reports hang on nothing yet. The finished pack hangs them under its items and takes the numbering
on (`BodyIndex`), without looking at a single element again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pikepdf import Array, Dictionary, Name, Object, Pdf

from agendabuilder.domain.language import ENGLISH, Language

LEAF_LIMIT = 64
"""Entries in a leaf of a number or name tree."""


class ClaimKind(StrEnum):
    """What a name is the name of."""

    ROLE = "role"
    CLASS = "class"
    IDENTIFIER = "identifier"


@dataclass(frozen=True, slots=True)
class Claim:
    """A name that a report asked for, what it means there (of roles only), and the name that it was given."""

    kind: ClaimKind
    name: bytes
    meaning: bytes
    given: bytes


@dataclass(frozen=True, slots=True)
class BodyIndex:
    """What a pack's structure takes over from its body: the first free number of the parent tree, and its root.

    That says what roles and classes of attributes mean.
    """

    next_key: int = 0
    root: Dictionary | None = None


class BodyTags:
    """Elements of one file, and what they share."""

    def __init__(self, pdf: Pdf, language: Language = ENGLISH) -> None:
        self.pdf, self.language = pdf, language
        self.next_key = 0
        """The first free number of the parent tree."""
        self._parents: list[Object] = []
        self._roles: dict[str, str] = {}
        self._classes: dict[str, Object] = {}
        self._ids: set[bytes] = set()
        self._claims: list[Claim] = []

    def add_parent(self, parent: Object) -> int:
        """The number under which the parent tree has this element, or these elements of a page."""
        self._parents.append(parent)
        self.next_key += 1
        return self.next_key - 1

    def take_parents(self) -> tuple[Object, ...]:
        """What was entered into the parent tree since this was called last, in order."""
        parents = tuple(self._parents)
        self._parents.clear()
        return parents

    def new_element(self, role: str, parent: Dictionary | None = None) -> Dictionary:
        """A new element, the last under its parent."""
        element = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), K=Array()))
        if parent is not None:
            hang(element, parent)
        return element

    def role_for(self, role: str, standard: str) -> str:
        """The name by which `role` means this standard type in the pack: its own, or a new one."""
        name, count = role, 1
        while self._roles.setdefault(name, standard) != standard:
            count += 1
            name = f"{role}-{count}"
        self._claims.append(Claim(ClaimKind.ROLE, role.encode(), standard.encode(), name.encode()))
        return name

    def class_for(self, name: str, attributes: Object) -> str:
        """The name by which a class has these attributes in the pack: its own, or a new one."""
        free, count = name, 1
        while free in self._classes and self._classes[free].unparse(resolved=True) != attributes.unparse(resolved=True):
            count += 1
            free = f"{name}-{count}"
        self._classes.setdefault(free, attributes)
        self._claims.append(Claim(ClaimKind.CLASS, name.encode(), b"", free.encode()))
        return free

    def free_id(self, identifier: bytes) -> bytes:
        """The identifier, or a new one when another element of the pack has it; it is reserved from now on."""
        free, count = identifier, 1
        while free in self._ids:
            count += 1
            free = identifier + b"-%d" % count
        self._ids.add(free)
        self._claims.append(Claim(ClaimKind.IDENTIFIER, identifier, b"", free))
        return free

    def take_claims(self) -> tuple[Claim, ...]:
        """The names that were asked for since this was called last."""
        claims = tuple(self._claims)
        self._claims.clear()
        return claims

    def claim_again(self, claims: Sequence[Claim], classes: Mapping[str, Object]) -> bool:
        """Ask for the names of an earlier body again; when one would now be given another name, for none of them.

        `classes` has the attributes of the earlier body's classes by their names there.
        """
        before = self._roles.copy(), self._classes.copy(), self._ids.copy()
        agreed = all(self._claimed(claim, classes) == claim.given for claim in claims)
        if not agreed:
            self._roles, self._classes, self._ids = before
        self._claims.clear()
        return agreed

    def _claimed(self, claim: Claim, classes: Mapping[str, Object]) -> bytes:
        match claim.kind:
            case ClaimKind.ROLE:
                return self.role_for(claim.name.decode(), claim.meaning.decode()).encode()
            case ClaimKind.CLASS:
                return self.class_for(claim.name.decode(), classes[claim.given.decode()]).encode()
            case ClaimKind.IDENTIFIER:
                return self.free_id(claim.name)

    def index(self) -> BodyIndex:
        """Everything that the finished pack takes over."""
        root = Dictionary()
        if self._roles:
            root.RoleMap = Dictionary({f"/{role}": Name(f"/{standard}") for role, standard in self._roles.items()})
        if self._classes:
            root.ClassMap = Dictionary({f"/{name}": entry for name, entry in self._classes.items()})
        return BodyIndex(self.next_key, root)


def hang(element: Dictionary, parent: Dictionary) -> None:
    """Make an element the last kid of another."""
    element.P = parent
    parent.K.append(element)


def parent_leaves(pdf: Pdf, parents: Sequence[Object], first: int) -> list[Object]:
    """Leaves of a parent tree for entries that are numbered from `first` on (ISO 32000-1, 7.9.7)."""
    leaves: list[Object] = []
    for start in range(0, len(parents), LEAF_LIMIT):
        some = parents[start : start + LEAF_LIMIT]
        numbers = Array([part for key, entry in enumerate(some, start=first + start) for part in (key, entry)])
        limits = Array([first + start, first + start + len(some) - 1])
        leaves.append(pdf.make_indirect(Dictionary(Limits=limits, Nums=numbers)))
    return leaves
