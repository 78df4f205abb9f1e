"""Findings in the window: gone through by keyboard, accepted with a reason, sent to the author, tried again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from ui.acting import click, field, menu_action, press, type_into

from agendabuilder import paths
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.ui.window.main_window import MainWindow


@pytest.fixture
def noticed(make_window: Callable[..., MainWindow], folder: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window with a blocker on the third item, a warning on its report, and a warning on the meeting.

    No build of the preview comes between with findings of its own.
    """
    monkeypatch.setattr("agendabuilder.ui.preview.pack_watch.PAUSE", 60_000)
    window = make_window(folder)
    repairs = window.workspace.meeting.items[2]
    report = repairs.reports[0]
    window.workspace.show_findings(
        (
            Finding(Severity.BLOCKER, "report-not-converted", "“a.doc” could not be made into a PDF.", "", repairs.id),
            Finding(
                Severity.WARNING, "report-draft-conversion", "A draft.", "Look.", repairs.id, report.id,
                for_author="Please send a PDF.",
            ),
            Finding(Severity.WARNING, "meeting-venue", "There is no venue.", "Enter it.", field="venue"),
        )
    )  # fmt: skip
    return window


def lines(window: MainWindow) -> list[str]:
    """What the list of findings shows, the first line of each entry."""
    listed = window.findings.findChild(QListWidget)
    return [listed.item(row).text().splitlines()[0] for row in range(listed.count())]


def choose(window: MainWindow, sentence: str) -> None:
    """Click a finding."""
    listed = window.findings.findChild(QListWidget)
    entry = listed.item(lines(window).index(sentence))
    listed.scrollToItem(entry)
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualItemRect(entry).center())


def test_findings_are_grouped_by_weight_with_their_number(noticed: MainWindow) -> None:
    assert lines(noticed) == [
        "Stops the build (1)", "“a.doc” could not be made into a PDF.", "To look at (2)", "A draft.",
        "There is no venue.",
    ]  # fmt: skip


def test_f4_goes_from_finding_to_finding_and_to_what_each_is_about(noticed: MainWindow) -> None:
    choose(noticed, "“a.doc” could not be made into a PDF.")
    press(noticed, "F4")
    assert noticed.workspace.selected_report_id == noticed.workspace.meeting.items[2].reports[0].id
    press(noticed, "F4")
    assert noticed.focusWidget() is field(noticed, "Venue")
    press(noticed, "Shift+F4")
    assert noticed.pages.item.isVisible()


def test_a_finding_is_accepted_with_a_reason_and_is_open_again_after_undo(noticed: MainWindow) -> None:
    choose(noticed, "There is no venue.")
    menu_action(noticed, "Pack > Accept").trigger()
    type_into(field(noticed, "Why it may stand"), "Online only")
    assert "There is no venue." not in lines(noticed)
    assert noticed.workspace.meeting.accepted[0].reason == "Online only"
    click(noticed.findings, "Show accepted")
    assert lines(noticed)[-2:] == ["Accepted (1)", "There is no venue."]
    press(noticed, "Ctrl+Z")
    assert lines(noticed)[-1] == "There is no venue."
    assert noticed.workspace.settled.accepted == ()


def test_an_acceptance_is_taken_back(noticed: MainWindow) -> None:
    choose(noticed, "There is no venue.")
    menu_action(noticed, "Pack > Accept").trigger()
    type_into(field(noticed, "Why it may stand"), "Online only")
    click(noticed.findings, "Show accepted")
    choose(noticed, "There is no venue.")
    menu_action(noticed, "Pack > No longer accept").trigger()
    assert noticed.workspace.meeting.accepted == ()


def test_a_finding_is_put_right_with_one_press_and_undone_by_its_name(noticed: MainWindow) -> None:
    noticed.workspace.show_findings((Finding(Severity.WARNING, "notice-webcasting", "There is no notice.", "Add it."),))
    choose(noticed, "There is no notice.")
    click(noticed.findings, "Add a webcasting notice")
    assert [notice.kind for notice in noticed.workspace.meeting.notices] == ["webcasting"]
    menu_action(noticed, "Edit > Undo Add a webcasting notice").trigger()
    assert noticed.workspace.meeting.notices == ()


def test_what_only_a_person_can_put_right_has_no_button_for_it(noticed: MainWindow) -> None:
    choose(noticed, "There is no venue.")
    assert not menu_action(noticed, "Pack > Put right").isEnabled()


def test_what_stops_the_build_cannot_be_accepted(noticed: MainWindow) -> None:
    choose(noticed, "“a.doc” could not be made into a PDF.")
    assert not menu_action(noticed, "Pack > Accept").isEnabled()


def test_esc_leaves_the_finding_as_it_was(noticed: MainWindow) -> None:
    choose(noticed, "There is no venue.")
    menu_action(noticed, "Pack > Accept").trigger()
    reason = field(noticed, "Why it may stand")
    type_into(reason, "Online", enter=False)
    QTest.keyClick(reason, Qt.Key.Key_Escape)
    assert not reason.isVisible()
    assert noticed.workspace.meeting.accepted == ()


def test_the_sentence_for_the_author_is_copied(noticed: MainWindow) -> None:
    choose(noticed, "A draft.")
    menu_action(noticed, "Pack > Copy for the author").trigger()
    assert QGuiApplication.clipboard().text() == "Please send a PDF."


def test_a_file_that_could_not_be_converted_is_tried_again_and_the_cache_stays(noticed: MainWindow) -> None:
    refused, facts = paths.cache() / "refused" / "one.json", paths.cache() / "facts" / "one.json"
    for kept in (refused, facts):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text("{}", encoding="utf-8")
    choose(noticed, "“a.doc” could not be made into a PDF.")
    menu_action(noticed, "Pack > Try again").trigger()
    assert (refused.exists(), facts.exists()) == (False, True)
    assert "“a.doc” could not be made into a PDF." not in lines(noticed)


def test_a_finding_on_an_item_that_went_meanwhile_leads_nowhere(noticed: MainWindow) -> None:
    choose(noticed, "“a.doc” could not be made into a PDF.")
    menu_action(noticed, "Item > Remove item").trigger()
    neighbour = noticed.workspace.selected_item_id
    menu_action(noticed, "Pack > Go there").trigger()
    assert noticed.workspace.selected_item_id == neighbour
    menu_action(noticed, "Item > Add item").trigger()
    assert len(noticed.workspace.meeting.items) == 4
