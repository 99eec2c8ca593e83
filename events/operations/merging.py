"""Doubles in the registers become one entry."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from events.models import (
    Contribution,
    Event,
    FeedRevision,
    Host,
    Member,
    NameVariant,
    Office,
    Organisation,
    Part,
    Person,
    Place,
    Precedent,
    PrivateFeed,
    User,
)
from events.models.feed_revision import mission_scope
from events.models.fields import text_of
from events.operations.deeds import deed, mission_of
from events.operations.registers import used_in
from events.operations.stale import locked
from events.programme.choices import Answer, OrganisationKind

Entry = TypeVar("Entry", Person, Organisation, Place)

# Every column that names an entry, also in what was deleted and may come back.
NAMED: dict[type, tuple[tuple[Any, str], ...]] = {
    Person: (
        (Contribution.objects, "person"),
        (Contribution.objects, "other_person"),
        (Contribution.objects, "replaced_by"),
        (Office.objects, "person"),
    ),
    Organisation: (
        (Contribution.objects, "organisation"),
        (Contribution.objects, "other_organisation"),
        (Office.objects, "organisation"),
        (Host.objects, "organisation"),
        (Organisation.objects, "parent"),
        (Precedent.objects, "organisation"),
    ),
    Place: ((Event.with_deleted, "place"), (Part.with_removed, "place")),
}

# What an entry says of itself: in several languages, and otherwise. A place always has a zone.
TEXTS: dict[type, tuple[str, ...]] = {
    Person: (
        *("name", "honorific", "academic_title", "rank"),
        *("first_mention", "second_mention", "spoken", "place_card", "envelope"),
    ),
    Organisation: ("name", "short_name", "descriptor", "city"),
    Place: ("name", "address", "city"),
}
FACTS: dict[type, tuple[str, ...]] = {
    Person: (),
    Organisation: ("kind", "parent", "country"),
    Place: ("country", "latitude", "longitude"),
}
NOT_STATED = (None, "", OrganisationKind.OTHER.value)


class NotMergeableError(ValueError):
    """The two are one and the same entry, or not of one kind and mission."""


@dataclass(frozen=True)
class Matter:
    """What the entry and its double say in one field, of a text in one language; None where it is not stated."""

    field: str
    language: str
    kept: Any
    other: Any

    @property
    def is_filled(self) -> bool:
        return self.kept is None and self.other is not None

    @property
    def is_given_up(self) -> bool:
        return self.kept is not None and self.other is not None and self.kept != self.other


def matters(entry: Entry, double: Entry) -> Iterator[Matter]:
    """Go through all that either of the two says: what is empty in the entry is filled, nothing overwritten."""
    for name in TEXTS[type(entry)]:
        kept: dict[str, str] = dict(text_of(getattr(entry, name)).versions)
        other: dict[str, str] = dict(text_of(getattr(double, name)).versions)
        for language in dict.fromkeys([*kept, *other]):
            yield Matter(name, language, kept.get(language), other.get(language))
    for name in FACTS[type(entry)]:
        stated, offered = _stated(getattr(entry, name)), _stated(getattr(double, name))
        if name == "parent" and _belongs_to(offered, entry, double):
            offered = None
        if stated is not None or offered is not None:
            yield Matter(name, "", stated, offered)


@deed(Member.Role.OFFICER)
def merge(entry: Entry, double: Entry, *, by: User, source: str) -> Entry:
    """Let everything that names the double name the entry, fill from it what is empty, and delete it.

    Its names are kept as spellings of the entry, with ``source``: where they stand. Its columns are in the
    history. What is released stays as it was. Raises NotMergeableError.
    """
    if entry.pk == double.pk or type(entry) is not type(double) or mission_of(entry) != mission_of(double):
        raise NotMergeableError("Choose two different entries of one register.")
    entry, double = locked(entry, None), locked(double, None)
    filled = [matter for matter in matters(entry, double) if matter.is_filled]
    events = {
        event.pk: event for each in (double, entry) if each is double or filled for event in used_in(each)
    }
    for rows, column in NAMED[type(entry)]:
        for row in rows.filter(**{column: double}):
            _name_instead(row, column, entry)
    _keep_names(entry, double, source)
    _fill(entry, filled)
    if isinstance(entry, Person):
        _hand_over(double, entry)
    double.delete()
    entry.version += 1
    entry.save()
    for event in events.values():
        event.raise_version(by)
    return entry


def _hand_over(double: Person, person: Person) -> None:
    """Let calendars and what was released, which name the double, mean the person."""
    person.formerly = [*person.formerly, *double.uids]
    PrivateFeed.objects.filter(person=double).update(person=person)
    # Both hold the slots of both now.
    FeedRevision.objects.rise([mission_scope(person.mission.slug)])


def _stated(value: Any) -> Any:
    return None if value in NOT_STATED else value


def _belongs_to(organisation: Any, *others: Any) -> bool:
    """Whether it is one of the others, or belongs to one of them."""
    seen = set()
    while organisation and organisation.pk not in seen:
        if organisation in others:
            return True
        seen.add(organisation.pk)
        organisation = organisation.parent
    return False


def _fill(entry: Any, filled: list[Matter]) -> None:
    for matter in filled:
        value = matter.other
        if matter.language:
            value = {**dict(text_of(getattr(entry, matter.field)).versions), matter.language: value}
        setattr(entry, matter.field, value)


def _name_instead(row: Any, column: str, entry: Any) -> None:
    if isinstance(row, Host) and Host.objects.filter(event=row.event, organisation=entry).exists():
        row.delete()
        return
    if isinstance(row, Organisation) and row.pk == entry.pk:
        # It belonged to its own double.
        above = row.parent.parent if row.parent else None
        row.parent = None if above == entry else above
        entry.parent = row.parent
        row.save()
        return
    setattr(row, column, entry)
    if isinstance(row, Contribution):
        if row.replaced_by_id and row.replaced_by_id == row.person_id:
            # They were to stand in for themselves.
            row.replaced_by, row.answer = None, Answer.CONFIRMED.value
        row.item.version += 1
        row.item.save()
    if isinstance(row, Event | Part):
        row.version += 1
    row.save()


def _keep_names(entry: Any, double: Any, source: str) -> None:
    kind = type(entry)._meta.model_name
    known = {(v.language, v.name) for v in entry.variants.all()} | set(text_of(entry.name).versions)
    for variant in double.variants.all():
        if (variant.language, variant.name) in known:
            variant.delete()
            continue
        known.add((variant.language, variant.name))
        setattr(variant, kind, entry)
        variant.save()
    for language, name in text_of(double.name).versions:
        if (language, name) not in known:
            row = NameVariant(
                mission=entry.mission, name=name, language=language, source=source, **{kind: entry}
            )
            # A name that was kept before its letters were looked at is kept on.
            row.clean_fields()
            row.save()
