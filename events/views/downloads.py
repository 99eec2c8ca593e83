"""The files of an event: its programme to print, and as data."""

from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.functional import Promise
from django.utils.http import quote_etag
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from events.exports import FORMATS
from events.exports.wishes import NASTALIQ, NO_WISHES, Beside, Wishes
from events.making import RELEASE
from events.models import Release, ReleaseFile
from events.printing import document_of, file_of, kept_file
from events.programme.value import Programme
from events.usual_files import PUBLIC_PAPERS, usual_files
from events.views.being_made import kept_or_being_made
from events.views.language import PageLanguage
from events.views.packed import CACHING

DEFAULT_FORMAT = "a4"


@dataclass(frozen=True, slots=True)
class PaperFile:
    languages: tuple[str, ...]
    in_nastaliq: bool
    address: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A format to print, with its files."""

    title: str | Promise
    about: str | Promise
    files: tuple[PaperFile, ...]


def papers(programme: Programme) -> list[Paper]:
    """Return what of the programme can be printed, in the languages and scripts in which it is made at the release."""
    return [
        Paper(
            printed.title,
            printed.about,
            tuple(
                PaperFile(languages, wishes.nastaliq, _address(programme, name, languages, wishes))
                for languages, wishes in usual
            ),
        )
        for name, usual in usual_files(programme).items()
        if (printed := FORMATS[name].printed)
    ]


def _address(programme: Programme, format_: str, languages: tuple[str, ...], wishes: Wishes) -> str:
    query = {} if format_ == DEFAULT_FORMAT else {"format": format_}
    if languages != (programme.own_language,):
        query["lang"] = ",".join(languages)
    if wishes.nastaliq:
        query["script"] = NASTALIQ
    path = reverse("events:programme_pdf", args=[programme.mission.slug, programme.slug])
    return f"{path}?{urlencode(query, safe=',')}" if query else path


@require_safe
def programme_pdf(request: HttpRequest, mission: str, event: str) -> HttpResponse:
    release = _release(request, mission, event)
    format_ = request.GET.get("format", DEFAULT_FORMAT)
    if format_ not in PUBLIC_PAPERS:
        raise Http404(format_lazy(_("The programme is not offered in the format “{}”."), format_[:30]))
    languages = _languages(request, release.programme, format_)
    return _printed(request, release, format_, languages, _wishes(request, format_, languages))


@require_safe
def programme_json(request: HttpRequest, mission: str, event: str) -> HttpResponse:
    """Answer with the release as data; that sets no typesetter to work, and so is made for whoever asks first."""
    release = _release(request, mission, event)
    languages = release.programme.languages
    if unchanged := _unchanged(request, kept_file(release, "json", languages)):
        return unchanged
    octets = file_of(release, "json", languages)
    return _given_out(octets, "json", _file_name(release, "json", languages, NO_WISHES))


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
    printed = FORMATS[format_].printed
    most = printed.most_languages if printed else 1
    if len(languages) > most or len(set(languages)) < len(languages):
        if most == 1:
            raise Http404(_("This format holds one language at a time."))
        raise Http404(format_lazy(_("This format holds up to {} languages, each once."), most))
    return languages


def _wishes(request: HttpRequest, format_: str, languages: tuple[str, ...]) -> Wishes:
    beside = request.GET.get("beside", "")
    if beside and beside not in list(Beside):
        raise Http404(format_lazy(_("“{}” is not what can stand beside the items."), beside[:30]))
    script = request.GET.get("script", "")
    wishes = Wishes(Beside(beside) if beside else None, nastaliq=script == NASTALIQ)
    printed = FORMATS[format_].printed
    if (script and not wishes.nastaliq) or not printed or wishes != printed.fitting(wishes, languages):
        raise Http404(format_lazy(_("This file is not there in the script “{}”."), script[:30]))
    return wishes


def _printed(
    request: HttpRequest, release: Release, name: str, languages: tuple[str, ...], wishes: Wishes
) -> HttpResponse:
    """Answer with the file as it was first made: nobody's asking sets a typesetter to work."""
    kept = kept_file(release, name, languages, wishes)
    if not kept and not _is_usual(release.programme, name, languages, wishes):
        raise Http404(_("This file has not been made. Ask the mission for the programme in another form."))
    if unchanged := _unchanged(request, kept):
        return unchanged
    programme = release.programme
    language = PageLanguage(languages[0], programme.own_language, programme.languages)
    octets = kept_or_being_made(
        request,
        language,
        lambda: kept.octets() if kept else None,
        document_of(release, name, languages, wishes.key),
        (RELEASE, release.code),
    )
    if isinstance(octets, HttpResponse):
        return octets
    return _given_out(octets, name, _file_name(release, name, languages, wishes))


def _unchanged(request: HttpRequest, kept: ReleaseFile | None) -> HttpResponse | None:
    etag = quote_etag(kept.sha256) if kept else None
    unchanged = get_conditional_response(request, etag=etag) if etag else None
    if unchanged:
        unchanged["ETag"], unchanged["Cache-Control"] = etag, CACHING
    return unchanged


def _given_out(octets: bytes, name: str, file_name: str) -> HttpResponse:
    headers = {
        "ETag": quote_etag(sha256(octets).hexdigest()),
        "Cache-Control": CACHING,
        "Content-Disposition": f'inline; filename="{file_name}"',
    }
    return HttpResponse(octets, content_type=FORMATS[name].media_type, headers=headers)


def _is_usual(programme: Programme, name: str, languages: tuple[str, ...], wishes: Wishes) -> bool:
    return (languages, wishes) in usual_files(programme).get(name, ())


def _file_name(release: Release, name: str, languages: tuple[str, ...], wishes: Wishes) -> str:
    kind = [] if name in (DEFAULT_FORMAT, "json") else [name]
    said = [] if name == "json" else [*languages, *([NASTALIQ] if wishes.nastaliq else [])]
    return "-".join([release.event_slug, *kind, *said, "release", f"{release.number}.{FORMATS[name].suffix}"])
