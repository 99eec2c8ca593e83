from django.conf import settings
from django.db import models

from events.models.event import Event
from events.models.history import History
from events.scoping import scoped


class StillRight(models.Model):
    """A translation that is older than its original and that an officer has called right all the same.

    It holds until the original changes after ``at``. The ``key`` names row, field and language; ``text`` is what the
    translation said.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="still_right")
    key = models.CharField(max_length=120)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    objects = scoped(models.Manager, mission="event__mission")
    history = History()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["event", "key"], name="still_right_once_an_event")]

    def __str__(self) -> str:
        return self.text

    def traced(self) -> tuple[int, int | None]:
        return self.event.mission_id, self.event_id
