"""Words with their tags, drawn as the pack's own pages are: what no element claims is an artifact.

An element is made with its words; where it was drawn is learnt when the pages are. A paper with a contents list is
drawn more than once, so `forget` takes back what was learnt before a drawing begins.
"""

import re
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from agendabuilder.pack.front.tags import Element, Leaf, Rect
from agendabuilder.reports.own_pages.tagged_words import TaggedCanvas
from agendabuilder.reports.own_pages.tagging import Tag

_ROLES = {"title": "H1", "heading": "H2", "subheading": "H3"}
_LINK = re.compile(r'<a href="(?P<address>[^"]+)" color="(?P<colour>[^"]+)">(?P<words>.*?)</a>')


class SampleCanvas(TaggedCanvas):
    """A canvas that can change the claim within a paragraph: after its label, and at a link."""

    after_label: Leaf | None = None
    inside: "Words | None" = None

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.setNamedCB("reach", lambda canvas, _, label: canvas.reach(int(label)))

    def claim(self, tag: Tag | Leaf) -> None:
        """What is drawn from here on belongs to a leaf."""
        self._code.append(f"EMC {self.opened(tag)}")

    def opened(self, leaf: Tag | Leaf) -> str:
        """The operator that begins a claim, which is noted."""
        leaf.marks.append((self.getPageNumber() - 1, self._marks))
        self._marks += 1
        return f"/{leaf.role} <</MCID {self._marks - 1}>> BDC"

    def say(self, element: Element, x: float, y: float, words: str, face: str, size: float) -> None:
        """Draw a line of words from `x` on as the next content of an element."""
        self.setFont(face, size)
        self.claim(element.leaf())
        self.drawString(x, y, words)
        self.release()

    def beginText(self, *place: Any, **options: Any) -> Any:  # noqa: N802 (ReportLab's name)
        """A text object; a paragraph with links makes its claims inside it, since both have to nest."""
        text = super().beginText(*place, **options)
        if self.inside is not None:
            text._code.append(self.opened(self.inside.leaves[0]))
        return text

    def drawText(self, text: Any) -> None:  # noqa: N802 (ReportLab's name)
        """Draw a text object. A label is one of its own, before that of its paragraph."""
        if self.inside is not None:
            text._code.append("EMC")
        super().drawText(text)
        if self.after_label is not None:
            self._code.append(f"EMC {self.opened(self.after_label)}")
            self.after_label = None

    def reach(self, number: int) -> None:
        """Go over to another leaf of a paragraph with links; called by ReportLab between its words."""
        place = self._curr_tx_info
        if self.inside is None:
            return
        place["tx"]._code.append(f"EMC {self.opened(self.inside.leaves[number])}")
        x, y = self.absolutePosition(place["cur_x"], place["cur_y"])
        self.inside.note(number, self.getPageNumber() - 1, x, y, place["leading"])


class Words(Paragraph):  # type: ignore[misc]  # ReportLab has no types
    """A paragraph with its element, of the role that its style stands for; `hung` is what goes into the paper's tree.

    When it runs over a page's end, its parts have the same element. A row of headings that is drawn again on each page
    of its table is read out once. Links are written `<a href="#place-3" color="#8a3324">words</a>`.
    """

    def __init__(
        self, markup: str | None, style: ParagraphStyle, bulletText: str | None = None,  # noqa: N803 (ReportLab's name)
        *, role: str = "", element: Element | None = None, **more: Any,
    ) -> None:  # fmt: skip
        self.element = element or Element(role or _ROLES.get(style.name, "P"))
        self.hung: Element | None = self.element
        self.label: Leaf | None = None
        self.leaves: list[Leaf] = []
        self._links: list[Element | None] = []
        self._reached: tuple[int, float, float] = (0, 0.0, 0.0)
        self._drawn_on: SampleCanvas | None = None
        super().__init__(self._with_leaves(markup) if markup else markup, style, bulletText=bulletText, **more)

    def _with_leaves(self, markup: str) -> str:
        """Make the leaves; the markup with a sign to change over at each end of each link."""
        parts, end = [], 0
        self._leaf(None)
        for found in _LINK.finditer(markup):
            words = f'<font color="{found["colour"]}">{found["words"]}</font>'
            parts += [markup[end : found.start()], _sign(len(self.leaves)), words, _sign(len(self.leaves) + 1)]
            plain = re.sub(r"<.*?>", "", found["words"])
            self._leaf(self.element.link(found["address"].removeprefix("#"), f"Go to “{plain}”"))
            self._leaf(None)
            end = found.end()
        return "".join([*parts, markup[end:]])

    def _leaf(self, link: Element | None) -> None:
        self.leaves.append((link or self.element).leaf())
        self._links.append(link)

    def note(self, number: int, page: int, x: float, y: float, leading: float) -> None:
        """Where the words of a leaf begin; the ones before end there, which is where a link can be pressed."""
        before, start, level = self._reached
        self._reached = (number, x, y)
        if (link := self._links[before]) is not None:
            assert level == y, "a link has to stand on one line"
            area: Rect = (start, y - 0.25 * leading, x, y + 0.75 * leading)
            link.areas.append((page, area))

    def draw(self) -> None:
        """Draw it where the canvas stands."""
        canvas = self.canv
        if self._drawn_on is canvas or not self.getPlainText().strip():
            super().draw()
            return
        self._drawn_on, self._reached = canvas, (0, 0.0, 0.0)
        if len(self.leaves) > 1:
            canvas.inside = self
            canvas._code.append("EMC")
            super().draw()
            canvas._code.append("/Artifact BMC")
            canvas.inside = None
            return
        if self.label is not None and self.bulletText:
            canvas.after_label = self.leaves[0]
            canvas.claim(self.label)
        else:
            canvas.claim(self.leaves[0])
        super().draw()
        canvas.release()

    def split(self, width: float, height: float) -> list["Words"]:
        """The paragraph in parts, each of which knows the element."""
        parts: list[Words] = super().split(width, height)
        assert len(parts) < 2 or len(self.leaves) == 1, "a paragraph with links has to stay on one page"
        for part in parts:
            part.element, part.leaves, part.label, part._links = self.element, self.leaves, self.label, self._links
        return parts


def forget(element: Element) -> None:
    """Take back where everything under an element was drawn."""
    element.areas.clear()
    for kid in element.kids:
        if isinstance(kid, Leaf):
            kid.marks.clear()
        else:
            forget(kid)


def _sign(number: int) -> str:
    return f'<onDraw name="reach" label="{number}"/>'
