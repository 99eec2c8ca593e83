"""What is coming, by month and as a list."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from events.exports.pages.entries import entries
from events.exports.pages.listing import by_day, by_month
from events.exports.pages.month import last_of_month, month
from events.models import Mission, Occasion, Release
from events.models.release import ReleaseQuerySet
from events.programme.choices import Audience, EventKind
from events.programme.occasion import Occasion as OccasionValue
from events.programme.value import Mission as MissionValue
from events.programme.value import Programme
from events.snapshot.registers import mission_value, occasion_value
from events.templatetags.addresses import mission_address, site_address
from events.views.filters import Filters, Row, choices, read_filters, read_month
from events.views.language import answer, page_language, public_page

# Of what is over, this page shows no more than so many; the rest is on the missions' own pages.
PAST_SHOWN = 12
DAY = timedelta(days=1)


@public_page
def home(request: HttpRequest) -> HttpResponse:
    language = page_language(request)
    today = timezone.localdate()
    rows = [Row(*row) for row in Release.published.current().values_list(*Row.__slots__)]
    missions = {mission.slug: mission_value(mission) for mission in Mission.objects.all()}
    occasions = {
        occasion.slug: occasion_value(occasion) for occasion in Occasion.objects.prefetch_related("aliases")
    }
    filters = read_filters(request.GET, missions, occasions)
    wanted = [row for row in rows if filters.lets_in(row)]
    asked = read_month(request.GET)
    first = asked or month_to_open(wanted, today)
    releases = filters.apply(Release.published.current()).in_order()
    context = {
        "today": today,
        "filters": filters,
        "mission": missions.get(filters.mission),
        "kind": EventKind(filters.kind) if filters.kind else None,
        "occasion": occasions.get(filters.occasion),
        "facets": _facets(rows, filters, missions, occasions, first),
        "jumped_from": None if asked or first <= today else today,
        "feed": settings.SITE_URL + _feed(filters, missions.get(filters.mission), language.code),
        "indexed": not filters.chosen and not asked,
        **_held(releases, wanted, first, today, list(occasions.values())),
        **_months_around(rows, wanted, first, today),
    }
    return answer(request, "events/public/home.html", context, language)


def month_to_open(rows: Sequence[Row], today: date) -> date:
    """Return the first day of the month of the next event: this month while something is left in it."""
    coming = [max(row.starts_on, today) for row in rows if row.starts_on and row.ends_on >= today]
    return min(coming, default=today).replace(day=1)


def _held(
    releases: ReleaseQuerySet,
    rows: Sequence[Row],
    first: date,
    today: date,
    occasions: Sequence[OccasionValue],
) -> dict[str, Any]:
    shown = entries(_public(releases.between(first, last_of_month(first))))
    before = min(today, first)
    past = [row for row in rows if row.ends_on and row.ends_on < before]
    latest = _public(releases.past(before).reverse()[:PAST_SHOWN]) if past else []
    undated = releases.filter(starts_on__isnull=True)
    return {
        "month": month(first, shown, today, occasions),
        "listing": by_day(first, shown, today, occasions),
        "shown": shown,
        "undated": _public(undated) if any(row.starts_on is None for row in rows) else [],
        "past": by_month(entries(latest)),
        "past_left_out": max(0, len(past) - PAST_SHOWN),
        "past_is_of_earlier_years": all(row.ends_on.year < first.year for row in past),
    }


def _public(releases: ReleaseQuerySet) -> list[Programme]:
    return [release.programme.seen_by(Audience.PUBLIC) for release in releases]


def _facets(
    rows: Sequence[Row],
    filters: Filters,
    missions: Mapping[str, MissionValue],
    occasions: Mapping[str, OccasionValue],
    first: date,
) -> dict[str, list[tuple[Any, int]]]:
    """Return what one may choose from, each with how many events of the month it would leave."""
    span = first, last_of_month(first)
    of_mission = choices(rows, filters, "mission", attrgetter("mission_slug"), *span)
    of_kind = choices(rows, filters, "kind", attrgetter("kind"), *span)
    of_occasion = choices(rows, filters, "occasion", attrgetter("occasion_slug"), *span)
    return {
        "mission": [(missions[value], count) for value, count in of_mission if value in missions],
        "kind": [(EventKind(value), count) for value, count in of_kind],
        "occasion": [(occasions[value], count) for value, count in of_occasion if value in occasions],
    }


def _feed(filters: Filters, mission: MissionValue | None, language: str) -> str:
    """Return the path of the calendar that comes nearest to what is shown."""
    kind = {"kind": filters.kind} if filters.kind else {}
    if mission:
        return mission_address("mission_calendar", mission, language, **kind)
    if filters.occasion:
        return site_address("occasion_calendar", language, filters.occasion, **kind)
    return site_address("all_calendar", language, **kind)


def _months_around(
    rows: Sequence[Row], wanted: Sequence[Row], first: date, today: date
) -> dict[str, date | None]:
    """Return the neighbours within a year of anything held or of today: a program that follows links must end."""
    days = [today, *(day for row in rows for day in (row.starts_on, row.ends_on) if day)]
    previous, following = (first - DAY).replace(day=1), last_of_month(first) + DAY
    later = [row.starts_on for row in wanted if row.starts_on and row.starts_on >= following]
    return {
        "previous_month": previous if previous.year >= min(days).year - 1 else None,
        "next_month": following if following.year <= max(days).year + 1 else None,
        "this_month": today.replace(day=1) if today.replace(day=1) != first else None,
        "next_month_with_events": min(later).replace(day=1) if later else None,
    }
