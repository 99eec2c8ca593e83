"""The private feeds: a member's, and a speaker's."""

from datetime import datetime

from events.feeds.members import members_feed
from events.feeds.secret import GoneError
from events.feeds.speakers import speakers_feed
from events.models import KeptFeed, Person, PrivateFeed


def private_feed(feed: PrivateFeed, now: datetime) -> tuple[KeptFeed, int | None]:
    """Return the calendar and the key of the newest release that it knows of. Raises GoneError."""
    if feed.revoked_at:
        raise GoneError(feed.pk)
    if feed.person_id:
        person = Person._base_manager.select_related("mission").get(pk=feed.person_id)
        return speakers_feed(feed, person, now.date())
    return members_feed(feed, now)
