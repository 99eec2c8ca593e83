"""Calendars: what asking again costs beside an empty view, and a change beside writing the feed from the rows."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from itertools import count
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from events.benchmarks.measuring import Pair
from events.benchmarks.scratch import Scratch
from events.exports.feed import EVENTS
from events.exports.ical import calendar
from events.exports.vevents import vevents
from events.feeds.public import Wish, of_mission, public_feed
from events.models import Event, FeedRevision, Member, Mission, Release, User
from events.models.feed_revision import mission_scope
from events.operations.private_feeds import make_own

FEW = 100
TO_COME = 100


def unchanged(number: int) -> Callable[[Scratch], Pair]:
    """304 of a mission's feed with so many events, against an empty view at the same address."""
    return lambda scratch: _unchanged(
        reverse("events:mission_calendar", args=[_mission(scratch, number).slug])
    )


def unchanged_private(scratch: Scratch) -> Pair:
    """304 of a member's own calendar."""
    mission = _mission(scratch, FEW)
    member = User.objects.create_user(username=f"member@{mission.slug}")
    Member.objects.create(user=member, mission=mission, role=Member.Role.OFFICER)
    _feed, token = make_own(member, "My missions", timezone.now())
    return _unchanged(f"/calendars/private/{token}/my-missions.ics")


def one_change_among(number: int) -> Callable[[Scratch], Pair]:
    """The feed of a mission with so many events after a release, against writing the same entries from its rows."""
    return lambda scratch: _changed(_mission(scratch, number).slug)


def _changed(slug: str) -> Pair:
    numbers = count(2)

    def ours() -> bytes:
        _release_again(slug, next(numbers))
        return bytes(public_feed(of_mission(slug), Wish(), timezone.now().date()).packed)

    def bare() -> bytes:
        _release_again(slug, next(numbers))
        return _by_hand(slug)

    return Pair(ours, bare)


def _unchanged(address: str) -> Pair:
    server, empty = WSGIHandler(), _Empty()
    known = _asked(server, address, 200)["ETag"]

    def ours() -> bytes:
        return _asked(server, address, 304, HTTP_IF_NONE_MATCH=known).serialize_headers()

    def bare() -> bytes:
        return _asked(empty, address, 200).serialize_headers()

    return Pair(ours, bare)


class _Empty(WSGIHandler):
    """Finds the view of an address through the same middleware, and answers with nothing in its place."""

    def resolve_request(
        self, request: HttpRequest
    ) -> tuple[Callable[..., HttpResponse], tuple[()], dict[str, Any]]:
        super().resolve_request(request)
        return lambda request: HttpResponse(), (), {}


def _asked(handler: WSGIHandler, address: str, status: int, **headers: str) -> HttpResponse:
    """Raises ValueError for another status."""
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": address,
        "SERVER_NAME": settings.ALLOWED_HOSTS[0],
        "SERVER_PORT": "443",
        "HTTP_HOST": settings.ALLOWED_HOSTS[0],
        "wsgi.url_scheme": "https",
        "wsgi.input": BytesIO(),
        **headers,
    }
    response = handler(environ, lambda status, headers: None)
    response.close()
    if response.status_code != status:
        raise ValueError(f"{address} answers {response.status_code}.")
    return response


def _mission(scratch: Scratch, number: int) -> Mission:
    """Return a mission of so many released events, one a day, TO_COME of them to come; made once."""
    slug = f"with-{number}-events"
    if kept := Mission.objects.filter(slug=slug).first():
        return kept
    kept = scratch.event.mission
    mission = Mission.objects.create(
        slug=slug, kind=kept.kind, name=kept.name, zone=kept.zone, languages=kept.languages
    )
    today = timezone.now().date()
    days = [today + timedelta(days=TO_COME - index) for index in range(number)]
    events = [
        Event(
            mission=mission,
            slug=f"event-{index}",
            kind="seminar",
            title={"en": "Seminar"},
            zone=kept.zone,
            on=on,
            languages=["en"],
        )
        for index, on in enumerate(days)
    ]
    Event._base_manager.bulk_create(events)
    document = scratch.release.document
    # Those before the window of a feed are never read.
    Release._base_manager.bulk_create(
        _released(event, document if index < EVENTS else {"programme": {}})
        for index, event in enumerate(events)
    )
    FeedRevision.objects.rise([mission_scope(slug)])
    return mission


def _released(event: Event, document: dict[str, Any]) -> Release:
    programme = {**document["programme"], "uid": str(event.uid), "slug": event.slug}
    return Release(
        event=event,
        number=1,
        name="First",
        code=uuid4().hex[:12],
        document={**document, "programme": programme},
        released_at=timezone.now(),
        kind=event.kind,
        mission_slug=event.mission.slug,
        event_slug=event.slug,
        status="confirmed",
        starts_on=event.on,
        ends_on=event.on,
    )


def _release_again(slug: str, number: int) -> None:
    kept = Release.published.of_mission(slug).current().filter(ends_on__gte=timezone.now().date()).first()
    if kept is None:
        raise ValueError("Nothing is to come.")
    kept.pk, kept.number, kept.code = None, number, uuid4().hex[:12]
    Release._base_manager.bulk_create([kept])
    FeedRevision.objects.rise([mission_scope(slug)])


def _by_hand(slug: str) -> bytes:
    """Write the same releases, the latest by their days, as they are read from their rows."""
    latest = Release.published.of_mission(slug).current().order_by("-ends_on")[:EVENTS]
    entries = [
        entry
        for release in latest.iterator(chunk_size=50)
        for entry in vevents(release.programme, "en", settings.SITE_URL)
    ]
    return calendar(entries)
