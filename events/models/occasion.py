from datetime import timedelta
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.feed_revision import FeedRevision, occasion_scope
from events.models.fields import LineField, TranslatedLine, TranslatedText, ZoneField, choices, one_of
from events.programme.choices import Register


class Occasion(models.Model):
    """What is commemorated. Shared by all missions."""

    slug = models.SlugField(
        unique=True, max_length=60, error_messages={"unique": _("Another one has this address already.")}
    )
    name = TranslatedLine(help_text="The thing itself: the 20 January tragedy.")
    of_name = TranslatedLine(
        blank=True, help_text="As it stands after “anniversary of”, in the case that asks for."
    )
    day_name = TranslatedLine(blank=True)
    base_from = models.DateField(null=True, blank=True, help_text="The first day, where it spans two dates.")
    base_on = models.DateField()
    observed_month = models.PositiveSmallIntegerField()
    observed_day = models.PositiveSmallIntegerField()
    register = LineField(max_length=20, choices=choices(Register))
    silence_at = models.TimeField(null=True, blank=True)
    silence_zone = ZoneField(blank=True)
    silence_duration = models.DurationField(default=timedelta(seconds=60))
    silence_city = TranslatedLine(blank=True)

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(condition=one_of("register", Register), name="occasion_register_known"),
            models.CheckConstraint(
                condition=Q(observed_month__range=(1, 12), observed_day__range=(1, 31)),
                name="occasion_day_exists",
                violation_error_message=_("There is no such day of the year."),
            ),
            models.CheckConstraint(
                condition=Q(base_from__isnull=True) | Q(base_from__lte=F("base_on")),
                name="occasion_begins_before_it_ends",
                violation_error_message=_("The last day is before the first."),
            ),
            models.CheckConstraint(
                condition=Q(silence_at__isnull=True, silence_zone="")
                | Q(silence_at__isnull=False) & ~Q(silence_zone=""),
                name="occasion_silence_has_a_zone",
                violation_error_message=_("A silence has a clock time and its time zone, or neither."),
            ),
            models.CheckConstraint(
                condition=Q(silence_duration__gt=timedelta(0)),
                name="occasion_silence_lasts",
                violation_error_message=_(
                    "A length of 0 or less cannot be kept: it takes at least one second."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and with it tell the occasion's calendar, which bears its name."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            FeedRevision.objects.rise([occasion_scope(self.slug)])


class Alias(models.Model):
    """Another name of an occasion (Black January)."""

    occasion = models.ForeignKey(Occasion, models.CASCADE, related_name="aliases")
    order = models.PositiveSmallIntegerField(default=0)
    name = TranslatedLine()

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return str(self.name)


class Edition(models.Model):
    """An occasion in one year."""

    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="editions")
    year = models.PositiveSmallIntegerField()
    message = TranslatedText(blank=True, help_text="The message of the year, for all missions.")

    class Meta:
        ordering = ["occasion", "year"]
        constraints = [
            models.UniqueConstraint(
                fields=["occasion", "year"],
                name="edition_once_a_year",
                violation_error_message=_("The occasion has this edition already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.occasion} {self.year}"
