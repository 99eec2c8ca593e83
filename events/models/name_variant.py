from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.fields import LineField, text_of, validate_script
from events.models.history import History
from events.models.mission import Mission
from events.models.organisation import Organisation
from events.models.person import Person
from events.models.place import Place
from events.programme.honorifics import parted
from events.programme.text import Wording
from events.scoping import scoped


class NameVariant(models.Model):
    """A spelling of the name of a person, an organisation or a place, with where it stands.

    It may be the printed one. ``confirmed``: their own office has confirmed it, on that day, as somebody told.
    """

    mission = models.ForeignKey(Mission, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="variants")
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True, related_name="variants"
    )
    place = models.ForeignKey(Place, models.CASCADE, null=True, blank=True, related_name="variants")
    name = LineField(max_length=200)
    language = LineField(max_length=10)
    source = LineField(max_length=300)
    confirmed = models.BooleanField(default=False)
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = LineField(max_length=200, blank=True, default="")

    objects = scoped(models.Manager, mission="mission")
    history = History()

    class Meta:
        ordering = ["person", "organisation", "place", "language", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "language", "name"],
                name="person_variant_once",
                violation_error_message=_("This spelling is noted already."),
            ),
            models.UniqueConstraint(
                fields=["organisation", "language", "name"],
                name="organisation_variant_once",
                violation_error_message=_("This spelling is noted already."),
            ),
            models.UniqueConstraint(
                fields=["place", "language", "name"],
                name="place_variant_once",
                violation_error_message=_("This spelling is noted already."),
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False, organisation__isnull=True, place__isnull=True)
                | Q(person__isnull=True, organisation__isnull=False, place__isnull=True)
                | Q(person__isnull=True, organisation__isnull=True, place__isnull=False),
                name="variant_of_exactly_one",
            ),
            models.CheckConstraint(condition=~Q(name="") & ~Q(source=""), name="variant_has_name_and_source"),
            models.CheckConstraint(
                condition=Q(confirmed=True) | Q(confirmed_on__isnull=True, confirmed_by=""),
                name="variant_told_of_what_is_confirmed",
                violation_error_message=_("Who confirmed it and when is said only of what is confirmed."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        self.entry.refresh_search()

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        named = self.entry
        done = super().delete(*args, **kwargs)
        named.refresh_search()
        return done

    def clean(self) -> None:
        try:
            validate_script(self.name, self.language, of_person=self.person_id is not None)
        except ValidationError as error:
            raise ValidationError({"name": error}) from None

    def traced(self) -> tuple[int, int | None]:
        return self.mission_id, None

    @property
    def entry(self) -> Person | Organisation | Place:
        return self.person or self.organisation or self.place

    @property
    def is_printed(self) -> bool:
        return (self.language, self.name) in text_of(self.entry.name).versions

    @property
    def is_bare(self) -> bool:
        """Whether it is a name alone, which may be printed: not "H.E. Farhadov" as it stands in a text."""
        return not parted(self.name)[0]

    @property
    def words(self) -> Wording:
        return Wording(self.name, self.language)
