"""Is this printed sheet current? Every sheet carries a short address that leads here."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from events.exports import FORMATS
from events.making import RELEASE
from events.models import Release
from events.programme.changes import changes
from events.programme.choices import Audience
from events.templatetags.addresses import site_address
from events.usual_files import SLIP, changes_of_guests, slip_document, slip_of, stale_papers
from events.views.being_made import kept_or_being_made
from events.views.language import answer, page_language, public_page
from events.views.packed import CACHING

# Release codes leave out letters that are misread; whoever types one in may still mean them.
MISREAD = str.maketrans({"o": "0", "i": "1", "l": "1"})
LONGEST = 12


@public_page
def sheets(request: HttpRequest) -> HttpResponse:
    """Explain the code on a sheet, and lead from one that was typed in to its page."""
    language = page_language(request)
    typed = request.GET.get("code", "")
    code = as_printed(typed)
    if typed and not code:
        raise _unknown(typed)
    if code:
        return HttpResponseRedirect(site_address("sheet", language.code, code[:LONGEST]))
    return answer(request, "events/public/sheets.html", {}, language)


@public_page
def sheet(request: HttpRequest, code: str) -> HttpResponse:
    language = page_language(request)
    if code != as_printed(code):
        if not as_printed(code):
            raise _unknown(code)
        return HttpResponseRedirect(site_address("sheet", language.code, as_printed(code)))
    release = Release.published.filter(code=code).first()
    if not release:
        return _withdrawn(request, code)
    current = Release.published.current().get(event=release.event_id)
    printed = release.programme.seen_by(Audience.PUBLIC)
    is_current = release.number == current.number
    told = () if is_current else changes(printed, current.programme)
    context = {
        "release": release,
        "current": current,
        "is_current": is_current,
        "programme": current.programme.seen_by(Audience.PUBLIC),
        "fallback": current.programme.languages,
        "changes": told,
        "stale": [] if is_current else stale_papers(printed, current.programme),
        "slips": _slips(release, current) if told else [],
    }
    return answer(request, "events/public/sheet.html", context, language)


@require_safe
def slip(request: HttpRequest, code: str) -> HttpResponse:
    """The correction to lay into sheets with this code, in a language of the programme."""
    release = Release.published.filter(code=code).first()
    if not release:
        raise _unknown(code)
    current = Release.published.current().get(event=release.event_id)
    language = request.GET.get("lang", current.programme.own_language)
    if language not in current.programme.languages:
        raise Http404(format_lazy(_("This programme is not there in the language “{}”."), language[:20]))
    if not changes_of_guests(release, current):
        raise Http404(_("Nothing that guests read has changed since: there is no slip."))
    octets = kept_or_being_made(
        request,
        page_language(request, current.programme.own_language, current.programme.languages),
        lambda: slip_of(release, current, language),
        slip_document(release, current, language),
        (RELEASE, current.code),
    )
    if isinstance(octets, HttpResponse):
        return octets
    name = f"{release.event_slug}-correction-{language}-release-{release.number}-to-{current.number}.pdf"
    headers = {"Cache-Control": CACHING, "Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(octets, content_type=FORMATS[SLIP].media_type, headers=headers)


def _slips(release: Release, current: Release) -> list[tuple[str, str]]:
    address = reverse("events:slip", args=[release.code])
    return [(language, f"{address}?lang={language}") for language in current.programme.languages]


def _withdrawn(request: HttpRequest, code: str) -> HttpResponse:
    if not Release.published.is_withdrawn(code):
        raise Http404(
            format_lazy(
                _("No programme carries the code “{}”. Please compare it with your sheet."), code[:20]
            )
        )
    return answer(request, "events/public/sheet_withdrawn.html", {"code": code}, page_language(request))


def _unknown(code: str) -> Http404:
    return Http404(
        format_lazy(_("No programme carries the code “{}”. Please compare it with your sheet."), code[:20])
    )


def as_printed(code: str) -> str:
    """Return the code in the letters that are printed, without blanks, strokes and what no code has."""
    return "".join(each for each in code.lower().translate(MISREAD) if each.isascii() and each.isalnum())
