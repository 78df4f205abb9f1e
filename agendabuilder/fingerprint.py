"""The SHA-256 of a file, by which one is known again wherever it lies; it says nothing of what is in it."""

import hashlib
from pathlib import Path


def fingerprint_of(path: Path) -> str:
    """The file's SHA-256 in hexadecimal; it is read whole. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
