from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.checked import CheckedTogether
from events.models.fields import (
    LineField,
    TranslatedLine,
    TranslatedText,
    ZoneField,
    choices,
    one_of,
    validate_scripts,
)
from events.models.history import History
from events.models.mission import Mission, validate_country
from events.models.search import Searchable, SearchQuerySet
from events.programme.choices import Basis
from events.scoping import scoped


class Place(Searchable, CheckedTogether):
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

    version = models.PositiveIntegerField(default=1, editable=False)

    objects = scoped(models.Manager.from_queryset(SearchQuerySet), mission="mission")
    history = History(excluded_fields=["search_text"])

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=one_of("basis", Basis), name="place_basis_known"),
            models.CheckConstraint(condition=~Q(name=""), name="place_has_a_name"),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90.0, 90.0), longitude__range=(-180.0, 180.0)),
                name="place_is_on_earth",
                violation_error_message=_(
                    "A place has both latitude (up to 90) and longitude (up to 180), or neither."
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def traced(self) -> tuple[int, int | None]:
        return self.mission_id, None

    def clean(self) -> None:
        validate_scripts("name", self.name, of_person=False)

    def searched(self) -> Iterator[Any]:
        yield from (self.name, self.city, self.address)
        if self.pk:
            yield from self.variants.values_list("name", flat=True)
