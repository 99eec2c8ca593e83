"""Making a feed once, and knowing in one query that it holds still.

A feed belongs to a scope, whose revision rises in the transaction of every change to what its feeds may show
(``FeedRevision``). While the number stands, what was made for it is answered, packed as it was kept.
"""

import gzip
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from logging import getLogger

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from events.exports.feed import digest
from events.exports.ical import VERSION
from events.exports.vevents import Entry, vevents
from events.models import FeedRevision, KeptEntries, KeptFeed, Release

logger = getLogger(__name__)

TZDATA = version("tzdata")
# Documents are long, so they are read a few at a time, and none is held longer than it takes.
AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class Made:
    """The octets of a feed, and the first day on which the same rows make another one, if there is such a day."""

    octets: bytes
    holds_until: date | None = None


def kept_feed(scope: str, address: str, today: date, make: Callable[[], Made]) -> KeptFeed:
    """Return the feed at an address, as it was kept if nothing in its scope has changed; else as ``make`` makes it.

    In the first case that is one query, and its octets are not read before they are asked for.
    """
    return KeptFeed.objects.valid(scope, address, made_with(), today) or _made_anew(scope, address, make)


def made_with() -> str:
    """Return what changes with the code, the addresses and the time zones that calendars are made of."""
    facts = f"{VERSION} {settings.SITE_URL} {TZDATA}"
    return sha256(facts.encode()).hexdigest()[:32]


def _made_anew(scope: str, address: str, make: Callable[[], Made]) -> KeptFeed:
    # Read before what it stands for: a change in between has the feed made once more.
    known = FeedRevision.objects.filter(scope=scope).first()
    made = make()
    # After that: an address that nobody has leaves no row behind.
    revision = known or FeedRevision.objects.get_or_create(scope=scope)[0]
    before = revision.feeds.filter(address=address).defer("packed").first()
    feed = KeptFeed(
        revision=revision,
        address=address,
        number=known.number if known else 0,
        made_with=made_with(),
        holds_until=made.holds_until,
        changed_seconds=int(timezone.now().timestamp()),
        digest=digest(made.octets),
        packed=gzip.compress(made.octets, mtime=0),
    )
    if before and before.digest == feed.digest:
        feed.changed_seconds = before.changed_seconds
    elif before:
        # HTTP knows no part of a second: two versions never bear the same date.
        feed.changed_seconds = max(feed.changed_seconds, before.changed_seconds + 1)
    _keep(feed)
    return feed


def _keep(feed: KeptFeed) -> None:
    try:
        KeptFeed.objects.bulk_create(
            [feed],
            update_conflicts=True,
            unique_fields=["revision", "address"],
            update_fields=["number", "made_with", "holds_until", "changed_seconds", "digest", "packed"],
        )
    except DatabaseError:
        logger.exception("The calendar %s is answered, but could not be kept.", feed.address)


def entries_of(codes: Sequence[str], language: str, *, items: bool) -> list[Sequence[Entry]]:
    """Return the public entries of these releases, in the order given.

    What was not made before is made and kept. A release that cannot be read costs itself, not the feed.
    """
    rows = KeptEntries.objects.filter(
        release__code__in=codes, language=language, items=items, made_with=made_with()
    )
    found: dict[str, Sequence[Entry]] = {
        code: [Entry.read(row) for row in entries]
        for code, entries in rows.values_list("release__code", "entries")
    }
    if missing := [code for code in codes if code not in found]:
        found |= _made_entries(missing, language, items)
    return [found.get(code, ()) for code in codes]


def _made_entries(codes: Sequence[str], language: str, items: bool) -> dict[str, Sequence[Entry]]:
    made: dict[str, Sequence[Entry]] = {}
    rows = []
    for release in Release.published.filter(code__in=codes).iterator(chunk_size=AT_ONCE):
        try:
            entries = vevents(release.programme, language, settings.SITE_URL, items=items)
        except Exception:
            logger.exception("Release %s is left out of the calendars: it cannot be written.", release.code)
            continue
        made[release.code] = entries
        rows.append(
            KeptEntries(
                release_id=release.pk,
                language=language,
                items=items,
                made_with=made_with(),
                entries=[entry.written() for entry in entries],
            )
        )
    try:
        KeptEntries.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["release", "language", "items"],
            update_fields=["made_with", "entries"],
        )
    except DatabaseError:
        logger.exception("The entries of %d releases could not be kept.", len(rows))
    return made
