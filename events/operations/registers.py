"""The registers of people, organisations and places: entries, offices, spellings, doubles.

Values that cannot be kept raise ValidationError, with words at the fields.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from events.models import (
    Event,
    Member,
    Mission,
    NameVariant,
    Office,
    Organisation,
    Person,
    Place,
    SettledMatter,
    User,
)
from events.models.fields import text_of
from events.operations.deeds import deed, entered, refuse_strangers
from events.operations.stale import kept, locked
from events.programme.choices import MissionKind, OrganisationKind
from events.programme.completeness import SPELLING

OFFICER = Member.Role.OFFICER
Entry = TypeVar("Entry", Person, Organisation, Place)

IN_ITEMS = "parts__items__contributions__"
USES: dict[type, tuple[str, ...]] = {
    Person: (f"{IN_ITEMS}person", f"{IN_ITEMS}other_person", f"{IN_ITEMS}replaced_by"),
    Organisation: (f"{IN_ITEMS}organisation", f"{IN_ITEMS}other_organisation", "hosts__organisation"),
    Place: ("place", "parts__place"),
}


@deed(OFFICER)
def add_person(
    mission: Mission, *, by: User, offices: Iterable[Mapping[str, Any]] = (), **values: Any
) -> Person:
    """Enter somebody. An office has ``title``, ``organisation``, ``since`` and ``until``."""
    person = entered(Person(mission=mission), values)
    _write_offices(person, offices)
    return person


@deed(OFFICER)
def add_organisation(mission: Mission, *, by: User, **values: Any) -> Organisation:
    return entered(Organisation(mission=mission), values)


def own_name(mission: Mission) -> str:
    return text_of(mission.name).wording(mission.languages[0], tuple(mission.languages)).text


def as_organisation(mission: Mission) -> dict[str, Any]:
    """Return what the register says of the mission itself, with the state whose flag it shows."""
    at_home = mission.kind in (MissionKind.MINISTRY, MissionKind.STATE_SERVICE)
    kind = OrganisationKind.STATE_BODY if at_home else OrganisationKind.MISSION
    said = {name: dict(text_of(getattr(mission, name)).versions) for name in ("name", "short_name", "city")}
    return {**said, "country": mission.country, "kind": kind.value}


@deed(OFFICER)
def add_place(mission: Mission, *, by: User, **values: Any) -> Place:
    """Enter a place; without a zone it is the mission's."""
    return entered(Place(mission=mission), {"zone": mission.zone, **values})


@deed(OFFICER)
def change_entry(entry: Entry, version: int, *, by: User, **values: Any) -> Entry:
    """Change what the values name. What is released already stays as it is. Raises StaleError."""
    entry = locked(entry, version, values)
    before = text_of(entry.name)
    if kept(entry, values, by):
        _tell_events(entry, by)
        if text_of(entry.name) != before:
            _ask_for_spelling(entry)
    return entry


@deed(OFFICER)
def set_offices(person: Person, version: int, offices: Iterable[Mapping[str, Any]], *, by: User) -> Person:
    """Make these the person's offices, in this order. One with the ``pk`` of a present one changes it.

    Raises StaleError. A ValidationError has the index of the office as ``index``.
    """
    person = locked(person, version)
    _write_offices(person, offices)
    person.version += 1
    person.save()
    _tell_events(person, by)
    return person


@deed(OFFICER)
def add_variant(entry: Entry, *, by: User, **values: Any) -> NameVariant:
    """Note a spelling: ``name``, ``language``, ``source``, and whether, when and by whom it was ``confirmed``.

    The entry is found by it from now on. What confirms the spelling that is printed confirms the entry.
    """
    variant = NameVariant(mission=entry.mission, **{str(type(entry)._meta.model_name): entry}, **values)
    variant.full_clean()
    variant.save()
    if variant.confirmed and variant.is_printed and isinstance(entry, Person):
        change_entry(entry, entry.version, by=by, **_confirmation(variant))
    return variant


@deed(OFFICER)
def print_spelling(variant: NameVariant, *, by: User) -> Any:
    """Make a noted spelling the one that is printed in its language; a person is confirmed in it or is not.

    What was printed until now stays noted.
    """
    entry: Any = locked(variant.entry, None)
    printed = dict(text_of(entry.name).versions)
    before = printed.get(variant.language)
    if before and not entry.variants.filter(language=variant.language, name=before).exists():
        source = _("In this register, until another spelling was chosen")
        add_variant(
            entry, name=before, language=variant.language, source=source, by=by, **_confirmation(entry)
        )
    values: dict[str, Any] = {"name": {**printed, variant.language: variant.name}}
    if isinstance(entry, Person):
        values |= _confirmation(variant)
    return change_entry(entry, entry.version, by=by, **values)


@deed(OFFICER)
def remove_variant(variant: NameVariant, *, by: User) -> None:
    variant.delete()


def used_in(entry: Person | Organisation | Place) -> QuerySet[Event]:
    """Return the events of which the working copy names the entry, the latest first."""
    uses = Q()
    for use in USES[type(entry)]:
        condition = Q(**{use: entry})
        if use.startswith("parts"):
            condition &= Q(parts__removed_at__isnull=True)
        if use.startswith(IN_ITEMS):
            condition &= Q(parts__items__removed_at__isnull=True)
        uses |= Q(pk__in=Event.objects.filter(condition).values("pk"))
    return Event.objects.filter(uses).select_related("mission").order_by("-on", "slug")


def _confirmation(said: Any) -> dict[str, Any]:
    """Return how an entry or a spelling is confirmed; a place and an organisation are not asked."""
    names = ("confirmed", "confirmed_on", "confirmed_by")
    return {name: getattr(said, name) for name in names if hasattr(said, name)}


def _write_offices(person: Person, offices: Iterable[Mapping[str, Any]]) -> None:
    present: dict[Any, Office] = {row.pk: row for row in person.offices.all()}
    for order, values in enumerate(offices):
        row = present.pop(values.get("pk"), None) or Office(person=person)
        refuse_strangers(person.mission_id, values)
        for name, value in values.items():
            if name != "pk":
                setattr(row, name, value)
        row.order = order
        try:
            row.full_clean()
        except ValidationError as error:
            error.index = order  # type: ignore[attr-defined]
            raise
        row.save()
    for row in present.values():
        row.delete()


def _ask_for_spelling(entry: Person | Organisation | Place) -> None:
    """An unconfirmed spelling that was let stand was another one."""
    if isinstance(entry, Person):
        for row in SettledMatter.objects.filter(key__startswith=f"{SPELLING}:{entry.uid}:"):
            row.delete()


def _tell_events(entry: Person | Organisation | Place, by: User) -> None:
    """What an event prints changed with the entry."""
    for event in used_in(entry):
        event.raise_version(by)
