"""Who changed what and when: a copy of each row at each change, kept together by the deed that made them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps
from django.db import models
from django.dispatch import receiver
from django.utils import timezone
from simple_history.models import HistoricalRecords
from simple_history.signals import pre_create_historical_record

from events.models.user import User
from events.scoping import HistoryInScope, scoped


@dataclass(frozen=True)
class Deed:
    """What a member does in one go; ``by`` is None for a command of the operator."""

    name: str
    by: User | None
    uid: UUID


_present: ContextVar[Deed | None] = ContextVar("deed", default=None)


@contextmanager
def acting(by: User | None, name: str) -> Iterator[Deed]:
    """What is written within is told as the deed of ``by``. A deed within a deed is a part of it."""
    outer = _present.get()
    deed = outer or Deed(name, by, uuid4())
    token = _present.set(deed)
    try:
        yield deed
    finally:
        _present.reset(token)


class Trace(models.Model):
    """What every copy says beside the row: of which mission and event it is, and which deed made it.

    ``event_version`` is the version of the event that the change led to.
    """

    deed = models.CharField(max_length=40, blank=True)
    deed_uid = models.UUIDField(null=True, blank=True)
    of_mission = models.ForeignKey(
        "events.Mission", models.DO_NOTHING, null=True, db_constraint=False, related_name="+"
    )
    of_event = models.ForeignKey(
        "events.Event", models.DO_NOTHING, null=True, db_constraint=False, related_name="+"
    )

    event_version = models.PositiveIntegerField(null=True)

    objects = scoped(models.Manager, mission="of_mission")

    class Meta:
        abstract = True


class History(HistoricalRecords):
    """The copies of a model, seen by the members of its mission alone. The model answers ``traced()``."""

    def __init__(self, **options: Any) -> None:
        super().__init__(bases=[Trace], history_manager=HistoryInScope, **options)

    def get_history_user(self, instance: models.Model) -> User | None:
        deed = _present.get()
        return deed.by if deed else super().get_history_user(instance)


@receiver(pre_create_historical_record)
def _trace(instance: Any, history_instance: Any, **_: Any) -> None:
    event = instance.traced()[1]
    _told(history_instance, instance, _version_after(instance, event) if event else None)


def _told(copy: Any, row: Any, event_version: int | None) -> None:
    copy.of_mission_id, copy.of_event_id = row.traced()
    copy.event_version = event_version
    deed = _present.get()
    if deed:
        copy.deed, copy.deed_uid = deed.name, deed.uid


def keep_copies(rows: Sequence[Any], history_type: str) -> None:
    """Keep a copy of each of the rows of one model, as if each had been saved (+, ~) or deleted (-) by itself."""
    if not rows:
        return
    model: Any = type(rows[0]).history.model
    deed = _present.get()
    versions: dict[int | None, int | None] = {None: None}
    copies = []
    for row in rows:
        event = row.traced()[1]
        if event not in versions:
            versions[event] = _version_after(row, event)
        columns = {field.attname: getattr(row, field.attname) for field in model.tracked_fields}
        copy = model(history_date=timezone.now(), history_type=history_type, **columns)
        copy.history_user = deed.by if deed else None
        _told(copy, row, versions[event])
        copies.append(copy)
    model._base_manager.bulk_create(copies)


def _version_after(instance: Any, event: int) -> int | None:
    """An event counts its change before it is saved, what is of it is saved before that is counted."""
    if instance.pk == event and instance._meta.model_name == "event":
        return instance.version
    versions = (
        apps.get_model("events", "Event")._base_manager.filter(pk=event).values_list("version", flat=True)
    )
    version = versions.first()
    return None if version is None else version + 1
