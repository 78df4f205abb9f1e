"""Where the agenda's rows stand on the pages; apart from what draws them, so that the window can know it cheaply."""

from dataclasses import dataclass

from agendabuilder.pack.front.tags import Rect


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where an item's row of the agenda stands: the page of the front matter from 1, and the rectangle in points.

    A row that runs over pages is named by its first part.
    """

    page: int
    rect: Rect
