"""Office files of all sorts, some of them broken, go through the door; skipped where there are none.

A sample, so that it stays short: `office_outcomes.py` prints what becomes of all of them.
"""

import pikepdf
import pytest
from corpus.office_outcomes import OFFICE, is_told, outcome, words_kept

from agendabuilder.reports.office.libreoffice import VARIABLE, find_libreoffice
from agendabuilder.reports.refused import ReportRefused

pytestmark = pytest.mark.skipif(not OFFICE, reason="there is no corpus beside the project")

_REFUSALS = {
    "report-needs-converter",
    "report-locked-office",
    "report-password",
    "report-not-converted",
    "report-not-pdf",
}
_PROGRAM = find_libreoffice()


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    """Whatever a test sets is set back."""
    monkeypatch.setenv(VARIABLE, "")


def test_each_becomes_a_draft_or_is_refused_with_a_sentence_and_a_remedy(tmp_path):
    for path in OFFICE[::6]:
        result, seconds = outcome(path, "", tmp_path)
        assert seconds < 60, path.name
        if isinstance(result, ReportRefused):
            assert result.code in _REFUSALS, path.name
            assert path.name in result.title
            assert result.advice
            continue
        assert result.origin.is_draft
        with pikepdf.open(result.path) as pdf:
            assert len(pdf.pages) == result.source_pages


@pytest.mark.skipif(_PROGRAM is None, reason="LibreOffice is not installed")
def test_a_draft_of_a_word_file_has_the_words_that_libreoffice_shows_or_says_what_it_lost(tmp_path):
    for path in [path for path in OFFICE if path.suffix == ".docx"][1::10]:
        draft, reference = (outcome(path, program, tmp_path)[0] for program in ("", str(_PROGRAM)))
        if not isinstance(draft, ReportRefused) and not isinstance(reference, ReportRefused):
            assert words_kept(draft, reference)[0] >= 0.9 or is_told(draft), path.name
