"""Whatever bytes a file holds: it becomes a PDF that we trust, or it is refused in a sentence; nothing else happens."""

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Dictionary, Name, String
from reports.made_pdfs import add_filled_signature, add_link, add_script, changed_pdf, outline

from agendabuilder.reports.refused import ReportRefused


def _rich(pdf):
    add_link(pdf, Dictionary(S=Name.URI, URI=String("https://example.org")))
    add_filled_signature(pdf)
    outline(pdf, Dictionary(Title=String("Part"), Dest=pikepdf.Array([pdf.pages[0].obj, Name.Fit])))
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=pikepdf.Array([String("a"), pdf.pages[1].obj])))
    pdf.Root.OCProperties = Dictionary(D=Dictionary(OFF=pikepdf.Array()))


def prepared_or_refused(prepare, path):
    try:
        return prepare(path)
    except ReportRefused as refused:
        return refused


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "a.pdf"
    return changed_pdf(path, _rich, object_stream_mode=pikepdf.ObjectStreamMode.disable).read_bytes()


@given(
    harm=st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6), st.integers(0, 6)), min_size=1, max_size=12),
    left=st.one_of(st.just(1.0), st.floats(0.05, 1.0)),
)
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_harmed_file_is_prepared_or_refused(tmp_path, whole, prepare, harm, left):
    content = bytearray(whole)
    for place, put, taken in harm:
        start = int(place * len(content))
        content[start : start + taken] = put
    path = tmp_path / "harmed.pdf"
    path.write_bytes(bytes(content[: int(left * len(content))]))
    outcome = prepared_or_refused(prepare, path)
    if isinstance(outcome, ReportRefused):
        assert "harmed.pdf" in outcome.title
        assert outcome.advice
        return
    with pikepdf.open(outcome.path) as pdf:
        assert len(pdf.pages) == outcome.source_pages == len(outcome.pages)


CATALOGUE = ["Outlines", "Names", "AcroForm", "OCProperties", "Lang", "MarkInfo", "StructTreeRoot", "OpenAction"]
PARTS = ["", "D", "Fields", "First", "Dests", "XFA", "JavaScript", "EmbeddedFiles", "Names", "OFF", "Kids"]
ODD = [
    "0", "-1", "true", "(text)", "/Odd", "/Caf#e9",
    "[1 null (x)]", "[[]]", "<< /A 1 >>", "<< /Caf#e9 /Caf#e9 >>", "<< /Names 5 /Kids [3] >>",
]  # fmt: skip


@given(
    key=st.sampled_from(CATALOGUE), part=st.sampled_from(PARTS), odd=st.sampled_from(ODD), to_be_cleaned=st.booleans()
)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_value_in_any_place_of_the_catalogue_is_survived(tmp_path, prepare, key, part, odd, to_be_cleaned):
    def put(pdf):
        _rich(pdf)
        if to_be_cleaned:
            add_script(pdf)
        value = pikepdf.Object.parse(odd.encode())
        pdf.Root[f"/{key}"] = Dictionary({f"/{part}": value}) if part else value

    outcome = prepared_or_refused(prepare, changed_pdf(tmp_path / "odd.pdf", put))
    if isinstance(outcome, ReportRefused):
        assert outcome.code == "report-form-only"
    else:
        assert outcome.source_pages == 2


@given(
    key=st.sampled_from(["Annots", "Contents", "Resources", "CropBox", "Rotate", "UserUnit", "AA", "AF"]),
    odd=st.sampled_from(ODD),
    to_be_cleaned=st.booleans(),
)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_value_in_any_place_of_a_page_is_survived(tmp_path, prepare, key, odd, to_be_cleaned):
    def put(pdf):
        if to_be_cleaned:
            add_script(pdf)
        pdf.pages[0].obj[f"/{key}"] = pikepdf.Object.parse(odd.encode())

    assert prepare(changed_pdf(tmp_path / "odd.pdf", put)).source_pages == 2
