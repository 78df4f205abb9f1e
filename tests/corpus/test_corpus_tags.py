"""A few real tagged files keep their structure in a pack; skipped where there are none beside the project."""

import shutil

import pytest

pytest.importorskip("page")

from corpus.tag_outcomes import outcome, tagged_files

FILES = tagged_files()[::9] if shutil.which("pdfinfo") else []

pytestmark = pytest.mark.skipif(not FILES, reason="there is no corpus beside the project, or no poppler")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"file-{FILES.index(path)}")
def test_a_real_file_is_read_out_in_the_pack_as_it_was_before(path, tmp_path):
    found = outcome(path, tmp_path)
    assert found.faults == ()
    assert found.differences == ()
    assert found.after <= found.before
