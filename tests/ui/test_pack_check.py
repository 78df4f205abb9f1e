"""After a build the finished pack is looked through by itself, and what is found joins the other findings."""

from dataclasses import replace
from pathlib import Path

import pikepdf
from making import make_report
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from agendabuilder.app.made_packs import IssueOrder
from agendabuilder.domain.edits import change_report
from agendabuilder.fingerprint import fingerprint_of
from agendabuilder.ui.window.main_window import MainWindow


def damage(report: Path) -> None:
    with pikepdf.open(report, allow_overwriting_input=True) as pdf:
        content = pdf.pages[1].obj.Contents
        content.write(content.read_bytes() + b" <41 ( ")
        pdf.save(report)


def said(window: MainWindow) -> str:
    return window.build_bar.findChild(QLabel).text()


def codes(window: MainWindow) -> list[str]:
    return [each.code for each in window.workspace.findings if each.code.startswith("pack-")]


def build(window: MainWindow) -> None:
    window.build_bar.build()
    window.pack_check.look_through()


def test_of_a_good_pack_the_bar_says_so(window: MainWindow) -> None:
    build(window)
    assert said(window).startswith("The pack is ready")
    assert said(window).endswith("The finished file was looked through: nothing to mend.")
    assert codes(window) == []


def test_a_damaged_report_is_told_with_its_place_and_words_for_its_author(window: MainWindow, folder: Path) -> None:
    damage(folder / "reports" / "repairs.pdf")
    build(window)
    assert said(window).endswith("The finished file was looked through: 1 to look at.")
    (finding,) = (each for each in window.workspace.findings if each.code == "pack-damaged")
    assert "“repairs.pdf” is damaged" in finding.sentence
    assert window.workspace.meeting.items[2].id == finding.item_id
    assert finding.for_author


def test_it_stays_while_the_clerk_types_and_goes_when_the_report_is_replaced(window: MainWindow, folder: Path) -> None:
    damage(folder / "reports" / "repairs.pdf")
    build(window)
    workspace = window.workspace
    workspace.edit("Change the venue", lambda meeting: meeting)
    assert codes(window) == ["pack-damaged"]
    make_report(folder / "reports" / "other.pdf", 2)
    report = workspace.meeting.items[2].reports[0]
    workspace.edit("Replace the report", change_report, report.id, file="reports/other.pdf")
    assert codes(window) == []


def test_it_begins_by_itself_a_moment_after_the_build(window: MainWindow, qtbot: QtBot) -> None:
    window.build_bar.build()
    qtbot.waitUntil(lambda: "looked through" in said(window), timeout=10_000)


def test_a_fault_of_the_program_is_said_in_the_bar(window: MainWindow, folder: Path) -> None:
    window.build_bar.build()
    (pack,) = folder.glob("*.pdf")
    spoil_as_if_built_so(pack, window)
    window.pack_check.look_through()
    assert said(window).startswith("The finished pack has a fault that is not yours: Page 1 is damaged")
    assert "Do not publish it." in said(window)


def spoil_as_if_built_so(pack: Path, window: MainWindow) -> None:
    with pikepdf.open(pack, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Contents.append(pdf.make_stream(b" <41 ( "))
        pdf.save(pack)
    built = window.build_bar.pack
    assert built is not None
    record = replace(built.record, fingerprint=fingerprint_of(pack))
    window.build_bar.built.emit((replace(built, record=record),))


def test_a_pack_that_is_gone_by_then_is_no_trouble(window: MainWindow, folder: Path) -> None:
    window.build_bar.build()
    before = said(window)
    next(folder.glob("*.pdf")).unlink()
    window.pack_check.look_through()
    assert said(window) == before


def test_an_issue_was_looked_through_when_it_was_made(window: MainWindow, folder: Path) -> None:
    damage(folder / "reports" / "repairs.pdf")
    window.build_bar.issue(IssueOrder())
    assert codes(window) == ["pack-damaged"]
    before = said(window)
    window.pack_check.look_through()
    assert said(window) == before


def test_the_next_build_and_another_meeting_forget_what_was_found(window: MainWindow, folder: Path) -> None:
    damage(folder / "reports" / "repairs.pdf")
    build(window)
    make_report(folder / "reports" / "repairs.pdf", 2)
    build(window)
    assert codes(window) == []
    damage(folder / "reports" / "repairs.pdf")
    build(window)
    window.workspace.close_meeting()
    assert codes(window) == []
