"""Spots data about private people in a report's text, and keeps only a masked form of it.

Patterns with check digits and plain signs around them: a number that merely looks like one is left alone. Contact
details that a report gives on purpose (beside "Contact", "Tel", "Email") are no secret.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class PrivateKind(StrEnum):
    """What sort of data, as a sentence calls it."""

    NATIONAL_INSURANCE = "National Insurance number"
    NHS = "NHS number"
    BANK = "bank account with its sort code"
    BIRTH = "date of birth"
    HOME = "home address"
    EMAIL = "private e-mail address"
    MOBILE = "mobile number"


@dataclass(frozen=True, slots=True)
class PrivateData:
    """One find: its kind, as much of it as may be shown, and its page (from 1)."""

    kind: PrivateKind
    masked: str
    page: int


_INSURANCE = re.compile(
    r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"(?P<gap> ?)\d\d(?P=gap)\d\d(?P=gap)\d\d(?P=gap)[A-D]\b"
)
_HEALTH = re.compile(
    r"(?P<named>\bNHS\s+(?:no\.?|number)\W{0,3})?(?<![\d+-])(?P<number>[3467]\d\d[ -]?\d{3}[ -]?\d{4})\b", re.IGNORECASE
)
_BANK = re.compile(
    r"\bsort\s*code\W{0,6}\d\d[ -]\d\d[ -]\d\d\b.{0,60}?\baccount\b.{0,25}?\b\d{8}\b"
    r"|\baccount\b.{0,25}?\b\d{8}\b.{0,60}?\bsort\s*code\W{0,6}\d\d[ -]\d\d[ -]\d\d\b",
    re.IGNORECASE | re.DOTALL,
)
_BIRTH = re.compile(
    r"\b(?:date of birth|d\.?o\.?b\.?|born on)\W{1,4}\d{1,2}[ ./-]\w{1,9}[ ./-]\d{2,4}\b", re.IGNORECASE
)
_HOME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+(?:[A-Z][\w'\u2019-]*\.?\s+){0,3}[A-Z][\w'\u2019-]+,?\s+"
    r"(?:(?:who\s+)?lives\s+at|living\s+at|residing\s+at|resident\s+at|of)\s+"
    r"(?:(?:Flat|Apartment)\s+\w+,?\s+)?\d{1,4}[A-Za-z]?,?\s+(?:[A-Z][\w'\u2019-]+\s+){1,3}"
    r"(?:Street|Road|Lane|Avenue|Close|Drive|Way|Crescent|Terrace|Place|Court|Gardens|Grove|Row|Hill|Rd|St|Ave)\b"
    r"|\bhome address\W{1,4}\d{1,4}\s+[A-Z]"
)
_EMAIL = re.compile(
    r"(?<![\w.+-])(?P<first>[\w.+-])[\w.+-]{0,63}@(?P<domain>(?:gmail|googlemail|hotmail|outlook|live|yahoo|ymail|icloud|me|aol|btinternet"
    r"|talktalk|virginmedia|ntlworld|sky|tiscali|protonmail)\.(?:co\.uk|com|net|me))\b",
    re.IGNORECASE,
)
_MOBILE = re.compile(r"(?<![\d+])(?:\+44\s?(?:\(0\)\s?)?7|07)\d(?:[ -]?\d){8}(?!\d)")
_GIVEN = re.compile(
    r"contact|tel\b|telephone|phone|mobile|mob\b|e-?mail|clerk|officer|enquir|secretary|website|www\.|author|call\b",
    re.IGNORECASE,
)
_BEFORE = 120
"""How many characters before a number or an address tell whether it is given as a contact."""

_WEIGHTS = range(10, 1, -1)


def personal_data(pages: Sequence[str]) -> tuple[PrivateData, ...]:
    """What the texts of these pages hold about private people, in order, masked (pages from 1)."""
    return tuple(each for number, page in enumerate(pages, start=1) for each in _on_page(page, number))


def _on_page(text: str, page: int) -> Iterator[PrivateData]:
    for match in _INSURANCE.finditer(text):
        yield PrivateData(PrivateKind.NATIONAL_INSURANCE, f"{match[0][:2]}•••••••", page)
    for match in _HEALTH.finditer(text):
        if _is_health_number(match):
            yield PrivateData(PrivateKind.NHS, f"{match['number'][:2]}••••••••", page)
    for pattern, kind in ((_BANK, PrivateKind.BANK), (_BIRTH, PrivateKind.BIRTH), (_HOME, PrivateKind.HOME)):
        for _ in pattern.finditer(text):
            yield PrivateData(kind, "", page)
    for match in _EMAIL.finditer(text):
        if not _is_given(text, match.start()):
            yield PrivateData(PrivateKind.EMAIL, f"{match['first']}•••@{match['domain'].lower()}", page)
    for match in _MOBILE.finditer(text):
        if not _is_given(text, match.start()):
            yield PrivateData(PrivateKind.MOBILE, f"{match[0][:3]}••••••••", page)


def _is_health_number(match: re.Match[str]) -> bool:
    """Ten digits of which the last checks the others (modulus 11), named as one or parted by spaces as on letters.

    With hyphens it is more often a telephone number.
    """
    digits = [int(each) for each in match["number"] if each.isdecimal()]
    check = 11 - sum(digit * weight for digit, weight in zip(digits, _WEIGHTS, strict=False)) % 11
    parted = match["number"][3] == match["number"][-5] == " "
    return check % 11 == digits[9] and check != 10 and (parted or match["named"] is not None)


def _is_given(text: str, start: int) -> bool:
    return _GIVEN.search(text, max(0, start - _BEFORE), start) is not None
