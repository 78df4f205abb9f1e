"""The preview is the pack: the same bytes, whatever was typed before, and the same findings on files."""

from dataclasses import replace
from datetime import date
from os import getpid
from pathlib import Path

from making import make_folder, make_report

from agendabuilder import paths
from agendabuilder.app.build_pack import build_packs
from agendabuilder.app.made_packs import BuildOrder, PackPreview
from agendabuilder.app.preview_pack import preview_pack, sweep_previews
from agendabuilder.domain.meeting import Meeting
from agendabuilder.progress import SilentProgress
from agendabuilder.store.meeting_folder import MeetingFolder

TODAY = date(2027, 1, 4)


def made(path: Path) -> MeetingFolder:
    items = [
        {"title": "Apologies"},
        {"title": "Budget", "reports": [("budget", 3), ("annex", 2)]},
        {"title": "Land", "access": "exempt", "paragraphs": [3], "reports": [("land", 1)]},
    ]
    return MeetingFolder(make_folder(path / "meeting", items))


def preview(folder: MeetingFolder, meeting: Meeting) -> PackPreview:
    return preview_pack(meeting, folder.path, paths.cache(), TODAY, SilentProgress())


def built_bytes(folder: MeetingFolder, draft: bool = False) -> bytes:
    order = BuildOrder(draft=draft)
    return build_packs(folder, paths.cache(), TODAY, SilentProgress(), order)[0].file.read_bytes()


def test_the_preview_is_the_built_file_to_the_byte(tmp_path: Path) -> None:
    folder = made(tmp_path)
    assert preview(folder, folder.load()).file.read_bytes() == built_bytes(folder)


def test_after_a_change_of_wording_it_is_still_the_built_file(tmp_path: Path) -> None:
    folder = made(tmp_path)
    preview(folder, folder.load())
    changed = replace(folder.load(), venue="Tŷ'r Cyngor", committee="Homes Committee")
    shown = preview(folder, changed).file.read_bytes()
    folder.save(changed)
    assert shown == built_bytes(folder)


def test_after_a_changed_report_it_is_still_the_built_file(tmp_path: Path) -> None:
    folder = made(tmp_path)
    preview(folder, folder.load())
    make_report(folder.reports / "annex.pdf", 4, "New annex")
    shown = preview(folder, folder.load())
    assert shown.plan.total == 12
    assert shown.file.read_bytes() == built_bytes(folder)


def test_while_something_stops_the_build_it_is_the_draft(tmp_path: Path) -> None:
    folder = made(tmp_path)
    (folder.reports / "annex.pdf").unlink()
    shown = preview(folder, folder.load())
    assert [finding.code for finding in shown.findings if finding.severity == "blocker"] == ["report-missing"]
    assert shown.file.read_bytes() == built_bytes(folder, draft=True)


def test_nothing_is_written_into_the_meetings_folder(tmp_path: Path) -> None:
    folder = made(tmp_path)
    before = sorted(folder.path.rglob("*"))
    shown = preview(folder, folder.load())
    assert sorted(folder.path.rglob("*")) == before
    shown.discard()
    assert not shown.file.exists()


def test_the_next_start_deletes_what_a_process_left_that_is_gone(tmp_path: Path) -> None:
    ours = preview(made(tmp_path), made(tmp_path).load()).file
    left = [ours.with_name(f"{2**22 + 1}-1.pdf"), ours.with_name("draft.pdf")]
    for file in left:
        file.write_bytes(b"%PDF-1.7")
    assert ours.name.startswith(f"{getpid()}-")
    sweep_previews(paths.cache())
    assert list(ours.parent.iterdir()) == [ours]
