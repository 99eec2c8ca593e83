from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.checked import CheckedTogether
from events.models.event import Event
from events.models.fields import (
    LineField,
    TranslatedLine,
    TranslatedText,
    ZoneField,
    choices,
    clock_error,
    one_of,
    uid_field,
)
from events.models.history import History
from events.models.place import Place
from events.programme.choices import Audience, Basis, Kind, Phase, Shown, StartMode
from events.scoping import scoped

SECOND = timedelta(seconds=1)
DAY = timedelta(hours=24)
# They may only mark a moment.
MARKERS = {Kind.ARRIVAL.value, Kind.DEPARTURE.value}


class StandingManager(models.Manager):
    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(removed_at__isnull=True)


class Part(CheckedTogether):
    """A stretch of an event. Without ``starts_at`` it begins where the part before it ends."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="parts")
    uid = uid_field()
    order = models.PositiveSmallIntegerField(default=0)
    heading = TranslatedLine(blank=True)
    phase = LineField(max_length=12, choices=choices(Phase), default=Phase.PROGRAMME.value)
    audience = LineField(max_length=12, choices=choices(Audience), default=Audience.PUBLIC.value)
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+")
    room = TranslatedLine(blank=True)
    starts_at = models.TimeField(null=True, blank=True)
    starts_on = models.DateField(
        null=True, blank=True, help_text="Only where it is not the day of the event."
    )

    version = models.PositiveIntegerField(default=1, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = scoped(StandingManager, mission="event__mission")
    with_removed = scoped(models.Manager, mission="event__mission")
    history = History()

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(condition=one_of("phase", Phase), name="part_phase_known"),
            models.CheckConstraint(condition=one_of("audience", Audience), name="part_audience_known"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(starts_at__isnull=False), name="part_day_has_an_hour"
            ),
        ]

    def __str__(self) -> str:
        return str(self.heading) or self.phase

    def traced(self) -> tuple[int, int | None]:
        return self.event.mission_id, self.event_id

    def clean(self) -> None:
        if self.starts_on and self.starts_at is None:
            raise ValidationError({"starts_at": _("A day needs an hour beside it.")})
        if self.starts_at is None or self.event.on is None:
            return
        error = clock_error(self.starts_at, self.starts_on or self.event.on, self.event.zone)
        if error:
            raise ValidationError({"starts_at": error})


class Item(CheckedTogether):
    """One line of the agenda. An empty title is the kind's own."""

    part = models.ForeignKey(Part, models.CASCADE, related_name="items")
    uid = uid_field()
    order = models.PositiveSmallIntegerField(default=0)
    kind = LineField(max_length=20, choices=choices(Kind))
    title = TranslatedLine(blank=True)
    duration = models.DurationField()
    start = LineField(max_length=12, choices=choices(StartMode), default=StartMode.LINKED.value)
    start_at = models.TimeField(null=True, blank=True)
    start_on = models.DateField(null=True, blank=True)
    start_zone = ZoneField(blank=True)
    shown = LineField(max_length=12, choices=choices(Shown), default=Shown.EXACT.value)
    audience = LineField(max_length=12, choices=choices(Audience), default=Audience.PUBLIC.value)
    dedication = TranslatedLine(blank=True)
    text = TranslatedText(blank=True)
    staff_text = TranslatedText(blank=True)
    words = TranslatedText(blank=True, help_text="An anthem, an ode, a prayer: the words to print.")
    cues = models.JSONField(default=list, blank=True)
    optional = models.BooleanField(default=False)
    basis = LineField(max_length=12, choices=choices(Basis), default=Basis.STATED.value)
    position_stated = models.BooleanField(default=True)

    least = models.DurationField(null=True, blank=True, help_text="How far a fit may cut it.")
    cut_order = models.PositiveSmallIntegerField(null=True, blank=True, help_text="The lowest is cut first.")
    responsible = LineField(
        max_length=120, blank=True, help_text="The officer of the mission who sees to it; for staff alone."
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = scoped(StandingManager, mission="part__event__mission")
    with_removed = scoped(models.Manager, mission="part__event__mission")
    history = History()

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(condition=one_of("kind", Kind), name="item_kind_known"),
            models.CheckConstraint(condition=one_of("shown", Shown), name="item_shown_known"),
            models.CheckConstraint(condition=one_of("audience", Audience), name="item_audience_known"),
            models.CheckConstraint(condition=one_of("basis", Basis), name="item_basis_known"),
            models.CheckConstraint(
                condition=Q(duration__gte=timedelta(0), duration__lte=timedelta(hours=24)),
                name="item_duration_within_a_day",
            ),
            models.CheckConstraint(
                condition=Q(least__isnull=True) | Q(least__gt=timedelta(0), least__lte=F("duration")),
                name="item_least_within_its_duration",
            ),
            models.CheckConstraint(
                condition=Q(
                    start__in=["linked", "alongside"],
                    start_at__isnull=True,
                    start_on__isnull=True,
                    start_zone="",
                )
                | Q(start="fixed", start_at__isnull=False, start_zone="")
                | Q(start="anchored", start_at__isnull=False) & ~Q(start_zone=""),
                name="item_start_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title) or self.kind

    def traced(self) -> tuple[int, int | None]:
        return self.part.event.mission_id, self.part.event_id

    def clean(self) -> None:
        errors = dict([*self._wrong_lengths(), *self._wrong_start()])
        if errors:
            raise ValidationError(errors)

    def _wrong_lengths(self) -> Iterator[tuple[str, Any]]:
        if self.duration is None:
            return
        if self.duration < SECOND and not (self.kind in MARKERS and not self.duration):
            yield "duration", _("A length of 0 or less cannot be kept: it takes at least one second.")
        elif self.duration > DAY:
            yield "duration", _("An item lasts at most 24 hours.")
        if self.least is not None and not SECOND <= self.least <= self.duration:
            yield "least", _("The least length is at least one second, and no longer than the item.")

    def _wrong_start(self) -> Iterator[tuple[str, Any]]:
        if self.start not in (StartMode.FIXED, StartMode.ANCHORED):
            if self.start_at is not None or self.start_on or self.start_zone:
                yield "start", _("Only a start by the clock has a clock time, a day and a time zone.")
            return
        if self.start_at is None:
            yield "start_at", _("Say the clock time at which it starts.")
            return
        zone = self.part.event.zone
        if self.start == StartMode.ANCHORED:
            zone = self.start_zone
            if not zone:
                yield "start_zone", _("Say in which time zone this clock time is.")
                return
        elif self.start_zone:
            yield "start_zone", _("A fixed clock time is that of the place, in no other time zone.")
            return
        day = self.start_on or self.part.event.on
        if day and (error := clock_error(self.start_at, day, zone)):
            yield "start_at", error
