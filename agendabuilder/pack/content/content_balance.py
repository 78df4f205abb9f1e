"""Whether a page's content leaves anything open: graphics states, a text object, marked content.

One regular expression over the decoded content finds the few operators that matter, some twenty times faster
than parsing it; content with inline images or deeply nested strings, where that could err, is parsed.
"""

import re
import warnings
from dataclasses import dataclass, field

import pikepdf

BREAK = rb"\x00\t\n\f\r \[\]<>(){}"
# A string that is not closed goes to the end: to look again from each of its brackets would take for ever.
STRING = rb"\([^()\\]*+(?:(?:\\.|\((?:[^()\\]++|\\.)*+\))[^()\\]*+)*+\)?+"
COMMENT = rb"%[^\r\n]*+"


def _operator(first: bytes, rest: bytes = b"") -> bytes:
    """An operator that stands by itself. It begins with a letter, not a look behind: that is what makes it fast."""
    return first + rb"(?<![^" + BREAK + rb"]" + first + rb")" + rest + rb"(?![^" + BREAK + rb"/%])"


_WANTED = re.compile(
    b"|".join(
        (
            STRING,
            COMMENT,
            rb"\)",
            _operator(b"q"),
            _operator(b"Q"),
            _operator(b"B", rb"(?:T|DC|MC|I)"),
            _operator(b"E", rb"(?:T|MC)"),
        )
    ),
    re.DOTALL,
)
_SIGNS = {
    b"q": b"q", b"Q": b"Q", b"BT": b"t", b"ET": b"T", b"BDC": b"m", b"BMC": b"m", b"EMC": b"M",
    b"BI": b"?", b")": b"?",
}  # fmt: skip
_ALL_OPERATORS = frozenset(
    b"b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q "
    b"re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split()
)
_WHITE = b"\x00\t\n\f\r "
_LAST_WORD = re.compile(rb"(?<![/A-Za-z0-9*])([A-Za-z]{1,3}[01*]?|['\"])[\x00\s]*\Z")
_TAIL = 100
_OPERATORS = "q Q BT ET BDC BMC EMC"


@dataclass(frozen=True, slots=True)
class Balance:
    """What a page's content leaves open at its end, and how many states and marks it ends that it never began.

    `has_marks`: it holds marked content at all.
    """

    states_lacking: int = 0
    states_open: int = 0
    text_open: bool = False
    marks_lacking: int = 0
    marks_open: int = 0
    string_open: bool = False
    cut_off: bool = False
    has_marks: bool = field(default=False, compare=False)

    @property
    def opening(self) -> bytes:
        """What must stand before the content so that all of it is enclosed."""
        return b"q " * (1 + self.states_lacking) + b"/Span BMC " * self.marks_lacking

    @property
    def closing(self) -> bytes:
        """What must stand after the content so that nothing of it goes on."""
        string = b") " if self.string_open else b""
        rest = b"EI ] >> " if self.cut_off else b""
        text = b"ET " if self.text_open else b""
        return b"\n" + string + rest + text + b"EMC " * self.marks_open + b"Q " * (1 + self.states_open)


def content_balance(content: bytes) -> Balance:
    """Count what decoded page content leaves open."""
    found = _WANTED.findall(content)
    signs = _signs(found)
    string_open = bool(found) and found[-1].startswith(b"(") and not found[-1].endswith(b")")
    if b"?" in signs:
        signs = _signs(_parsed_operators(content))
        string_open = string_open and not _is_heard_after(content)
    states, text, marks = (_unpaired(signs, pair) for pair in (b"qQ", b"tT", b"mM"))
    return Balance(
        states_lacking=states.count(b"Q"),
        states_open=states.count(b"q"),
        text_open=text.endswith(b"t"),
        marks_lacking=marks.count(b"M"),
        marks_open=marks.count(b"m"),
        string_open=string_open,
        cut_off=not _ends_with_operator(content),
        has_marks=b"m" in signs or b"M" in signs,
    )


def _ends_with_operator(content: bytes) -> bool:
    """Whether content ends as it should; otherwise it may end within an array, a dictionary or a picture."""
    last = _LAST_WORD.search(content[-_TAIL:])
    return last is not None and last[1] in _ALL_OPERATORS if content.strip(_WHITE) else True


def _signs(operators: list[bytes]) -> bytes:
    """Each operator as one letter; a question mark for what must be parsed."""
    return b"".join(filter(None, map(_SIGNS.get, operators)))


def _is_heard_after(content: bytes) -> bool:
    """Whether an operator after the content would be one: a bracket within a picture opens no string."""
    return _parsed_operators(content + b"\nBX", "BX")[-1:] == [b"BX"]


def _parsed_operators(content: bytes, operators: str = _OPERATORS) -> list[bytes]:
    with pikepdf.new() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an unfinished stream is what we are looking for
        try:
            parsed = pikepdf.parse_content_stream(scratch.make_stream(content), operators)
        except pikepdf.PdfError:
            return []
        return [bytes(instruction.operator) for instruction in parsed]


def _unpaired(signs: bytes, pair: bytes) -> bytes:
    """What is left of one kind of sign when every opening one that is closed again is taken out."""
    left = signs.translate(None, delete=bytes(set(b"qQtTmM?") - set(pair)))
    while pair in left:
        left = left.replace(pair, b"")
    return left
