"""Names of people, read apart so that two ways of writing one name can be told from two people."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_COUNCILLOR = frozenset({"cllr", "cllrs", "councillor", "cyng", "cynghorydd", "alderman", "ald"})
_STYLES = _COUNCILLOR | {
    "county", "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "revd", "reverend", "canon", "sir",
    "dame", "lord", "lady", "hon", "rt", "the", "captain", "cllr.",
}  # fmt: skip
_LETTERS = frozenset({"obe", "mbe", "cbe", "kbe", "mp", "ms", "msp", "jp", "qc", "kc", "dl", "phd", "bem"})
_BRACKETS = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"[^\s.,]+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name without its style. `spelled` is as typed; `words` are folded: small letters without accents.

    `councillor` tells whether the style said so.
    """

    spelled: str
    words: tuple[str, ...]
    councillor: bool = False

    @property
    def folded(self) -> str:
        """The name without case, accents, hyphens and apostrophes: the same for careless spellings of it."""
        return " ".join(self.words)

    @property
    def surname(self) -> str:
        """The last word."""
        return self.words[-1] if self.words else ""

    @property
    def first(self) -> str:
        """The first name or the initials; empty for a surname alone."""
        return self.words[0] if len(self.words) > 1 else ""

    @property
    def has_only_initials(self) -> bool:
        """Whether the first name is an initial ("S James")."""
        return len(self.first) == 1


@lru_cache(maxsize=4096)
def read_name(typed: str) -> PersonName:
    """Read a typed name; styles ("Cllr", "Mrs"), letters after the name and what stands in brackets are left out."""
    words = _WORD.findall(_BRACKETS.sub(" ", typed).split(",")[0])
    styles = 0
    while styles < len(words) and words[styles].casefold() in _STYLES:
        styles += 1
    own = words[styles:]
    while len(own) > 2 and own[-1].casefold() in _LETTERS:
        own = own[:-1]
    folded = tuple(filter(None, (_folded(word) for word in _initials_apart(own))))
    is_councillor = any(word.casefold() in _COUNCILLOR for word in words[:styles])
    return PersonName(" ".join(own), folded, is_councillor)


def _initials_apart(words: list[str]) -> list[str]:
    """ "SJ James" as "S J James": two capitals before the surname are initials."""
    apart: list[str] = []
    for place, word in enumerate(words):
        is_initials = place < len(words) - 1 and len(word) in (2, 3) and word.isupper() and word.isalpha()
        apart.extend(word if is_initials else [word])
    return apart


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l").replace("ø", "o"))
    return "".join(letter for letter in plain if letter.isalnum())
