"""What an event lacks in one of its languages, or has there older than in the original: its texts, the names it prints.

The original of a text is the first of the event's languages in which it stands. When it changed is known from the
history: a text is older where the original has changed since and it has not. An officer may call it right all the same,
until the original changes again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from events.models import (
    AudienceGroup,
    Contribution,
    Event,
    Host,
    Item,
    Member,
    Office,
    OpeningDay,
    Organisation,
    Part,
    Person,
    Place,
    StillRight,
    User,
    Work,
)
from events.models.fields import text_of
from events.operations.deeds import deed
from events.operations.settling import NotOpenError
from events.programme.choices import Audience

# Each with its texts that guests read. What is for staff alone is asked for in no second language.
OF_THE_EVENT: Mapping[Any, tuple[str, ...]] = {
    Event: (
        *("title", "short_title", "subtitle", "dedication", "theme", "objective"),
        *("room", "dress", "guest_notes", "note"),
    ),
    AudienceGroup: ("name",),
    OpeningDay: ("note",),
    Work: ("title", "maker", "caption", "lender"),
    Part: ("heading", "room"),
    Item: ("title", "dedication", "text"),
    Contribution: ("words", "other_words"),
}
OF_THE_REGISTERS: Mapping[Any, tuple[str, ...]] = {
    Person: ("name", "honorific", "academic_title", "rank"),
    Office: ("title",),
    Organisation: ("name", "city"),
    Place: ("name", "address", "city"),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """``row`` lacks the text of ``field`` in ``language``, or has an older one than in ``original``.

    ``since`` is when the original changed; None where the text is missing.
    """

    row: Any
    field: str
    language: str
    original: str
    since: datetime | None = None

    @property
    def key(self) -> str:
        return f"{type(self.row).__name__}:{self.row.pk}:{self.field}:{self.language}"

    @property
    def text(self) -> str:
        """The text in its original."""
        return self._versions[self.original]

    @property
    def older(self) -> str:
        """The text that was not changed with its original; "" where it is missing."""
        return self._versions.get(self.language, "")

    @property
    def _versions(self) -> dict[str, str]:
        return dict(text_of(getattr(self.row, self.field)).versions)


def gaps(event: Event) -> list[Gap]:
    """Return what is missing or older, in the order of the event's pages, the names of the registers last."""
    rows = {model: _rows(model, event) for model in OF_THE_EVENT}
    rows |= _entries(event, rows[Contribution])
    found: list[Gap] = []
    for model, fields in {**OF_THE_EVENT, **OF_THE_REGISTERS}.items():
        changed = _changed(model, fields, [row.pk for row in rows[model]])
        found += [gap for row in rows[model] for gap in _gaps(row, fields, event.languages, changed[row.pk])]
    return found


def answers_to(event: Event, found: Iterable[Gap]) -> dict[str, StillRight]:
    """Return what was called right, by the key of its gap, as long as the original stays as it was then.

    What is said of an entry of a register at one event of the mission holds for all of them.
    """
    since = {gap.key: gap.since for gap in found if gap.since}
    rows = StillRight.objects.filter(event__mission=event.mission, key__in=since).select_related("by")
    return {row.key: row for row in rows if row.at >= since[row.key]}


@deed(Member.Role.OFFICER)
def call_still_right(event: Event, key: str, since: str, *, by: User, now: datetime) -> StillRight:
    """Keep that the older translation is right; ``since`` is when its original changed, as the officer was told.

    Raises NotOpenError where it is older no more, or its original has changed again meanwhile.
    """
    found = next((gap for gap in gaps(event) if gap.key == key and gap.since), None)
    if found is None or found.since is None or found.since.isoformat() != since:
        raise NotOpenError("The original or its translation has changed meanwhile.")
    for row in StillRight.objects.filter(event__mission=event.mission, key=key):
        row.delete()
    return StillRight.objects.create(event=event, key=key, text=found.older, by=by, at=now)


@deed(Member.Role.OFFICER)
def ask_translation_again(event: Event, key: str, *, by: User) -> None:
    """Take back that it is still right."""
    # Compared here: PostgreSQL refuses a question with the NUL byte that a forged key may hold.
    for row in StillRight.objects.filter(event__mission=event.mission):
        if row.key == key:
            row.delete()


def _gaps(
    row: Any, fields: Sequence[str], languages: Sequence[str], changed: Mapping[tuple[str, str], datetime]
) -> Iterator[Gap]:
    for field in fields:
        there = text_of(getattr(row, field)).languages
        original = next((code for code in languages if code in there), None)
        if original is None:
            continue
        for code in languages:
            if code not in there:
                yield Gap(row, field, code, original)
            elif code != original:
                since = changed.get((field, original))
                own = changed.get((field, code))
                if since and own and own < since:
                    yield Gap(row, field, code, original, since)


def _changed(
    model: Any, fields: Sequence[str], keys: Iterable[int]
) -> Mapping[int, dict[tuple[str, str], datetime]]:
    """Return when each text of each row last became what it is."""
    changed: dict[int, dict[tuple[str, str], datetime]] = defaultdict(dict)
    before: dict[tuple[int, str], dict[str, str]] = {}
    copies = model.history.filter(id__in=list(keys)).order_by("history_date", "history_id")
    for copy in copies.values("id", "history_date", *fields):
        for field in fields:
            now = dict(text_of(copy[field]).versions)
            was = before.get((copy["id"], field), {})
            for code in now.keys() | was.keys():
                if now.get(code) != was.get(code):
                    changed[copy["id"]][field, code] = copy["history_date"]
            before[copy["id"], field] = now
    return changed


def _rows(model: Any, event: Event) -> list[Any]:
    """Return the rows of the event that guests read."""
    seen = ~Q(audience=Audience.STAFF)
    if model is Event:
        return [event]
    if model is Part:
        return list(event.parts.filter(seen))
    items = Item.objects.filter(seen, part__in=event.parts.exclude(audience=Audience.STAFF))
    if model is Item:
        return list(items.select_related("part").order_by("part__order", "order"))
    if model is Contribution:
        return list(
            Contribution.objects.filter(item__in=items).select_related("item").order_by("item", "order")
        )
    return list(model.objects.filter(event=event))


def _entries(event: Event, contributions: Sequence[Contribution]) -> Mapping[Any, list[Any]]:
    """Return what the event names of the registers."""
    said = [(each.person_id, each.other_person_id, each.replaced_by_id) for each in contributions]
    people = Person.objects.filter(pk__in={key for keys in said for key in keys if key})
    offices = list(Office.objects.filter(person__in=people).select_related("person"))
    keys: set[int | None] = {
        key for each in contributions for key in (each.organisation_id, each.other_organisation_id)
    }
    keys |= set(Host.objects.filter(event=event).values_list("organisation", flat=True))
    keys |= {office.organisation_id for office in offices}
    above = dict(Organisation.objects.filter(mission=event.mission).values_list("pk", "parent"))
    for key in list(keys):
        while key and (key := above.get(key)) not in keys:
            keys.add(key)
    places = {event.place_id, *event.parts.values_list("place", flat=True)}
    return {
        Person: list(people.order_by("pk")),
        Office: offices,
        Organisation: list(Organisation.objects.filter(pk__in=_known(keys)).order_by("pk")),
        Place: list(Place.objects.filter(pk__in=_known(places)).order_by("pk")),
    }


def _known(keys: Iterable[int | None]) -> list[int]:
    return [key for key in keys if key is not None]
