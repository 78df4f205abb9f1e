"""Whether a part of an Office file is switched off; the standard has several words for yes and no, and all are used."""

from lxml.etree import _Element

OFF = frozenset({"0", "false", "off"})
"""No (ECMA-376-1, 22.9.2.7); anything else is yes."""


def is_hidden_slide(slide: _Element) -> bool:
    """Whether a slide is left out when the slides are shown."""
    return slide.get("show") in OFF
