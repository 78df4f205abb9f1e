"""The one font of all stamps and blank pages, embedded once in the whole pack.

The subset holds printable ASCII under its own codes, so that the file's own text reads `(Page 37)`, and any
further letters that the body's wording needs (Welsh, for one).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf

from agendabuilder import paths

_NAME = Name("/PACKST+SourceSans3-Regular")
_FIRST_CODE = 32
_ASCII = "".join(chr(code) for code in range(_FIRST_CODE, 127))
_MOST_OTHERS = 120
_SYMBOLIC = 4  # a font with codes of its own (PDF 32000-1, table 123)
_CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
{entries}
endcmap CMapName currentdict /CMap defineresource pop end end
"""


@dataclass(frozen=True, slots=True)
class StampFont:
    """The font in one pack: `font` is its object there, `codes` and `widths` (of 1,000) belong to its characters."""

    font: Object
    codes: Mapping[str, int]
    widths: Mapping[str, float]

    def width(self, text: str, size: float) -> float:
        """The width of a text in points."""
        return sum(self.widths[character] for character in self.known(text)) * size / 1000

    def operand(self, text: str) -> bytes:
        """A text as a PDF string in this font's codes."""
        codes = bytes(self.codes[character] for character in self.known(text))
        return b"(" + re.sub(rb"([\\()])", rb"\\\1", codes) + b")"

    def known(self, text: str) -> str:
        """The text as it can be printed: a character that the font lacks becomes a question mark."""
        return "".join(character if character in self.codes else "?" for character in text)


def embed_stamp_font(pdf: Pdf, texts: Iterable[str]) -> StampFont:
    """Put the font into `pdf`, with all of ASCII and the letters of `texts`.

    ReportLab cuts the subset only: fonts that it is told of by name are shared, with whatever codes they have.
    """
    from reportlab.pdfbase.ttfonts import TTFontFace  # deferred: a rebuild finds the font in the stamped body

    face = TTFontFace(str(paths.resources() / "fonts" / "SourceSans3-Regular.ttf"))
    others = sorted({letter for text in texts for letter in text if ord(letter) in face.charToGlyph} - {*_ASCII})
    letters = _ASCII + "".join(others[:_MOST_OTHERS])
    codes = {letter: code for code, letter in enumerate(letters, start=_FIRST_CODE)}
    program = pdf.make_stream(face.makeSubset([0] * _FIRST_CODE + [ord(letter) for letter in letters]))
    program.Length1 = len(program.read_bytes())
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=_NAME,
        Flags=_SYMBOLIC,
        FontBBox=Array(face.bbox),
        ItalicAngle=0,
        Ascent=face.ascent,
        Descent=face.descent,
        CapHeight=face.capHeight,
        StemV=face.stemV,
        FontFile2=program,
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=_NAME,
        FirstChar=_FIRST_CODE,
        LastChar=_FIRST_CODE + len(letters) - 1,
        Widths=Array([face.getCharWidth(ord(letter)) for letter in letters]),
        FontDescriptor=pdf.make_indirect(descriptor),
        ToUnicode=pdf.make_stream(_to_unicode(codes)),
    )
    return read_stamp_font(pdf.make_indirect(font))


def read_stamp_font(font: Object) -> StampFont:
    """The font as it stands in a pack."""
    entries = re.findall(rb"^<(\w\w)> <(\w{4})>$", font.ToUnicode.read_bytes(), re.MULTILINE)
    codes = {chr(int(value, 16)): int(code, 16) for code, value in entries}
    widths = [float(width) for width in font.Widths]
    first = int(font.FirstChar)
    return StampFont(font, codes, {character: widths[code - first] for character, code in codes.items()})


def _to_unicode(codes: Mapping[str, int]) -> bytes:
    """A CMap from codes to characters; a block of it holds at most 100 entries (Adobe Technical Note 5014)."""
    entries = [f"<{code:02X}> <{ord(character):04X}>" for character, code in sorted(codes.items())]
    blocks = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    text = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return _CMAP.format(entries=text).encode("ascii")
