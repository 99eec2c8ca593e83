"""The pages of a mission and of an event. They are made from releases alone."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from events.exports.pages.clocks import city_of, kept_silence, second_clock
from events.exports.pages.entries import entries
from events.exports.pages.event import figures, opening_hours, speakers
from events.exports.pages.listing import by_month
from events.exports.structured import structured_data
from events.models import Mission, Release
from events.models.release import ReleaseQuerySet
from events.programme.choices import Audience
from events.programme.glosses import glossed
from events.programme.value import Programme
from events.snapshot.registers import mission_value
from events.templatetags.addresses import event_address, mission_address
from events.views.downloads import papers
from events.views.kept_pages import PAGES, KeptPage, kept_page, page_answer
from events.views.language import PageLanguage, answer, page_language, public_page

# A mission's page shows so many past events, and the others by their year.
PAST_SHOWN = 12


def get_mission(slug: str) -> Mission:
    mission = Mission.objects.filter(slug=slug).first()
    if not mission:
        raise Http404(format_lazy(_("There is no mission at the address “{}”."), slug))
    return mission


def get_release(mission: str, slug: str) -> Release:
    """Return the current release. Raises Http404 in words; a draft is as unknown as what is not there at all."""
    release = Release.published.current().of_event(mission, slug).first()
    if not release:
        raise Http404(format_lazy(_("No event has been released at the address “{}”."), f"{mission}/{slug}"))
    return release


@public_page
def mission(request: HttpRequest, mission: str) -> HttpResponse:
    value = mission_value(get_mission(mission))
    language = page_language(request, value.languages[0], value.languages)
    today = timezone.localdate()
    releases = Release.published.current().of_mission(mission)
    days = list(releases.values_list("starts_on", "ends_on"))
    years = sorted(
        {starts_on.year for starts_on, ends_on in days if ends_on and ends_on < today}, reverse=True
    )
    year = _year(request, years)
    coming = _public(releases.upcoming(today).in_order())
    context = {
        "mission": value,
        "fallback": value.languages,
        "feed": settings.SITE_URL + mission_address("mission_calendar", value, language.code),
        "today": today,
        "coming": by_month(entries(coming))[::-1],
        "undated": _public(releases.filter(starts_on__isnull=True)) if (None, None) in days else [],
        "past": by_month(entries(_past(releases, today, year))),
        "year": year,
        "printed_years": sorted(
            {day.year for span in days for day in span if day and day.year >= today.year - 1}
        ),
        "years": years if year or len(days) - len(coming) > PAST_SHOWN else [],
    }
    return answer(request, "events/public/mission.html", context, language)


def _year(request: HttpRequest, years: Sequence[int]) -> int | None:
    """Return the year whose past events are asked for. Raises Http404 where there are none."""
    asked = request.GET.get("year", "")
    if asked and asked not in map(str, years):
        raise Http404(format_lazy(_("No past event of the year “{}” is kept here."), asked[:10]))
    return int(asked) if asked else None


def _past(releases: ReleaseQuerySet, today: date, year: int | None) -> list[Programme]:
    """Return the past events of the year, else the latest ones."""
    past = releases.past(today).in_order()
    if year:
        return _public(past.filter(starts_on__year=year))
    return _public(past.reverse()[:PAST_SHOWN])


def _public(releases: ReleaseQuerySet) -> list[Programme]:
    return [release.programme.seen_by(Audience.PUBLIC) for release in releases]


@require_safe
def event(request: HttpRequest, mission: str, event: str) -> HttpResponseBase:
    release = Release.published.current_code(mission, event)
    if not release:
        return _moved(request, mission, event)
    page = PAGES.page(request, release, lambda: _event_page(request, mission, event))
    return page_answer(request, page)


def _event_page(request: HttpRequest, mission: str, event: str) -> KeptPage:
    release = get_release(mission, event)
    programme = release.programme.seen_by(Audience.PUBLIC)
    zone = ZoneInfo(programme.zone)
    today = timezone.localdate(timezone=zone)
    language = page_language(request, programme.own_language, programme.languages)
    programme = glossed(programme, (language.code,))
    before = Release.published.filter(event=release.event_id, number=release.number - 1).defer("document")
    context = {
        "programme": programme,
        "mission": programme.mission,
        "fallback": programme.languages,
        "before": before.first(),
        "papers": papers(programme),
        **_shown(programme, language, today),
        "structured": structured_data(
            programme,
            language.code,
            settings.SITE_URL + event_address("event", programme, language.code),
        ),
    }
    made = answer(request, "events/public/event.html", context, language)
    return kept_page(made, release.code, zone, today)


def _moved(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """Lead from an address that an earlier release had to the one of today."""
    earlier = Release.published.of_event(mission, slug).order_by("-released_at").first()
    if not earlier:
        get_release(mission, slug)
    now = Release.published.current().get(event=earlier.event_id)
    language = request.GET.get("lang", now.programme.own_language)
    return HttpResponseRedirect(event_address("event", now.programme, language))


def _shown(programme: Programme, language: PageLanguage, today: date) -> dict[str, Any]:
    last = programme.until or programme.on
    return {
        "today": today,
        "is_over": bool(last and last < today),
        "is_today": bool(last and programme.on <= today <= last),
        "city": city_of(programme),
        "clock": second_clock(programme),
        "silence": kept_silence(programme),
        "hours": opening_hours(programme),
        "speakers": speakers(programme),
        "figures": figures(programme),
    }
