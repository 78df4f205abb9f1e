"""Marks lines and shades that no tag names as artifacts, so that a report's own tags account for all of its page.

Nothing of the content is written anew: two words are put in around each path, and all else stays as it was, byte for
byte. Text and pictures are never touched, for what they say would be passed over from then on.
"""

import re

from agendabuilder.pack.content.content_balance import BREAK, COMMENT, STRING

_LONGEST = 4_000_000
"""Bytes of a page's content up to which its paths are looked for; that takes up to a second."""

_PAINTING = frozenset(b"S s f F f* B B* b b* sh".split())
_BUILDING = frozenset(b"m l c v y h re W W*".split())
_COLOURING = frozenset(b"w J j M d ri i gs CS cs SC SCN sc scn G g RG rg K k".split())
"""What may stand within an artifact of several paths; beginnings and ends of graphics states may not."""

_OTHERS = frozenset(b"n q Q cm BT ET BDC BMC EMC MP DP BX EX Do Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ ' \"".split())
_OPERATORS = _PAINTING | _BUILDING | _COLOURING | _OTHERS

_PAINTS = re.compile(rb"[SFBbfs](?<![^" + BREAK + rb"].)(?:(?<=[fBb])\*|(?<=s)h)?(?![^" + BREAK + rb"/%])", re.DOTALL)
"""An operator that paints. It begins with a letter, not with a look behind: that is what makes it fast."""

_NO_OPERATOR = (COMMENT, rb"/[^" + BREAK + rb"/%]*+", rb"<<", rb"<[^>]*+>?")
_TOKEN = re.compile(b"|".join((rb"([^" + BREAK + rb"/%]++)", *_NO_OPERATOR, rb"(" + STRING + rb"|\))")), re.DOTALL)
_BEGIN, _END = b" /Artifact BMC ", b" EMC "


def with_paths_marked(content: bytes) -> bytes:
    """The content with each path and shading that is outside of all marks made an artifact (ISO 32000-1, 14.8.2.2).

    It comes back as it is when there is none, when it is very long, or when it cannot be read for sure: the bytes of
    pictures that are written in place may look like anything.
    """
    if len(content) > _LONGEST or not _may_have_bare_paths(content):
        return content
    parts, done = list[bytes](), 0
    for start, end in _BarePaths(content).found:
        parts += (content[done:start], _BEGIN, content[start:end], _END)
        done = end
    return b"".join((*parts, content[done:])) if parts else content


def _may_have_bare_paths(content: bytes) -> bool:
    """A quick look at what lies between the end of each mark and the beginning of the next."""
    between = (part.partition(b"BDC")[0].partition(b"BMC")[0] for part in content.split(b"EMC"))
    return _PAINTS.search(b" ".join(between)) is not None


class _BarePaths:
    """Where paths outside of all marks begin and end, found in one walk over the operators of page content."""

    def __init__(self, content: bytes) -> None:
        self.found: list[tuple[int, int]] = []
        self._depth, self._in_text, self._goes_on = 0, False, False
        self._start: int | None = None
        self._last = 0
        for token in _TOKEN.finditer(content):
            word, string = token.groups()
            if word in _OPERATORS:
                self._take(word, token.end())
            if word == b"BI" or self._depth < 0 or (string is not None and not _is_whole(string)):
                self.found.clear()
                return

    def _take(self, operator: bytes, end: int) -> None:
        if operator in (b"BDC", b"BMC", b"EMC"):
            self._depth += -1 if operator == b"EMC" else 1
            self._leave()
        elif operator in (b"BT", b"ET"):
            self._in_text = operator == b"BT"
            self._leave()
        elif not self._depth and not self._in_text:
            self._draw(operator, end)
        self._last = end

    def _draw(self, operator: bytes, end: int) -> None:
        if operator in _BUILDING:
            self._start = self._last if self._start is None else self._start
        elif operator in _PAINTING:
            start = self._last if self._start is None else self._start
            self.found.append((self.found.pop()[0] if self._goes_on else start, end))
            self._start, self._goes_on = None, True
        elif operator not in _COLOURING:
            self._leave()

    def _leave(self) -> None:
        self._start, self._goes_on = None, False


def _is_whole(string: bytes) -> bool:
    """Whether a string ends where it seems to; brackets in brackets in brackets are not followed."""
    return string[:1] == b"(" and string[-1:] == b")"
