"""The fonts of all pages that the program draws, with the map from codes to characters put right."""

import re
from pathlib import Path
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

_CUTTING = Lock()
"""ReportLab keeps its place in a font's file with the face, which all threads share: one subset is cut at a time."""


class MappedFont(TTFont):  # type: ignore[misc]  # ReportLab has no types
    """A font whose ToUnicode map is what PDF/UA asks: nothing maps to U+0000, and UTF-16 past U+FFFF."""

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 (ReportLab's name)
        """Add the font's objects to the document; mend the map that ReportLab makes."""
        with _CUTTING:
            super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                stream.content = _mended(stream.content)


def register_font(name: str, file: Path) -> None:
    """Let pages be drawn with a font under a name of their own.

    ReportLab keeps one font for a face, the first that was registered under whatever name. So all are made alike here;
    else the bytes of a pack would depend on what the process had drawn before it.
    """
    pdfmetrics.registerFont(MappedFont(name, str(file), asciiReadable=False, shapable=False))


def _mended(cmap: str) -> str:
    pairs = [(code, int(value, 16)) for code, value in re.findall(r"<(\w{2})> <(\w{4,6})>\n", cmap)]
    used = [f"<{code}> <{chr(value).encode('utf-16-be').hex().upper()}>" for code, value in pairs if value]
    # A block of a CMap holds at most 100 entries.
    blocks = [used[start : start + 100] for start in range(0, len(used), 100)]
    body = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    return re.sub(r"\d+ beginbfchar\n.*endbfchar\n", lambda _: body, cmap, flags=re.DOTALL)
