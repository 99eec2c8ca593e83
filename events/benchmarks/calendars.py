"""Calendars: what asking again costs beside an empty view, and a change beside writing the feed from the rows."""

from datetime import timedelta
from itertools import count
from uuid import uuid4

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.urls import reverse
from django.utils import timezone

from events.benchmarks.asking import Instead, asked
from events.benchmarks.measuring import Pair
from events.benchmarks.population import populate, released
from events.benchmarks.scratch import Scratch
from events.exports.feed import EVENTS
from events.exports.ical import calendar
from events.exports.vevents import vevents
from events.feeds.public import Wish, of_everybody, public_feed
from events.models import Event, FeedRevision, Member, Mission, Release, User
from events.models.feed_revision import ALL, mission_scope
from events.operations.private_feeds import make_own

FEW = 100


def unchanged(scratch: Scratch) -> Pair:
    """304 of the feed of a mission with FEW events, against an empty view at the same address."""
    return _unchanged(reverse("events:mission_calendar", args=[_mission(scratch).slug]))


def unchanged_of_all(scratch: Scratch) -> Pair:
    """304 of the feed of every event, against an empty view at the same address."""
    populate(scratch)
    return _unchanged(reverse("events:all_calendar"))


def unchanged_private(scratch: Scratch) -> Pair:
    """304 of a member's own calendar."""
    mission = _mission(scratch)
    member = User.objects.create_user(username=f"member@{mission.slug}")
    Member.objects.create(user=member, mission=mission, role=Member.Role.OFFICER)
    _feed, token = make_own(member, "My missions", timezone.now())
    return _unchanged(f"/calendars/private/{token}/my-missions.ics")


def one_change(scratch: Scratch) -> Pair:
    """The feed of every event after a release, against writing the same entries from its rows."""
    populate(scratch)
    numbers = count(2)

    def ours() -> bytes:
        _release_again(next(numbers))
        return bytes(public_feed(of_everybody(), Wish(), timezone.now().date()).packed)

    def bare() -> bytes:
        _release_again(next(numbers))
        return _by_hand()

    return Pair(ours, bare)


def _unchanged(address: str) -> Pair:
    server, empty = WSGIHandler(), Instead()
    known = asked(server, address)["ETag"]

    def ours() -> bytes:
        return asked(server, address, 304, HTTP_IF_NONE_MATCH=known).serialize_headers()

    def bare() -> bytes:
        return asked(empty, address).serialize_headers()

    return Pair(ours, bare)


def _mission(scratch: Scratch) -> Mission:
    """Return a mission of FEW released events, one a day, all to come; made once."""
    slug = f"with-{FEW}-events"
    if kept := Mission.objects.filter(slug=slug).first():
        return kept
    kept = scratch.event.mission
    mission = Mission.objects.create(
        slug=slug, kind=kept.kind, name=kept.name, zone=kept.zone, languages=kept.languages
    )
    today = timezone.now().date()
    events = [
        Event(
            mission=mission,
            slug=f"event-{index}",
            kind="seminar",
            title={"en": "Seminar"},
            zone=kept.zone,
            on=today + timedelta(days=FEW - index),
            languages=["en"],
        )
        for index in range(FEW)
    ]
    Event._base_manager.bulk_create(events)
    Release._base_manager.bulk_create(released(event, scratch.release.document) for event in events)
    FeedRevision.objects.rise([ALL, mission_scope(slug)])
    return mission


def _release_again(number: int) -> None:
    kept = Release.published.current().filter(ends_on__gte=timezone.now().date()).first()
    if kept is None:
        raise ValueError("Nothing is to come.")
    kept.pk, kept.number, kept.code = None, number, uuid4().hex[:12]
    Release._base_manager.bulk_create([kept])
    FeedRevision.objects.rise([ALL, mission_scope(kept.mission_slug)])


def _by_hand() -> bytes:
    """Write the same releases, the latest by their days, as they are read from their rows."""
    latest = Release.published.current().order_by("-ends_on", "-code")[:EVENTS]
    entries = [
        entry
        for release in latest.iterator(chunk_size=50)
        for entry in vevents(release.programme, "en", settings.SITE_URL)
    ]
    return calendar(entries)
