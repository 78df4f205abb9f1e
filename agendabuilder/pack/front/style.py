"""The look of the front matter: sizes, colours and the grid that all text hangs on, in points.

The accent colour is darkened until it reaches 4.5:1 (WCAG 2.2, 1.4.3) on white and on the panels' tint.
"""

import re
from dataclasses import dataclass, replace

from agendabuilder.domain.contrast import Colour, contrast
from agendabuilder.domain.presentation import Look, TextSize
from agendabuilder.pack.front.fonts import Face

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT = 22 * MM, PAGE_WIDTH - 20 * MM
TOP, BOTTOM = 20 * MM, 20 * MM  # the page stamp stands below, in the last 18 mm
LOGO_WIDTH, LOGO_HEIGHT = 28 * MM, 18 * MM

INK: Colour = (0.086, 0.098, 0.114)
GREY: Colour = (0.33, 0.35, 0.38)
HAIRLINE: Colour = (0.76, 0.78, 0.80)

_CONTRAST = 4.5
_SIZES = {TextSize.STANDARD: 12.0, TextSize.LARGE: 14.0, TextSize.EXTRA_LARGE: 18.0}
_DEFAULT_ACCENT = Look().accent


@dataclass(frozen=True, slots=True)
class Type:
    """A face, a size in points and a colour."""

    face: Face
    size: float
    colour: Colour = INK

    def bold(self) -> "Type":
        """The same, bold."""
        return replace(self, face=Face.BOLD_ITALIC if self.face is Face.ITALIC else Face.BOLD)

    def italic(self) -> "Type":
        """The same, italic."""
        return replace(self, face=Face.BOLD_ITALIC if self.face is Face.BOLD else Face.ITALIC)

    def coloured(self, colour: Colour) -> "Type":
        """The same in another colour."""
        return replace(self, colour=colour)


@dataclass(frozen=True, slots=True)
class Style:
    """The types, colours and distances of one front matter."""

    body: Type
    title: Type
    part: Type
    small: Type
    label: Type
    column_head: Type
    council: Type
    committee: Type
    subtitle: Type
    accent: Colour
    tint: Colour

    @property
    def leading(self) -> float:
        """From one line of body text to the next."""
        return round(self.body.size * 1.34, 2)

    @property
    def small_leading(self) -> float:
        """From one line of small text to the next."""
        return round(self.small.size * 1.34, 2)

    @property
    def paragraph_gap(self) -> float:
        """Between two paragraphs."""
        return self.body.size * 0.36

    @property
    def title_gap(self) -> float:
        """Between an item's title and what stands under it."""
        return self.body.size * 0.1

    @property
    def item_gap(self) -> float:
        """Above and below each item: 2.6 mm."""
        return 2.6 * MM


def style_for(look: Look) -> Style:
    """The style that a body's look asks for. Large print holds for every text, labels included."""
    body = _SIZES[look.text_size]
    standard = look.text_size is TextSize.STANDARD
    small, label = (11.0, 10.5) if standard else (body, body)
    accent = readable_accent(look.accent)
    return Style(
        body=Type(Face.REGULAR, body),
        title=Type(Face.SEMIBOLD, body),
        part=Type(Face.BOLD, body + 1),
        small=Type(Face.REGULAR, small),
        label=Type(Face.REGULAR, label, GREY),
        column_head=Type(Face.SEMIBOLD, 10.0 if standard else body, GREY),
        council=Type(Face.SEMIBOLD, body + 1, accent),
        committee=Type(Face.BOLD, 16 + body * 0.9),
        subtitle=Type(Face.REGULAR, body + 4, GREY),
        accent=accent,
        tint=_tint(accent),
    )


def readable_accent(text: str) -> Colour:
    """The accent `#rrggbb`, darkened as far as it must be to be read on white and on the panels' tint."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        text = _DEFAULT_ACCENT
    red, green, blue = (int(text[place : place + 2], 16) / 255 for place in (1, 3, 5))
    colour = (red, green, blue)
    while contrast(colour, _tint(colour)) < _CONTRAST:
        colour = (colour[0] * 0.96, colour[1] * 0.96, colour[2] * 0.96)
    return colour


def _tint(colour: Colour) -> Colour:
    red, green, blue = (1 - (1 - part) * 0.055 for part in colour)
    return (red, green, blue)
