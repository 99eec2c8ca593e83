"""The desk: what needs one, and what is coming as a list, by month or by year."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.db.models import F, Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.models import Event, Member, Mission, Release, SettledMatter, Task, User
from events.operations.ledger import ledgers_of
from events.programme import value as v
from events.programme.agenda import Span
from events.programme.disagreements import Ledger
from events.programme.languages import LANGUAGES
from events.programme.occasion import Occasion as OccasionValue
from events.programme.timing import NonexistentTimeError
from events.snapshot import take_snapshots
from events.views.access import membership_or_404
from events.views.desk_months import (
    asked_month,
    asked_year,
    month_of,
    months_of,
    next_observance,
    occasions,
)
from events.views.needs import Need, Planned, foremost, needs_of, to_prepare

VIEWS = ("list", "month", "year")
# The next ones: what is further away can wait, and the page stays quick.
LOOKED_AT = 24
UNDATED_LOOKED_AT = 6
LISTED = 40
PAST = 5
LATELY = 5


@dataclass(frozen=True)
class Line:
    """An event in a list; ``plan`` is None where its working copy was not looked at."""

    event: Event
    plan: Planned | None

    @property
    def span(self) -> Span | None:
        return self.plan.programme.span if self.plan and self.plan.programme else None


@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """The events of all missions that one is a member of."""
    memberships = request.user.memberships.select_related("mission").order_by("mission__slug")  # type: ignore[union-attr]
    return _desk(request, list(memberships), Event.objects.all())


@require_safe
def desk(request: HttpRequest, mission: str) -> HttpResponse:
    membership = membership_or_404(request, mission)
    return _desk(request, [membership], Event.objects.filter(mission=membership.mission))


def _desk(request: HttpRequest, memberships: Sequence[Member], events: QuerySet[Event]) -> HttpResponse:
    zone: tzinfo = ZoneInfo(memberships[0].mission.zone) if memberships else UTC
    now = timezone.now().replace(second=0, microsecond=0)
    today = timezone.localdate(now, timezone=zone)
    own = (
        events.on_their_own()
        .select_related("mission", "place", "submission_by", "changed_by")
        .annotate(last_release=Max("releases__number"))
    )
    view = request.GET.get("view") if request.GET.get("view") in VIEWS else "list"
    first, year = asked_month(request.GET.get("month"), today), asked_year(request.GET.get("year"), today)
    observed = occasions()
    plans = {plan.event.pk: plan for plan in _planned(_looked_at(own, today))}
    context = {
        "memberships_here": memberships,
        "may_edit": any(each.may_edit for each in memberships),
        "today": today,
        "clocks": _clocks(memberships, now, observed),
        "observance": next_observance(observed, today),
        "view": view,
        "views": [(name, _address(request, view=name)) for name in VIEWS],
        "month": month_of(first, own, today, observed),
        "calendars": _calendars(memberships, year) if view == "year" else [],
        "is_demonstration": User.objects.of_the_demonstration().exists(),
        "lately": own.exclude(changed_by=None).order_by("-changed_at")[:LATELY],
        **_needs(request, memberships, own, plans, today),
        **_listed(view, own, plans, today, first, year, observed),
    }
    return render(request, "events/desk/lists/desk.html", context)


def _looked_at(own: QuerySet[Event], today: date) -> list[Event]:
    return [*own.coming(today)[:LOOKED_AT], *own.undated()[:UNDATED_LOOKED_AT]]


def _needs(
    request: HttpRequest,
    memberships: Sequence[Member],
    own: QuerySet[Event],
    plans: Mapping[int, Planned],
    today: date,
) -> dict[str, Any]:
    language = _language()
    releasing = {each.mission_id for each in memberships if each.may_release}
    # Who only reads can do nothing about what is missing.
    edited = {each.mission_id for each in memberships if each.may_edit}
    all_needs = [
        list(needs_of(plan, language, plan.event.mission_id in releasing, today))
        for plan in plans.values()
        if plan.event.mission_id in edited
    ]
    # Thanks, a report: what was to be done before an event that is over is past doing.
    all_needs += [
        list(to_prepare(plan, language, today))
        for plan in _followed_up(own, today)
        if plan.event.mission_id in edited
    ]
    counts = {need: sum(any(each.need is need for each in needs) for needs in all_needs) for need in Need}
    wanted = request.GET.get("need", "")
    shown = foremost(all_needs)
    if wanted in list(Need):
        shown = [each for needs in all_needs for each in needs if each.need == wanted]
    else:
        wanted = ""
    return {
        "needs": shown,
        "need": wanted,
        "need_count": sum(bool(needs) for needs in all_needs),
        "pills": [
            (need, counts[need], _address(request, need=need))
            for need in Need
            if counts[need] or need == wanted
        ],
        "all_needs": _address(request, need=""),
        "next_event": own.coming(today).first(),
        "looked_at": LOOKED_AT if edited and own.coming(today).count() > LOOKED_AT else 0,
    }


def _followed_up(own: QuerySet[Event], today: date) -> list[Planned]:
    """Return what is over with the tasks that were to be done after it and are not."""
    past = {event.pk: event for event in own.past(today)[:LOOKED_AT]}
    tasks = Task.objects.filter(event__in=past, on__gt=F("event__on"), done_at=None).select_related("event")
    left: dict[int, list[Task]] = defaultdict(list)
    for task in tasks:
        left[task.event_id].append(task)
    return [Planned(past[key], None, None, tasks=left[key]) for key in left]


def _planned(events: Sequence[Event]) -> list[Planned]:
    last: dict[int, Release] = {}
    for release in Release.objects.filter(event__in=events).order_by("number"):
        last[release.event_id] = release
    copies = take_snapshots(events)
    settled = SettledMatter.objects.by_event(events)
    ledgers = ledgers_of(events)
    tasks: dict[int, list[Task]] = defaultdict(list)
    for task in Task.objects.filter(event__in=events, done_at=None).select_related("event"):
        tasks[task.event_id].append(task)
    return [
        _plan(event, copies[event.pk], last.get(event.pk), settled[event.pk], tasks[event.pk], ledgers)
        for event in events
    ]


def _plan(
    event: Event,
    copy: v.Programme | NonexistentTimeError,
    released: Release | None,
    settled: Collection[str],
    tasks: Sequence[Task],
    ledgers: Mapping[str, Ledger],
) -> Planned:
    if isinstance(copy, NonexistentTimeError):
        return Planned(event, None, released, str(copy), tasks=tasks)
    return Planned(event, copy, released, settled=settled, tasks=tasks, ledgers=ledgers)


def _listed(
    view: str,
    own: QuerySet[Event],
    plans: Mapping[int, Planned],
    today: date,
    first: date,
    year: int,
    observed: Sequence[OccasionValue],
) -> dict[str, Any]:
    if view == "month":
        month = month_of(first, own, today, observed)
        return {"listed": _lines(month.events, plans), "shown_month": month}
    if view == "year":
        months = months_of(year, own, today, observed)
        held = {event.pk: event for month in months for event in month.events}
        return {"listed": _lines(held.values(), plans), "months": months, "year": year}
    coming = list(own.coming(today)[: LISTED + 1])
    return {
        "listed": _lines(coming[:LISTED], plans),
        "undated": _lines(own.undated()[:LISTED], plans),
        "past": _lines(own.past(today)[:PAST], plans),
        "past_year": next((event.on.year for event in own.past(today)[:1]), None),
        "is_cut": len(coming) > LISTED,
    }


def _calendars(memberships: Sequence[Member], year: int) -> list[Mission]:
    """Return the missions of which a calendar of the year can be printed: something of it is released."""
    released = Release.published.current().between(date(year, 1, 1), date(year, 12, 31))
    slugs = set(released.values_list("mission_slug", flat=True))
    return [each.mission for each in memberships if each.mission.slug in slugs]


def _lines(events: Iterable[Event], plans: Mapping[int, Planned]) -> list[Line]:
    return [Line(event, plans.get(event.pk)) for event in events]


def _clocks(
    memberships: Sequence[Member], now: datetime, observed: Sequence[OccasionValue]
) -> list[tuple[Any, datetime]]:
    """What the clocks show at the mission, and where the next silence is anchored if they differ."""
    if len(memberships) != 1:
        return []
    mission = memberships[0].mission
    clocks = [(mission.city, now.astimezone(ZoneInfo(mission.zone)))]
    silence = next((each.silence for each in observed if each.silence), None)
    if silence and silence.zone != mission.zone:
        clocks.append((silence.city, now.astimezone(ZoneInfo(silence.zone))))
    return clocks


def _language() -> str:
    language = get_language() or "en"
    return language if language in LANGUAGES else "en"


def _address(request: HttpRequest, **changed: str) -> str:
    """The page with some of its filters changed; what is empty is left out."""
    kept = {key: value for key in ("need", "view", "month", "year") if (value := request.GET.get(key))}
    query = {key: value for key, value in {**kept, **changed}.items() if value}
    return f"{request.path}?{urlencode(query)}" if query else request.path
