"""The spellings from which an officer chooses where the printed one has not been confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass

from events.models import Event, NameVariant, Person
from events.models.fields import text_of
from events.programme.completeness import SPELLING, Missing


@dataclass(frozen=True)
class Choice:
    """The person, and the other spellings that are known in the languages of the programme."""

    person: Person
    spellings: list[NameVariant]


def choices_for(event: Event, found: Iterable[Missing]) -> dict[str, Choice]:
    """Return what may be chosen by the key of its matter, in as many queries for one as for twenty."""
    keys = {each.key.split(":")[1]: each.key for each in found if each.key.startswith(f"{SPELLING}:")}
    if not keys:
        return {}
    people = Person.objects.filter(mission=event.mission_id, uid__in=keys)
    return {
        keys[str(person.uid)]: Choice(person, _others(person, event))
        for person in people.select_related("mission").prefetch_related("variants")
    }


def _others(person: Person, event: Event) -> list[NameVariant]:
    printed = text_of(person.name).versions
    return [
        each
        for each in person.variants.all()
        if each.is_bare and each.language in event.languages and (each.language, each.name) not in printed
    ]
