"""The meeting file: short ones are valid, wrong ones are refused with the place, saving is whole."""

import json
import subprocess
import sys
import time as clock
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendabuilder.domain.item import Access, Item, ItemKind, Report, ToFollow
from agendabuilder.domain.meeting import Contact, Meeting, Member, Notice, Placement, PreMeeting
from agendabuilder.domain.people import Contributor
from agendabuilder.domain.presentation import Look, TextSize, TimeForm
from agendabuilder.errors import FolderError, LockedError, MeetingFileError
from agendabuilder.store.codec import decode_meeting, encode_meeting
from agendabuilder.store.folder_lock import folder_lock
from agendabuilder.store.meeting_folder import MeetingFolder, create_folder, open_folder

SHORT = """
{"format": 1, "organisation": "Norbury Council", "committee": "Housing Committee", "date": "2027-03-04",
 "start": "14:00", "venue": "Council Chamber", "webcast": true,
 "items": [
   {"title": "Apologies for absence"},
   {"title": "Minutes", "text": "To confirm the minutes of **14 January 2027**.", "start": "14:05",
    "reports": [{"file": "reports/minutes.pdf"}]},
   {"title": "Repairs backlog", "minutes": 20,
    "contributors": [{"name": "A Okafor", "role": "Head of Housing"}],
    "reports": [{"title": "Report", "file": "reports/repairs.pdf"},
                {"title": "Appendix A", "file": "reports/repairs-a.pdf"}]}]}
"""


def test_a_short_file_written_by_hand_is_a_meeting() -> None:
    meeting = decode_meeting(SHORT)
    assert meeting.date == date(2027, 3, 4)
    assert meeting.items[1].start == time(14, 5)
    assert [report.file for _, report in meeting.all_reports()] == [
        "reports/minutes.pdf",
        "reports/repairs.pdf",
        "reports/repairs-a.pdf",
    ]
    assert decode_meeting("{}").count_front is True


def test_everything_that_has_no_id_gets_one_and_keeps_it() -> None:
    meeting = decode_meeting(SHORT)
    ids = [item.id for item in meeting.all_items()] + [report.id for _, report in meeting.all_reports()]
    assert len(set(ids)) == 6
    assert decode_meeting(encode_meeting(meeting)) == meeting


def test_a_repeated_id_is_given_anew() -> None:
    meeting = decode_meeting('{"items": [{"id": "1", "title": "A"}, {"id": "1", "title": "B"}]}')
    first, second = [item.id for item in meeting.items]
    assert first == "1"
    assert second not in ("", "1")


def test_in_a_short_file_that_is_edited_by_hand_what_was_not_touched_keeps_its_id() -> None:
    before = decode_meeting(WITH_BUDGET % '{"title": "Land", "reports": [{"file": "reports/land.pdf"}]},')
    after = decode_meeting(WITH_BUDGET % '{"title": "Parking", "reports": [{"file": "reports/parking.pdf"}]},')
    assert before.items[1].reports[0].id == after.items[1].reports[0].id
    assert before.items[0].reports[0].id != after.items[0].reports[0].id


WITH_BUDGET = '{"items": [%s {"title": "Budget", "reports": [{"file": "reports/budget.pdf"}]}]}'


@pytest.mark.parametrize(
    ("fault", "place"),
    [
        ('{"items": [{}, {}, {"start": "25:05"}]}', "items[2].start"),
        ('{"items": [{"start": "2 pm"}]}', "items[0].start"),
        ('{"items": [{"start": 14}]}', "items[0].start"),
        ('{"items": [{"minutes": "20"}]}', "items[0].minutes"),
        ('{"items": [{"minutes": -1}]}', "items[0].minutes"),
        ('{"items": [{"minutes": true}]}', "items[0].minutes"),
        ('{"items": [{"minuts": 20}]}', "items[0].minuts"),
        ('{"items": {}}', "items"),
        ('{"items": [[]]}', "items[0]"),
        ('{"items": [{"title": null}]}', "items[0].title"),
        ('{"date": "2027-02-30"}', "date"),
        ('{"date": "4 March 2027"}', "date"),
        ('{"webcast": 1}', "webcast"),
        ('{"table": {"times": "noon"}}', "table.times"),
        ('{"items": [{"access": "secret"}]}', "items[0].access"),
        ('{"items": [{"access": "exempt", "paragraphs": ["3"]}]}', "items[0].paragraphs[0]"),
        ('{"items": [{"access": "exempt", "paragraphs": [0]}]}', "items[0].paragraphs"),
        ('{"items": [{"reports": [{"file": "/etc/x.pdf"}]}]}', "items[0].reports[0].file"),
        ('{"items": [{"reports": [{"file": "../x.pdf"}]}]}', "items[0].reports[0].file"),
        ('{"items": [{"reports": [{"file": "reports/../../x.pdf"}]}]}', "items[0].reports[0].file"),
        ('{"items": [{"reports": [{"file": "C:/x.pdf"}]}]}', "items[0].reports[0].file"),
        ('{"items": [{"reports": [{"file": "reports\\\\x.pdf"}]}]}', "items[0].reports[0].file"),
        ('{"items": [{"items": [{"reports": [{"title": "A"}]}]}]}', "items[0].items[0].reports[0].file"),
        ('{"items": [{"reports": [{"to_follow": {"due": "soon"}}]}]}', "items[0].reports[0].to_follow.due"),
        ('{"items": [{"reports": [{"verbal": true, "to_follow": {}}]}]}', "items[0].reports[0].verbal"),
        ('{"look": {"accent": "blue"}}', "look.accent"),
        ('{"look": {"logo": {"file": "../logo.png"}}}', "look.logo.file"),
        ('{"stamp": {"page": "Page"}}', "stamp.page"),
        ('{"stamp": {"size": 400}}', "stamp.size"),
        ('{"first_page": 0}', "first_page"),
        ('{"format": 2}', "format"),
        ('{"format": "1"}', "format"),
        ('{"venue": "A", "venue": "B"}', "venue"),
        ('{"venue" "A"}', "line 1, column 10"),
    ],
)
def test_wrong_input_is_refused_with_the_place_where_it_stands(fault: str, place: str, tmp_path: Path) -> None:
    (tmp_path / "meeting.agenda").write_text(fault, encoding="utf-8")
    with pytest.raises(MeetingFileError) as refused:
        open_folder(tmp_path).load()
    assert refused.value.place == place
    assert place in refused.value.title
    assert (tmp_path / "meeting.agenda").read_text(encoding="utf-8") == fault


@pytest.mark.parametrize("content", [b"\xff\xfe", b"[]", b"", b"null", b'{"stamp": {"size": NaN}}', b"[" * 100_000])
def test_what_is_no_meeting_at_all_is_refused(content: bytes) -> None:
    with pytest.raises(MeetingFileError):
        decode_meeting(content)


def test_a_file_of_a_newer_version_is_refused_with_a_clear_sentence() -> None:
    with pytest.raises(MeetingFileError, match="this file has format 7; this version of Agenda Builder reads up to 1"):
        decode_meeting('{"format": 7, "something": "new"}')


TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
TIMES = st.none() | st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
REPORTS = st.builds(
    Report,
    title=TEXT,
    file=st.just("reports/a.pdf"),
    pages=st.sampled_from(["", "1-4, 9"]),
    to_follow=st.none() | st.builds(ToFollow, TEXT, st.none() | st.dates()),
    access=st.sampled_from(Access),
    paragraphs=st.lists(st.integers(1, 18), max_size=3).map(tuple),
)
ITEMS = st.recursive(
    st.builds(Item, title=TEXT, start=TIMES, minutes=st.none() | st.integers(0, 90)),
    lambda inner: st.builds(
        Item,
        title=TEXT,
        text=TEXT,
        kind=st.sampled_from(ItemKind),
        contributors=st.lists(st.builds(Contributor, TEXT, TEXT), max_size=2).map(tuple),
        reports=st.lists(REPORTS, max_size=2).map(tuple),
        items=st.lists(inner, max_size=2).map(tuple),
    ),
    max_leaves=6,
)
MEETINGS = st.builds(
    Meeting,
    committee=TEXT,
    date=st.none() | st.dates(),
    start=TIMES,
    pre_meeting=st.none() | st.builds(PreMeeting, TIMES, TEXT, TEXT),
    members=st.lists(st.builds(Member, TEXT, TEXT, TEXT, st.booleans()), max_size=3).map(tuple),
    contact=st.none() | st.builds(Contact, TEXT, TEXT, TEXT, TEXT),
    notices=st.lists(st.builds(Notice, placement=st.sampled_from(Placement), text=TEXT), max_size=2).map(tuple),
    items=st.lists(ITEMS, max_size=4).map(tuple),
    look=st.builds(Look, text_size=st.sampled_from(TextSize)),
)


@given(MEETINGS)
def test_any_meeting_is_the_same_after_saving_and_opening(meeting: Meeting) -> None:
    saved = decode_meeting(encode_meeting(meeting))
    assert decode_meeting(encode_meeting(saved)) == saved
    assert encode_meeting(saved) == encode_meeting(decode_meeting(encode_meeting(saved)))
    assert [item.title for item in saved.all_items()] == [item.title for item in meeting.all_items()]
    assert (saved.date, saved.members, saved.contact) == (meeting.date, meeting.members, meeting.contact)


def test_defaults_are_left_out_of_the_file() -> None:
    assert json.loads(encode_meeting(Meeting(venue="Council Chamber"))) == {"format": 1, "venue": "Council Chamber"}


def test_times_are_saved_in_24_hours_however_they_print() -> None:
    meeting = Meeting(start=time(14, 5))
    assert '"start": "14:05"' in encode_meeting(meeting)
    assert TimeForm("2.00 pm") is TimeForm.DOT_12


def test_a_folder_without_a_meeting_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="holds no meeting"):
        open_folder(tmp_path)
    with pytest.raises(FolderError, match="There is no folder"):
        open_folder(tmp_path / "nowhere")


def test_a_new_meeting_never_replaces_one_that_is_there(tmp_path: Path) -> None:
    create_folder(tmp_path / "m", Meeting(venue="A"))
    with pytest.raises(FolderError, match="holds a meeting already"):
        create_folder(tmp_path / "m", Meeting(venue="B"))
    assert open_folder(tmp_path / "m" / "meeting.agenda").load().venue == "A"


def test_the_lock_names_who_has_the_meeting_open(tmp_path: Path) -> None:
    with (
        folder_lock(tmp_path),
        pytest.raises(LockedError, match=r"open already: .+ on .+, since \d\d \w+ \d{4}, \d\d:\d\d"),
        folder_lock(tmp_path),
    ):
        pass
    with folder_lock(tmp_path):
        pass


SAVE_FOR_EVER = """
import sys
from dataclasses import replace
from pathlib import Path
from agendabuilder.store.meeting_folder import open_folder
folder = open_folder(Path(sys.argv[1]))
meeting, count = folder.load(), 0
print("ready", flush=True)
while True:
    count += 1
    folder.save(replace(meeting, first_page=count, venue="x" * (count % 50_000)))
"""


def test_killing_the_program_while_it_saves_leaves_a_whole_meeting(tmp_path: Path) -> None:
    folder = create_folder(tmp_path / "m", Meeting(committee="Housing"))
    for attempt in range(8):
        saving = subprocess.Popen(
            [sys.executable, "-c", SAVE_FOR_EVER, str(folder.path)], stdout=subprocess.PIPE, text=True
        )
        assert saving.stdout is not None
        with saving, saving.stdout:
            saving.stdout.readline()
            clock.sleep(0.003 * attempt)
            saving.kill()
        assert MeetingFolder(folder.path).load().committee == "Housing"
