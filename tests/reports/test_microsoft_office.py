"""What Microsoft's programs are asked to do, told to a stand-in: they themselves run only on Windows."""

import subprocess
import sys
import time

import psutil
import pytest

from agendabuilder.reports.office.office_processes import none_left_behind
from agendabuilder.reports.office.word_office import export, find_office


class StandIn:
    """Takes every call and every setting, and notes them by the path of names that leads there.

    `has` are the values that can be read of it, such as `Presentations.Count`.
    """

    def __init__(self, notes, path="", broken="", has=None):
        self.__dict__.update(notes=notes, path=path, broken=broken, has=has or {})

    def __getattr__(self, name):
        path = f"{self.path}.{name}".lstrip(".")
        return self.has[path] if path in self.has else StandIn(self.notes, path, self.broken, self.has)

    def __setattr__(self, name, value):
        self.notes.append((f"{self.path}.{name}".lstrip("."), value))

    def __call__(self, *values, **named):
        self.notes.append((self.path, {**dict(enumerate(values)), **named}))
        if self.broken and self.path.endswith(self.broken):
            raise OSError(self.path)
        return StandIn(self.notes, self.path, self.broken, self.has)


NEW = {"AutomationSecurity": 1, "Visible": 0, "Presentations.Count": 0}
"""What a program says of itself that has just been started for us."""


def told(program, broken="", **has):
    notes = []
    application = StandIn(notes, broken=broken, has={**NEW, **{key.replace("_", "."): has[key] for key in has}})
    if broken:
        with pytest.raises(OSError, match=broken):
            export(application, program, "in", "out.pdf")
    else:
        export(application, program, "in", "out.pdf")
    return notes


@pytest.mark.parametrize("program", ["Word.Application", "PowerPoint.Application", "Excel.Application"])
def test_macros_are_off_before_a_file_is_opened_and_the_program_is_ended(program):
    notes = told(program)
    opened = next(place for place, (name, _) in enumerate(notes) if name.endswith(".Open"))
    assert ("AutomationSecurity", 3) in notes[:opened]
    assert notes[opened][1]["ReadOnly"] is True
    assert notes[-1][0] == "Quit"


@pytest.mark.parametrize("broken", ["", "SaveAs"])
@pytest.mark.parametrize("met", [{"Presentations_Count": 2}, {"Visible": -1}])
def test_the_clerks_own_powerpoint_goes_on_with_its_macros_as_they_were(met, broken):
    notes = told("PowerPoint.Application", broken, **met)
    assert notes[-1] == ("AutomationSecurity", 1)
    assert "Quit" not in [name for name, _ in notes]
    assert "Presentations.Open.Close" in [name for name, _ in notes]


def test_word_does_not_save_the_clerks_template():
    assert told("Word.Application")[-1] == ("Quit", {"SaveChanges": 0})


def test_no_program_asks_anything_that_nobody_sees():
    opened = dict(told("Excel.Application"))["Workbooks.Open"]
    assert (opened["UpdateLinks"], opened["IgnoreReadOnlyRecommended"], opened["Notify"]) == (0, True, False)
    opened = dict(told("Word.Application"))["Documents.Open"]
    assert (opened["ConfirmConversions"], opened["NoEncodingDialog"]) == (False, True)


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
    assert told(program, broken)[-1][0] == "Quit"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows may have Office")
def test_there_is_none_elsewhere():
    assert find_office("docx") is None


@pytest.fixture
def program(tmp_path):
    """Starts a process that looks like Word, with these words on its command line."""
    started = []

    def start(*words):
        image = tmp_path / "WINWORD.EXE"
        if not image.exists():
            image.symlink_to(sys.executable)
        process = subprocess.Popen([image, "-c", "import time; time.sleep(60)", *words])
        started.append(process)
        while psutil.Process(process.pid).name() != "WINWORD.EXE":
            time.sleep(0.01)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()


as_linux_names = pytest.mark.skipif(
    sys.platform != "linux", reason="a link gives its name to the process on Linux only"
)


def begin_two_and_fail(start, begun):
    """What becomes of a conversion that is stopped; the second Word shows a window by then."""
    with none_left_behind("WINWORD.EXE", shows_window=lambda process_id: process_id == begun[1].pid):
        begun += [start("/Automation", "-Embedding") for _ in range(2)]
        raise KeyError


@as_linux_names
def test_a_word_that_its_worker_left_unseen_is_ended_and_no_other(program):
    clerks, others, begun = program(), program("/Automation", "-Embedding"), []
    with pytest.raises(KeyError):
        begin_two_and_fail(program, begun)
    assert begun[0].wait(10)
    assert [each.poll() for each in (clerks, others, begun[1])] == [None, None, None]


@as_linux_names
def test_a_word_that_did_its_work_ends_by_itself(program):
    with none_left_behind("WINWORD.EXE"):
        ours = program("/Automation", "-Embedding")
    assert ours.poll() is None
