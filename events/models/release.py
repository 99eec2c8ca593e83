from datetime import date
from functools import cached_property
from typing import Any, NoReturn

from django.conf import settings
from django.db import connection, models, transaction
from django.db.models import F, OuterRef, Q, Subquery

from events.models.event import Event
from events.models.fields import LineField
from events.programme.document import from_document
from events.programme.value import Programme
from events.scoping import scoped


class ReleaseIsImmutableError(ValueError):
    """A release is kept as it was; what changed since is a new release."""


class ReleaseQuerySet(models.QuerySet):
    def current(self) -> "ReleaseQuerySet":
        """The latest release of each event."""
        latest = (
            self.model.objects.none().model._base_manager.filter(event=OuterRef("event")).order_by("-number")
        )
        return self.filter(number=Subquery(latest.values("number")[:1]))

    def of_mission(self, slug: str) -> "ReleaseQuerySet":
        return self.filter(mission_slug=slug)

    def of_event(self, mission: str, slug: str) -> "ReleaseQuerySet":
        return self.filter(mission_slug=mission, event_slug=slug)

    def of_occasion(self, slug: str) -> "ReleaseQuerySet":
        return self.filter(occasion_slug=slug)

    def of_kind(self, kind: str) -> "ReleaseQuerySet":
        return self.filter(kind=kind)

    def between(self, first: date, last: date) -> "ReleaseQuerySet":
        """Those of which a day lies between the two days, both included."""
        return self.filter(starts_on__lte=last, ends_on__gte=first)

    def upcoming(self, today: date) -> "ReleaseQuerySet":
        return self.filter(ends_on__gte=today)

    def past(self, today: date) -> "ReleaseQuerySet":
        return self.filter(ends_on__lt=today)

    def in_order(self) -> "ReleaseQuerySet":
        return self.order_by(F("starts_on").asc(nulls_last=True), "event__uid")

    def update(self, **kwargs: Any) -> NoReturn:
        raise ReleaseIsImmutableError("A release cannot be changed.")

    def delete(self) -> NoReturn:
        raise ReleaseIsImmutableError("A release cannot be deleted.")


# In SQL, because a page that is kept costs little more than this question.
CURRENT = """
SELECT release.code FROM events_release release JOIN events_event event ON event.id = release.event_id
WHERE release.mission_slug = %s AND release.event_slug = %s
AND event.withdrawn_at IS NULL AND event.deleted_at IS NULL
AND release.number = (SELECT MAX(number) FROM events_release WHERE event_id = release.event_id)
ORDER BY release.event_id LIMIT 1
"""


class PublishedManager(models.Manager.from_queryset(ReleaseQuerySet)):
    """All that the public may ever see: releases of events neither withdrawn nor deleted. It needs no scope."""

    def get_queryset(self) -> ReleaseQuerySet:
        return super().get_queryset().filter(event__withdrawn_at__isnull=True, event__deleted_at__isnull=True)

    def current_code(self, mission: str, slug: str) -> str | None:
        """Return the code of the release that the public sees at the address, None where there is none."""
        with connection.cursor() as cursor:
            cursor.execute(CURRENT, [mission, slug])
            row = cursor.fetchone()
        return row[0] if row else None

    def is_withdrawn(self, code: str) -> bool:
        """Whether a release carried the code whose event was withdrawn since. Nothing else of it is told."""
        return self._gone(code=code).exists()

    def was_of_event(self, mission: str, slug: str) -> bool:
        """Whether an event had the address that was withdrawn or deleted since."""
        return self._gone(mission_slug=mission, event_slug=slug).exists()

    def _gone(self, **values: str) -> models.QuerySet:
        gone = Q(event__withdrawn_at__isnull=False) | Q(event__deleted_at__isnull=False)
        return self.model._base_manager.filter(gone, **values)


class Release(models.Model):
    """A numbered, named, immutable Programme. The columns beside the document are taken from it, to be searched."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="releases")
    number = models.PositiveIntegerField()
    name = LineField(max_length=120)
    code = models.CharField(max_length=12, unique=True)
    document = models.JSONField()
    released_at = models.DateTimeField()
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    event_version = models.PositiveIntegerField(
        null=True, editable=False, help_text="The event's version at that moment."
    )
    mission_slug = models.SlugField(max_length=60)
    event_slug = models.SlugField(max_length=100)
    occasion_slug = models.SlugField(max_length=60, blank=True)
    kind = models.CharField(max_length=20)
    status = models.CharField(max_length=12)
    starts_on = models.DateField(null=True, blank=True, db_index=True)
    ends_on = models.DateField(null=True, blank=True, db_index=True)

    objects = scoped(models.Manager.from_queryset(ReleaseQuerySet), mission="event__mission")
    published = PublishedManager()

    class Meta:
        ordering = ["event", "number"]
        indexes = [
            models.Index(fields=["mission_slug", "event_slug"], name="release_by_address"),
            models.Index(fields=["mission_slug", "ends_on"], name="release_of_mission_by_day"),
            models.Index(fields=["occasion_slug", "ends_on"], name="release_of_occasion_by_day"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="release_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="release_numbered_from_1"),
            models.CheckConstraint(condition=~Q(name=""), name="release_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.event_slug}, release {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise ReleaseIsImmutableError("A release cannot be changed.")
        with transaction.atomic():
            super().save(*args, **kwargs)
            self.event.tell_feeds()

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise ReleaseIsImmutableError("A release cannot be deleted.")

    @cached_property
    def programme(self) -> Programme:
        return from_document(self.document)
