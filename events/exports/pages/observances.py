"""Days on which an occasion is observed, whether or not an event is held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from events.programme.look_ahead import observed_on
from events.programme.occasion import Occasion
from events.programme.text import Text

DASH = " – "


@dataclass(frozen=True, slots=True)
class Observance:
    """An occasion on its day. ``name`` is that of the day without the date, which stands beside it."""

    occasion: Occasion

    @property
    def name(self) -> Text:
        names = self.occasion.day_name.versions
        return Text.of({language: name.split(DASH, 1)[-1] for language, name in names})


def observances(occasions: Sequence[Occasion], day: date) -> tuple[Observance, ...]:
    """Return what is observed on the day; occasions whose day has no name are not."""
    return tuple(
        Observance(occasion)
        for occasion in occasions
        if occasion.day_name and observed_on(occasion, day.year) == day
    )
