"""Releases as they were: each seen and printed again, any two compared in words."""

import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.exports import FORMATS, EmptyProgrammeError
from events.exports.pdf.errors import LanguagesNotOfferedError, MissingGlyphError, ProgrammeTooLongError
from events.models import Event, Release
from events.printing import file_of
from events.programme.changes import changes
from events.views.access import membership_or_404
from events.views.event_frame import event_or_404, framed
from events.views.figures import decided_in
from events.views.release_words import side_by_side
from events.views.releases import unsaid

log = logging.getLogger(__name__)


@require_safe
def kept(request: HttpRequest, mission: str, slug: str, number: int) -> HttpResponse:
    """A release as guests and staff read it; its agenda with the hours of that day."""
    member = membership_or_404(request, mission)
    event = event_or_404(member, slug)
    found = _release(event, number)
    context = framed(request, member, event, "release")
    context |= {
        "release": found,
        "released": found.programme,
        "decided": decided_in(found.programme),
        "fallback": found.programme.languages,
        "earlier": Release.objects.filter(event=event, number__lt=number).order_by("-number").first(),
        "language_codes": found.programme.languages,
        "parts": [
            *found.programme.parts,
            *(part for child in found.programme.children for part in child.parts),
        ],
    }
    return render(request, "events/desk/releases/kept.html", context)


@require_safe
def printed(request: HttpRequest, mission: str, slug: str, number: int) -> HttpResponse:
    member = membership_or_404(request, mission)
    found = _release(event_or_404(member, slug), number)
    programme = found.programme
    language = request.GET.get("lang") or programme.languages[0]
    if language not in programme.languages:
        raise Http404(_("This release is not there in that language."))
    try:
        content = file_of(found, "a4", (language,))
    except EmptyProgrammeError:
        raise Http404(_("There is nothing to print of this release.")) from None
    except (LanguagesNotOfferedError, MissingGlyphError, ProgrammeTooLongError):
        log.exception("Release %s cannot be printed in %s.", found.code, language)
        raise Http404(_("This release cannot be printed. Its page says all of it.")) from None
    name = f"{slug}-{language}-release-{number}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(content, content_type=FORMATS["a4"].media_type, headers=headers)


@require_safe
def compare(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """Two releases against each other, the older one first however they are asked for."""
    member = membership_or_404(request, mission)
    event = event_or_404(member, slug)
    numbers = sorted(_number(request.GET.get(name, "")) for name in ("first", "second"))
    first, second = (_release(event, each) for each in numbers)
    context = framed(request, member, event, "release")
    context |= {
        "first": first,
        "second": second,
        "changes": changes(first.programme, second.programme),
        "unsaid": unsaid(first, second.programme),
        "rows": side_by_side(first.programme, second.programme),
        "fallback": second.programme.languages,
        "page_language": get_language(),
    }
    return render(request, "events/desk/releases/compare.html", context)


def _release(event: Event, number: int) -> Release:
    return get_object_or_404(Release.objects.select_related("released_by"), event=event, number=number)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        raise Http404(_("There is no such release."))
    return int(text)
