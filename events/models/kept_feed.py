"""What is kept so that a calendar costs next to nothing to ask for again. All of it can be made anew."""

from datetime import date

from django.db import connections, models

from events.models.feed_revision import FeedRevision
from events.models.release import Release

# In SQL, because this is what polling costs: the ORM takes longer to write the question than to have it answered.
VALID = """
SELECT feed.id, feed.changed_seconds, feed.digest
FROM events_keptfeed feed JOIN events_feedrevision revision ON revision.id = feed.revision_id
WHERE revision.scope = %s AND feed.address = %s AND feed.number = revision.number AND feed.made_with = %s
AND (feed.holds_until IS NULL OR feed.holds_until > %s)
"""


class KeptFeedQuerySet(models.QuerySet):
    def valid(self, scope: str, address: str, made_with: str, today: date) -> "KeptFeed | None":
        """Return the feed at the address if nothing has changed since it was made: in one query, without its octets."""
        with connections[self.db].cursor() as cursor:
            cursor.execute(VALID, [scope, address, made_with, today.isoformat()])
            row = cursor.fetchone()
        # The columns come in the order of the fields.
        return self.model.from_db(self.db, ["id", "changed_seconds", "digest"], row) if row else None


class KeptFeed(models.Model):
    """A feed as it was made for revision ``number`` of its scope by the code ``made_with``, packed with gzip.

    From ``holds_until`` on, if there is such a day, the same releases make another feed. ``changed_seconds``, since
    1970, is when its octets last became others: it only ever grows.
    """

    revision = models.ForeignKey(FeedRevision, models.CASCADE, related_name="feeds")
    address = models.CharField(max_length=300)
    number = models.PositiveBigIntegerField()
    made_with = models.CharField(max_length=40)
    holds_until = models.DateField(null=True)
    changed_seconds = models.PositiveBigIntegerField()
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
