from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.checked import CheckedTogether
from events.models.fields import LineField, TranslatedLine, choices, one_of, text_of
from events.models.history import History
from events.models.organisation import Organisation
from events.models.part import Item
from events.models.person import Person
from events.programme.choices import Answer, Manner, Role
from events.scoping import scoped


def exactly_one(person: str, organisation: str, words: str) -> Q:
    one_person = Q(**{f"{person}__isnull": False, f"{organisation}__isnull": True, words: ""})
    one_organisation = Q(**{f"{person}__isnull": True, f"{organisation}__isnull": False, words: ""})
    only_words = Q(**{f"{person}__isnull": True, f"{organisation}__isnull": True}) & ~Q(**{words: ""})
    return one_person | one_organisation | only_words


class Contribution(CheckedTogether):
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

    answer = LineField(max_length=12, choices=choices(Answer), default=Answer.CONFIRMED.value)
    replaced_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    objects = scoped(models.Manager, mission="item__part__event__mission")
    history = History()

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(condition=one_of("role", Role), name="contribution_role_known"),
            models.CheckConstraint(condition=one_of("manner", Manner), name="contribution_manner_known"),
            models.CheckConstraint(condition=one_of("answer", Answer), name="contribution_answer_known"),
            models.CheckConstraint(
                condition=Q(answer="replaced", replaced_by__isnull=False)
                | ~Q(answer="replaced") & Q(replaced_by__isnull=True),
                name="contribution_replaced_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(replaced_by__isnull=True) | ~Q(person=F("replaced_by")),
                name="contribution_replaced_by_another",
            ),
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

    def traced(self) -> tuple[int, int | None]:
        return self.item.part.event.mission_id, self.item.part.event_id

    def clean(self) -> None:
        errors = dict(self._wrong())
        if errors:
            raise ValidationError(errors)

    def _wrong(self) -> Iterator[tuple[str, Any]]:
        who = [self.person_id, self.organisation_id, bool(text_of(self.words))]
        other = [self.other_person_id, self.other_organisation_id, bool(text_of(self.other_words))]
        if sum(map(bool, who)) != 1:
            yield "person", _("Name a person, an organisation, or say in words who it is: one of the three.")
        if self.manner == Manner.OWN and any(other):
            yield "manner", _("Say how they stand for the other: on behalf of, representing, or reading.")
        if self.manner != Manner.OWN and sum(map(bool, other)) != 1:
            yield "other_person", _("Say in whose name: a person, an organisation, or words.")
        if self.answer == Answer.REPLACED and not self.replaced_by_id:
            yield "replaced_by", _("Say who comes instead.")
        elif self.answer != Answer.REPLACED and self.replaced_by_id:
            yield "answer", _("Somebody comes instead: the answer is “replaced” then.")
        elif self.replaced_by_id and self.replaced_by_id == self.person_id:
            yield "replaced_by", _("Nobody stands in for themselves.")
