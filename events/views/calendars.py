"""Calendars to subscribe to, and one event as a file. Public: made from releases, the same for everybody.

Validators are known after one query. There is no answer to If-Modified-Since alone, since an event that is
withdrawn leaves no later date behind; every program that asks so sends the ETag too.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from logging import getLogger
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Case, When
from django.db.models.fields.json import KT
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from events.exports import FORMATS, EmptyProgrammeError
from events.exports.feed import EVENTS, Head, fitting, strong_etag, validator, window
from events.exports.ical import VERSION, About, calendar, written_language
from events.exports.vevents import Entry, vevents
from events.models import Mission, Occasion, Release
from events.models.fields import text_of
from events.models.release import ReleaseQuerySet
from events.programme.choices import EventKind, Status
from events.programme.document import DocumentError
from events.programme.languages import LANGUAGES
from events.programme.text import NOTHING, Text, Wording
from events.programme.value import Programme
from events.templatetags.addresses import SITE_LANGUAGE

logger = getLogger(__name__)

CACHE_CONTROL = "private, max-age=0, must-revalidate"
# That of feeds of several missions.
ZONE = "Etc/UTC"
# Entries by release, language, shape and site. A release never changes, so nothing here grows old.
_built: dict[tuple[str, str, bool, str], Sequence[Entry]] = {}
MOST_BUILT = 1_000

View = Callable[..., HttpResponse]


def calendar_view(view: View) -> View:
    """Answer calendar programs, which have no session: GET and HEAD, packed, never stored without asking again."""

    @wraps(view)
    def answer(request: HttpRequest, **kwargs: str) -> HttpResponse:
        response = view(request, **kwargs)
        response["Cache-Control"] = CACHE_CONTROL
        response["X-Robots-Tag"] = "noindex"
        return response

    return csrf_exempt(require_safe(gzip_page(answer)))


@dataclass(frozen=True, slots=True)
class Wish:
    """What the address asks for. ``language`` is empty where the feed's own is meant."""

    language: str
    items: bool
    kind: str

    @classmethod
    def of(cls, request: HttpRequest) -> "Wish":
        wish = cls(
            request.GET.get("lang", ""), request.GET.get("items", "") == "1", request.GET.get("kind", "")
        )
        if wish.language and wish.language not in LANGUAGES:
            raise Http404(gettext_lazy("There is no calendar in this language."))
        if wish.kind and wish.kind not in list(EventKind):
            raise Http404(gettext_lazy("There are no events of this kind."))
        return wish

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


@calendar_view
def mission_calendar(request: HttpRequest, mission: str) -> HttpResponse:
    def owner(newest: Programme | None) -> Owner:
        if newest:
            return Owner(newest.mission.name, newest.mission.languages, newest.mission.zone)
        kept = get_object_or_404(Mission, slug=mission)
        return Owner(text_of(kept.name), tuple(kept.languages), kept.zone)

    path = reverse("events:mission_calendar", args=[mission])
    page = reverse("events:mission", args=[mission])
    return _feed(request, Release.published.of_mission(mission), path, page, owner)


@calendar_view
def occasion_calendar(request: HttpRequest, occasion: str) -> HttpResponse:
    def owner(newest: Programme | None) -> Owner:
        if newest and newest.edition:
            return Owner(newest.edition.occasion.name)
        return Owner(text_of(get_object_or_404(Occasion, slug=occasion).name))

    path = reverse("events:occasion_calendar", args=[occasion])
    return _feed(request, Release.published.of_occasion(occasion), path, reverse("events:home"), owner)


@calendar_view
def all_calendar(request: HttpRequest) -> HttpResponse:
    path = reverse("events:all_calendar")
    return _feed(request, Release.published.all(), path, reverse("events:home"), lambda newest: Owner())


@calendar_view
def event_ics(request: HttpRequest, mission: str, event: str) -> HttpResponse:
    wish = Wish.of(request)
    releases = Release.published.of_event(mission, event).current().defer("document")
    release = releases.order_by("-released_at").first()
    if release is None:
        raise Http404(gettext_lazy("There is no such event."))
    etag = strong_etag([str(VERSION), settings.SITE_URL, wish.language, release.code])
    if answered := _answered(request, etag):
        return answered
    languages = (wish.language,) if wish.language else ()
    try:
        octets = FORMATS["ics"].render(release.programme, languages, settings.SITE_URL)
    except EmptyProgrammeError:
        raise Http404(gettext_lazy("The day of this event is not known yet.")) from None
    return _file(octets, etag, release.released_at, f'attachment; filename="{event}.ics"')


def _feed(
    request: HttpRequest,
    releases: ReleaseQuerySet,
    path: str,
    page: str,
    owner: Callable[[Programme | None], Owner],
) -> HttpResponse:
    wish, today = Wish.of(request), timezone.now().date()
    heads = window(_heads(releases, wish.kind), today)
    source = f"{settings.SITE_URL}{path}{wish.query}"
    # Raises Http404 where nobody of this name is known.
    nobodys = "" if heads else repr(owner(None))
    etag = validator(source + nobodys, heads, today)
    if answered := _answered(request, etag):
        return answered
    newest = max(heads, key=lambda head: (head.released_at, head.code), default=None)
    whose = owner(_programme(newest) if newest else None)
    language = wish.language or written_language(whose.languages)
    about = _about(whose, language, source, f"{settings.SITE_URL}{page}", newest)
    octets = calendar(fitting(_entries(heads, language, wish.items)), about)
    return _file(
        octets, etag, newest.released_at if newest else None, f'inline; filename="{path.rpartition("/")[2]}"'
    )


def _programme(head: Head) -> Programme | None:
    """Return the programme of a release; None where it was withdrawn in between or cannot be read."""
    try:
        return Release.published.get(code=head.code).programme
    except (Release.DoesNotExist, DocumentError):
        return None


def _answered(request: HttpRequest, etag: str) -> HttpResponse | None:
    """Return 304 to whoever has the octets already."""
    response = get_conditional_response(request, etag=etag)
    if response is not None:
        response["ETag"] = etag
    return response


def _heads(releases: ReleaseQuerySet, kind: str) -> list[Head]:
    """Return the current releases that have a day, in one query."""
    if kind:
        releases = releases.of_kind(kind)
    # The moment of the cancellation stands in the document alone, which is long: it is read for few.
    cancelled_at = Case(When(status=Status.CANCELLED, then=KT("document__programme__release__cancelled_at")))
    rows = releases.current().filter(ends_on__isnull=False).annotate(cancelled_at=cancelled_at)
    return [
        Head(code, ends_on, status, released_at, datetime.fromisoformat(at) if at else None)
        for code, ends_on, status, released_at, at in rows.values_list(
            "code", "ends_on", "status", "released_at", "cancelled_at"
        )
    ]


def _entries(heads: Sequence[Head], language: str, items: bool) -> Iterable[Sequence[Entry]]:
    """Return the entries of each release, in the order given. One that cannot be written costs itself, not the feed."""
    keys = {head.code: (head.code, language, items, settings.SITE_URL) for head in heads}
    entries = {code: _built[key] for code, key in keys.items() if key in _built}
    missing = [code for code in keys if code not in entries]
    for release in Release.published.filter(code__in=missing) if missing else ():
        try:
            entries[release.code] = vevents(release.programme, language, settings.SITE_URL, items=items)
        except Exception:
            logger.exception("Release %s is left out of the calendars: it cannot be written.", release.code)
            continue
        if len(_built) >= MOST_BUILT:
            _built.clear()
        _built[keys[release.code]] = entries[release.code]
    return [entries.get(head.code, ()) for head in heads]


def _about(whose: Owner, language: str, source: str, page: str, newest: Head | None) -> About:
    with translation.override(language):
        name = whose.name.wording(language, whose.languages) or Wording(_("All events"), language)
        description = _("%(name)s: all that is to come, and the latest past events, %(number)d at most.") % {
            "name": name.text,
            "number": EVENTS,
        }
    return About(name, description, page, source, whose.zone, newest.released_at if newest else None)


def _file(octets: bytes, etag: str, revised_at: datetime | None, disposition: str) -> HttpResponse:
    headers = {"ETag": etag, "Content-Disposition": disposition}
    if revised_at:
        headers["Last-Modified"] = http_date(revised_at.timestamp())
    return HttpResponse(octets, content_type=FORMATS["ics"].media_type, headers=headers)
