"""How well one colour is seen on another, as WCAG 2.2 measures it."""

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21: text wants 4.5 (1.4.3), the outline of a control 3 (1.4.11)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
