from hashlib import sha256

from django.db import models

from events.models.mission import Mission
from events.scoping import scoped


class Picture(models.Model):
    """A PNG that a mission prints, kept by its content: a release that names it prints it for good."""

    mission = models.ForeignKey(Mission, models.CASCADE, related_name="pictures")
    digest = models.CharField(max_length=64, editable=False)
    octets = models.BinaryField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    objects = scoped(models.Manager, mission="mission")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mission", "digest"], name="picture_once_in_a_mission")
        ]

    def __str__(self) -> str:
        return f"{self.width} × {self.height}, {self.digest[:12]}"

    def save(self, *args: object, **kwargs: object) -> None:
        self.digest = sha256(self.octets).hexdigest()
        super().save(*args, **kwargs)  # type: ignore[arg-type]
