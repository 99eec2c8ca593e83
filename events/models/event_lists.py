"""What an event lists beside its agenda: hosts, groups of guests, opening days, works shown."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from events.models.fields import LineField, TranslatedLine, TranslatedText, choices, one_of
from events.models.history import History
from events.models.organisation import Organisation
from events.programme.choices import HostRole
from events.scoping import scoped


class Host(models.Model):
    """Who holds an event, in protocol's order."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="hosts")
    order = models.PositiveSmallIntegerField(default=0)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    role = LineField(max_length=20, choices=choices(HostRole), default=HostRole.HOST.value)

    objects = scoped(models.Manager, mission="event__mission")
    history = History()

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "organisation"],
                name="host_once_in_an_event",
                violation_error_message=_("This host is named above already."),
            ),
            models.CheckConstraint(condition=one_of("role", HostRole), name="host_role_known"),
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    def traced(self) -> tuple[int, int | None]:
        return self.event.mission_id, self.event_id


class AudienceGroup(models.Model):
    """For whom an event is held (students, media)."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="audience_groups")
    order = models.PositiveSmallIntegerField(default=0)
    name = TranslatedLine()
    quota = models.PositiveIntegerField(null=True, blank=True)

    objects = scoped(models.Manager, mission="event__mission")
    history = History()

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return str(self.name)

    def traced(self) -> tuple[int, int | None]:
        return self.event.mission_id, self.event_id


class OpeningDay(models.Model):
    """A day of an exhibition; without hours it is closed."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="days")
    on = models.DateField()
    opens_at = models.TimeField(null=True, blank=True)
    closes_at = models.TimeField(null=True, blank=True)
    note = TranslatedLine(blank=True)

    objects = scoped(models.Manager, mission="event__mission")
    history = History()

    class Meta:
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "on"],
                name="opening_day_once",
                violation_error_message=_("This day is named above already."),
            ),
            models.CheckConstraint(
                condition=Q(opens_at__isnull=True, closes_at__isnull=True)
                | Q(opens_at__isnull=False, closes_at__isnull=False, opens_at__lt=F("closes_at")),
                name="opening_day_opens_before_it_closes",
            ),
        ]

    def __str__(self) -> str:
        return date.isoformat(self.on)

    def traced(self) -> tuple[int, int | None]:
        return self.event.mission_id, self.event_id

    def clean(self) -> None:
        if bool(self.opens_at) != bool(self.closes_at):
            missing = "closes_at" if self.opens_at else "opens_at"
            raise ValidationError({missing: _("An open day has both hours; a closed one has none.")})
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": _("It would close before it opens.")})


class Work(models.Model):
    """What an exhibition shows: a photograph, a book."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="works")
    order = models.PositiveSmallIntegerField(default=0)
    title = TranslatedLine()
    maker = TranslatedLine(blank=True)
    made = LineField(max_length=60, blank=True, help_text="When, as it is known: 1990, about 1915.")
    caption = TranslatedText(blank=True)
    lender = TranslatedLine(blank=True)

    objects = scoped(models.Manager, mission="event__mission")
    history = History()

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return str(self.title)

    def traced(self) -> tuple[int, int | None]:
        return self.event.mission_id, self.event_id
