"""Every test has a cache and a user's folder of its own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AGENDABUILDER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("AGENDABUILDER_DATA", str(tmp_path / "data"))
