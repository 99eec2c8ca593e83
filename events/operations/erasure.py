"""Somebody of the register is forgotten: the entry, all copies of it, and the name wherever the history has it.

What was released stays as it was published (docs/privacy.md). That somebody was erased is kept by unchanging keys
alone (``Erasure``), so that a backup from before can be brought up to it.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.admin.models import LogEntry
from django.db import transaction
from django.db.models import Q

from events.models import (
    Contribution,
    Erasure,
    Event,
    KeptFeed,
    Member,
    Mission,
    NameVariant,
    Office,
    Person,
    PrivateFeed,
    SettledMatter,
    StillRight,
    User,
)
from events.models.history import acting
from events.operations.deeds import deed
from events.operations.named import Spellings, redact_copies
from events.operations.stale import locked
from events.programme.choices import Answer
from events.programme.languages import LANGUAGES
from events.programme.people import NAME_NOT_STATED


@deed(Member.Role.ADMINISTRATOR)
def erase_person(person: Person, version: int, *, by: User, now: datetime) -> None:
    """Erase the entry with all that is kept of it; events say “name not stated” in its place. Raises StaleError."""
    person = locked(person, version)
    _erase(person, by)
    for uid in person.uids:
        Erasure.objects.get_or_create(uid=uid, defaults={"mission": person.mission, "by": by, "at": now})


@transaction.atomic
def erase_again(listed: Iterable[tuple[UUID, str, datetime]]) -> int:
    """Erase what an older backup brought back of those listed, by uid, mission and moment; return how many entries.

    What is listed is kept, so that the list is whole here too.
    """
    rows = list(listed)
    found = Person.objects.filter(uid__in=[uid for uid, _, _ in rows]).select_related("mission")
    with acting(None, "erase_person"):
        for person in found:
            _erase(person, None)
    missions = {mission.slug: mission for mission in Mission.objects.all()}
    for uid, slug, at in rows:
        Erasure.objects.get_or_create(uid=uid, defaults={"mission": missions.get(slug), "at": at})
    return len(found)


def _erase(person: Person, by: User | None) -> None:
    keys = keys_of(person)
    spellings = Spellings.of(person, keys)
    _unname(person, by)
    told = Q()
    for uid in person.uids:
        told |= Q(key__contains=uid)
    for matter in SettledMatter.objects.filter(event__mission=person.mission_id).filter(
        told | spellings.stand_in("words", "because")
    ):
        matter.delete()
    SettledMatter.history.filter(of_mission=person.mission_id).filter(
        told | spellings.stand_in("words", "because")
    ).delete()
    translations = _translations_of(person, keys) | spellings.stand_in("text")
    for kept in StillRight.objects.filter(event__mission=person.mission_id).filter(translations):
        kept.delete()
    StillRight.history.filter(of_mission=person.mission_id).filter(translations).delete()
    feeds = PrivateFeed.objects.filter(person=person)
    KeptFeed.objects.filter(address__in=[feed.scope for feed in feeds]).delete()
    of_person = {
        Person: keys,
        Office: list(Office.history.filter(person_id__in=keys).values_list("id", flat=True)),
        NameVariant: list(NameVariant.history.filter(person_id__in=keys).values_list("id", flat=True)),
    }
    person.delete()
    # Deleting has left a last copy of each row.
    for model, own in of_person.items():
        model.history.filter(id__in=own).delete()  # type: ignore[attr-defined]
    redact_copies(person.mission_id, spellings)
    _forget_support(of_person, spellings)


def _translations_of(person: Person, keys: Iterable[int]) -> Q:
    """Which translations that were called right are of the entry or its offices."""
    told = Q()
    for key in keys:
        told |= Q(key__startswith=f"Person:{key}:")
    for key in person.offices.values_list("pk", flat=True):
        told |= Q(key__startswith=f"Office:{key}:")
    return told


def keys_of(person: Person) -> list[int]:
    """Return the key of the entry and those of the doubles that became it."""
    doubles = Person.history.filter(uid__in=person.uids).values_list("id", flat=True)
    return sorted({person.pk, *doubles})


def _unname(person: Person, by: User | None) -> None:
    """Leave the item that somebody does, without who it is."""
    named = Q(person=person) | Q(other_person=person) | Q(replaced_by=person)
    events: dict[int, Event] = {}
    rows = Contribution.objects.filter(named).select_related("item__part__event__parent")
    for row in rows:
        event = row.item.part.event
        words: Any = _not_stated(event.languages)
        if row.person_id == person.pk:
            row.person, row.words = None, words
        if row.other_person_id == person.pk:
            row.other_person, row.other_words = None, words
        if row.replaced_by_id == person.pk:
            row.replaced_by, row.answer = None, Answer.DECLINED.value
        row.save()
        events[event.pk] = event
        row.item.version += 1
        row.item.save()
    for event in events.values():
        event.raise_version(by)


def _not_stated(languages: Sequence[str]) -> dict[str, str]:
    words = dict(NAME_NOT_STATED.versions)
    spoken = [code for code in languages if code in LANGUAGES] or ["en"]
    return {code: words[code] for code in spoken if code in words} or {"en": words["en"]}


def _forget_support(of_person: dict[Any, list[int]], spellings: Spellings) -> None:
    """The admin notes what support staff changed by its name."""
    theirs = spellings.stand_in("object_repr", "change_message")
    for model, keys in of_person.items():
        theirs |= Q(content_type__model=model._meta.model_name, object_id__in=[str(key) for key in keys])
    LogEntry.objects.filter(theirs).delete()
