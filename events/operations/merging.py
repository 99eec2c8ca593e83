"""Doubles in the registers become one entry."""

from typing import Any, TypeVar

from events.models import (
    Contribution,
    Event,
    Host,
    Member,
    NameVariant,
    Office,
    Organisation,
    Part,
    Person,
    Place,
    User,
)
from events.models.fields import text_of
from events.operations.deeds import deed, mission_of
from events.operations.registers import used_in
from events.operations.stale import locked
from events.programme.choices import Answer

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
    ),
    Place: ((Event.with_deleted, "place"), (Part.with_removed, "place")),
}


class NotMergeableError(ValueError):
    """The two are one and the same entry, or not of one kind and mission."""


@deed(Member.Role.OFFICER)
def merge(entry: Entry, double: Entry, *, by: User, source: str) -> Entry:
    """Let everything that names the double name the entry, and delete the double.

    Its names are kept as spellings of the entry, with ``source``: where they stand. Its columns are in the history.
    What is released stays as it was. Raises NotMergeableError.
    """
    if entry.pk == double.pk or type(entry) is not type(double) or mission_of(entry) != mission_of(double):
        raise NotMergeableError("Choose two different entries of one register.")
    entry, double = locked(entry, None), locked(double, None)
    events = list(used_in(double))
    for rows, column in NAMED[type(entry)]:
        for row in rows.filter(**{column: double}):
            _name_instead(row, column, entry)
    _keep_names(entry, double, source)
    double.delete()
    entry.version += 1
    entry.save()
    for event in events:
        event.raise_version(by)
    return entry


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
            row.full_clean()
            row.save()
