from datetime import date
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from events.models.fields import (
    LanguagesField,
    LineField,
    TranslatedLine,
    TranslatedText,
    ZoneField,
    choices,
    one_of,
)
from events.models.mission import Mission
from events.models.occasion import Edition
from events.models.organisation import Organisation
from events.models.place import Place
from events.programme.choices import EventKind, HostRole, Status
from events.scoping import scoped


class EventQuerySet(models.QuerySet):
    def on_their_own(self) -> "EventQuerySet":
        """Events that are not held within another one."""
        return self.filter(parent__isnull=True)

    def coming(self, today: date) -> "EventQuerySet":
        """Those that last until today or longer, the next one first."""
        return self.filter(Q(until__gte=today) | Q(until__isnull=True, on__gte=today)).order_by("on", "slug")

    def past(self, today: date) -> "EventQuerySet":
        return self.filter(Q(until__lt=today) | Q(until__isnull=True, on__lt=today)).order_by("-on", "slug")

    def undated(self) -> "EventQuerySet":
        return self.filter(on__isnull=True).order_by("slug")

    def with_agenda(self) -> "EventQuerySet":
        """Everything that a snapshot reads, in the same number of queries for one item and for thirty."""
        return self.select_related("mission", "edition__occasion", "place").prefetch_related(
            "edition__occasion__aliases",
            "hosts__organisation__parent__parent",
            "audience_groups",
            "days",
            "claims__claim__source",
            "parts__place",
            "parts__items__contributions__organisation__parent__parent",
            "parts__items__contributions__other_organisation__parent__parent",
            "parts__items__contributions__person__offices__organisation__parent__parent",
            "parts__items__contributions__other_person__offices__organisation__parent__parent",
        )


class Event(models.Model):
    """One thing that is held. Its working copy: what the public sees is made from its releases."""

    mission = models.ForeignKey(Mission, models.PROTECT, related_name="+")
    uid = models.UUIDField(unique=True, default=uuid4, editable=False)
    slug = models.SlugField(max_length=100)
    kind = LineField(max_length=20, choices=choices(EventKind))
    title = TranslatedLine()
    short_title = TranslatedLine(blank=True)
    subtitle = TranslatedLine(blank=True)
    dedication = TranslatedLine(blank=True)
    theme = TranslatedLine(blank=True)
    objective = TranslatedText(blank=True)
    note = TranslatedText(blank=True)
    guest_notes = TranslatedText(blank=True)
    dress = TranslatedLine(blank=True)
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, blank=True, related_name="+")
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+")
    room = TranslatedLine(blank=True)
    zone = ZoneField()
    on = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True, help_text="The last day, where it lasts several.")
    ends_by = models.TimeField(null=True, blank=True, help_text="The hour by which it has to be over.")
    status = LineField(max_length=12, choices=choices(Status), default=Status.TENTATIVE.value)
    languages = LanguagesField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = scoped(models.Manager.from_queryset(EventQuerySet), mission="mission")

    class Meta:
        ordering = ["on", "slug"]
        constraints = [
            models.UniqueConstraint(fields=["mission", "slug"], name="event_slug_once_in_a_mission"),
            models.CheckConstraint(condition=one_of("kind", EventKind), name="event_kind_known"),
            models.CheckConstraint(condition=one_of("status", Status), name="event_status_known"),
            models.CheckConstraint(condition=~Q(title=""), name="event_has_a_title"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(on__isnull=False, on__lte=F("until")),
                name="event_begins_before_it_ends",
            ),
            models.CheckConstraint(
                condition=Q(ends_by__isnull=True) | Q(on__isnull=False), name="event_ends_on_a_day"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="event_not_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class Host(models.Model):
    """Who holds an event, in protocol's order."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="hosts")
    order = models.PositiveSmallIntegerField(default=0)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    role = LineField(max_length=20, choices=choices(HostRole), default=HostRole.HOST.value)

    objects = scoped(models.Manager, mission="event__mission")

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "organisation"], name="host_once_in_an_event"),
            models.CheckConstraint(condition=one_of("role", HostRole), name="host_role_known"),
        ]

    def __str__(self) -> str:
        return str(self.organisation)


class AudienceGroup(models.Model):
    """For whom an event is held (students, media)."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="audience_groups")
    order = models.PositiveSmallIntegerField(default=0)
    name = TranslatedLine()
    quota = models.PositiveIntegerField(null=True, blank=True)

    objects = scoped(models.Manager, mission="event__mission")

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return str(self.name)


class OpeningDay(models.Model):
    """A day of an exhibition; without hours it is closed."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="days")
    on = models.DateField()
    opens_at = models.TimeField(null=True, blank=True)
    closes_at = models.TimeField(null=True, blank=True)
    note = TranslatedLine(blank=True)

    objects = scoped(models.Manager, mission="event__mission")

    class Meta:
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(fields=["event", "on"], name="opening_day_once"),
            models.CheckConstraint(
                condition=Q(opens_at__isnull=True, closes_at__isnull=True)
                | Q(opens_at__isnull=False, closes_at__isnull=False, opens_at__lt=F("closes_at")),
                name="opening_day_opens_before_it_closes",
            ),
        ]

    def __str__(self) -> str:
        return date.isoformat(self.on)
