"""The council's emblem: a lighthouse over two waves on a shield, drawn large and made smaller for smooth edges."""

from math import sin
from pathlib import Path

from PIL import Image, ImageDraw

_BLUE, _WHITE, _GOLD = (11, 74, 111), (255, 255, 255), (217, 139, 43)
_SIDE, _FINER = 420, 4


def draw(folder: Path) -> None:
    """Write `emblem.png` into the meeting's folder."""
    side = _SIDE * _FINER
    picture = Image.new("RGB", (side, side), _WHITE)
    pen = ImageDraw.Draw(picture)

    def shape(points: list[tuple[float, float]], colour: tuple[int, int, int]) -> None:
        pen.polygon([(x * side, y * side) for x, y in points], fill=colour)

    shape(_shield(), _BLUE)
    shape([(0.445, 0.60), (0.465, 0.27), (0.535, 0.27), (0.555, 0.60)], _WHITE)
    shape([(0.453, 0.47), (0.458, 0.38), (0.542, 0.38), (0.547, 0.47)], _BLUE)
    shape([(0.44, 0.27), (0.56, 0.27), (0.56, 0.25), (0.44, 0.25)], _WHITE)
    shape([(0.47, 0.25), (0.47, 0.18), (0.53, 0.18), (0.53, 0.25)], _GOLD)
    shape([(0.455, 0.18), (0.5, 0.12), (0.545, 0.18)], _WHITE)
    shape([(0.45, 0.20), (0.22, 0.13), (0.22, 0.25), (0.45, 0.225)], _GOLD)
    shape([(0.55, 0.20), (0.78, 0.13), (0.78, 0.25), (0.55, 0.225)], _GOLD)
    shape(_wave(0.64, 0.18, 0.82), _WHITE)
    shape(_wave(0.75, 0.24, 0.76), _WHITE)
    picture.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS).save(folder / "emblem.png", optimize=True, dpi=(400, 400))


def _shield() -> list[tuple[float, float]]:
    right = [(0.5 + 0.4 * (1 - (step / 20) ** 2.4), 0.55 + 0.43 * step / 20) for step in range(21)]
    left = [(1 - x, y) for x, y in reversed(right)]
    return [(0.1, 0.03), (0.9, 0.03), *right, *left]


def _wave(level: float, start: float, end: float) -> list[tuple[float, float]]:
    steps = [start + (end - start) * step / 80 for step in range(81)]
    upper = [(x, level + 0.018 * sin(x * 36)) for x in steps]
    return upper + [(x, y + 0.045) for x, y in reversed(upper)]
