"""Files as the meeting names them and as the disk does: an accented letter can be written in two ways.

A Mac takes both for one; Windows and Linux do not. So a folder that came from a Mac, or went through a zip file, may
hold "Café.pdf" in the other spelling.
"""

import unicodedata
from dataclasses import replace
from pathlib import Path

from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting


def with_names_on_disk(folder: Path, meeting: Meeting) -> Meeting:
    """The meeting with each file spelled as it lies in the folder; one that is not there is left as it is named."""
    if meeting.look.logo:
        logo = replace(meeting.look.logo, file=name_on_disk(folder, meeting.look.logo.file))
        meeting = replace(meeting, look=replace(meeting.look, logo=logo))
    return replace(meeting, items=tuple(_item(folder, item) for item in meeting.items))


def name_on_disk(folder: Path, file: str) -> str:
    """How a file is spelled that lies in the folder, if it does."""
    if file.isascii():
        return file
    spellings = (file, unicodedata.normalize("NFC", file), unicodedata.normalize("NFD", file))
    return next((spelling for spelling in spellings if (folder / spelling).exists()), file)


def _item(folder: Path, item: Item) -> Item:
    reports = tuple(replace(each, file=name_on_disk(folder, each.file)) for each in item.reports)
    return replace(item, reports=reports, items=tuple(_item(folder, child) for child in item.items))
