"""What is commemorated: an occasion, one of its editions, and the silence that is kept for it everywhere."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from events.programme.choices import Register
from events.programme.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class AnchoredSilence:
    """A silence at a clock time of a named zone, wherever it is kept (12:00:00 Asia/Baku, 60 s)."""

    at: time
    zone: str
    duration: timedelta
    city: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is commemorated. ``name`` names the thing itself, ``of_name`` in the case that "anniversary of" asks for,
    ``day_name`` the day; ``base_from`` is the first day where the event spans two dates."""

    slug: str
    name: Text
    of_name: Text
    day_name: Text
    base_on: date
    register: Register
    observed_month: int
    observed_day: int
    base_from: date | None = None
    aliases: tuple[Text, ...] = ()
    silence: AnchoredSilence | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    occasion: Occasion
    year: int
    message: Text = NOTHING

    @property
    def anniversary(self) -> int:
        return self.year - self.occasion.base_on.year
