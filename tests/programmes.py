"""The two canonical programmes and an empty one, as values."""

import dataclasses
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from events.programme.choices import EventKind, MissionKind, Status
from events.programme.document import from_document
from events.programme.people import Person
from events.programme.text import Text
from events.programme.value import Mission, Programme

DEMONSTRATION = Path(__file__).parents[1] / "events" / "fixtures" / "demonstration"


def document(name: str) -> dict:
    return json.loads((DEMONSTRATION / f"{name}.json").read_text(encoding="utf-8"))


@cache
def seminar() -> Programme:
    return from_document(document("islamabad-seminar-2023"))


@cache
def exhibition() -> Programme:
    """The exhibition; its ceremony is its only child."""
    return from_document(document("migration-service-exhibition-2015"))


def empty() -> Programme:
    """An event of which nothing is stated but that it will be: no day, no place, no items."""
    return Programme(
        uid="7d0c1c5e-5a0b-4a53-9c29-0d4b1d6d6f10",
        slug="to-be-planned",
        mission=Mission(
            slug="azembassy-islamabad",
            name=Text.of({"en": "Embassy of Azerbaijan in Pakistan"}),
            kind=MissionKind.EMBASSY,
            zone="Asia/Karachi",
            languages=("en",),
        ),
        kind=EventKind.OTHER,
        title=Text.of({"en": "To be planned"}),
        zone="Asia/Karachi",
        on=None,
        languages=("en",),
        status=Status.TENTATIVE,
    )


def walk(value: Any) -> Iterator[Any]:
    """Everything that a value holds, itself first."""
    yield value
    if isinstance(value, tuple):
        for each in value:
            yield from walk(each)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from walk(getattr(value, field.name))


def people(value: Any) -> list[Person]:
    return [each for each in walk(value) if isinstance(each, Person)]
