"""What a page's own content is, read once: its digest, what it leaves open, and what becomes of its marks."""

import zlib
from dataclasses import dataclass
from functools import cached_property

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from agendabuilder.pack.content.content_balance import Balance, content_balance
from agendabuilder.pack.content.content_marks import without_marks
from agendabuilder.pack.content.untagged_paths import with_paths_marked


@dataclass(frozen=True)
class PageContent:
    """The decoded content of a page; a stream that can't be decoded is as empty for us as for every viewer.

    `is_whole` says that there was none of those.
    """

    decoded: bytes
    is_whole: bool = True

    @cached_property
    def digest(self) -> int:
        """The CRC-32 of the content."""
        return zlib.crc32(self.decoded)

    @cached_property
    def balance(self) -> Balance:
        """What the content leaves open."""
        return content_balance(self.decoded)


def contents_of(page: Dictionary) -> list[Object]:
    """The content streams of a page; what is not a stream is passed over."""
    contents = page.get(Name.Contents)
    streams = contents if isinstance(contents, Array) else [contents]
    return [stream for stream in streams if isinstance(stream, Stream)]


def read_content(page: Dictionary) -> PageContent:
    """The content of a page, in one piece."""
    streams = contents_of(page)
    parts = []
    for stream in streams:
        try:
            parts.append(stream.read_bytes())
        except pikepdf.PdfError:
            continue
    return PageContent(b"\n".join(filter(None, parts)), len(parts) == len(streams))


def take_marks_off(pdf: Pdf, page: Dictionary, content: PageContent) -> PageContent:
    """The page's content without marks for tags, written to the page when it had any; layers keep theirs."""
    if not content.balance.has_marks:
        return content
    return _replaced(pdf, page, without_marks(content.decoded))


def set_paths_aside(pdf: Pdf, page: Dictionary, content: PageContent) -> PageContent:
    """The page's content with lines and shades that no tag names marked as artifacts, written to the page if any."""
    marked = with_paths_marked(content.decoded) if content.is_whole else content.decoded
    return content if marked is content.decoded else _replaced(pdf, page, marked)


def _replaced(pdf: Pdf, page: Dictionary, decoded: bytes) -> PageContent:
    page.Contents = pdf.make_stream(decoded)
    return PageContent(decoded)
