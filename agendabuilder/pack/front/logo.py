"""The logo's picture file: whether there is one that can be drawn."""

from pathlib import Path

from PIL import Image, UnidentifiedImageError

from agendabuilder.domain.presentation import Logo


def logo_size(folder: Path, logo: Logo) -> tuple[int, int] | None:
    """The logo's width and height in pixels; None when it cannot be read or lies outside the meeting's folder."""
    file = folder / logo.file
    if not file.resolve().is_relative_to(folder.resolve()):
        return None
    try:
        with Image.open(file) as image:
            image.load()
            return image.size
    except (OSError, ValueError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
