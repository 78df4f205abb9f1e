"""What Microsoft's programs are asked to do, told to a stand-in: they themselves run only on Windows."""

import sys

import pytest

from agendabuilder.reports.word_office import export, find_office


class StandIn:
    """Takes every call and every setting, and notes them by the path of names that leads there."""

    def __init__(self, notes, path="", broken=""):
        self.__dict__.update(notes=notes, path=path, broken=broken)

    def __getattr__(self, name):
        return StandIn(self.notes, f"{self.path}.{name}".lstrip("."), self.broken)

    def __setattr__(self, name, value):
        self.notes.append((f"{self.path}.{name}".lstrip("."), value))

    def __call__(self, *values, **named):
        self.notes.append((self.path, {**dict(enumerate(values)), **named}))
        if self.broken and self.path.endswith(self.broken):
            raise OSError(self.path)
        return StandIn(self.notes, self.path, self.broken)


def told(program, broken=""):
    notes = []
    if broken:
        with pytest.raises(OSError, match=broken):
            export(StandIn(notes, broken=broken), program, "in", "out.pdf")
    else:
        export(StandIn(notes), program, "in", "out.pdf")
    return notes


@pytest.mark.parametrize("program", ["Word.Application", "PowerPoint.Application", "Excel.Application"])
def test_macros_are_off_before_a_file_is_opened_and_the_program_is_ended(program):
    notes = told(program)
    opened = next(place for place, (name, _) in enumerate(notes) if name.endswith(".Open"))
    assert ("AutomationSecurity", 3) in notes[:opened]
    assert notes[opened][1]["ReadOnly"] is True
    assert notes[-1] == ("Quit", {})


def test_word_exports_with_tags_and_bookmarks_and_without_marked_changes():
    name, asked = next(note for note in told("Word.Application") if note[0].endswith("ExportAsFixedFormat"))
    assert name == "Documents.Open.ExportAsFixedFormat"
    assert asked["DocStructureTags"] is True
    assert (asked["ExportFormat"], asked["CreateBookmarks"], asked["Item"]) == (17, 1, 0)
    assert asked["OutputFileName"] == "out.pdf"


@pytest.mark.parametrize(
    ("program", "broken"), [("Word.Application", "ExportAsFixedFormat"), ("Excel.Application", "Open")]
)
def test_the_program_is_ended_when_it_fails(program, broken):
    assert told(program, broken)[-1] == ("Quit", {})


@pytest.mark.skipif(sys.platform == "win32", reason="Windows may have Office")
def test_there_is_none_elsewhere():
    assert find_office("docx") is None
