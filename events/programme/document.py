"""A Programme as plain data and back: what a release keeps, what the outside may read.

``docs/file-formats.md`` describes the document. Text becomes an object by language, a duration an ISO 8601
duration in seconds ("PT60S"), a moment ISO 8601 with its offset (in UTC with "Z"), a choice its word.
"""

import json
import re
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from events.programme.sentence import Sentence, sentence
from events.programme.text import Text
from events.programme.upgrades import FORMAT, FormatError, upgrade
from events.programme.value import Claim, Programme

DURATION = re.compile(r"PT(\d+)(?:\.(\d{1,6}))?S")


class DocumentError(ValueError):
    """The document is not a programme; ``where`` is the path of the first field that is wrong."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(sentence("%(where)s: %(what)s.", where=where, what=what) if where else what)
        self.where = where
        self.what = what


def to_document(programme: Programme) -> dict[str, Any]:
    return {"format": FORMAT, "programme": _encode(programme)}


def from_document(document: object) -> Programme:
    """Return the programme of a document in this or an older format.

    Raises DocumentError, naming the first field that is wrong.
    """
    if not isinstance(document, dict) or "programme" not in document:
        raise DocumentError(
            "", sentence("This is not a programme: an object with “format” and “programme” is expected.")
        )
    try:
        document = upgrade(document)
    except FormatError as error:
        raise DocumentError("format", error.args[0]) from None
    except (KeyError, TypeError, AttributeError):
        raise DocumentError("", sentence("The fields are not those of its format.")) from None
    programme: Programme = _decode(Programme, document["programme"], "programme", None)
    return programme


def claim_to_document(claim: Claim) -> dict[str, Any]:
    """Return a claim alone, as it stands in the document of a programme."""
    document: dict[str, Any] = _encode(claim)
    return document


def claim_from_document(document: object) -> Claim:
    """Raises DocumentError."""
    claim: Claim = _decode(Claim, document, "claim", None)
    return claim


def dumps(document: Mapping[str, Any]) -> str:
    """Return the document as text; the same document gives the same text."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _encode(value: Any) -> Any:
    if isinstance(value, Text):
        return dict(value.versions)
    if is_dataclass(value):
        return {field.name: _encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_encode(element) for element in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, timedelta):
        return duration_text(value)
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z") if value.tzinfo is UTC else value.isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return value


def duration_text(duration: timedelta) -> str:
    seconds, rest = divmod(duration, timedelta(seconds=1))
    fraction = f".{rest.microseconds:06d}".rstrip("0") if rest else ""
    return f"PT{seconds}{fraction}S"


class Shape(NamedTuple):
    """A type, taken apart once: whether None may stand in its place, its own plain type, of what it is a tuple."""

    may_be_none: bool
    plain: Any
    element: Any
    is_value: bool


@cache
def _shape(expected: Any) -> Shape:
    may_be_none = get_origin(expected) in (Union, types.UnionType)
    if may_be_none:
        (expected,) = (option for option in get_args(expected) if option is not types.NoneType)
    element = get_args(expected)[0] if get_origin(expected) is tuple else None
    is_value = expected is not Text and is_dataclass(expected) and isinstance(expected, type)
    return Shape(may_be_none, expected, element, is_value)


@cache
def _hints(cls: type) -> dict[str, Any]:
    """Return the fields of a value in their order, each with its type."""
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in fields(cls)}


def _decode(expected: Any, data: Any, where: str, zone: ZoneInfo | None) -> Any:
    """Return ``data`` as the ``expected`` type; moments are turned into ``zone``."""
    shape = _shape(expected)
    if data is None and shape.may_be_none:
        return None
    if shape.element:
        if not isinstance(data, list):
            raise DocumentError(where, sentence("a list is expected"))
        return tuple(
            _decode(shape.element, each, f"{where}[{index}]", zone) for index, each in enumerate(data)
        )
    if shape.plain is Text:
        return _text(data, where)
    if shape.is_value:
        return _value(shape.plain, data, where, zone)
    try:
        return _scalar(shape.plain, data, zone)
    except (ValueError, TypeError, OverflowError):
        raise DocumentError(where, _is_not(data, _described(shape.plain))) from None


def _value(cls: type, data: Any, where: str, zone: ZoneInfo | None) -> Any:
    if not isinstance(data, dict):
        raise DocumentError(where, sentence("an object is expected"))
    known = _hints(cls)
    if unknown := sorted(data.keys() - known.keys()):
        raise DocumentError(f"{where}.{unknown[0]}", sentence("no such field in this format"))
    if cls is Programme:
        zone = _zone(data.get("zone"), f"{where}.zone")
    values = {
        name: _decode(hint, data[name], f"{where}.{name}", zone)
        for name, hint in known.items()
        if name in data
    }
    try:
        return cls(**values)
    except TypeError:
        missing = next(name for name in known if name not in data and name in _required(cls))
        raise DocumentError(f"{where}.{missing}", sentence("is missing")) from None


@cache
def _required(cls: type) -> frozenset[str]:
    return frozenset(f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING)


def _zone(name: Any, where: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        raise DocumentError(where, _is_not(name, sentence("the name of a time zone"))) from None


def _text(data: Any, where: str) -> Text:
    if not isinstance(data, dict) or not all(isinstance(text, str) for text in data.values()):
        raise DocumentError(
            where, sentence("a text by language is expected, as in %(example)s", example="{“en”: “…”}")
        )
    return Text.of(data)


def _scalar(expected: Any, data: Any, zone: ZoneInfo | None) -> Any:
    if expected is datetime:
        moment = datetime.fromisoformat(data)
        if moment.tzinfo is None:
            raise ValueError
        return moment.astimezone(UTC if data.endswith("Z") else zone)
    if expected is timedelta:
        return _duration(data)
    if expected in (date, time):
        return expected.fromisoformat(data)
    if isinstance(expected, type) and issubclass(expected, StrEnum):
        return expected(data)
    if expected is float and type(data) is int:
        return float(data)
    if type(data) is not expected:
        raise TypeError
    return data


def _duration(data: str) -> timedelta:
    match = DURATION.fullmatch(data)
    if not match:
        raise ValueError
    seconds, fraction = match.groups()
    return timedelta(seconds=int(seconds), microseconds=int((fraction or "").ljust(6, "0")))


def _shown(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False)
    return text if len(text) <= 60 else text[:59] + "…"


def _is_not(data: Any, expected: Sentence) -> Sentence:
    return sentence("%(found)s is not %(expected)s", found=_shown(data), expected=expected)


def _described(expected: Any) -> Sentence:
    if isinstance(expected, type) and issubclass(expected, StrEnum):
        return sentence("one of %(words)s", words=", ".join(expected))
    return {
        datetime: sentence("a moment with its offset (%(example)s)", example="2023-01-20T10:00:00+05:00"),
        date: sentence("a date (2023-01-20)"),
        time: sentence("a clock time (10:00:00)"),
        timedelta: sentence("a duration in seconds (%(example)s)", example="PT60S"),
        str: sentence("a text"),
        int: sentence("a whole number"),
        float: sentence("a number"),
        bool: sentence("%(yes)s or %(no)s", yes="true", no="false"),
    }.get(expected, sentence("what is expected here"))
