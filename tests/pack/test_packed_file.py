"""What is packed into a finished file is all there, the same each time, and readable by programs that are not ours."""

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Object, Page, Pdf, Stream, String
from pypdf import PdfReader

from agendabuilder.pack.packed_file import save_packed, save_plain

Value = bool | int | bytes | list["Value"] | dict[str, "Value"]

plain = st.booleans() | st.integers(-(2**31), 2**31) | st.binary(max_size=40) | st.just(b"endstream\nendobj\n12 0 R")
values: st.SearchStrategy[Value] = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcxyz", min_size=1, max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


def made(pdf: Pdf, value: Value, streams: bool) -> object:
    """The value as objects; lists and dictionaries are objects of their own, some with a stream."""
    if isinstance(value, bytes):
        return pdf.make_stream(value) if streams and len(value) % 3 == 0 else String(value)
    if isinstance(value, list):
        return pdf.make_indirect(Array([made(pdf, each, streams) for each in value]))
    if isinstance(value, dict):
        return pdf.make_indirect(Dictionary({f"/{key}": made(pdf, each, streams) for key, each in value.items()}))
    return value


def read(found: object) -> object:
    """What a file holds, as Python has it."""
    if isinstance(found, Stream):
        return found.read_bytes()
    if isinstance(found, Array):
        return [read(each) for each in list(found)]
    if isinstance(found, Dictionary):
        return {key: read(each) for key, each in found.items()}
    return bytes(found) if isinstance(found, String) else found


def with_values(listed: list[Value]) -> Pdf:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.Values = Array([made(pdf, value, True) for value in listed])
    return pdf


@given(st.lists(values, max_size=30))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_file_holds_is_in_the_packed_one(tmp_path: Path, listed: list[Value]) -> None:
    with with_values(listed) as pdf:
        save_plain(pdf, tmp_path / "plain.pdf")
        save_packed(pdf, tmp_path / "packed.pdf")
        wanted = read(pdf.Root.Values)
    for name in ("plain.pdf", "packed.pdf"):
        with pikepdf.open(tmp_path / name, attempt_recovery=False) as file:
            assert read(file.Root.Values) == wanted
            assert file.check_pdf_syntax() == []
    assert len(PdfReader(tmp_path / "packed.pdf", strict=True).pages) == 1


def test_the_same_pages_give_the_same_bytes_whatever_numbers_they_had_before(tmp_path: Path) -> None:
    listed: list[Value] = [{"a": [n, {"b": n}], "c": b"words"} for n in range(300)]
    with with_values(listed) as pdf, pikepdf.new() as other:
        save_packed(pdf, tmp_path / "one.pdf")
        for each in reversed(list(pdf.Root.Values)):
            assert isinstance(each, Object)
            other.copy_foreign(each)  # the last come first
        other.pages.append(Page(other.copy_foreign(pdf.pages[0].obj)))
        other.Root.Values = Array([other.copy_foreign(each) for each in list(pdf.Root.Values)])
        save_packed(other, tmp_path / "two.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_other_words_give_a_file_another_identity(tmp_path: Path) -> None:
    identities = set()
    for word in (b"one", b"two", b"one"):
        with with_values([word * 3]) as pdf:
            save_packed(pdf, tmp_path / "packed.pdf")
        with pikepdf.open(tmp_path / "packed.pdf") as packed:
            identities.add(bytes(packed.trailer.ID[0]))
    assert len(identities) == 2


def test_many_small_objects_take_a_fraction_of_the_room(tmp_path: Path) -> None:
    with with_values([{"kind": b"P", "page": n, "kids": [n, n + 1]} for n in range(5000)]) as pdf:
        save_plain(pdf, tmp_path / "plain.pdf")
        save_packed(pdf, tmp_path / "packed.pdf")
    assert (tmp_path / "packed.pdf").stat().st_size < 0.3 * (tmp_path / "plain.pdf").stat().st_size


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf's command line is not there")
def test_qpdf_finds_nothing_wrong_with_it(tmp_path: Path) -> None:
    with with_values([{"a": [n], "b": b"\0\xff()\\" * n} for n in range(250)]) as pdf:
        save_packed(pdf, tmp_path / "packed.pdf")
    done = subprocess.run(["qpdf", "--check", tmp_path / "packed.pdf"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_file_that_cannot_be_written_is_an_error_that_says_so(tmp_path: Path) -> None:
    with with_values([]) as pdf, pytest.raises(OSError, match="nowhere"):
        save_packed(pdf, tmp_path / "nowhere" / "packed.pdf")


def test_nothing_is_left_beside_it(tmp_path: Path) -> None:
    with with_values([1]) as pdf:
        save_packed(pdf, tmp_path / "packed.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["packed.pdf"]
