"""The files of an event: its programme to print, and as data."""

import hashlib
import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import cache as kept
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.functional import Promise
from django.utils.http import quote_etag
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from events.exports import FORMATS, EmptyProgrammeError
from events.exports.pdf.errors import LanguagesNotOfferedError, MissingGlyphError, ProgrammeTooLongError
from events.models import Release
from events.programme.choices import Audience
from events.programme.value import Programme

logger = logging.getLogger(__name__)

# What the public may print; every other format is for those behind the login.
PAPERS = {
    "a4": (_("Programme"), _("A4, PDF")),
    "booklet": (_("Booklet"), _("A5, PDF")),
    "booklet-imposed": (_("Booklet to fold"), _("A4, two pages a side, PDF")),
}
DEFAULT_FORMAT = "a4"
# Those that can hold two languages side by side.
SIDE_BY_SIDE: frozenset[str] = frozenset()
KEPT_FOR = 7 * 24 * 60 * 60
EVENTS = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Paper:
    """A format to print, with its files: the languages of each and its address."""

    title: str | Promise
    about: str | Promise
    files: tuple[tuple[tuple[str, ...], str], ...]


def papers(programme: Programme) -> list[Paper]:
    """Return what of the programme can be printed: each format in each language, and in two side by side."""
    own = programme.own_language
    others = tuple(language for language in programme.languages if language != own)
    single = [(own,), *((other,) for other in others)]
    pairs = [(own, other) for other in others]
    return [
        Paper(
            title,
            about,
            tuple(
                (languages, _address(programme, name, languages))
                for languages in single + (pairs if name in SIDE_BY_SIDE else [])
            ),
        )
        for name, (title, about) in PAPERS.items()
        if name in FORMATS
    ]


def _address(programme: Programme, format_: str, languages: tuple[str, ...]) -> str:
    query = {} if format_ == DEFAULT_FORMAT else {"format": format_}
    if languages != (programme.own_language,):
        query["lang"] = ",".join(languages)
    path = reverse("events:programme_pdf", args=[programme.mission.slug, programme.slug])
    return f"{path}?{urlencode(query, safe=',')}" if query else path


@require_safe
def programme_pdf(request: HttpRequest, mission: str, event: str) -> HttpResponse:
    release = _release(request, mission, event)
    format_ = request.GET.get("format", DEFAULT_FORMAT)
    if format_ not in PAPERS or format_ not in FORMATS:
        raise Http404(format_lazy(_("The programme is not offered in the format “{}”."), format_[:30]))
    languages = _languages(request, release.programme, format_)
    return _file(request, release, format_, languages, f"{event}-{'-'.join(languages)}")


@require_safe
def programme_json(request: HttpRequest, mission: str, event: str) -> HttpResponse:
    release = _release(request, mission, event)
    return _file(request, release, "json", release.programme.languages, event)


def _release(request: HttpRequest, mission: str, slug: str) -> Release:
    """Return the release asked for, else the current one."""
    release = Release.published.current().of_event(mission, slug).first()
    if not release:
        raise Http404(format_lazy(_("No event has been released at the address “{}”."), f"{mission}/{slug}"))
    number = request.GET.get("release", str(release.number))
    if number == str(release.number):
        return release
    earlier = None
    if number.isascii() and number.isdigit() and len(number) < 6:
        earlier = Release.published.filter(event=release.event_id, number=int(number)).first()
    if not earlier:
        raise Http404(format_lazy(_("This event has no release “{}”."), number[:10]))
    return earlier


def _languages(request: HttpRequest, programme: Programme, format_: str) -> tuple[str, ...]:
    """Return one language, or two for side by side, in the order wanted."""
    languages = tuple(request.GET.get("lang", programme.own_language).split(","))
    for language in languages:
        if language not in programme.languages:
            raise Http404(format_lazy(_("This programme is not there in the language “{}”."), language[:20]))
    if len(languages) > 1 and (len(languages) > 2 or format_ not in SIDE_BY_SIDE or len(set(languages)) < 2):
        raise Http404(_("This format holds one language at a time."))
    return languages


def _file(
    request: HttpRequest, release: Release, format_name: str, languages: tuple[str, ...], file_name: str
) -> HttpResponse:
    """Answer with the file, made once for each release, format and language and then kept."""
    format_ = FORMATS[format_name]
    key = f"{release.code}-{format_name}-{'-'.join(languages)}-{code_version()}"
    etag = quote_etag(key)
    headers = {"ETag": etag, "Cache-Control": "public, no-cache"}
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged:
        for name, value in headers.items():
            unchanged[name] = value
        return unchanged
    octets = kept.get(key)
    if octets is None:
        octets = _render(release, format_name, languages)
        kept.set(key, octets, KEPT_FOR)
    headers["Content-Disposition"] = (
        f'inline; filename="{file_name}-release-{release.number}.{format_.suffix}"'
    )
    return HttpResponse(octets, content_type=format_.media_type, headers=headers)


def _render(release: Release, name: str, languages: tuple[str, ...]) -> bytes:
    """Return the file's octets. Raises Http404 in words for what no file can be made of."""
    programme = release.programme.seen_by(Audience.PUBLIC)
    try:
        return FORMATS[name].render(programme, languages, settings.SITE_URL)
    except EmptyProgrammeError:
        raise Http404(_("There is nothing to print of this event yet.")) from None
    except LanguagesNotOfferedError:
        raise Http404(_("This format is not offered in this language.")) from None
    except (MissingGlyphError, ProgrammeTooLongError):
        logger.exception("Release %s cannot be printed as %s in %s.", release.code, name, languages)
        raise Http404(_("This programme cannot be printed. Its page says all of it.")) from None


@cache
def code_version() -> str:
    """Return what changes whenever the code, the words or the addresses of an output may have changed."""
    digest = hashlib.sha256(settings.SITE_URL.encode())
    sources = (EVENTS / "programme", EVENTS / "exports", EVENTS / "locale", settings.BASE_DIR / "templates")
    for path in sorted(path for folder in sources for path in folder.rglob("*") if path.is_file()):
        if path.suffix in (".py", ".css", ".html", ".svg", ".ttf", ".mo"):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
