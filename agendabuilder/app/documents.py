"""What is made of a meeting beside its pack: the agenda for the web and for Word, draft minutes, a table.

Values that are light to load: the window must not load what makes the documents (`app/write_document.py`).
"""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from agendabuilder.app.made_packs import BuildOrder
from agendabuilder.app.pack_name import is_folder, pack_file
from agendabuilder.domain.audience import Audience
from agendabuilder.domain.meeting import Meeting

_USUAL = BuildOrder()


class Document(Enum):
    """A kind of document: what its file is called, and the file's endings, the usual one first."""

    WEB_PAGE = ("agenda pack", (".html", ".htm"))
    """Named as the pack is, which it leads to."""

    AGENDA = ("agenda", (".docx",))
    MINUTES = ("draft minutes", (".docx",))
    TABLE = ("agenda table", (".csv",))

    @property
    def endings(self) -> tuple[str, ...]:
        """With their dots."""
        endings: tuple[str, ...] = self.value[1]
        return endings


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """A document that was written, and the pack whose pages it names, where it is expected: beside it."""

    file: Path
    pack: Path


def document_file(
    document: Document, asked: Path, meeting: Meeting, audience: Audience | None, order: BuildOrder = _USUAL
) -> Path:
    """Where a document goes: the file `asked`, or its usual name in the folder `asked`.

    `audience` is for a document that is one of two, as for packs.
    """
    if not is_folder(asked, document.endings):
        return asked
    name, endings = document.value
    return pack_file(asked, meeting, audience, order, name).with_suffix(endings[0])
