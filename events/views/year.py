"""A mission's year as a file to print; while a long one is being made, a page that tells how far it is."""

import logging
from collections.abc import Iterator
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from events.exports import PDF, EmptyProgrammeError
from events.exports.pdf.errors import MissingGlyphError, ProgrammeTooLongError
from events.exports.pdf.year import MONTHS, DayOff, YearOfMission
from events.models import Mission, Occasion, Release
from events.programme.choices import Audience
from events.public_holidays import days_off, state_name, states_of
from events.snapshot.registers import mission_value, occasion_value
from events.views.language import PageLanguage, answer, page_language
from events.views.public import get_mission
from events.year_printing import Progress, YearNotPrintedError, file_of, key_of

logger = logging.getLogger(__name__)

SECONDS_TO_NEXT_LOOK = 3


@require_safe
def year_pdf(request: HttpRequest, mission: str, year: int) -> HttpResponse:
    wanted = _year(mission, year)
    languages = wanted.mission.languages
    language = page_language(request, languages[0], languages)
    etag = quote_etag(key_of(wanted, language.code))
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged and unchanged.status_code == 304:
        return unchanged
    try:
        made = file_of(wanted, language.code)
    except EmptyProgrammeError:
        raise Http404(_nothing(year)) from None
    except (MissingGlyphError, ProgrammeTooLongError, YearNotPrintedError):
        logger.exception("The year %s of %s cannot be printed in %s.", year, mission, language.code)
        raise Http404(_("This calendar cannot be printed. The mission's page says all of it.")) from None
    if isinstance(made, Progress):
        return _waiting(request, wanted, made, language)
    headers = {
        "ETag": etag,
        "Cache-Control": "public, no-cache",
        "Content-Disposition": f'inline; filename="{mission}-{year}-{language.code}.pdf"',
    }
    return HttpResponse(made, content_type=PDF, headers=headers)


def _year(mission: str, year: int) -> YearOfMission:
    """Return what the calendar is made from. Raises Http404 where nothing is announced in the year."""
    row = get_mission(mission)
    releases = Release.published.current().of_mission(mission)
    held = (
        releases.between(date(year, 1, 1), date(year, MONTHS, 31)).in_order()
        if date.min.year <= year <= date.max.year
        else releases.none()
    )
    programmes = tuple(release.programme.seen_by(Audience.PUBLIC) for release in held)
    if not programmes:
        raise Http404(_nothing(year))
    slugs = releases.exclude(occasion_slug="").values_list("occasion_slug", flat=True)
    occasions = Occasion.objects.filter(slug__in=set(slugs)).prefetch_related("aliases").order_by("slug")
    return YearOfMission(
        mission_value(row),
        year,
        programmes,
        tuple(occasion_value(each) for each in occasions),
        tuple(_days_off(row, year)),
    )


def _days_off(mission: Mission, year: int) -> Iterator[DayOff]:
    for state in states_of(mission.country, mission.zone):
        found = days_off(state, [year])
        for day, holiday in sorted(found.holidays.items()) if found else ():
            if day.year == year:
                yield DayOff(day, state_name(state), holiday)


def _nothing(year: int) -> object:
    return format_lazy(_("Nothing is announced here for the year “{}”."), str(year)[:10])


def _waiting(
    request: HttpRequest, year: YearOfMission, progress: Progress, language: PageLanguage
) -> HttpResponse:
    context = {"mission": year.mission, "fallback": year.mission.languages, "year": year.year}
    page = answer(
        request, "events/public/year_waiting.html", {**context, "progress": progress}, language, status=202
    )
    page["Refresh"] = str(SECONDS_TO_NEXT_LOOK)
    page["Cache-Control"] = "no-store"
    return page
