"""A mission's year as a file to print; while it is being made, a page that tells how far it is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from events.exports import PDF
from events.making import YEARS
from events.views.being_made import kept_or_being_made
from events.views.language import page_language
from events.views.packed import CACHING
from events.views.public import get_mission
from events.year_printing import address_of, digest_of, kept_file_of, progress_of, year_of


@require_safe
def year_pdf(request: HttpRequest, mission: str, year: int) -> HttpResponse:
    """Answer with the file that was made: nobody's asking sets a typesetter to work."""
    wanted = year_of(get_mission(mission), year)
    if not wanted.programmes or not wanted.entries:
        raise Http404(format_lazy(_("Nothing is announced here for the year “{}”."), str(year)[:10]))
    languages = wanted.mission.languages
    language = page_language(request, languages[0], languages)
    etag = quote_etag(digest_of(wanted, language.code))
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged and unchanged.status_code == 304:
        unchanged["Cache-Control"] = CACHING
        return unchanged
    octets = kept_or_being_made(
        request,
        language,
        lambda: kept_file_of(wanted, language.code),
        address_of(wanted, language.code),
        (YEARS, mission),
        lambda: progress_of(wanted, language.code),
    )
    if isinstance(octets, HttpResponse):
        return octets
    headers = {
        "ETag": etag,
        "Cache-Control": CACHING,
        "Content-Disposition": f'inline; filename="{mission}-{year}-{language.code}.pdf"',
    }
    return HttpResponse(octets, content_type=PDF, headers=headers)
