from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.checked import CheckedTogether
from events.models.fields import LineField, TranslatedLine, choices, one_of, uid_field, validate_scripts
from events.models.history import History
from events.models.mission import Mission, validate_country
from events.models.search import Searchable, SearchQuerySet
from events.programme.choices import OrganisationKind
from events.scoping import scoped


class Organisation(Searchable, CheckedTogether):
    """An organisation in a mission's register; ``parent`` is the one it belongs to."""

    mission = models.ForeignKey(Mission, models.CASCADE, related_name="+")
    uid = uid_field()
    name = TranslatedLine()
    short_name = TranslatedLine(blank=True)
    descriptor = TranslatedLine(blank=True, help_text="One line on what it is, for programme and report.")
    kind = LineField(max_length=20, choices=choices(OrganisationKind), default=OrganisationKind.OTHER.value)
    country = LineField(max_length=2, blank=True, validators=[validate_country])
    city = TranslatedLine(blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    version = models.PositiveIntegerField(default=1, editable=False)

    objects = scoped(models.Manager.from_queryset(SearchQuerySet), mission="mission")
    history = History(excluded_fields=["search_text"])

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=one_of("kind", OrganisationKind), name="organisation_kind_known"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="organisation_has_a_name"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="organisation_not_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def traced(self) -> tuple[int, int | None]:
        return self.mission_id, None

    def clean(self) -> None:
        validate_scripts("name", self.name, of_person=False)
        above, seen = self.parent, set()
        while above and above.pk not in seen:
            if self.pk and above.pk == self.pk:
                raise ValidationError(
                    {"parent": _("It would belong to itself: that one belongs to it already.")}
                )
            seen.add(above.pk)
            above = above.parent

    def searched(self) -> Iterator[Any]:
        yield from (self.name, self.short_name)
        if self.pk:
            yield from self.variants.values_list("name", flat=True)
