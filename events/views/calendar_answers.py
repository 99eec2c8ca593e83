"""How calendar programs are answered: they have no session, ask often, and read nothing but calendars.

``docs/architecture.md`` tells the way of a feed; these are the rules of HTTP for every calendar, public or private.
"""

import gzip
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from events.exports import FORMATS
from events.feeds.public import NoSuchFeedError, Wish
from events.models import KeptFeed
from events.programme.choices import EventKind
from events.programme.languages import LANGUAGES
from events.views.packed import packed_answer, unchanged_answer

CACHE_CONTROL = "private, max-age=0, must-revalidate"
NOT_FOUND, GONE = 404, 410

View = Callable[..., HttpResponseBase]


class NotAnsweredError(LookupError):
    """There is no such calendar, or not any more; the words say why."""

    def __init__(self, words: str, status: int = NOT_FOUND) -> None:
        super().__init__(words)
        self.words = words
        self.status = status


def calendar_view(view: View) -> View:
    """Answer GET and HEAD, never to be stored without asking again.

    What is not there is told in plain words, since a page in its place would be read as a broken calendar.
    """

    @wraps(view)
    def answer(request: HttpRequest, **kwargs: str) -> HttpResponseBase:
        with _speaking(request.GET.get("lang", "")):
            try:
                response = view(request, **kwargs)
            except NotAnsweredError as error:
                response = _told(error.words, error.status)
            except NoSuchFeedError:
                response = _told(_("There is no such calendar."), NOT_FOUND)
        response["Cache-Control"] = CACHE_CONTROL
        response["X-Robots-Tag"] = "noindex"
        return response

    return csrf_exempt(require_safe(answer))


def _speaking(code: str) -> AbstractContextManager[None]:
    """Return the scope of a language; to open it costs a tenth of a 304, so not for the one that is spoken already."""
    language = code if code in LANGUAGES else "en"
    return nullcontext() if translation.get_language() == language else translation.override(language)


def wish_of(request: HttpRequest, *options: str) -> Wish:
    """Return what the address asks for, of these options. Raises NotAnsweredError, naming what it may ask for."""
    if unknown := sorted(set(request.GET) - set(options)):
        raise NotAnsweredError(_offered(_("This address has no such option."), unknown[0][:40], options))
    asked = {name: request.GET.get(name, "") for name in options}
    language, items, kind = (asked.get(name, "") for name in ("lang", "items", "kind"))
    if language and language not in LANGUAGES:
        raise NotAnsweredError(_offered(_("There is no calendar in this language."), "lang", LANGUAGES))
    if items not in ("", "0", "1"):
        raise NotAnsweredError(_offered(_("This address has no such option."), "items", ["1"]))
    if kind and kind not in list(EventKind):
        raise NotAnsweredError(_offered(_("There are no events of this kind."), "kind", EventKind))
    return Wish(language, items == "1", kind)


def feed_answer(request: HttpRequest, feed: KeptFeed, filename: str) -> HttpResponseBase:
    """Return a kept feed, or 304 to whoever has it: then its octets are not read at all."""
    if unchanged := unchanged_answer(request, feed.digest, feed.changed_seconds):
        return unchanged
    return _file(request, feed.packed, feed.digest, feed.changed_seconds, f'inline; filename="{filename}"')


def file_answer(
    request: HttpRequest, octets: bytes, digest: str, revised: int, filename: str
) -> HttpResponseBase:
    """Return a single file, for people to keep."""
    packed = gzip.compress(octets, mtime=0)
    return _file(request, packed, digest, revised, f'attachment; filename="{filename}"')


def _file(request: HttpRequest, packed: bytes, digest: str, revised: int, disposition: str) -> HttpResponse:
    headers = {"Last-Modified": http_date(revised), "Content-Disposition": disposition}
    return packed_answer(request, packed, digest, FORMATS["ics"].media_type, headers)


def _offered(words: str, name: str, offers: object) -> str:
    return f"{words} ({name}: {', '.join(str(offer) for offer in offers)})"


def _told(words: str, status: int) -> HttpResponse:
    return HttpResponse(f"{words}\n", status=status, content_type="text/plain; charset=utf-8")
