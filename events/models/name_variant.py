from django.db import models
from django.db.models import Q

from events.models.fields import LineField
from events.models.mission import Mission
from events.models.organisation import Organisation
from events.models.person import Person
from events.scoping import scoped


class NameVariant(models.Model):
    """Another spelling of a person's or an organisation's name, with where it stands."""

    mission = models.ForeignKey(Mission, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="variants")
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True, related_name="variants"
    )
    name = LineField(max_length=200)
    language = LineField(max_length=10)
    source = LineField(max_length=300)
    confirmed = models.BooleanField(default=False)

    objects = scoped(models.Manager, mission="mission")

    class Meta:
        ordering = ["person", "organisation", "language", "name"]
        constraints = [
            models.UniqueConstraint(fields=["person", "language", "name"], name="person_variant_once"),
            models.UniqueConstraint(
                fields=["organisation", "language", "name"], name="organisation_variant_once"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False, organisation__isnull=True)
                | Q(person__isnull=True, organisation__isnull=False),
                name="variant_of_exactly_one",
            ),
            models.CheckConstraint(condition=~Q(name="") & ~Q(source=""), name="variant_has_name_and_source"),
        ]

    def __str__(self) -> str:
        return self.name
