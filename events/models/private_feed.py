from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from events.models.fields import LineField
from events.models.invitation import hash_of
from events.models.person import Person
from events.models.release import Release


class PrivateFeedQuerySet(models.QuerySet):
    def with_token(self, token: str) -> "PrivateFeed | None":
        """Return the feed of the token, if there is one, written in SQL as it is asked for by every program."""
        rows = self.raw("SELECT * FROM events_privatefeed WHERE token_hash = %s", [hash_of(token)])
        return next(iter(rows), None)

    def standing(self) -> Self:
        return self.filter(revoked_at__isnull=True)


class PrivateFeed(models.Model):
    """A calendar with a secret address: a member's (``owner``), or a speaker's (``person``), made by a member.

    Of the token its hash alone is kept. ``state`` stands for what a member's calendar was made of. ``seen_release`` is
    the newest one that was there when a program asked for the last time.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="private_feeds"
    )
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="private_feeds")
    label = LineField(max_length=80)
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    fetched_by = models.CharField(max_length=60, blank=True)
    seen_release = models.ForeignKey(Release, models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=32, blank=True)

    objects = models.Manager.from_queryset(PrivateFeedQuerySet)()

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(owner__isnull=True) ^ Q(person__isnull=True), name="private_feed_is_somebodys"
            ),
            models.CheckConstraint(condition=~Q(label=""), name="private_feed_has_a_label"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def scope(self) -> str:
        return f"private/{self.pk}"

    def was_fetched(self, at: datetime, program: str, release: int | None) -> None:
        """Note it past everything else: a calendar that is read is not changed."""
        type(self).objects.filter(pk=self.pk).update(
            fetched_at=at, fetched_by=program, seen_release_id=release
        )


class EntryRevision(models.Model):
    """How often an entry of a member's calendar has said something else, and since when it is there and says what it
    does. ``digest`` stands for what it says."""

    feed = models.ForeignKey(PrivateFeed, models.CASCADE, related_name="entry_revisions")
    uid = models.CharField(max_length=36)
    digest = models.CharField(max_length=32)
    sequence = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["feed", "uid"], name="entry_revision_kept_once")]

    def __str__(self) -> str:
        return f"{self.uid}, {self.sequence}"
