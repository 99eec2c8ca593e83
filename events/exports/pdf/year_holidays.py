"""The public holidays of each state, below a mission's year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.safestring import SafeString

from events.exports.pages.observances import observances
from events.exports.pdf.voice import Voice
from events.programme.languages import day_and_month, days_of_year
from events.programme.look_ahead import Holiday
from events.programme.occasion import Occasion
from events.programme.text import Text

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayOff:
    """A public holiday in a state."""

    on: date
    state: Text
    holiday: Holiday


@dataclass(frozen=True, slots=True)
class Free:
    days: str
    name: SafeString
    is_estimated: bool


@dataclass(frozen=True, slots=True)
class State:
    name: SafeString
    days: list[Free]


def states_of(days_off: Sequence[DayOff], occasions: Sequence[Occasion], language: str) -> list[State]:
    """Return the public holidays of each state; days of one name that follow one another are one line."""
    found = []
    for state, days in groupby(days_off, key=lambda each: each.state):
        voice = Voice(language, ("en",))
        lines: list[list[DayOff]] = []
        for each in days:
            before = lines[-1][-1] if lines else None
            if before and (before.on + DAY, before.holiday.name) == (each.on, each.holiday.name):
                lines[-1].append(each)
            else:
                lines.append([each])
        found.append(State(voice.say(state), [_free(line, occasions, voice) for line in lines]))
    return found


def _free(days: Sequence[DayOff], occasions: Sequence[Occasion], voice: Voice) -> Free:
    """On its own day an occasion has the name that it was given, whatever a calendar of holidays calls it."""
    first, last = days[0], days[-1]
    name = next((each.name for each in observances(occasions, first.on)), first.holiday.name)
    told = (
        days_of_year(first.on, last.on, voice.language)
        if last is not first
        else day_and_month(first.on, voice.language)
    )
    return Free(told, voice.say(name), first.holiday.is_estimated)
