"""The names used before, one by one: each can be mended or taken out, and is then offered so, or no more."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from agendabuilder.domain.people import Contributor
from agendabuilder.store.people_used import load_people, save_people
from agendabuilder.ui.pieces.people_table import PeopleTable

_COLUMNS = (("name", "Name"), ("role", "Post"), ("organisation", "Organisation"))


class KnownPeople(PeopleTable):
    """The table of them; it keeps each change at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._known = load_people()
        super().__init__(self, _COLUMNS, "Names used before", parent, in_order=False)
        self.follow()

    def refresh(self) -> None:
        """Catch up with what meetings have added."""
        self._known = load_people()
        self.follow()

    def people(self) -> Sequence[Contributor]:
        """The people, in the order of the alphabet."""
        return self._known

    def change(self, act: str, people: Sequence[Contributor], merge_key: str = "") -> None:  # noqa: ARG002 (a `Roll`)
        """Keep these; one without a name goes."""
        save_people(each for each in people if each.name.strip())
        self.refresh()

    def nobody(self) -> Contributor:
        """Somebody to begin with."""
        return Contributor()
