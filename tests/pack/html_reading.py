"""An HTML page read as a browser reads it, by a parser that had no part in writing it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"meta", "img", "br"})


@dataclass(slots=True)
class Tag:
    """An element with its attributes; `kids` are elements and texts in their order."""

    name: str
    attributes: dict[str, str]
    kids: "list[Tag | str]" = field(default_factory=list)

    def all(self, *names: str) -> "Iterator[Tag]":
        """Every element below with one of the names (any, without), in the order of the page."""
        for kid in self.kids:
            if isinstance(kid, Tag):
                if not names or kid.name in names:
                    yield kid
                yield from kid.all(*names)

    @property
    def text(self) -> str:
        """All words in it, with single spaces."""
        return " ".join(self._joined().split())

    def _joined(self) -> str:
        parts = (kid if isinstance(kid, str) else f"{kid._joined()} " for kid in self.kids if not _is_hidden(kid))
        return "".join(parts)


def _is_hidden(kid: Tag | str) -> bool:
    return isinstance(kid, Tag) and kid.name in ("style", "title")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Tag("document", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Tag(tag, {name: value or "" for name, value in attrs})
        self.open[-1].kids.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].kids.append(data)


def read_html(page: str) -> Tag:
    """The page's root element. Fails when an element is closed that is not open."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].name}> is never closed"
    return next(reader.open[0].all("html"))
