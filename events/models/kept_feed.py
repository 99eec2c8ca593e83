"""What is kept so that a calendar costs next to nothing to ask for again. All of it can be made anew."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from events.models.feed_revision import FeedRevision
from events.models.release import Release


class KeptFeedQuerySet(models.QuerySet):
    def valid(self, scope: str, address: str, made_with: str, today: date) -> "KeptFeed | None":
        """Return the feed at the address if nothing has changed since it was made: in one query, without its octets."""
        kept = self.filter(
            Q(holds_until__isnull=True) | Q(holds_until__gt=today),
            revision__scope=scope,
            address=address,
            made_with=made_with,
            number=F("revision__number"),
        )
        return kept.defer("packed").first()


class KeptFeed(models.Model):
    """A feed as it was made for revision ``number`` of its scope by the code ``made_with``, packed with gzip.

    From ``holds_until`` on, if there is such a day, the same releases make another feed. ``changed_at`` is when its
    octets last became others: it only ever grows.
    """

    revision = models.ForeignKey(FeedRevision, models.CASCADE, related_name="feeds")
    address = models.CharField(max_length=300)
    number = models.PositiveBigIntegerField()
    made_with = models.CharField(max_length=40)
    holds_until = models.DateField(null=True)
    changed_at = models.DateTimeField()
    digest = models.CharField(max_length=32)
    packed = models.BinaryField()

    objects = models.Manager.from_queryset(KeptFeedQuerySet)()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["revision", "address"], name="feed_kept_once")]

    def __str__(self) -> str:
        return self.address


class KeptEntries(models.Model):
    """The entries of a release in a language, plain or item by item, as they stand in every feed and file."""

    release = models.ForeignKey(Release, models.CASCADE, related_name="kept_entries")
    language = models.CharField(max_length=12)
    items = models.BooleanField()
    made_with = models.CharField(max_length=40)
    entries = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["release", "language", "items"], name="entries_kept_once")
        ]

    def __str__(self) -> str:
        return f"{self.release_id}, {self.language}"
