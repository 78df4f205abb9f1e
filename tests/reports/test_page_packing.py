"""However a page's instructions are packed: what viewers unpack alike is taken, and the rest is named at the door."""

import base64
import zlib
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from PIL import Image
from reports.made_pdfs import changed_pdf

from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.progress import SilentProgress
from agendabuilder.reports.office.office_words import text_of_pdf
from agendabuilder.reports.pdf.page_packing import unpack_pages
from agendabuilder.reports.prepare import prepare_reports
from agendabuilder.reports.prepared import Trait

WORDS = b"BT /F1 24 Tf 72 600 Td (The bandstand is closed) Tj ET\n"


def in_runs(content):
    """Packed by RunLength (ISO 32000-1, 7.4.5), without any runs."""
    parts = (content[place : place + 100] for place in range(0, len(content), 100))
    return b"".join(bytes([len(part) - 1]) + part for part in parts) + b"\x80"


def jpeg():
    out = BytesIO()
    Image.new("L", (64, 64), 128).save(out, "JPEG")
    return out.getvalue()


def packed(path, coding, data):
    """Two pages; the instructions of the second are packed so."""

    def change(pdf):
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page = pdf.pages[1].obj
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        page.Contents = pdf.make_stream(b"")
        page.Contents.write(data, filter=coding)

    return changed_pdf(path, change)


@pytest.mark.parametrize(
    ("coding", "data"),
    [
        (Name.DCTDecode, jpeg()),
        (Name.DCTDecode, WORDS),
        (Name.JPXDecode, WORDS),
        (Name.JBIG2Decode, WORDS),
        (Name.CCITTFaxDecode, WORDS),
        (Name("/ZipDecode"), WORDS),
        (Array([Name.FlateDecode, Name.DCTDecode]), zlib.compress(jpeg())),
        (Name.FlateDecode, b"not packed at all"),
        (Name.LZWDecode, b"not packed at all"),
        (Name.ASCII85Decode, b"\x00\xff{{{}~>"),
    ],
)
def test_a_page_that_viewers_show_in_different_ways_is_named_and_the_advice_helps(tmp_path, refusal, coding, data):
    refused = refusal(packed(tmp_path / "plan.pdf", coding, data))
    assert refused.code == "report-page-unreadable"
    assert refused.title.startswith("Page 2 of the file “plan.pdf” is damaged or packed in a way that viewers show")
    assert "print it to a new PDF" in refused.advice


def test_the_finding_names_the_item_and_asks_the_author(tmp_path, cache):
    packed(tmp_path / "plan.pdf", Name.DCTDecode, jpeg())
    meeting = Meeting(items=(Item(id="i", title="Bandstand", reports=(Report(id="r", file="plan.pdf"),)),))
    (found,) = prepare_reports(meeting, tmp_path, cache, SilentProgress()).findings
    assert found.sentence.startswith("Item 1 “Bandstand”: page 2 of the file “plan.pdf” is damaged or packed")
    assert found.for_author.endswith("make sure that the page is whole, and send it again.")


@pytest.mark.parametrize(
    ("coding", "data"),
    [
        (Name.RunLengthDecode, in_runs(WORDS)),
        (Array([Name.ASCIIHexDecode, Name.RunLengthDecode]), in_runs(WORDS).hex().encode() + b">"),
        (Name.ASCII85Decode, base64.a85encode(WORDS) + b"~>"),
        (Array([Name.ASCII85Decode, Name.FlateDecode]), base64.a85encode(zlib.compress(WORDS)) + b"~>"),
        (Name.FlateDecode, zlib.compress(WORDS)[:-4]),
    ],
)
def test_what_every_viewer_unpacks_is_taken_without_a_word_and_our_own_programs_can_read_it(
    tmp_path, prepare, coding, data
):
    report = prepare(packed(tmp_path / "plan.pdf", coding, data))
    assert report.traits == ()
    assert "The bandstand is closed" in text_of_pdf(report.path)
    with pikepdf.open(report.path) as pdf:
        assert pdf.pages[1].Contents.read_bytes() == WORDS


@pytest.mark.parametrize(
    ("coding", "data"),
    [
        (Name.RunLengthDecode, in_runs(WORDS * 9)[:400]),
        (Name.FlateDecode, zlib.compress(b"".join(WORDS + b"%d" % line for line in range(90)))[:-12]),
    ],
)
def test_what_was_cut_off_is_taken_as_far_as_it_goes_and_told(tmp_path, prepare, coding, data):
    report = prepare(packed(tmp_path / "plan.pdf", coding, data))
    assert report.traits == (Trait.REPAIRED,)
    assert "The bandstand is closed" in text_of_pdf(report.path)


@pytest.mark.parametrize("coding", [Name.FlateDecode, Name.RunLengthDecode, Name.LZWDecode])
def test_a_page_without_any_instructions_is_just_empty(tmp_path, prepare, coding):
    assert prepare(packed(tmp_path / "plan.pdf", coding, b"\n")).traits == ()


@given(st.binary(max_size=700))
def test_whatever_is_whole_is_never_taken_for_cut_off(content):
    with pikepdf.new() as pdf:
        for coding, data in ((Name.FlateDecode, zlib.compress(content)), (Name.RunLengthDecode, in_runs(content))):
            page = pdf.add_blank_page()
            page.obj.Contents = pdf.make_stream(b"")
            page.obj.Contents.write(data, filter=coding)
        unpacked = unpack_pages(pdf, "the file")
        assert not unpacked.is_cut_off
        assert list(unpacked.contents.values()) == [content]
