"""Names of files and folders that every system can have, wherever the clerk's folder goes next.

Windows is the strictest: it has devices by names such as NUL, and drops a dot or a space at the end without a word.
A Mac may hand out letters and their accents apart; here they are always one.
"""

import re
import unicodedata

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
LONGEST_NAME = 120
"""Letters, which leaves room for endings: a file's name has at most 255 signs on every system."""


def safe_name(name: str, longest: int = LONGEST_NAME) -> str:
    """The name without what some system cannot have in it, of at most so many letters; it may be empty then."""
    whole = unicodedata.normalize("NFC", name)
    plain = " ".join(_UNSAFE.sub(" ", whole).split())[:longest].strip(" .")
    return f"_{plain}" if is_device(plain) else plain


def safe_file_name(name: str) -> str:
    """The same of a file with its ending; what is left without a name is called "file"."""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        return safe_name(name) or "file"
    ending = safe_name(ending).replace(" ", "")
    return f"{safe_name(stem) or 'file'}{f'.{ending}' if ending else ''}"


def is_device(name: str) -> bool:
    """Whether Windows takes a file of this name for a device; what follows a dot makes no difference to it."""
    return _DEVICE.fullmatch(name.partition(".")[0].rstrip()) is not None
