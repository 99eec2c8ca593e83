"""Calendars to subscribe to, and one event as a file. Public: made from releases, the same for everybody."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from events.exports.feed import digest
from events.exports.ical import calendar, written_language
from events.feeds.kept import entries_of, made_with
from events.feeds.public import Scope, of_everybody, of_mission, of_occasion, public_feed
from events.models import Release
from events.programme.document import DocumentError
from events.views.calendar_answers import (
    GONE,
    NotAnsweredError,
    calendar_view,
    feed_answer,
    file_answer,
    unchanged_answer,
    wish_of,
)


@calendar_view
def mission_calendar(request: HttpRequest, mission: str) -> HttpResponseBase:
    return _answer(request, of_mission(mission))


@calendar_view
def occasion_calendar(request: HttpRequest, occasion: str) -> HttpResponseBase:
    return _answer(request, of_occasion(occasion))


@calendar_view
def all_calendar(request: HttpRequest) -> HttpResponseBase:
    return _answer(request, of_everybody())


def _answer(request: HttpRequest, scope: Scope) -> HttpResponseBase:
    feed = public_feed(scope, wish_of(request, "lang", "items", "kind"), timezone.now().date())
    return feed_answer(request, feed, request.path_info.rpartition("/")[2])


@calendar_view
def event_ics(request: HttpRequest, mission: str, event: str) -> HttpResponseBase:
    wish = wish_of(request, "lang")
    releases = Release.published.of_event(mission, event)
    release = releases.current().defer("document").order_by("-released_at").first()
    if release is None:
        raise _no_event(mission, event)
    tag = digest(f"{made_with()} {wish.language} {release.code}".encode())
    # No date: the words of a file may change without a new release.
    if unchanged := unchanged_answer(request, tag):
        return unchanged
    entries = entries_of([release.code], wish.language or _own_language(release), items=False)[0]
    if not entries:
        raise NotAnsweredError(_("The day of this event is not known yet."))
    return file_answer(request, calendar(entries), tag, int(release.released_at.timestamp()), f"{event}.ics")


def _own_language(release: Release) -> str:
    try:
        return written_language((release.programme.own_language,))
    except DocumentError:
        return written_language(())


def _no_event(mission: str, event: str) -> NotAnsweredError:
    """A program that asks again and again learns that a withdrawn event does not come back by itself."""
    if Release.published.was_of_event(mission, event):
        return NotAnsweredError(_("This event is no longer public."), GONE)
    return NotAnsweredError(_("There is no such event."))
