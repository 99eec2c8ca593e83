from django.conf import settings
from django.db import models

from events.models.mission import Mission
from events.scoping import scoped


class Erasure(models.Model):
    """That somebody was erased from a register, and nothing else of them.

    ``uid`` is the entry's, or that of a double that became it: after a restore from a backup that still has it, the
    entry is erased again. ``by`` is None where a restore did it.
    """

    uid = models.UUIDField(unique=True)
    mission = models.ForeignKey(Mission, models.SET_NULL, null=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    objects = scoped(models.Manager, mission="mission")

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return str(self.uid)
