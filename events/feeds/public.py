"""The feeds of the public: a mission's, an occasion's, everybody's. All that is in them comes from releases."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Case, Q, When
from django.db.models.fields.json import KT
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from events.exports.feed import (
    AFTER_CANCELLATION,
    AFTER_ITS_END,
    ENTRIES,
    EVENTS,
    Head,
    fitting,
    holds_until,
    window,
)
from events.exports.ical import About, calendar, written_language
from events.feeds.kept import Made, entries_of, kept_feed
from events.models import KeptFeed, Mission, Occasion, Release
from events.models.feed_revision import ALL, mission_scope, occasion_scope
from events.models.fields import text_of
from events.models.release import ReleaseQuerySet
from events.programme.choices import Status
from events.programme.document import DocumentError
from events.programme.text import NOTHING, Text, Wording
from events.programme.value import Programme
from events.templatetags.addresses import SITE_LANGUAGE

# That of feeds of several missions.
ZONE = "Etc/UTC"


class NoSuchFeedError(LookupError):
    """Nobody, or nothing, of this name is known."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the address asks for beside its scope. ``language`` is empty where the feed's own is meant."""

    language: str = ""
    items: bool = False
    kind: str = ""

    @property
    def query(self) -> str:
        wishes = {"lang": self.language, "items": "1" if self.items else "", "kind": self.kind}
        query = urlencode({name: value for name, value in wishes.items() if value})
        return f"?{query}" if query else ""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose events a feed holds. Without a name: everybody's."""

    name: Text = NOTHING
    languages: tuple[str, ...] = (SITE_LANGUAGE,)
    zone: str = ZONE


@dataclass(frozen=True, slots=True)
class Scope:
    """Which releases a feed is made of. ``path`` tells its own address, ``page`` that for people.

    ``owner`` tells who bears the name now; where nobody does any more, who did in the newest release that the feed
    holds. It raises NoSuchFeedError without one.
    """

    name: str
    path: Callable[[], str]
    page: Callable[[], str]
    releases: Callable[[], ReleaseQuerySet]
    owner: Callable[[Head | None], Owner]


def of_mission(slug: str) -> Scope:
    def owner(newest: Head | None) -> Owner:
        if kept := Mission.objects.filter(slug=slug).first():
            return Owner(text_of(kept.name), tuple(kept.languages), kept.zone)
        programme = _programme(newest)
        if programme is None:
            raise NoSuchFeedError(f"No mission is called {slug}.")
        return Owner(programme.mission.name, programme.mission.languages, programme.mission.zone)

    return Scope(
        mission_scope(slug),
        path=lambda: reverse("events:mission_calendar", args=[slug]),
        page=lambda: reverse("events:mission", args=[slug]),
        releases=lambda: Release.published.of_mission(slug),
        owner=owner,
    )


def of_occasion(slug: str) -> Scope:
    def owner(newest: Head | None) -> Owner:
        if kept := Occasion.objects.filter(slug=slug).first():
            return Owner(text_of(kept.name))
        programme = _programme(newest)
        if programme is None or programme.edition is None:
            raise NoSuchFeedError(f"No occasion is called {slug}.")
        return Owner(programme.edition.occasion.name)

    return Scope(
        occasion_scope(slug),
        path=lambda: reverse("events:occasion_calendar", args=[slug]),
        page=lambda: reverse("events:home"),
        releases=lambda: Release.published.of_occasion(slug),
        owner=owner,
    )


def of_everybody() -> Scope:
    return Scope(
        ALL,
        path=lambda: reverse("events:all_calendar"),
        page=lambda: reverse("events:home"),
        releases=Release.published.all,
        owner=lambda newest: Owner(),
    )


def public_feed(scope: Scope, wish: Wish, today: date) -> KeptFeed:
    """Return the feed, from what was kept where it holds still. Raises NoSuchFeedError."""
    return kept_feed(scope.name, f"{scope.name}{wish.query}", today, lambda: _made(scope, wish, today))


def _made(scope: Scope, wish: Wish, today: date) -> Made:
    releases = scope.releases()
    if wish.kind:
        releases = releases.of_kind(wish.kind)
    held = window(_heads(releases, today), today)
    newest = max(held, key=lambda head: (head.released_at, head.code), default=None)
    whose = scope.owner(newest)
    language = wish.language or written_language(whose.languages)
    groups = fitting(entries_of([head.code for head in held], language, items=wish.items))
    about = _about(whose, language, scope, wish, newest)
    octets = calendar([entry for group in groups for entry in group], about)
    return Made(octets, holds_until(held, len(groups), today))


def _heads(releases: ReleaseQuerySet, today: date) -> list[Head]:
    """Return the current releases that may be held: no more than a feed has room for, however many there are."""
    # The moment of the cancellation stands in the document alone, which is long: it is read for few.
    cancelled_at = Case(When(status=Status.CANCELLED, then=KT("document__programme__release__cancelled_at")))
    rows = releases.current().annotate(cancelled_at=cancelled_at)
    long_gone = Q(
        status=Status.CANCELLED,
        ends_on__lt=today - AFTER_ITS_END,
        released_at__date__lt=today - AFTER_CANCELLATION,
    )
    to_come = rows.filter(ends_on__gte=today).order_by("ends_on", "code")[: ENTRIES + 1]
    past = rows.filter(ends_on__lt=today).exclude(long_gone).order_by("-ends_on", "-code")[:EVENTS]
    return [
        Head(code, ends_on, status, released_at, datetime.fromisoformat(at) if at else None)
        for rows in (to_come, past)
        for code, ends_on, status, released_at, at in rows.values_list(
            "code", "ends_on", "status", "released_at", "cancelled_at"
        )
    ]


def _programme(head: Head | None) -> Programme | None:
    """Return the programme of a release; None where there is none, it was withdrawn in between or cannot be read."""
    if head is None:
        return None
    try:
        return Release.published.get(code=head.code).programme
    except (Release.DoesNotExist, DocumentError):
        return None


def _about(whose: Owner, language: str, scope: Scope, wish: Wish, newest: Head | None) -> About:
    with translation.override(language):
        name = whose.name.wording(language, whose.languages) or Wording(_("All events"), language)
        description = _("%(name)s: all that is to come, and the latest past events, %(number)d at most.") % {
            "name": name.text,
            "number": EVENTS,
        }
    return About(
        name,
        description,
        url=f"{settings.SITE_URL}{scope.page()}",
        source=f"{settings.SITE_URL}{scope.path()}{wish.query}",
        zone=whose.zone,
        revised_at=newest.released_at if newest else None,
    )
