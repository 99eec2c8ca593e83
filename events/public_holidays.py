"""Public holidays of a state, from the package of that name.

Good for which days are off; not for what a day is called officially. Days that follow the moon are estimated there.
It is loaded by whoever looks ahead: no page for the public does.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from babel.core import Locale, get_global

from events.programme.languages import LANGUAGES
from events.programme.look_ahead import DaysOff, Holiday
from events.programme.text import Text


def days_off(country: str, years: Iterable[int]) -> DaysOff | None:
    """Return when people in a state (ISO 3166 alpha-2) are off work; None where nothing is known of it."""
    import holidays

    if country not in holidays.list_supported_countries(include_aliases=False):
        return None
    found: dict[date, Holiday] = {}
    for year in years:
        found.update(_of_year(country, year))
    return DaysOff(country, frozenset(holidays.country_holidays(country).weekend), found)


def country_of(zone: str) -> str:
    """Return the state in which the clocks of a zone are kept; empty where it is none's."""
    territory = get_global("zone_territories").get(zone, "")
    return territory if len(territory) == 2 and territory.isalpha() else ""


def states_of(country: str, zone: str) -> list[str]:
    """Return the sending state, then the one in whose zone a mission is, where that is another one."""
    return [each for each in dict.fromkeys((country, country_of(zone))) if each]


def state_name(country: str) -> Text:
    """Return what a state is called in each language of the planner."""
    return Text.of({code: Locale(code).territories.get(country, country) for code in LANGUAGES})


@lru_cache(maxsize=256)
def _of_year(country: str, year: int) -> dict[date, Holiday]:
    import holidays

    languages = holidays.country_holidays(country).supported_languages or (None,)
    names: dict[date, dict[str, str]] = {}
    estimated: set[date] = set()
    for language in languages:
        code = (language or "en").partition("_")[0]
        if code not in LANGUAGES:
            continue
        for day, name in _names(country, year, language, marked=False).items():
            names.setdefault(day, {})[code] = name
        marked = _names(country, year, language, marked=True)
        estimated |= {day for day, name in marked.items() if name != names[day][code]}
    return {day: Holiday(Text.of(said), day in estimated) for day, said in names.items()}


def _names(country: str, year: int, language: str | None, marked: bool) -> dict[date, str]:
    """Return the names by day; ``marked`` says of those that follow the moon that they are estimated."""
    import holidays

    kind = holidays.country_holidays(country).__class__
    options = {} if marked else {"islamic_show_estimated": False}
    try:
        found = kind(years=year, language=language, **options)
    except TypeError:
        # Not every state has holidays that follow the moon, and the option for them.
        found = kind(years=year, language=language)
    return dict(found)
