from collections.abc import Iterable
from hashlib import sha256

from django.db import models

from events.models.mission import Mission
from events.scoping import scoped


class KeptPictures(models.Manager):
    """Pictures of every mission, found by their content alone: who knows it has seen what prints it."""

    def octets_of(self, digests: Iterable[str]) -> dict[str, bytes]:
        found = self.filter(digest__in=list(digests)).values_list("digest", "octets")
        return {digest: bytes(octets) for digest, octets in found}


class Picture(models.Model):
    """A PNG that a mission prints, kept by its content: a release that names it prints it for good."""

    mission = models.ForeignKey(Mission, models.CASCADE, related_name="pictures")
    digest = models.CharField(max_length=64, editable=False)
    octets = models.BinaryField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    objects = scoped(models.Manager, mission="mission")
    kept = KeptPictures()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mission", "digest"], name="picture_once_in_a_mission")
        ]

    def __str__(self) -> str:
        return f"{self.width} × {self.height}, {self.digest[:12]}"

    def save(self, *args: object, **kwargs: object) -> None:
        self.digest = self.digest_of(self.octets)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @staticmethod
    def digest_of(octets: bytes) -> str:
        return sha256(octets).hexdigest()
