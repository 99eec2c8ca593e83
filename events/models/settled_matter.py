from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from events.models.event import Event
from events.models.fields import LineField, choices, one_of
from events.models.history import History
from events.programme.choices import Settlement
from events.scoping import scoped


class SettledMatterQuerySet(models.QuerySet):
    def told_with(self, event: Event) -> Self:
        """The answers that hold for an event: its own, those of what is held within it, and of what it is within."""
        return self.filter(Q(event=event) | Q(event__parent=event) | Q(event=event.parent_id))

    def by_event(self, events: Iterable[Event]) -> dict[int, set[str]]:
        """The keys of the answers that hold for each of these events, which are held within none."""
        keys: dict[int, set[str]] = {event.pk: set() for event in events}
        rows = self.filter(Q(event__in=keys) | Q(event__parent__in=keys))
        for event, parent, key in rows.values_list("event", "event__parent", "key"):
            keys[event if event in keys else parent].add(key)
        return keys


class SettledMatter(models.Model):
    """What an officer has answered to an open matter of an event: not stated, or right as it is.

    It holds as long as the event has a matter with this ``key``; what is filled in needs no answer. ``words`` are
    those in which the matter was told then.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="settled")
    key = models.TextField()
    answer = LineField(max_length=12, choices=choices(Settlement))
    words = models.TextField()
    because = LineField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    objects = scoped(models.Manager.from_queryset(SettledMatterQuerySet), mission="event__mission")
    history = History()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=one_of("answer", Settlement), name="settled_matter_answer_known")
        ]

    def __str__(self) -> str:
        return self.words

    def traced(self) -> tuple[int, int | None]:
        return self.event.mission_id, self.event_id
