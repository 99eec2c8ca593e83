from django.conf import settings
from django.db import models

from events.models.event import Event
from events.models.fields import LineField, choices, one_of
from events.models.history import History
from events.programme.choices import FigureChoice
from events.scoping import scoped


class FigureDecision(models.Model):
    """What was chosen where the texts of an event gave another figure for a subject than the source of record.

    ``claims`` are the documents of those that were weighed, as they were then, that of the source of record first.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="figure_decisions")
    subject = LineField(max_length=60)
    choice = LineField(max_length=12, choices=choices(FigureChoice))
    claims = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    objects = scoped(models.Manager, mission="event__mission")
    history = History()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "subject"], name="figure_decided_once_in_an_event"),
            models.CheckConstraint(condition=one_of("choice", FigureChoice), name="figure_decision_known"),
        ]

    def __str__(self) -> str:
        return self.subject

    def traced(self) -> tuple[int, int | None]:
        return self.event.mission_id, self.event_id
