from django.db import models
from django.db.models import Q

from events.models.fields import LineField, TranslatedLine, choices, one_of
from events.models.organisation import Organisation
from events.models.part import Item
from events.models.person import Person
from events.programme.choices import Manner, Role
from events.scoping import scoped


def exactly_one(person: str, organisation: str, words: str) -> Q:
    one_person = Q(**{f"{person}__isnull": False, f"{organisation}__isnull": True, words: ""})
    one_organisation = Q(**{f"{person}__isnull": True, f"{organisation}__isnull": False, words: ""})
    only_words = Q(**{f"{person}__isnull": True, f"{organisation}__isnull": True}) & ~Q(**{words: ""})
    return one_person | one_organisation | only_words


class Contribution(models.Model):
    """Who does what in an item: a person, an organisation or plain words, and in whose name."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="contributions")
    order = models.PositiveSmallIntegerField(default=0)
    group = models.PositiveSmallIntegerField(null=True, blank=True)
    role = LineField(max_length=24, choices=choices(Role), default=Role.SPEAKER.value)
    manner = LineField(max_length=24, choices=choices(Manner), default=Manner.OWN.value)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="contributions")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    words = TranslatedLine(blank=True)
    other_person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    other_organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    other_words = TranslatedLine(blank=True)

    objects = scoped(models.Manager, mission="item__part__event__mission")

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(condition=one_of("role", Role), name="contribution_role_known"),
            models.CheckConstraint(condition=one_of("manner", Manner), name="contribution_manner_known"),
            models.CheckConstraint(
                condition=exactly_one("person", "organisation", "words"), name="contribution_by_exactly_one"
            ),
            models.CheckConstraint(
                condition=Q(
                    manner="own", other_person__isnull=True, other_organisation__isnull=True, other_words=""
                )
                | ~Q(manner="own") & exactly_one("other_person", "other_organisation", "other_words"),
                name="contribution_in_the_name_of_one",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person or self.organisation or self.words)
