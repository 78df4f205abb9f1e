"""How the password of a PDF may have been written into it."""

import pikepdf  # noqa: F401 (it brings the encoding "pdfdoc")


def spellings(password: str) -> tuple[bytes, ...]:
    """A password in the encodings of new files and of those before PDF 2.0 (ISO 32000-2, 7.6.4.1), if they differ."""
    return tuple(dict.fromkeys((password.encode(), password.encode("pdfdoc", "replace"))))
