"""What languages are called on screen: those in which bodies of the United Kingdom publish, by their BCP 47 tags.

Of some the program has words of its own (`worded.py`); of all it can say which one a report is in.
"""

LANGUAGE_NAMES = {"en-GB": "English", "cy": "Welsh", "gd": "Scottish Gaelic", "ga": "Irish"}
"""In the order in which they are offered."""

_BY_LANGUAGE = {tag.partition("-")[0]: name for tag, name in LANGUAGE_NAMES.items()}


def language_name(tag: str) -> str:
    """The name of a language, whatever its region ("en-US" is English, too); "" for any other."""
    return _BY_LANGUAGE.get(tag.partition("-")[0].casefold(), "")
