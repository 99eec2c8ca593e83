"""Which clocks a page shows beside the place's own."""

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from events.programme.look_ahead import observed_on
from events.programme.text import Text
from events.programme.timing import moment
from events.programme.value import Programme


@dataclass(frozen=True, slots=True)
class Clock:
    zone: str
    city: Text

    def at(self, when: datetime) -> datetime:
        return when.astimezone(ZoneInfo(self.zone))


@dataclass(frozen=True, slots=True)
class KeptSilence:
    """The occasion's anchored silence in the year of the event: there, and at the place where clocks differ."""

    there: datetime
    city: Text
    here: datetime | None


def city_of(programme: Programme) -> Text:
    """Return the city of the place, else of whoever plans."""
    return (programme.place.city if programme.place else None) or programme.mission.city


def second_clock(programme: Programme) -> Clock | None:
    """Return the clock of the occasion's silence where it differs from the one at the place on that day."""
    silence = programme.edition.occasion.silence if programme.edition else None
    if not silence or silence.zone == programme.zone:
        return None
    at = _some_moment(programme)
    if at and at.astimezone(ZoneInfo(silence.zone)).utcoffset() == at.utcoffset():
        return None
    return Clock(silence.zone, silence.city)


def _some_moment(programme: Programme) -> datetime | None:
    if programme.span:
        return programme.span.start
    if programme.on:
        return datetime.combine(programme.on, time(12), ZoneInfo(programme.zone))
    return None


def kept_silence(programme: Programme) -> KeptSilence | None:
    if not programme.edition or not programme.edition.occasion.silence:
        return None
    day = observed_on(programme.edition.occasion, programme.edition.year)
    if not day:
        return None
    silence = programme.edition.occasion.silence
    there = moment(silence.at, day, silence.zone)
    here = there.astimezone(ZoneInfo(programme.zone))
    return KeptSilence(there, silence.city, here if here.utcoffset() != there.utcoffset() else None)
