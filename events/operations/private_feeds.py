"""Making and ending private calendars. A token is told once, when it is made."""

import logging
from datetime import datetime

from django.db import transaction

from events.models import FeedRevision, Member, Person, PrivateFeed, User
from events.models.invitation import hash_of, new_token
from events.operations.deeds import require

log = logging.getLogger(__name__)


def make_own(owner: User, label: str, now: datetime) -> tuple[PrivateFeed, str]:
    """Return a calendar of the member's missions and its token, which is not kept."""
    return _make(owner, now, label=label, owner=owner)


def make_speakers(person: Person, label: str, *, by: User, now: datetime) -> tuple[PrivateFeed, str]:
    """Return a calendar of the person's own slots and its token, which is not kept. Raises NotAllowedError."""
    require(by, person.mission_id, Member.Role.OFFICER)
    return _make(by, now, label=label, person=person)


@transaction.atomic
def renew(feed: PrivateFeed, *, by: User, now: datetime) -> tuple[PrivateFeed, str]:
    """End the calendar's address and return another one of the same. Raises NotAllowedError."""
    revoke(feed, by=by, now=now)
    return _make(by, now, label=feed.label, owner=feed.owner, person=feed.person)


@transaction.atomic
def revoke(feed: PrivateFeed, *, by: User, now: datetime) -> None:
    """End the calendar's address for good. Raises NotAllowedError."""
    if feed.person:
        require(by, feed.person.mission_id, Member.Role.OFFICER)
    PrivateFeed.objects.filter(pk=feed.pk, revoked_at=None).update(revoked_at=now)
    FeedRevision.objects.filter(scope=feed.scope).delete()
    log.info("Private calendar %s revoked by user %s", feed.pk, by.pk)


@transaction.atomic
def revoke_of_who_left(user: User, *, by: User, now: datetime) -> None:
    """End the calendars of somebody who belongs to no mission any more: they do not come back with the member."""
    if not user.memberships.exists():
        for feed in user.private_feeds.standing():
            revoke(feed, by=by, now=now)


def _make(by: User, now: datetime, **values: object) -> tuple[PrivateFeed, str]:
    token = new_token()
    feed = PrivateFeed.objects.create(token_hash=hash_of(token), made_at=now, made_by=by, **values)
    log.info("Private calendar %s made by user %s", feed.pk, by.pk)
    return feed, token
