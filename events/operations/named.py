"""Where somebody's name stands in words that nobody linked to them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from i18nfield.strings import LazyI18nString

from events.models import Contribution, Event, Item, NameVariant, Part, Person, Task, Work
from events.models.fields import text_of
from events.models.history import Trace

# Stands in a copy where a name stood.
TAKEN_OUT = "…"
TEXTS = (models.CharField, models.TextField, models.JSONField)
# Rows of an event with words of the officers' own, and the way from each to its event.
WORDED: tuple[tuple[Any, str], ...] = (
    (Event.with_deleted, ""),
    (Part.with_removed, "event__"),
    (Item.with_removed, "part__event__"),
    (Contribution.objects, "item__part__event__"),
    (Task.objects, "event__"),
    (Work.objects, "event__"),
)


@dataclass(frozen=True)
class Spellings:
    """Every whole name that somebody was ever written with, the longest first; a single word may mean anybody."""

    names: tuple[str, ...]

    @classmethod
    def of(cls, person: Person, keys: Iterable[int]) -> "Spellings":
        found: set[str] = set()
        for row in (person, *Person.history.filter(id__in=keys)):
            found |= {name for _, name in text_of(row.name).versions}
        found |= set(person.variants.values_list("name", flat=True))
        found |= set(NameVariant.history.filter(person_id__in=keys).values_list("name", flat=True))
        whole = (name for name in found if " " in name.strip())
        return cls(tuple(sorted(whole, key=len, reverse=True)))

    @property
    def written(self) -> Iterator[str]:
        """As they stand in a column, also in one that keeps JSON."""
        for name in self.names:
            yield from dict.fromkeys((name, json.dumps(name)[1:-1]))

    def stand_in(self, *columns: str) -> Q:
        condition = Q(pk__in=[])
        for column in columns:
            for name in self.written:
                condition |= Q(**{f"{column}__contains": name})
        return condition

    def taken_out(self, value: Any) -> Any:
        """Return the value of a column without the names."""
        if isinstance(value, LazyI18nString):
            return {language: self.taken_out(words) for language, words in text_of(value).versions}
        if isinstance(value, str):
            for name in self.names:
                value = value.replace(name, TAKEN_OUT)
            return value
        if isinstance(value, list):
            return [self.taken_out(each) for each in value]
        if isinstance(value, dict):
            return {key: self.taken_out(each) for key, each in value.items()}
        return value


def redact_copies(mission: int, spellings: Spellings) -> None:
    """Take the names out of every text of the mission's history."""
    for model in apps.get_models():
        if issubclass(model, Trace):
            copies: Any = model.objects.filter(of_mission=mission)
            for copy, columns in rows_with(copies, spellings):
                for column in columns:
                    setattr(copy, column, spellings.taken_out(getattr(copy, column)))
                copy.save(update_fields=columns)


def events_with(person: Person, spellings: Spellings) -> list[Event]:
    """Return the events of which the working copy has one of the names in words of its own."""
    found = {event.pk: event for event, _, _ in planned_with(person.mission_id, spellings)}
    return sorted(found.values(), key=lambda event: event.slug)


def planned_with(mission: int, spellings: Spellings) -> Iterator[tuple[Event, Any, list[str]]]:
    """Yield the rows of working copies that have one of the names, as ``rows_with`` does, each with its event."""
    for rows, way in WORDED:
        ours = rows.filter(**{f"{way}mission": mission, f"{way}deleted_at": None})
        for row, columns in rows_with(ours, spellings):
            event: Any = row
            for step in filter(None, way.split("__")):
                event = getattr(event, step)
            yield event, row, columns


def rows_with(rows: Any, spellings: Spellings) -> Iterator[tuple[Any, list[str]]]:
    """Yield the rows that have one of the names, each with the columns in which it may stand."""
    fields = [
        field
        for field in rows.model._meta.concrete_fields
        if isinstance(field, TEXTS) and not field.primary_key and field.name != "search_text"
    ]
    written = {f"{field.name}_written": Cast(field.attname, TextField()) for field in fields}
    columns = [field.name for field in fields]
    for row in rows.annotate(**written).filter(spellings.stand_in(*written)):
        yield row, columns
