"""What can be wrong with a structure, one value for each; the words of a kind stand for themselves."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What can be wrong."""

    NO_TREE = "the file says that it is tagged, and is not"
    ELEMENT_MISSING = "an element leads to nothing"
    ELEMENT_TWICE = "an element stands in two places"
    WRONG_PARENT = "an element names another parent than the one it stands under"
    UNKNOWN_TYPE = "an element has a type that no reader knows"
    TYPE_REMAPPED = "a standard type is given another meaning"
    MARK_TWICE = "two elements claim the same words, or two runs of words have one number"
    MARK_ELSEWHERE = "an element claims words of a page that is not in the file"
    MARK_MISSING = "an element claims words that are not on the page"
    MARK_ORPHANED = "words on a page belong to no element"
    MARK_ODD = "a mark or an element says in an odd way what it is"
    MARKS_UNBALANCED = "marks on a page do not begin and end in pairs"
    CONTENT_UNREADABLE = "a part of a page's content cannot be read"
    KEY_TWICE = "a number of the index is given to two things"
    KEY_MISSING = "a page or annotation with an element has no number in the index"
    KEY_WRONG = "the index leads to another element than the tree"
    INDEX_DISORDERED = "the index is not in order, so that readers find only some of it"
    NOTE_ORPHANED = "a link, field or comment on a page belongs to no element"
    NOTE_ELSEWHERE = "an element announces an annotation that is on no page"
    ID_WRONG = "an identifier is missing, given twice, or leads to another element"


@dataclass(frozen=True, slots=True)
class StructureFault:
    """One fault. `page` counts from 1 and is 0 where no page is to blame."""

    kind: Fault
    page: int = 0
    detail: str = ""
