"""How the clerk wants the pack built and shown for now: for whom, going on how, opened with which passwords.

Nothing of it is written anywhere: passwords are gone when the program ends, the rest when another meeting is opened.
"""

from PySide6.QtCore import QObject, Signal

from agendabuilder.app.made_packs import BuildOrder
from agendabuilder.domain.audience import Audience
from agendabuilder.domain.issued_pack import IssueMode


class PackWishes(QObject):
    """The wishes; whoever builds or shows a pack asks here."""

    changed = Signal()
    """The pack would now be another one, or is to be shown to others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.audience = Audience.MEMBERS
        """Whose pack is shown, where there are two."""
        self.way = IssueMode.RENUMBER
        """How the pack goes on from its last issue."""
        self.passwords: tuple[str, ...] = ()
        """What opens locked reports, each tried on every one."""

    @property
    def shown_pack(self) -> BuildOrder:
        """The order for the pack that is shown."""
        return BuildOrder(audience=self.audience, way=self.way, passwords=self.passwords)

    def show_to(self, audience: Audience) -> None:
        """Show the pack as members have it, or as the public has it."""
        if audience is not self.audience:
            self.audience = audience
            self.changed.emit()

    def go_on(self, way: IssueMode) -> None:
        """Build and show the pack as it would follow its last issue in this way."""
        if way is not self.way:
            self.way = way
            self.changed.emit()

    def give_password(self, password: str) -> None:
        """Try a password on the reports that are locked; it is tried again even if it is known."""
        if password not in self.passwords:
            self.passwords = (*self.passwords, password)
        self.changed.emit()

    def forget_password(self, password: str) -> None:
        """Do not try a password any more: it opened nothing."""
        self.passwords = tuple(each for each in self.passwords if each != password)

    def begin_anew(self, way: IssueMode) -> None:
        """Another meeting is open: all but the passwords is as usual again."""
        self.audience, self.way = Audience.MEMBERS, way
