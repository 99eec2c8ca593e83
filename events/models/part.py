from datetime import timedelta
from uuid import uuid4

from django.db import models
from django.db.models import Q

from events.models.event import Event
from events.models.fields import LineField, TranslatedLine, TranslatedText, ZoneField, choices, one_of
from events.models.place import Place
from events.programme.choices import Audience, Basis, Kind, Phase, Shown, StartMode
from events.scoping import scoped


class Part(models.Model):
    """A stretch of an event. Without ``starts_at`` it begins where the part before it ends."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="parts")
    uid = models.UUIDField(unique=True, default=uuid4, editable=False)
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

    objects = scoped(models.Manager, mission="event__mission")

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


class Item(models.Model):
    """One line of the agenda. An empty title is the kind's own."""

    part = models.ForeignKey(Part, models.CASCADE, related_name="items")
    uid = models.UUIDField(unique=True, default=uuid4, editable=False)
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

    objects = scoped(models.Manager, mission="part__event__mission")

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
