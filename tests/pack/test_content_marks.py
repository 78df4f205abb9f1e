"""Marks for tags are taken out of content and nothing else is."""

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendabuilder.pack.content.content_marks import without_marks


@pytest.mark.parametrize(
    ("content", "bare"),
    [
        (b"", b""),
        (b"/P <</MCID 0>>BDC (a EMC b)Tj EMC", b"(a EMC b)Tj"),
        (b"/Artifact BMC 0 0 9 9 re f EMC", b"0 0 9 9 re f"),
        (b"/OC /Layer BDC /P <</MCID 0>> BDC q EMC Q EMC EMC", b"/OC /Layer BDC q Q EMC"),
        (b"/Span<</ActualText<FEFF00AD>>>BDC ( )Tj EMC", b"( )Tj"),
        (b"/P <</A <</B <</C (x>>) >> >> /MCID 1>> BDC q EMC Q", b"q Q"),
        (b"/P /Props BDC /F1 9 Tf EMC", b"/F1 9 Tf"),
        (b"% /P BMC\nq", b"% /P BMC\nq"),
        (b"/EMC gs /BMC Do", b"/EMC gs /BMC Do"),
        (b"/P BMC BI /W 1 /H 1 /BPC 8 /CS /G ID Q EI EMC q", b"BI /W 1 /H 1 /BPC 8 /CS /G ID Q EI q"),
    ],
)
def test_what_is_left(content: bytes, bare: bytes) -> None:
    assert without_marks(content).split() == bare.split()


TOKENS = ["q", "Q", "EMC", "/P BMC", "/P <</A (q EMC)>> BDC", "/OC /L BDC", "/P /N BDC", "(EMC) Tj", "/a gs", "% BMC\n"]


@given(st.lists(st.sampled_from(TOKENS), max_size=20), st.sampled_from([" ", "\n", "\r\n"]))
def test_everything_but_the_marks_is_as_it_was(tokens: list[str], space: str) -> None:
    content = space.join(tokens).encode()

    def drawn(data: bytes) -> list[tuple[str, str]]:
        with pikepdf.new() as pdf:
            parsed = pikepdf.parse_content_stream(pdf.make_stream(data))
            return [(str(each.operator), str(each.operands)) for each in parsed]

    layers: list[tuple[str, str]] = []
    open_marks: list[bool] = []
    for operator, operands in drawn(content):
        if operator in ("BDC", "BMC"):
            open_marks.append("/OC" in operands)
        is_layer = bool(open_marks) and open_marks[-1]
        if operator not in ("BDC", "BMC", "EMC") or is_layer:
            layers.append((operator, operands))
        if operator == "EMC" and open_marks:
            open_marks.pop()
    assert drawn(without_marks(content)) == layers


@given(st.binary(max_size=200))
def test_any_bytes_are_taken_without_complaint(content: bytes) -> None:
    without_marks(content)
