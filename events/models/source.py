from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from events.models.fields import LineField, TranslatedLine, choices, one_of
from events.models.history import History
from events.models.mission import Mission
from events.models.occasion import Edition
from events.programme.choices import Qualifier
from events.scoping import scoped, shared_or_scoped

# Those of one number.
COUNTED = ["exactly", "about", "at-least", "more-than"]


class Source(models.Model):
    """Where claims stand: who issued it, who carried it, and when, as far as it says so.

    Without a mission all missions read it and none changes it; another one is its mission's own.
    """

    class Authority(models.TextChoices):
        HIGH = "high"
        MEDIUM = "medium"
        LOW = "low"

    mission = models.ForeignKey(Mission, models.CASCADE, null=True, blank=True, related_name="sources")
    version = models.PositiveIntegerField(default=1, editable=False)
    key = models.SlugField(max_length=60)
    title = TranslatedLine()
    kind = LineField(max_length=60)
    issuer = TranslatedLine(blank=True, help_text="Empty: not stated.")
    carrier = LineField(max_length=200, blank=True)
    published_on = models.DateField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    address = models.URLField(blank=True)
    language = LineField(max_length=10)
    authority = models.CharField(max_length=10, choices=Authority.choices)

    objects = shared_or_scoped("mission")
    history = History()

    class Meta:
        ordering = ["key"]
        constraints = [
            models.UniqueConstraint(
                fields=["mission", "key"],
                name="source_key_once_in_a_mission",
                violation_error_message=_("Another source has this mark already."),
            ),
            models.UniqueConstraint(
                fields=["key"],
                condition=Q(mission__isnull=True),
                name="source_key_once_of_all",
                violation_error_message=_("Another source has this mark already."),
            ),
            models.CheckConstraint(
                condition=Q(authority__in=["high", "medium", "low"]), name="source_authority_known"
            ),
        ]

    def __str__(self) -> str:
        return self.key

    def traced(self) -> tuple[int | None, int | None]:
        return self.mission_id, None


class Claim(models.Model):
    """A figure or statement as its source has it; never the planner's own.

    A mission may note what a shared source says beside what all missions read of it.
    """

    mission = models.ForeignKey(Mission, models.CASCADE, null=True, blank=True, related_name="claims")
    version = models.PositiveIntegerField(default=1, editable=False)
    source = models.ForeignKey(Source, models.PROTECT, related_name="claims")
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, blank=True, related_name="claims")
    subject = LineField(max_length=60, help_text="What it counts or states: killed, wounded, place.")
    qualifier = LineField(max_length=24, choices=choices(Qualifier), default=Qualifier.EXACTLY.value)
    value = models.PositiveIntegerField(null=True, blank=True)
    most = models.PositiveIntegerField(null=True, blank=True, help_text="The upper end of a range.")
    wording = TranslatedLine(help_text="As the source has it.")
    sentence = TranslatedLine(
        blank=True, help_text="As it may be printed, where the wording alone is no sentence."
    )
    speaker = TranslatedLine(
        blank=True, help_text="Who said it, where that is not the issuer of the document."
    )
    document = TranslatedLine(blank=True)
    stated_on = models.DateField(null=True, blank=True)
    about_on = models.DateField(null=True, blank=True, help_text="The day that it is about.")
    place = TranslatedLine(blank=True, help_text="The place that it is about.")
    note = LineField(max_length=300, blank=True)

    objects = shared_or_scoped("mission")
    history = History()

    class Meta:
        ordering = ["source", "subject", "pk"]
        constraints = [
            models.CheckConstraint(condition=one_of("qualifier", Qualifier), name="claim_qualifier_known"),
            models.CheckConstraint(
                condition=Q(
                    qualifier__in=COUNTED,
                    value__isnull=False,
                    most__isnull=True,
                )
                | Q(qualifier="between", value__isnull=False, most__isnull=False, value__lt=F("most"))
                | Q(
                    qualifier__in=["hundreds", "hundreds-of-thousands", "many", "not-stated"],
                    value__isnull=True,
                    most__isnull=True,
                ),
                name="claim_value_fits_its_qualifier",
            ),
            models.CheckConstraint(condition=~Q(wording=""), name="claim_has_a_wording"),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.wording}"

    def traced(self) -> tuple[int | None, int | None]:
        return self.mission_id, None

    def clean(self) -> None:
        if self.source_id and self.source.mission_id not in (None, self.mission_id):
            raise ValidationError({"source": _("This is not in the mission's register.")})
        if not self._has_its_numbers:
            words = _("One number belongs to it, two to “between two numbers”, none to “many” or “hundreds”.")
            raise ValidationError({"value": words})

    @property
    def _has_its_numbers(self) -> bool:
        if self.qualifier == Qualifier.BETWEEN:
            return self.value is not None and self.most is not None and self.value < self.most
        return self.most is None and (self.value is not None) == (self.qualifier in COUNTED)


class SourceOfRecord(models.Model):
    """The source whose figures a mission gives in an edition of an occasion."""

    mission = models.ForeignKey(Mission, models.CASCADE, related_name="sources_of_record")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, models.PROTECT, related_name="+")

    objects = scoped(models.Manager, mission="mission")
    history = History()

    class Meta:
        ordering = ["edition"]
        constraints = [
            models.UniqueConstraint(fields=["mission", "edition"], name="source_of_record_once_in_an_edition")
        ]

    def __str__(self) -> str:
        return f"{self.edition}: {self.source}"

    def traced(self) -> tuple[int, int | None]:
        return self.mission_id, None


class EventClaim(models.Model):
    """A claim that an event's outputs give, in order."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="claims")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField(default=0)

    objects = scoped(models.Manager, mission="event__mission")
    history = History()

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "claim"],
                name="claim_once_in_an_event",
                violation_error_message=_("This claim is named above already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.claim)

    def traced(self) -> tuple[int, int | None]:
        return self.event.mission_id, self.event_id
