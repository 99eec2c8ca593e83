"""The occasions, and what is to come of one: its editions with their weekdays, public holidays and round numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from babel import Locale
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.models import Edition, Event, Mission, Occasion
from events.models.fields import text_of
from events.programme.look_ahead import Coming, DaysOff, coming_editions
from events.programme.number_words import LARGEST, ordinal_in_words
from events.programme.ordinals import ordinal
from events.programme.text import Text
from events.public_holidays import days_off, states_of
from events.snapshot.registers import occasion_value
from events.views.access import membership_or_404
from events.views.registers import REGISTERS

YEARS = 12


@dataclass(frozen=True)
class Year:
    """One edition to come, with its number as the page says it, and the mission's events of it."""

    coming: Coming
    number: str
    in_words: str
    events: list[Event] = field(default_factory=list)


@dataclass(frozen=True)
class State:
    """A state whose holidays are looked at; ``known`` says whether anything is known of them."""

    code: str
    name: str
    known: bool


@require_safe
def occasions(request: HttpRequest, mission: str) -> HttpResponse:
    member = membership_or_404(request, mission)
    today = _today(member.mission)
    rows = Occasion.objects.prefetch_related("aliases")
    listed = [(row, next(coming_editions(occasion_value(row), today, YEARS, ()), None)) for row in rows]
    context = {
        "member": member,
        "mission": member.mission,
        "occasions": listed,
        "registers": REGISTERS.values(),
    }
    return render(request, "events/desk/occasions/occasions.html", context)


@require_safe
def occasion(request: HttpRequest, mission: str, occasion: str) -> HttpResponse:
    """The editions of the next twelve years, and the messages of those that have one."""
    member = membership_or_404(request, mission)
    row = get_object_or_404(Occasion.objects.prefetch_related("aliases"), slug=occasion)
    today, language = _today(member.mission), get_language() or "en"
    states = states_of(member.mission.country, member.mission.zone)
    looked_at = [
        found for state in states if (found := days_off(state, range(today.year - 1, today.year + YEARS + 2)))
    ]
    context = {
        "member": member,
        "mission": member.mission,
        "occasion": row,
        "years": _years(row, member.mission, today, looked_at, language),
        "states": [_state(code, looked_at, language) for code in states],
        "editions": _messages(row),
        "may_change_messages": request.user.has_perm("events.change_edition"),
        "fallback": ("en",),
    }
    return render(request, "events/desk/occasions/occasion.html", context)


def _messages(row: Occasion) -> list[tuple[Edition, Text]]:
    """Return the editions that have a message of the year, with it, the latest first."""
    return [(each, text_of(each.message)) for each in row.editions.order_by("-year") if text_of(each.message)]


def _today(mission: Mission) -> date:
    return timezone.localdate(timezone=ZoneInfo(mission.zone))


def _state(code: str, looked_at: Iterable[DaysOff], language: str) -> State:
    name = Locale(language).territories.get(code, code)
    return State(code, name, any(each.country == code for each in looked_at))


def _years(row: Occasion, mission: Mission, today: date, states: list[DaysOff], language: str) -> list[Year]:
    planned: dict[int, list[Event]] = {}
    events = Event.objects.on_their_own().filter(mission=mission, edition__occasion=row, on__gte=today)
    for event in events.select_related("edition", "mission").order_by("on", "pk"):
        planned.setdefault(event.edition.year if event.edition else 0, []).append(event)
    return [
        Year(each, *_said(each.edition.anniversary, language), planned.get(each.edition.year, []))
        for each in coming_editions(occasion_value(row), today, YEARS, states)
    ]


def _said(number: int, language: str) -> tuple[str, str]:
    """Return the number as "37th" and as "thirty-seventh"; nothing in the year of the event itself."""
    if number < 1:
        return "", ""
    return ordinal(number, language), ordinal_in_words(number, language) if number <= LARGEST else ""
