"""Every real PDF that stands beside the project goes through the door; skipped where there are none."""

from pathlib import Path

import pikepdf
import pytest

from agendabuilder.domain.item import Report
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_report
from agendabuilder.reports.refused import ReportRefused

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FILES = sorted(path for path in CORPUS.rglob("*") if path.suffix.lower() == ".pdf") if CORPUS.is_dir() else []

pytestmark = pytest.mark.skipif(not FILES, reason="there is no corpus beside the project")


def outcome(path, cache):
    """The refusal, or the prepared report."""
    try:
        return prepare_report(path, Report(file=path.name), cache)
    except ReportRefused as refused:
        return refused


def test_every_file_is_prepared_or_refused_with_a_sentence_and_a_remedy(tmp_path):
    cache = ReportCache(tmp_path / "kept")
    prepared = 0
    for path in FILES:
        result = outcome(path, cache)
        if isinstance(result, ReportRefused):
            assert path.name in result.title
            assert result.advice
            continue
        prepared += 1
        with pikepdf.open(result.path) as pdf:
            assert not pdf.is_encrypted
            assert len(pdf.pages) == result.source_pages == len(result.pages), path.name
        assert outcome(path, cache) == result
    assert prepared > len(FILES) * 0.9


def test_the_papers_of_real_meetings_are_taken_as_they_are(tmp_path):
    cache = ReportCache(tmp_path / "kept")
    papers = [path for path in FILES if "originals" in path.parts]
    assert [path for path in papers if outcome(path, cache).path != path] == []
