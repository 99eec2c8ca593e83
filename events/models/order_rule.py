from django.conf import settings
from django.db import models

from events.models.event import Event
from events.models.fields import LONGEST_LINE, LineField, choices, one_of
from events.models.history import History
from events.programme.choices import Ordered
from events.scoping import scoped


class OrderRule(models.Model):
    """By which rule something of an event stands in its order, who chose it and when.

    ``listed`` is the order itself where no row of the event holds it: the countries of the anthems. ``because`` is the
    reason where an officer overrides the rules, ``source`` where an order was taken from.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="order_rules")
    ordered = LineField(max_length=12, choices=choices(Ordered))
    rule = LineField(max_length=20)
    language = LineField(max_length=12, blank=True)
    listed = models.JSONField(default=list, blank=True)
    because = LineField(max_length=LONGEST_LINE, blank=True)
    source = LineField(max_length=LONGEST_LINE, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    objects = scoped(models.Manager, mission="event__mission")
    history = History()

    class Meta:
        ordering = ["ordered"]
        constraints = [
            models.UniqueConstraint(fields=["event", "ordered"], name="order_rule_once"),
            models.CheckConstraint(
                condition=one_of("ordered", Ordered), name="order_rule_of_something_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ordered}: {self.rule}"

    def traced(self) -> tuple[int, int | None]:
        return self.event.mission_id, self.event_id
