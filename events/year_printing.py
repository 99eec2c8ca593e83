"""The year of a mission as a file: made at once where it is short, in the background where it is long, and kept.

How far the background is stands in the common cache, so that whichever process is asked can tell it. The note is
renewed with every stretch of months: where the process that worked has died, it runs out and the next one begins anew.
"""

import hashlib
import logging
from dataclasses import dataclass
from threading import Thread

from django.conf import settings
from django.core.cache import cache as kept
from django.db import connections

from events.exports.pdf import year as year_in_print
from events.exports.pdf.year import YearOfMission
from events.printing import code_version
from typesetter.client import patient

logger = logging.getLogger(__name__)

# So many events are set within the time of a request.
MOST_AT_ONCE = 150
KEPT_FOR = 7 * 24 * 60 * 60
NOTE_KEPT_FOR = 120
FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Progress:
    """How many stretches of months are set; of how many is not known before the first."""

    made: int = 0
    of: int = 0

    @property
    def percent(self) -> int:
        return round(100 * self.made / self.of) if self.of else 0


class YearNotPrintedError(ValueError):
    """The background could not print the year; its log says why."""


def key_of(year: YearOfMission, language: str) -> str:
    """Return what tells the file from every other one, over all versions of the code."""
    codes = sorted(each.release.code for each in year.programmes if each.release)
    content = repr((year.mission, year.year, year.occasions, year.days_off, codes)).encode()
    return "-".join(["year", hashlib.sha256(content).hexdigest()[:32], language, code_version()])


def file_of(year: YearOfMission, language: str) -> bytes | Progress:
    """Return the file, or how far it is. Raises what ``year.render`` raises, and YearNotPrintedError."""
    key = key_of(year, language)
    octets: bytes | None = kept.get(key)
    if octets is not None:
        return octets
    if len(year.programmes) <= MOST_AT_ONCE:
        return _make(key, year, language)
    if kept.add(f"{key}-note", Progress(), NOTE_KEPT_FOR):
        Thread(target=_work, args=(key, year, language), daemon=True).start()
        return Progress()
    note: Progress | str = kept.get(f"{key}-note", Progress())
    if isinstance(note, str):
        raise YearNotPrintedError("The year cannot be printed.")
    return note


def _work(key: str, year: YearOfMission, language: str) -> None:
    try:
        with patient():
            _make(key, year, language)
    except Exception:
        logger.exception("The year %s of %s cannot be printed.", year.year, year.mission.slug)
        kept.set(f"{key}-note", FAILED, NOTE_KEPT_FOR)
    finally:
        connections.close_all()


def _make(key: str, year: YearOfMission, language: str) -> bytes:
    def told(made: int, of: int) -> None:
        kept.set(f"{key}-note", Progress(made, of), NOTE_KEPT_FOR)

    octets = year_in_print.render(year, language, settings.SITE_URL, told)
    kept.set(key, octets, KEPT_FOR)
    return octets
