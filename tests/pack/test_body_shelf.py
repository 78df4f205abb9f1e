"""A rebuild takes the stamped body from the shelf, and only a whole one."""

import threading
from datetime import date
from pathlib import Path

from making import make_folder
from pypdf import PdfReader

from agendabuilder.app.build_pack import build_packs
from agendabuilder.app.made_packs import BuildOrder
from agendabuilder.progress import SilentProgress
from agendabuilder.store.meeting_folder import open_folder


def build(folder: Path, cache: Path, out: Path) -> bytes:
    build_packs(open_folder(folder), cache, date(2027, 2, 1), SilentProgress(), BuildOrder(out))
    return out.read_bytes()


def test_a_rebuild_gives_the_same_bytes_as_the_first_build(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", [{"title": "Budget", "reports": [("budget", 3)]}])
    first = build(folder, tmp_path / "c", tmp_path / "one.pdf")
    assert list((tmp_path / "c" / "bodies").glob("*.pdf"))
    assert build(folder, tmp_path / "c", tmp_path / "two.pdf") == first


def test_a_body_that_was_damaged_is_built_again(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", [{"title": "Budget", "reports": [("budget", 3)]}])
    first = build(folder, tmp_path / "c", tmp_path / "one.pdf")
    (body,) = (tmp_path / "c" / "bodies").glob("*.pdf")
    content = bytearray(body.read_bytes())
    content[len(content) // 2] ^= 0xFF
    body.write_bytes(content)
    assert build(folder, tmp_path / "c", tmp_path / "two.pdf") == first


def test_only_the_latest_bodies_are_kept(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", [{"title": "Budget", "reports": [("budget", 1)]}])
    for first_page in range(1, 8):
        make_folder(folder, [{"title": "Budget", "reports": [("budget", 1)]}], first_page=2 * first_page - 1)
        build(folder, tmp_path / "c", tmp_path / "pack.pdf")
    bodies = tmp_path / "c" / "bodies"
    assert len(list(bodies.glob("*.pdf"))) == len(list(bodies.glob("*.json"))) == 4
    assert not list(bodies.glob("*.unproven"))


def test_two_builds_of_one_meeting_at_once_do_not_harm_each_other(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", [{"title": "Budget", "reports": [("budget", 30)]}])
    outs = [tmp_path / f"{number}.pdf" for number in range(4)]
    builds = [threading.Thread(target=build, args=(folder, tmp_path / "c", out)) for out in outs]
    for thread in builds:
        thread.start()
    for thread in builds:
        thread.join()
    assert [len(PdfReader(out).pages) for out in outs] == [32] * 4
