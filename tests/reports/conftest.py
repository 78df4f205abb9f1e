"""The door as these tests use it: one file of a made-up report, one cache for each test."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from agendabuilder.domain.item import Report
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.office import libreoffice
from agendabuilder.reports.prepare import prepare_report
from agendabuilder.reports.prepared import PreparedReport
from agendabuilder.reports.refused import ReportRefused


@pytest.fixture(autouse=True)
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests are the same whatever is installed; those about LibreOffice name one."""
    monkeypatch.setenv(libreoffice.VARIABLE, "")


@pytest.fixture
def cache(tmp_path: Path) -> ReportCache:
    return ReportCache(tmp_path / "cache")


@pytest.fixture
def prepare(cache: ReportCache) -> Callable[..., PreparedReport]:
    """Make a file ready as a report of its own name."""
    return lambda path, **report: prepare_report(path, Report(file=path.name, **report), cache)


@pytest.fixture
def refusal(prepare: Callable[..., PreparedReport]) -> Callable[..., ReportRefused]:
    """Why a file is refused."""

    def refused(path: Path, **report: Any) -> ReportRefused:
        with pytest.raises(ReportRefused) as caught:
            prepare(path, **report)
        return caught.value

    return refused
