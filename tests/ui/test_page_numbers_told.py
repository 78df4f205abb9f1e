"""A report that speaks of its own page numbers: the advice knows the pack's."""

from collections.abc import Callable
from pathlib import Path

from making import make_folder
from pytestqt.qtbot import QtBot
from reports.made_papers import paper

from agendabuilder.ui.window.main_window import MainWindow


def test_the_advice_says_what_to_add(make_window: Callable[[Path], MainWindow], tmp_path: Path, qtbot: QtBot) -> None:
    folder = make_folder(tmp_path / "m", [{"title": "Roofs", "reports": [{"id": "r", "file": "roofs.pdf"}]}])
    paper(folder / "roofs.pdf", ("Roofs", "The costs are large (see page 2)."), ("Costs", "They are large."))
    window = make_window(folder)
    qtbot.waitUntil(lambda: window.preview.plan is not None)
    window.preview.watch.check_reports()
    plan = window.preview.plan
    assert plan is not None
    first = int(plan.reports["r"].first)
    found = next(each for each in window.workspace.findings if each.code == "report-page-numbers")
    assert f"page {first} of the pack, so add {first - 1} to its numbers" in found.advice
