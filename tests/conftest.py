"""Every test has a cache and a user's folder of its own."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # no window pops up, and none is needed

try:
    from PySide6 import QtTest  # noqa: F401 (loads all that pytest-qt needs)
except ImportError:
    pytest_plugins: list[str] = []  # the tests of the window are skipped, see ui/conftest.py
else:
    pytest_plugins = ["pytestqt.plugin"]


@pytest.fixture(autouse=True)
def _own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AGENDABUILDER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("AGENDABUILDER_DATA", str(tmp_path / "data"))
