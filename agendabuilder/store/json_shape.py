"""How values stand in JSON: dates as 2027-03-04, times as 14:05, nothing converted in silence.

`SHAPE` reads and writes; `first_fault` turns what cattrs raises into a place and a sentence.
"""

import datetime
import re
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any

from cattrs import BaseValidationError, Converter, ForbiddenExtraKeysError, IterableValidationError
from cattrs.errors import AttributeValidationNote, ClassValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class WrongValue(ValueError):  # noqa: N818 (it becomes a MeetingFileError at the door)
    """A value of the file that cannot be meant; the text is the rest of a sentence after the place."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file, and where: `items[2].start`."""

    place: str
    sentence: str


def _make_shape() -> Converter:
    shape = Converter(forbid_extra_keys=True, omit_if_default=True, detailed_validation=True)
    shape.register_structure_hook(str, _exactly(str, "text"))
    shape.register_structure_hook(int, _exactly(int, "a whole number"))
    shape.register_structure_hook(bool, _exactly(bool, "true or false"))
    shape.register_structure_hook(float, _number)
    shape.register_structure_hook(datetime.date, _date)
    shape.register_structure_hook(datetime.time, _time)
    shape.register_structure_hook(StrEnum, _choice)
    shape.register_structure_hook_factory(_is_tuple, lambda kind: _list_of(shape, kind))
    shape.register_structure_hook_factory(is_dataclass, lambda kind: _object_of(shape, kind))
    shape.register_unstructure_hook(datetime.date, datetime.date.isoformat)
    shape.register_unstructure_hook(datetime.time, lambda moment: moment.strftime("%H:%M"))
    return shape


def _exactly(kind: type, name: str) -> Any:
    def read(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise WrongValue(f"this must be {name}, and is {_shown(value)}.")
        return value

    return read


def _number(value: Any, _: Any) -> float:
    if type(value) not in (int, float):
        raise WrongValue(f"this must be a number, and is {_shown(value)}.")
    return float(value)


def _date(value: Any, _: Any) -> datetime.date:
    try:
        if isinstance(value, str) and _DATE.fullmatch(value):
            return datetime.date.fromisoformat(value)
    except ValueError:
        raise WrongValue(f"there is no such date as {_shown(value)}.") from None
    raise WrongValue(f"this must be a date such as “2027-03-04”, and is {_shown(value)}.")


def _time(value: Any, _: Any) -> datetime.time:
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise WrongValue(f"this must be a 24-hour time such as “14:05”, and is {_shown(value)}.")
    if int(found[1]) > 23 or int(found[2]) > 59:
        raise WrongValue(f"there is no such time as {_shown(value)}.")
    return datetime.time(int(found[1]), int(found[2]))


def _choice(value: Any, kind: Any) -> Any:
    choices = [choice.value for choice in kind]
    if value not in choices:
        offered = ", ".join(f"“{choice}”" for choice in choices)
        raise WrongValue(f"this must be one of {offered}, and is {_shown(value)}.")
    return kind(value)


def _is_tuple(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _list_of(shape: Converter, kind: Any) -> Any:
    members: Any = list.__class_getitem__(kind.__args__[0])

    def read(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            raise WrongValue(f"this must be a list in square brackets, and is {_shown(value)}.")
        return tuple(shape.structure(value, members))

    return read


def _object_of(shape: Converter, kind: Any) -> Any:
    read_fields = make_dict_structure_fn(kind, shape, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True)

    def read(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise WrongValue(f"this must be an object in curly brackets, and is {_shown(value)}.")
        return read_fields(value, kind)

    return read


def _shown(value: Any) -> str:
    if value is None:
        return "null"
    text = value if isinstance(value, str) else repr(value).lower() if isinstance(value, bool) else str(value)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"


def first_fault(problem: BaseException, place: str = "") -> Fault | None:
    """The first thing that cattrs found wrong, with its place; None for an error that is not the file's."""
    if isinstance(problem, BaseValidationError):
        for inner in problem.exceptions:
            if fault := first_fault(inner, _inner_place(problem, inner, place)):
                return fault
    if isinstance(problem, ForbiddenExtraKeysError):
        unknown = sorted(problem.extra_fields)[0]
        known = [field.name for field in fields(problem.cl)]
        return Fault(_joined(place, unknown), f"there is no such key; the keys here are {', '.join(known)}.")
    return Fault(place, str(problem)) if isinstance(problem, WrongValue) else None


def _inner_place(outer: BaseValidationError, inner: BaseException, place: str) -> str:
    """The place of one of the errors inside another, from the note that cattrs leaves on it."""
    for note in getattr(inner, "__notes__", ()):
        if isinstance(outer, IterableValidationError) and isinstance(note, IterableValidationNote):
            return f"{place}[{note.index}]"
        if isinstance(outer, ClassValidationError) and isinstance(note, AttributeValidationNote):
            return _joined(place, note.name)
    return place


def _joined(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


SHAPE = _make_shape()
