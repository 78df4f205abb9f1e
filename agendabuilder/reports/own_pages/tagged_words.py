"""Draws with tags: paragraphs that claim what they draw, on a canvas on which all else is an artifact."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from agendabuilder.reports.own_pages.tagging import Tag


class TaggedCanvas(Canvas):
    """Whatever is drawn between `begin_page` and the page's end belongs to a tag, or is marked as an artifact."""

    _marks = 0

    def begin_page(self) -> None:
        """To be called before anything is drawn on a page."""
        self._marks = 0
        self._code.append("/Artifact BMC")

    def claim(self, tag: Tag) -> None:
        """What is drawn from here on belongs to `tag`."""
        self._code.append(f"EMC /{tag.role} <</MCID {self._marks}>> BDC")
        tag.marks.append((self.getPageNumber() - 1, self._marks))
        self._marks += 1

    def release(self) -> None:
        """What is drawn from here on is an artifact."""
        self._code.append("EMC /Artifact BMC")

    def showPage(self) -> None:  # noqa: N802 (ReportLab's name)
        """End the page."""
        self._code.append("EMC")
        super().showPage()


class Words(Paragraph):
    """A paragraph with its tag; when it is divided over pages, all its parts have the same.

    A row of headings is drawn again on every page of its table; only the first time it is read out.
    """

    tag: Tag
    _is_drawn = False

    @classmethod
    def tagged(cls, markup: str, style: ParagraphStyle, tag: Tag, label: str = "") -> "Words":
        """A new one; `label` hangs before its first line."""
        words = cls(markup, style, bulletText=label or None)
        words.tag = tag
        return words

    def draw(self) -> None:
        """Draw it where the canvas stands."""
        if self._is_drawn:
            super().draw()
            return
        self.canv.claim(self.tag)
        super().draw()
        self.canv.release()
        self._is_drawn = True

    def split(self, width: float, height: float) -> list["Words"]:
        """The paragraph in parts, each of which knows the tag."""
        parts: list[Words] = super().split(width, height)
        for part in parts:
            part.tag = self.tag
        return parts
