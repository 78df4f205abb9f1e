"""The people that an agenda names: members of the body, contributors to an item, the contact."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """One member of the body, as the front sheet lists them.

    `role` is printed as typed ("Chairman", "Vice-Chair", "Substitute"); `organisation` is the body or
    post that stands in brackets. A co-opted member is listed in a group of their own.
    """

    name: str = ""
    role: str = ""
    organisation: str = ""
    co_opted: bool = False

    @property
    def role_initials(self) -> str:
        """The role as its initials: "Vice-Chairman" gives "VC"."""
        return "".join(word[0].upper() for word in self.role.replace("-", " ").split())


@dataclass(frozen=True, slots=True)
class Contributor:
    """Somebody who speaks to an item: a person, or a group such as "All members"."""

    name: str = ""
    role: str = ""
    organisation: str = ""

    @property
    def line(self) -> str:
        """Name, role and organisation as one line with commas."""
        return ", ".join(part for part in (self.name, self.role, self.organisation) if part)


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask about the meeting."""

    name: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""
