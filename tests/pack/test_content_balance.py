"""What a page leaves open is counted as exactly as parsing would count it."""

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendabuilder.pack.content.content_balance import Balance, content_balance


@pytest.mark.parametrize(
    ("content", "balance"),
    [
        (b"", Balance()),
        (b"q Q", Balance()),
        (b"q", Balance(states_open=1)),
        (b"Q", Balance(states_lacking=1)),
        (b"Q q", Balance(states_lacking=1, states_open=1)),
        (b"q\nBT (x)Tj ET Q", Balance()),
        (b"BT", Balance(text_open=True)),
        (b"/P <</MCID 0>>BDC /Span BMC EMC", Balance(marks_open=1)),
        (b"(q Q (BT) q) Tj", Balance()),
        (b"(a \\( q) Tj q", Balance(states_open=1)),
        (b"(a (b (c (q)))) Tj q", Balance(states_open=1)),
        (b"% q q q\nq", Balance(states_open=1)),
        (b"/q gs /Q Do /BT 9 Tf", Balance()),
        (b"[(q)-3(Q)]TJ <71> Tj", Balance()),
        (b"q BI /W 1 /H 1 /BPC 8 /CS /G ID Q EI", Balance(states_open=1)),
        (b"BI /W 1 /H 1 /F /A85 ID Gar8O(o6~>\nEI Q", Balance(states_lacking=1)),
        (b"BI /W 1 /H 1 /F /A85 ID Gar8O(o6~>\nEI (a Q", Balance(string_open=True)),
        (b"1 0 0 1 0 0 cm q/Im0 Do Q", Balance()),
        (b"q BT (cut off", Balance(states_open=1, text_open=True, string_open=True, cut_off=True)),
        (b"q [1 2", Balance(states_open=1, cut_off=True)),
        (b"<< /P", Balance(cut_off=True)),
        (b"0 0 m f* \n", Balance()),
        (b"quit Quit BTX q1 n", Balance()),
    ],
)
def test_what_is_left_open(content: bytes, balance: Balance) -> None:
    assert content_balance(content) == balance


TOKENS = ["q", "Q", "BT", "ET", "EMC", "/P BMC", "/P <</A (q Q)>> BDC", "(q) Tj", "(Q (q)) Tj", "<51> Tj", "[(Q)] TJ"]
TOKENS += ["/q gs", "1 w", "% Q\n"]


@given(st.lists(st.sampled_from(TOKENS), max_size=30), st.sampled_from([" ", "\n", "\r\n"]))
def test_counting_agrees_with_parsing(tokens: list[str], space: str) -> None:
    content = space.join(tokens).encode()
    with pikepdf.new() as pdf:
        parsed = [str(each.operator) for each in pikepdf.parse_content_stream(pdf.make_stream(content))]
    depth = least = marks = 0
    for operator in parsed:
        depth += {"q": 1, "Q": -1}.get(operator, 0)
        least = min(least, depth)
        marks = max(marks + {"BMC": 1, "BDC": 1, "EMC": -1}.get(operator, 0), 0)
    found = content_balance(content)
    assert (found.states_lacking, found.states_open, found.marks_open) == (-least, depth - least, marks)


@given(st.binary(max_size=200))
def test_any_bytes_are_counted_without_complaint(content: bytes) -> None:
    assert content_balance(content).opening.startswith(b"q ")


@pytest.mark.parametrize("trap", [b"(" * 50_000, b"((" * 20_000 + b")" * 10, b"<" * 50_000, b"\\(" * 50_000])
def test_malicious_content_takes_no_time(trap: bytes) -> None:
    content_balance(trap)
