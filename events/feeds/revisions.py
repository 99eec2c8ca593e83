"""How old the entries of a member's calendar are: an entry that says something else is a later revision of it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from logging import getLogger

from django.db import DatabaseError

from events.exports.feed import digest
from events.exports.stamps import Revision, stamped, without_stamps
from events.exports.vevents import Entry
from events.models import EntryRevision, PrivateFeed

logger = getLogger(__name__)
SECOND = timedelta(seconds=1)


def revised(feed: PrivateFeed, entries: Iterable[Entry], now: datetime) -> list[Entry]:
    """Return the entries stamped: as before where they say the same, as changed now where they do not."""
    known = {each.uid: each for each in feed.entry_revisions.all()}
    stamps, news = [], []
    for entry in entries:
        said = digest(without_stamps(entry))
        revision = known.get(entry.uid)
        if revision is None or revision.digest != said:
            revision = _next(feed, entry.uid, said, revision, now.replace(microsecond=0))
            news.append(revision)
        stamps.append(stamped(entry, Revision(revision.sequence, revision.made_at, revision.changed_at)))
    _keep(news)
    return stamps


def _next(
    feed: PrivateFeed, uid: str, said: str, before: EntryRevision | None, now: datetime
) -> EntryRevision:
    # Some programs take an entry for changed only where this moment is a later one, and know no part of a second.
    changed_at = max(now, before.changed_at + SECOND) if before else now
    return EntryRevision(
        feed=feed,
        uid=uid,
        digest=said,
        sequence=before.sequence + 1 if before else 0,
        made_at=before.made_at if before else now,
        changed_at=changed_at,
    )


def _keep(news: list[EntryRevision]) -> None:
    try:
        EntryRevision.objects.bulk_create(
            news,
            update_conflicts=True,
            unique_fields=["feed", "uid"],
            update_fields=["digest", "sequence", "changed_at"],
        )
    except DatabaseError:
        logger.exception("The revisions of %d entries could not be kept.", len(news))
