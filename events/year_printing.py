"""The year of a mission as a file: made after a release by the command ``files``, and kept.

The octets lie in the configured storage under a name that tells everything that the file is made from, so that one
that is not true any more is not found. How far a long one is stands in the common cache, so that whichever process is
asked can tell it.
"""

import hashlib
import logging
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from events.audit import refused_assets
from events.code_version import code_version
from events.exports.pdf import year as year_in_print
from events.exports.pdf.year import MONTHS, YearOfMission
from events.exports.pdf.year_holidays import DayOff
from events.making import note_failure
from events.models import Mission, Occasion, Release
from events.outages import CACHE_AWAY
from events.programme.choices import Audience
from events.public_holidays import days_off, state_name, states_of
from events.snapshot.registers import mission_value, occasion_value

logger = logging.getLogger(__name__)

NOTE_KEPT_FOR = 120
FOLDER = "years"


@dataclass(frozen=True, slots=True)
class Progress:
    """How many stretches of months are set; of how many is not known before the first."""

    made: int = 0
    of: int = 0

    @property
    def percent(self) -> int:
        return round(100 * self.made / self.of) if self.of else 0


def year_of(mission: Mission, year: int) -> YearOfMission:
    """Return what the calendar is made from; without programmes where nothing is announced in the year."""
    releases = Release.published.current().of_mission(mission.slug)
    held = (
        releases.between(date(year, 1, 1), date(year, MONTHS, 31)).in_order()
        if date.min.year <= year <= date.max.year
        else releases.none()
    )
    slugs = releases.exclude(occasion_slug="").values_list("occasion_slug", flat=True)
    occasions = Occasion.objects.filter(slug__in=set(slugs)).prefetch_related("aliases").order_by("slug")
    return YearOfMission(
        mission_value(mission),
        year,
        tuple(release.programme.seen_by(Audience.PUBLIC) for release in held),
        tuple(occasion_value(each) for each in occasions),
        tuple(_days_off(mission, year)) if held else (),
    )


def _days_off(mission: Mission, year: int) -> Iterator[DayOff]:
    for state in states_of(mission.country, mission.zone):
        found = days_off(state, [year])
        for day, holiday in sorted(found.holidays.items()) if found else ():
            if day.year == year:
                yield DayOff(day, state_name(state), holiday)


def digest_of(year: YearOfMission, language: str) -> str:
    """Return what tells the file from every other one, over all versions of the code."""
    codes = sorted(each.release.code for each in year.programmes if each.release)
    content = repr((year.mission, year.year, year.occasions, year.days_off, codes, language, code_version()))
    return hashlib.sha256(content.encode()).hexdigest()


def kept_file_of(year: YearOfMission, language: str) -> bytes | None:
    """Return the file; None where it has not been made."""
    try:
        with default_storage.open(address_of(year, language)) as file:
            octets: bytes = file.read()
    except FileNotFoundError:
        return None
    return octets


def progress_of(year: YearOfMission, language: str) -> Progress | None:
    """Return how far the file is that is being made; None where nobody is at it."""
    note: Progress | None = None
    with suppress(*CACHE_AWAY):
        note = cache.get(_note(year, language))
    return note


def make_years(mission: Mission, years: Iterable[int] | None = None) -> list[str]:
    """Make what is not there of the files of those years, or of all; return, in words, what could not be made."""
    failed = []
    for number in sorted(set(_announced(mission) if years is None else years)):
        year = year_of(mission, number)
        for language in mission.languages if year.programmes and year.entries else ():
            try:
                if not default_storage.exists(address_of(year, language)):
                    _make(year, language)
            except ValueError as error:
                note_failure(address_of(year, language))
                failed.append(f"{mission.slug}, {number} in {language}: {error}")
    return failed


def years_of(release: Release) -> range:
    """Return the years in which the release is held."""
    if not release.starts_on or not release.ends_on:
        return range(0)
    return range(release.starts_on.year, release.ends_on.year + 1)


def _announced(mission: Mission) -> Iterator[int]:
    for release in Release.published.current().of_mission(mission.slug).defer("document"):
        yield from years_of(release)


def _make(year: YearOfMission, language: str) -> None:
    def told(made: int, of: int) -> None:
        with suppress(*CACHE_AWAY):
            cache.set(_note(year, language), Progress(made, of), NOTE_KEPT_FOR)

    told(0, 0)
    with refused_assets("year", year.mission.slug):
        octets = year_in_print.render(year, language, settings.SITE_URL, told)
    kept = default_storage.save(address_of(year, language), ContentFile(octets))
    _forget_others(year, language, kept)


def _forget_others(year: YearOfMission, language: str, kept: str) -> None:
    """Delete the files of the year that are not true any more."""
    folder, _, own = kept.rpartition("/")
    for name in default_storage.listdir(folder)[1]:
        if name.startswith(f"{year.year}-{language}-") and name != own:
            default_storage.delete(f"{folder}/{name}")


def address_of(year: YearOfMission, language: str) -> str:
    """Return where the file lies in the storage."""
    return f"{FOLDER}/{year.mission.slug}/{year.year}-{language}-{digest_of(year, language)[:32]}.pdf"


def _note(year: YearOfMission, language: str) -> str:
    return f"year-{digest_of(year, language)}"
