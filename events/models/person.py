from collections.abc import Iterator
from datetime import date
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.checked import CheckedTogether
from events.models.fields import LineField, TranslatedLine, TranslatedText, uid_field, validate_scripts
from events.models.history import History
from events.models.mission import Mission
from events.models.organisation import Organisation
from events.models.search import Searchable, SearchQuerySet
from events.programme.forms_of_address import without_form_of_address
from events.scoping import scoped


class PersonQuerySet(SearchQuerySet):
    def search(self, words: str) -> Self:
        """Those whom the words name, "H.E Farhadov" as well."""
        return super().search(without_form_of_address(words))


class Person(Searchable, CheckedTogether):
    """Somebody in a mission's register: ``name`` has the spelling that is printed in each language.

    ``confirmed``: the person's own office has confirmed it, on that day, as somebody told. ``formerly`` are the uids
    of doubles that became this entry: what was released before still names them so.
    """

    mission = models.ForeignKey(Mission, models.CASCADE, related_name="+")
    uid = uid_field()
    formerly = models.JSONField(default=list, blank=True, editable=False)
    name = TranslatedLine()
    honorific = TranslatedLine(blank=True)
    academic_title = TranslatedLine(blank=True)
    rank = TranslatedLine(blank=True)
    first_mention = TranslatedLine(blank=True, help_text="Only where honorific and name are wrong.")
    second_mention = TranslatedLine(blank=True, help_text="Only where the usual short form is wrong.")
    spoken = TranslatedLine(blank=True, help_text="As it is pronounced, for the master of ceremonies.")
    place_card = TranslatedLine(blank=True, help_text="Only where it is not as named first.")
    # Never in a programme: it may have the address of a home.
    envelope = TranslatedText(blank=True, help_text="Only where name, office and organisation are wrong.")
    confirmed = models.BooleanField(default=False)
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = LineField(max_length=200, blank=True, default="")

    version = models.PositiveIntegerField(default=1, editable=False)

    objects = scoped(models.Manager.from_queryset(PersonQuerySet), mission="mission")
    history = History(excluded_fields=["search_text", "formerly"])

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="person_has_a_name"),
            models.CheckConstraint(
                condition=Q(confirmed=True) | Q(confirmed_on__isnull=True, confirmed_by=""),
                name="person_told_of_what_is_confirmed",
                violation_error_message=_("Who confirmed it and when is said only of what is confirmed."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def uids(self) -> list[str]:
        """Every uid by which a release may name the person."""
        return [str(self.uid), *self.formerly]

    def traced(self) -> tuple[int, int | None]:
        return self.mission_id, None

    def clean(self) -> None:
        validate_scripts("name", self.name, of_person=True)

    def searched(self) -> Iterator[Any]:
        yield from (self.name, self.first_mention, self.second_mention, self.place_card)
        if self.pk:
            yield from self.variants.values_list("name", flat=True)


class Office(models.Model):
    """An office that a person holds: both days are in it, None means not stated."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="offices")
    order = models.PositiveSmallIntegerField(default=0)
    title = TranslatedLine()
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    precedence = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1 is the highest.")

    objects = scoped(models.Manager, mission="person__mission")
    history = History()

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(since__lte=F("until")),
                name="office_begins_before_it_ends",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="office_has_a_title"),
            models.CheckConstraint(
                condition=Q(precedence__isnull=True) | Q(precedence__gte=1),
                name="office_precedence_from_1",
                violation_error_message=_("Numbers in precedence begin with 1."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    def traced(self) -> tuple[int, int | None]:
        return self.person.mission_id, None

    def clean(self) -> None:
        if self.since and self.until and self.until < self.since:
            raise ValidationError({"until": _("The office ends before it begins.")})

    def is_held_on(self, day: date | None) -> bool:
        """Both days count; an open beginning or end counts as held. Without a day: whether it is held today."""
        on = day or timezone.localdate()
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)
