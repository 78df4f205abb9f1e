"""Reads a finished pack's structure as plain values: what a screen reader says, element by element, in its order.

Only the parts on the pages that are asked for are read, and of a report no more elements than somebody would look
through; the others are counted.
"""

from collections.abc import Collection, Iterator
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Dictionary, Pdf

from agendabuilder.pack.content.marked_words import ENOUGH, MarkedWords
from agendabuilder.pack.tagging.read_element import ReadElement, ReadingOrder
from agendabuilder.pack.tagging.role_names import standard_role
from agendabuilder.progress import Progress, SilentProgress
from agendabuilder.reports.pdf import pdf_values
from agendabuilder.reports.pdf.pdfium_lock import PDFIUM

MOST = 1500
"""Elements of a report that are read."""
_MOST_COUNTED = 100_000
_BREATH = 25
"""Elements after which the reading can be called off: the preview must not wait for it."""
_UNWATCHED = SilentProgress()
_DEEPEST = 200
_SAYS_ALL = frozenset({"P", "LI", "TR", "TH", "TD", "Lbl", "LBody", "Link", "Caption", "Note", "TOCI", "Span", "Quote"})
"""Types whose words are those of everything below them; larger ones would only repeat what follows."""
_OURS = ("P", "Link")
"""What stands beside the reports in an item's part: the words of a blank page, and ways back to the agenda."""


def read_reading_order(
    file: Path, sheets: Collection[int], most: int = MOST, progress: Progress = _UNWATCHED
) -> ReadingOrder:
    """The structure of the parts that begin on one of these pages (from 1), each cut off after `most` elements.

    A file that is gone, since a newer edition took its place, has no structure. It takes about 15 ms a page. Raises
    `Cancelled` when `progress` does.
    """
    try:
        with pikepdf.open(file) as pdf, _words(file) as words:
            return _Reader(pdf, words, frozenset(sheets), most, progress).read()
    except (OSError, pikepdf.PikepdfError, pypdfium2.PdfiumError):
        return ReadingOrder()


def _words(file: Path) -> MarkedWords:
    with PDFIUM:
        return MarkedWords(pypdfium2.PdfDocument(file))


class _Reader:
    """One walk through the tree."""

    def __init__(self, pdf: Pdf, words: MarkedWords, sheets: frozenset[int], most: int, progress: Progress) -> None:
        self._root = pdf_values.dictionary(pdf.Root, "/StructTreeRoot")
        self._words, self._sheets, self._most, self._progress = words, sheets, most, progress
        self._numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        self._roles = _role_map(self._root)
        self._found: list[ReadElement] = []

    def read(self) -> ReadingOrder:
        for document in _below(self._root):
            for part in _below(document):
                self._read_part(part)
        return ReadingOrder(tuple(self._found))

    def _read_part(self, part: Dictionary) -> None:
        """An item's part has its papers below it, of which some may be asked for; any other is read as a whole."""
        papers = list(_below(part))
        is_item = "/T" in part and all("/T" in paper or _role(paper) in _OURS for paper in papers)
        if not is_item:
            if self._sheet(part) in self._sheets:
                self._read_whole(part, 0)
            return
        wanted = [paper for paper in papers if self._sheet(paper) in self._sheets]
        if wanted:
            self._found.append(self._element(part, 0))
        for paper in wanted:
            self._read_whole(paper, 1)

    def _read_whole(self, top: Dictionary, depth: int) -> None:
        seen: set[tuple[int, int]] = set()
        waiting, more = [(top, depth)], 0
        while waiting and len(seen) < _MOST_COUNTED:
            element, level = waiting.pop()
            if element.objgen in seen or level > _DEEPEST:
                continue
            seen.add(element.objgen)
            if len(seen) % _BREATH == 0:
                self._progress.advance(0)
            if len(seen) <= self._most:
                self._found.append(self._element(element, level))
            else:
                more += 1
            waiting.extend((kid, level + 1) for kid in reversed(list(_below(element))))
        if more:
            self._found.append(ReadElement("", depth + 1, left_out=more))

    def _element(self, element: Dictionary, depth: int) -> ReadElement:
        role = standard_role(_role(element), self._roles)
        alt = pdf_values.text(element, "/Alt").strip() or pdf_values.text(element, "/ActualText").strip()
        says_all = role in _SAYS_ALL or role[:1] == "H"
        words = "" if role in ("Document", "Part") else self._said(element, says_all)
        return ReadElement(
            role,
            depth,
            pdf_values.text(element, "/T").strip() if role == "Part" else words,
            self._sheet(element),
            pdf_values.text(element, "/Lang"),
            alt,
            lacks_alt=role in ("Figure", "Formula") and not alt,
        )

    def _said(self, element: Dictionary, with_below: bool) -> str:
        said = ""
        for sheet, mark in self._marks(element, with_below):
            said = f"{said} {self._words.on(sheet, mark)}".strip()
            if len(said) > ENOUGH:
                return f"{said[:ENOUGH].rpartition(' ')[0] or said[:ENOUGH]} …"
        return said or _description(element)

    def _marks(self, element: Dictionary, with_below: bool, depth: int = 0) -> Iterator[tuple[int, int]]:
        """The pages and numbers of an element's marked contents; those of drawings of their own are passed over."""
        own = pdf_values.dictionary(element, "/Pg")
        for kid in _kids(element):
            if isinstance(kid, int):
                yield self._number(own), kid
            elif isinstance(kid, Dictionary) and "/MCID" in kid and "/Stm" not in kid:
                yield self._number(pdf_values.dictionary(kid, "/Pg") or own), pdf_values.whole_number(kid, "/MCID")
            elif isinstance(kid, Dictionary) and "/S" in kid and with_below and depth < _DEEPEST:
                yield from self._marks(kid, with_below, depth + 1)

    def _sheet(self, element: Dictionary, depth: int = 0) -> int:
        """The page that an element begins on; 0 when nothing under it says so."""
        own = pdf_values.dictionary(element, "/Pg")
        if own is not None:
            return self._number(own)
        for kid in _kids(element):
            if isinstance(kid, Dictionary) and depth < _DEEPEST:
                found = self._sheet(kid, depth + 1)
                if found:
                    return found
        return 0

    def _number(self, page: Dictionary | None) -> int:
        return 0 if page is None else self._numbers.get(page.objgen, 0)


def _description(element: Dictionary) -> str:
    """What a link says of itself where it holds no words."""
    notes = (pdf_values.dictionary(kid, "/Obj") for kid in _kids(element) if isinstance(kid, Dictionary))
    return next((words for note in notes if (words := pdf_values.text(note, "/Contents").strip())), "")


def _role(element: Dictionary) -> str:
    return pdf_values.name(element, "/S")[1:]


def _role_map(root: Dictionary | None) -> dict[str, str]:
    roles = pdf_values.dictionary(root, "/RoleMap")
    names = roles.keys() if roles is not None else set[str]()
    return {name[1:]: pdf_values.name(roles, name)[1:] for name in names}


def _kids(element: Dictionary | None) -> list[object]:
    kids: object = None if element is None else element.get("/K")
    if isinstance(kids, pikepdf.Array):
        return list(kids)
    return [] if kids is None else [kids]


def _below(element: Dictionary | None) -> Iterator[Dictionary]:
    return (kid for kid in _kids(element) if isinstance(kid, Dictionary) and "/S" in kid)
