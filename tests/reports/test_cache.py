"""An unchanged file is not looked at twice, a changed one always is, and the cache may be damaged or lost."""

import os
import shutil
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from reports.made_pdfs import add_script, changed_pdf, text_pdf

from agendabuilder.domain.item import Report
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.intake import pdf_file
from agendabuilder.reports.prepare import prepare_report


def age(path, seconds=10.0):
    then = time.time() - seconds
    os.utime(path, (then, then))


def prepared_pages(path, folder):
    """The work of another process."""
    return [prepare_report(path, Report(file=path.name), ReportCache(folder)).source_pages for _ in range(10)]


@pytest.fixture
def opened(monkeypatch):
    """Counts how often a PDF is opened and looked at."""
    seen = []
    real = pdf_file.pikepdf.open

    def counting(path, *more, **named):
        seen.append(path)
        return real(path, *more, **named)

    monkeypatch.setattr(pdf_file.pikepdf, "open", counting)
    return seen


def test_an_unchanged_file_is_opened_once_and_found_the_same(tmp_path, prepare, opened):
    path = text_pdf(tmp_path / "budget.pdf")
    first = prepare(path)
    assert prepare(path) == first
    assert len(opened) == 1


def test_a_copy_under_another_name_is_known(tmp_path, prepare, opened):
    path = text_pdf(tmp_path / "budget.pdf")
    prepare(path)
    copy = tmp_path / "budget (2).pdf"
    shutil.copy(path, copy)
    assert prepare(copy).path == copy
    assert len(opened) == 1


def test_another_choice_of_pages_needs_no_new_look(tmp_path, prepare, opened):
    path = text_pdf(tmp_path / "budget.pdf", pages=5)
    prepare(path)
    assert prepare(path, pages="2-3").chosen == (2, 3)
    assert len(opened) == 1


def test_a_file_written_again_within_the_same_moment_is_noticed(tmp_path, prepare):
    path = text_pdf(tmp_path / "budget.pdf", pages=2)
    stat = path.stat()
    assert prepare(path).source_pages == 2
    size = stat.st_size
    other = text_pdf(tmp_path / "other.pdf", pages=1).read_bytes()
    path.write_bytes(other + b"\n" * (size - len(other)))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert path.stat().st_size == size
    assert prepare(path).source_pages == 1


def test_the_fingerprint_of_a_settled_file_is_remembered(tmp_path, cache, monkeypatch):
    path = text_pdf(tmp_path / "budget.pdf")
    age(path)
    monkeypatch.setattr("agendabuilder.reports.cache._SETTLED_NS", 0)
    fingerprint = cache.fingerprint(path)
    monkeypatch.setattr("agendabuilder.reports.cache.fingerprint_of", None)
    assert cache.fingerprint(path) == fingerprint


def test_the_fingerprint_of_a_fresh_file_is_not_remembered(tmp_path, cache):
    cache.fingerprint(text_pdf(tmp_path / "budget.pdf"))
    assert not (cache.folder / "seen").exists()


@pytest.mark.parametrize("harm", [b"", b"{", b"null", b"\xff\xfe", b"{}\n{}"])
@pytest.mark.parametrize("part", ["seen", "facts"])
def test_damaged_entries_are_made_anew(tmp_path, prepare, cache, monkeypatch, harm, part):
    monkeypatch.setattr("agendabuilder.reports.cache._SETTLED_NS", 0)
    path = text_pdf(tmp_path / "budget.pdf")
    age(path)
    first = prepare(path)
    (entry,) = (cache.folder / part).iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(harm)
    assert prepare(path) == first
    assert entry.read_bytes() == whole


def test_one_changed_letter_in_an_entry_is_noticed(tmp_path, prepare, cache):
    path = text_pdf(tmp_path / "budget.pdf")
    prepare(path)
    (entry,) = (cache.folder / "facts").iterdir()
    entry.write_bytes(entry.read_bytes().replace(b"841.", b"741."))
    assert round(prepare(path).pages[0].height) == 842


def test_a_lost_or_shortened_cleaned_copy_is_made_anew(tmp_path, prepare):
    path = changed_pdf(tmp_path / "budget.pdf", add_script)
    copy = prepare(path).path
    whole = copy.read_bytes()
    copy.write_bytes(whole[:100])
    assert prepare(path).path.read_bytes() == whole
    copy.unlink()
    assert prepare(path).path.read_bytes() == whole


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions stop")
def test_a_cache_that_cannot_be_written_is_no_obstacle(tmp_path, prepare, cache):
    cache.folder.mkdir()
    cache.folder.chmod(0o500)
    assert prepare(text_pdf(tmp_path / "budget.pdf")).source_pages == 2


def test_a_cache_whose_place_is_taken_by_a_file_is_no_obstacle(tmp_path, prepare, cache):
    cache.folder.write_bytes(b"")
    assert prepare(text_pdf(tmp_path / "budget.pdf")).source_pages == 2


def test_what_was_not_used_for_longest_goes_first(tmp_path, prepare, cache):
    for name in ("old", "new"):
        prepare(text_pdf(tmp_path / f"{name}.pdf", pages=3 if name == "old" else 4))
    old, new = sorted((cache.folder / "facts").iterdir(), key=lambda path: path.stat().st_size)
    age(old, 9000)
    age(new, 8000)
    cache.trim(new.stat().st_size)
    assert (old.exists(), new.exists()) == (False, True)


def test_what_was_used_just_now_stays(tmp_path, prepare, cache):
    prepare(text_pdf(tmp_path / "budget.pdf"))
    cache.trim(0)
    assert list((cache.folder / "facts").iterdir())


def test_the_cache_can_be_emptied(tmp_path, prepare, cache):
    path = text_pdf(tmp_path / "budget.pdf")
    first = prepare(path)
    cache.clear()
    assert not list(cache.folder.glob("*/*"))
    assert prepare(path) == first


def test_nobody_else_may_look_into_the_cache(tmp_path, prepare):
    copy = prepare(changed_pdf(tmp_path / "private.pdf", add_script)).path
    if os.name != "nt":
        assert copy.parent.stat().st_mode & 0o077 == 0


def test_two_programs_at_once_do_not_disturb_each_other(tmp_path):
    path: Path = changed_pdf(tmp_path / "budget.pdf", add_script, pages=3)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        both = [pool.submit(prepared_pages, path, tmp_path / "cache") for _ in range(2)]
        assert [work.result() for work in both] == [[3] * 10] * 2
    assert not list((tmp_path / "cache").rglob("*.part"))
