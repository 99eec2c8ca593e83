"""Whom of the registers some words may mean, in any spelling and script."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import get_language

from events.models import Event, Organisation, Person
from events.programme import names
from events.programme.completeness import OPEN_PLACES
from events.programme.fold import LEAST_TO_SOUND, fold
from events.programme.text import Text, Wording
from events.snapshot.registers import organisation_value, person_value

MOST_FOUND = 8
MOST_OFFERED = 3
# "H.E Farhadov, Ambassador": what comes after is no part of the name.
AFTER_NAME = re.compile(r"\s*[,;،؛(–—].*")


@dataclass(frozen=True)
class Found:
    """Somebody of the registers; ``value`` is what the button sends."""

    value: str
    name: Wording
    offices: Wording
    confirmed: bool

    @property
    def uid(self) -> str:
        return self.value.partition(":")[2]


def find(query: str, event: Event) -> list[Found]:
    """Return people first, then organisations, in any spelling and script, at most eight.

    What is typed before a name to honour its bearer is left out: "H.E Farhadov" finds the person's own form.
    """
    if not query:
        return []
    language, fallback = get_language() or "en", tuple(event.languages)
    people = Person.objects.filter(mission=event.mission).search(query)
    found = []
    for row in people.prefetch_related("offices__organisation__parent__parent")[:MOST_FOUND]:
        person = person_value(row, event.on)
        found.append(
            Found(
                f"person:{row.uid}",
                names.full_name(person, language, fallback),
                names.offices(person, language, fallback),
                person.confirmed,
            )
        )
    organisations = Organisation.objects.filter(mission=event.mission).search(query)
    for each in organisations.select_related("parent__parent")[: MOST_FOUND - len(found)]:
        organisation = organisation_value(each)
        name = names.organisation_name(organisation, language, fallback)
        found.append(Found(f"organisation:{each.uid}", name, organisation.descriptor.wording(language), True))
    return found


def resembling(words: Text, event: Event) -> list[Found]:
    """Return those of the registers who are written like plain words, at most three."""
    if words in OPEN_PLACES:
        return []
    offered: dict[str, Found] = {}
    for name in _names_in(words):
        offered |= {each.value: each for each in find(name, event)}
    return list(offered.values())[:MOST_OFFERED]


def _names_in(words: Text) -> Iterator[str]:
    """The words as they stand, and what of them is a name; initials alone name nobody."""
    for _language, said in words.versions:
        for name in dict.fromkeys((said, AFTER_NAME.sub("", said))):
            if any(len(word) >= LEAST_TO_SOUND for word in fold(name).split()):
                yield name
