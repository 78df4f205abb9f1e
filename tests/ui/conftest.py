"""The window under test: offscreen, with its tasks done at once. A Qt warning or a box left open fails the test.

Where Qt itself cannot be loaded (a bare machine without its system libraries) these tests are skipped, and the
reason names what is missing.
"""

from __future__ import annotations  # the names of Qt may be missing

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from making import make_folder

try:
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication, QWidget
except ImportError as problem:
    _why_not = f"Qt cannot be loaded here: {problem}"

    class _Skipped(pytest.Module):
        def collect(self) -> Any:
            pytest.skip(_why_not, allow_module_level=True)

    def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module:
        """Skip the whole file, with the reason."""
        return _Skipped.from_parent(parent, path=module_path)  # type: ignore[no-any-return]


if TYPE_CHECKING:
    from agendabuilder.ui.window.main_window import MainWindow

ITEMS: list[dict[str, Any]] = [
    {"title": "Apologies", "minutes": 5},
    {"title": "Minutes", "reports": [("minutes", 3)]},
    {"title": "Repairs", "reports": [("repairs", 2), ("appendix", 1)], "items": [{"title": "Damp"}]},
    {"title": "Questions"},
]
_NOT_OURS = ("This plugin does not support",)
"""What the offscreen platform says of itself."""


@pytest.fixture(autouse=True)
def qt_is_content(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test in which Qt warned, or that left a window open."""
    said: list[str] = []

    def hear(kind: QtMsgType, _place: QMessageLogContext, words: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not words.startswith(_NOT_OURS):
            said.append(words)

    before = qInstallMessageHandler(hear)
    yield
    left = [] if QApplication.instance() is None else [each for each in QApplication.topLevelWidgets() if _open(each)]
    for widget in left:
        widget.close()
    qInstallMessageHandler(before)
    assert not said, f"Qt warned in {request.node.name}: {said}"
    assert not left, f"Left open by {request.node.name}: {[each.windowTitle() or each for each in left]}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A meeting of Norbury's Housing Committee with four items and three reports."""
    return make_folder(tmp_path / "meeting", [dict(item) for item in ITEMS])


@pytest.fixture
def make_window(qtbot: Any) -> Iterator[Callable[..., MainWindow]]:
    """Makes windows, each on its start page or with a meeting; they are closed without a question at the end."""
    from agendabuilder.ui import application

    made: list[MainWindow] = []

    def make(folder: Path | None = None) -> MainWindow:
        window = application.make_window(serial=True)
        window.resize(1280, 800)
        if folder:
            window.files.open_folder(folder)
        window.show()
        qtbot.waitExposed(window)
        made.append(window)
        return window

    yield make
    for window in made:
        window.workspace.close_meeting()
        window.close()
        window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def window(make_window: Callable[..., MainWindow], folder: Path) -> MainWindow:
    """The window with the meeting open."""
    return make_window(folder)


def _open(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.objectName().startswith("qtooltip")
