"""The words of a language that a pack is made of: dates, times, lists, and every sentence that the program itself says.

English sentences stand in the code where they are used. Another language has its own for each, under the English one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from agendabuilder.domain.presentation import StampStyle, Wording


@dataclass(frozen=True, slots=True)
class Language:
    """One language. `tag` is its BCP 47 tag.

    `weekdays` begin with Monday and are as they stand within a sentence; `halves` mark a time before and after noon.
    `conjunctions` stand before the last of a list: the second before one that begins with a sign of `vowels` or is one
    of `vowel_numbers`. `wording` and `stamp` are what stands for those that a body has not worded itself. `sentences`
    are by their English, with the same places; one may be there with its places filled in, where a number changes a
    word ("2 minutes").
    """

    tag: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    halves: tuple[str, str]
    conjunctions: tuple[str, str]
    vowels: str = ""
    vowel_numbers: tuple[str, ...] = ()
    wording: Wording = field(default_factory=Wording)
    stamp: StampStyle = field(default_factory=StampStyle)
    sentences: Mapping[str, str] = field(default_factory=dict)

    def say(self, sentence: str, **places: object) -> str:
        """An English sentence in this language, its places filled in; in English where there is none."""
        filled = sentence.format(**places)
        return self.sentences.get(filled) or self.sentences.get(sentence, sentence).format(**places)

    def joined(self, texts: Sequence[str]) -> str:
        """The texts as one list: "A, B and C"."""
        if len(texts) < 2:
            return "".join(texts)
        *some, last = texts
        sounds_open = last[:1].casefold() in tuple(self.vowels) or last in self.vowel_numbers
        return f"{', '.join(some)} {self.conjunctions[sounds_open]} {last}"

    @property
    def texts(self) -> tuple[str, ...]:
        """All words of dates, times and lists, and all sentences with their places open."""
        return (*self.months, *self.weekdays, *self.halves, *self.conjunctions, *self.sentences.values())


ENGLISH = Language(
    tag="en-GB",
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    halves=("am", "pm"),
    conjunctions=("and", "and"),
)  # fmt: skip
