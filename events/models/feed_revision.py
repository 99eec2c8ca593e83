from collections.abc import Iterable

from django.db import models, transaction
from django.db.models import F

ALL = "all"


def mission_scope(slug: str) -> str:
    return f"mission/{slug}"


def occasion_scope(slug: str) -> str:
    return f"occasion/{slug}"


class FeedRevisionQuerySet(models.QuerySet):
    def rise(self, scopes: Iterable[str]) -> None:
        """Say that the feeds of these scopes may hold something else from now on.

        It belongs into the transaction that saves the change: a feed made before the commit is made again after it.
        """
        names = sorted(set(scopes))
        with transaction.atomic():
            self.bulk_create([self.model(scope=name) for name in names], ignore_conflicts=True)
            self.filter(scope__in=names).update(number=F("number") + 1)


def public_scopes(mission: str, occasion: str) -> list[str]:
    """Return the scopes of the public feeds that hold an event of the mission and the occasion, which may be empty."""
    return [ALL, mission_scope(mission), *([occasion_scope(occasion)] if occasion else [])]


class FeedRevision(models.Model):
    """How often what the feeds of a scope hold has changed. A scope is a name alone: what it means, its makers know."""

    scope = models.CharField(max_length=120, unique=True)
    number = models.PositiveBigIntegerField(default=0)

    objects = models.Manager.from_queryset(FeedRevisionQuerySet)()

    class Meta:
        ordering = ["scope"]

    def __str__(self) -> str:
        return f"{self.scope}, {self.number}"
