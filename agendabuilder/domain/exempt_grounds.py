"""On which grounds business may be kept from the public: the paragraphs that each law lists, as data.

The descriptions are our own short words, to choose by; what counts is the paragraph of the law, which is named
beside them. Who is bound by which law is a setting of the meeting (`AccessLaw`) with the nation of its notice rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from agendabuilder.domain.notice_rule import Nation


class AccessLaw(StrEnum):
    """What opens a body's meetings to the public, and says when they may be closed.

    COUNCIL: principal councils, each by its nation's Act. EXECUTIVE: their cabinets in England, by Regulations of
    2012. PUBLIC_BODIES: parish and community councils and NHS bodies, by the Act of 1960. OWN_RULES: whoever no
    such law binds, such as school governors and charities.
    """

    COUNCIL = "council"
    EXECUTIVE = "executive"
    PUBLIC_BODIES = "public_bodies"
    OWN_RULES = "own_rules"


@dataclass(frozen=True, slots=True)
class Ground:
    """One paragraph of a list: its number, and what it is about in a few words."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """What one law says: the list of paragraphs, where it stands, and where the power to exclude the public does.

    A law without paragraphs has no `schedule`.
    """

    power: str
    schedule: str = ""
    paragraphs: tuple[Ground, ...] = ()

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of all its paragraphs."""
        return frozenset(ground.number for ground in self.paragraphs)


_SEVEN = (
    "about an individual",
    "could show who an individual is",
    "about the money or business of a person or body, the council itself included",
    "about talks with employees or unions on working conditions",
    "legal advice and papers that could be held back in court",
    "would show a notice, order or direction before it is given",
    "about preventing, investigating or prosecuting crime",
)


def _numbered(first: int, words: tuple[str, ...]) -> tuple[Ground, ...]:
    return tuple(Ground(number, each) for number, each in enumerate(words, start=first))


_ACT_1972 = "section 100A(4) of the Local Government Act 1972"

_COUNCILS: Mapping[Nation, Grounds] = {
    # Schedule 12A Part 1 as substituted by SI 2006/88
    Nation.ENGLAND: Grounds(_ACT_1972, "Part 1 of Schedule 12A to the Local Government Act 1972", _numbered(1, _SEVEN)),
    # Schedule 12A Part 4 as substituted by SI 2007/969 (W.86)
    Nation.WALES: Grounds(_ACT_1972, "Part 4 of Schedule 12A to the Local Government Act 1972", _numbered(12, _SEVEN)),
    Nation.SCOTLAND: Grounds(
        "section 50A(4) of the Local Government (Scotland) Act 1973",
        "Part 1 of Schedule 7A to the Local Government (Scotland) Act 1973",
        _numbered(
            1,
            (
                "about an employee or office-holder of the council, past, present or applying",
                "about a tenant or occupier of council housing, past, present or applying",
                "about somebody who uses a service of the council, or did, or applied to",
                "about somebody who has financial help from the council, or did, or applied for it",
                "about a child's adoption, care, fostering or education",
                "about the money or business of a person or body other than the council",
                "about reports on, or supervision of, a person by social workers",
                "how much the council means to spend under a contract for property, goods or services",
                "terms that are proposed or being negotiated in a contract for property, goods or services",
                "who has made a tender for a contract",
                "about talks with employees or unions on working conditions",
                "instructions to counsel, their opinion, and advice in legal proceedings",
                "would show a notice, order or direction before it is given",
                "about preventing, investigating or prosecuting crime",
                "would show who informed the council under protection",
            ),
        ),
    ),
    Nation.NORTHERN_IRELAND: Grounds(
        "section 42(4) of the Local Government Act (Northern Ireland) 2014",
        "Part 1 of Schedule 6 to the Local Government Act (Northern Ireland) 2014",
        _numbered(1, _SEVEN),
    ),
}

_EXECUTIVE = Grounds(
    "regulation 4(2)(b) of the Local Authorities (Executive Arrangements) (Meetings and Access to Information) "
    "(England) Regulations 2012",
    _COUNCILS[Nation.ENGLAND].schedule,
    _COUNCILS[Nation.ENGLAND].paragraphs,
)

_PUBLIC_BODIES = Grounds("section 1(2) of the Public Bodies (Admission to Meetings) Act 1960")

_OWN_RULES = Grounds("")


def grounds_of(law: AccessLaw, nation: Nation) -> Grounds:
    """The grounds that a body's law gives. The Regulations of 2012 are England's alone."""
    if law is AccessLaw.EXECUTIVE and nation is Nation.ENGLAND:
        return _EXECUTIVE
    if law is AccessLaw.PUBLIC_BODIES:
        return _PUBLIC_BODIES
    return _OWN_RULES if law is AccessLaw.OWN_RULES else _COUNCILS[nation]
