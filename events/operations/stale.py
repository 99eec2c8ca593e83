"""Nobody's change is overwritten unseen: a change says on which version it was made."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import models
from django.db.models import Q

from events.models import (
    AudienceGroup,
    Contribution,
    Event,
    EventClaim,
    Host,
    Item,
    OpeningDay,
    Part,
    User,
    Work,
)
from events.operations.deeds import mission_of, refuse_strangers

Row = TypeVar("Row", bound=models.Model)

# What says nothing to a reader who compares two versions.
BOOKKEEPING = {"id", "uid", "version", "order", "search_text", "changed_at", "changed_by"}
# What is of an event or an item, kept in rows of its own.
LISTS: dict[type[models.Model], dict[str, type[models.Model]]] = {
    Event: {
        "hosts": Host,
        "audience_groups": AudienceGroup,
        "days": OpeningDay,
        "works": Work,
        "claims": EventClaim,
        "parts": Part,
        "items": Item,
    },
    Item: {"contributions": Contribution},
}


class StaleError(ValueError):
    """Somebody else was quicker.

    ``kept`` is what is kept now, ``base`` the copy of it from which the caller began (None where there is none),
    ``values`` what the caller wanted to keep. ``fields`` names the columns in which ``kept`` and ``base`` differ,
    and the lists of rows (``hosts``, ``contributions``) that changed. ``by`` and ``at`` say who wrote last, and when.
    """

    def __init__(self, kept: models.Model, version: int, values: Mapping[str, Any] | None = None) -> None:
        super().__init__(
            "This was changed in the meantime. Nothing was saved: compare both versions, then choose."
        )
        self.kept = kept
        self.base = copy_at(kept, version)
        self.values = dict(values or {})
        self.fields = _differing(kept, self.base, version) if self.base else sorted(self.values)
        self.by, self.at = _last_writer(kept)


def locked_event(event: Event, version: int | None = None, only: Collection[str] = ()) -> Event:
    """Return the event as it is now, kept for this transaction; what is of it changes under this lock alone.

    Raises StaleError where ``version`` is given and is not the present one. With ``only``, names of columns or lists,
    what else changed since does not matter.
    """
    now = Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    if version is not None and now.version != version:
        error = StaleError(now, version)
        if not only or error.base is None or set(only) & set(error.fields):
            raise error
    return now


def locked(row: Row, version: int | None, values: Mapping[str, Any] | None = None) -> Row:
    """Return a row as it is now. Raises StaleError where ``version`` is not its present one.

    An event counts what is of it too: for its own columns only what changed in these matters.
    """
    manager = getattr(type(row), "with_removed", None) or type(row)._default_manager
    now: Any = manager.select_for_update(of=("self",)).get(pk=row.pk)
    if version is not None and now.version != version:
        error = StaleError(now, version, values)
        if not isinstance(now, Event) or error.base is None or set(error.fields) - set(LISTS[Event]):
            raise error
    return now


def copy_at(row: Any, version: int) -> Any:
    """Return the copy of the row as it was at the version, None where none was kept."""
    return row.history.filter(version__lte=version).order_by("-version", "-history_id").first()


def kept(row: Any, values: Mapping[str, Any], by: User | None) -> bool:
    """Set the values and save the row where one of them is new. Raises ValidationError, with words at the fields."""
    refuse_strangers(mission_of(row), values)
    before = _columns(row)
    for name, value in values.items():
        row._meta.get_field(name)
        setattr(row, name, value)
    row.full_clean(exclude=_untouched(row, values))
    if _columns(row) == before:
        return False
    if isinstance(row, Event):
        row.keep_change(by)
    else:
        row.version += 1
        row.save()
    return True


def _untouched(row: models.Model, values: Mapping[str, Any]) -> set[str]:
    """Return the fields that need no check: they were not set, and no rule ties them to one that was."""
    touched = set(values)
    for constraint in row._meta.constraints:
        tied = _fields_of(constraint)
        if tied & set(values):
            touched |= tied
    return {field.name for field in row._meta.fields} - touched


def _fields_of(constraint: Any) -> set[str]:
    condition = getattr(constraint, "condition", None)
    named = set(getattr(constraint, "fields", ()))
    return named | Q(condition).referenced_base_fields if condition else named


def _columns(row: models.Model) -> dict[str, Any]:
    return {
        field.name: field.get_prep_value(getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if field.name not in BOOKKEEPING and not field.name.startswith("submission_")
    }


def _differing(now: models.Model, base: Any, version: int) -> list[str]:
    fields = {field.name: field for field in now._meta.concrete_fields}
    names = [
        name
        for name, value in _columns(now).items()
        if hasattr(base, fields[name].attname)
        and fields[name].get_prep_value(getattr(base, fields[name].attname)) != value
    ]
    for name, model in LISTS.get(type(now), {}).items():
        later: Any = model.history  # type: ignore[attr-defined]
        if isinstance(now, Event):
            later = later.filter(of_event=now.pk, event_version__gt=version)
        else:
            later = later.filter(item=now.pk, event_version__gt=base.event_version)
        if later.exists():
            names.append(name)
    return names


def _last_writer(row: Any) -> tuple[User | None, datetime | None]:
    if isinstance(row, Event):
        return row.changed_by, row.changed_at
    last = row.history.order_by("-history_id").first()
    return (last.history_user, last.history_date) if last else (None, None)
