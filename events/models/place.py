from django.db import models
from django.db.models import Q

from events.models.fields import LineField, TranslatedLine, TranslatedText, ZoneField, choices, one_of
from events.models.mission import Mission, validate_country
from events.programme.choices import Basis
from events.scoping import scoped


class Place(models.Model):
    """Where something is held: a building or a square; the room is said by the event."""

    mission = models.ForeignKey(Mission, models.CASCADE, related_name="+")
    name = TranslatedLine()
    address = TranslatedText(blank=True)
    city = TranslatedLine(blank=True)
    country = LineField(max_length=2, blank=True, validators=[validate_country])
    zone = ZoneField()
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    basis = LineField(max_length=12, choices=choices(Basis), default=Basis.STATED.value)

    objects = scoped(models.Manager, mission="mission")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=one_of("basis", Basis), name="place_basis_known"),
            models.CheckConstraint(condition=~Q(name=""), name="place_has_a_name"),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90.0, 90.0), longitude__range=(-180.0, 180.0)),
                name="place_is_on_earth",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)
