"""Files are made by a process of its own, the command ``files``, which a release starts, or who misses one.

A stranger who misses one sets no typesetter to work. What is missing is noted in the common cache, once for a release
or a mission, in so many places and no more, and one process for all servers goes through them. A cache that is away or
was emptied costs no more than that somebody has to ask again.
"""

import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError

from events.models import Release
from events.outages import CACHE_AWAY

log = logging.getLogger(__name__)

# What is asked for: the usual files of a release by its code, or the years of a mission by its address.
RELEASE, YEARS = "release", "years"
Asked = tuple[str, str]
PLACES = tuple(f"asked-for-{number}" for number in range(30))
MAKER = "maker-of-what-is-asked-for"
# Seconds: before the same is noted again, and until a process that was killed is not waited for any longer.
NOTED_FOR, MAKES_WITHIN = 300, 300
# What could not be made is tried again: perhaps the server was too busy to make it in time.
FAILED_FOR = 60 * 60


def begin_usual_files(release: Release) -> None:
    """Have the usual files made, with those years of the mission that they change: the page does not wait, and the
    typesetter stays out of it."""
    with suppress(*CACHE_AWAY, DatabaseError):
        cache.set(_noted((RELEASE, release.code)), True, NOTED_FOR)
    _begin(release.code)


def have_made_usual_files(release: Release) -> None:
    """Note that the process of the release is done: what is missed from now on has to be asked for."""
    with suppress(*CACHE_AWAY, DatabaseError):
        cache.delete(_noted((RELEASE, release.code)))


def begin_years(mission: str) -> None:
    """The same for the years of a mission where something else changed than a release."""
    _begin("--years", mission)


def ask_for(asked: Asked) -> None:
    """Have made what is missing, unless it was asked for a moment ago or too much waits already.

    Whoever asks again costs one look into the cache, and writes nothing.
    """
    note = _noted(asked)
    with suppress(*CACHE_AWAY, DatabaseError):
        known = cache.get_many([note, MAKER, *PLACES])
        is_new = note not in known and cache.add(note, True, NOTED_FOR)
        if is_new:
            any(cache.add(place, asked, None) for place in PLACES)
        waits = is_new or not known.keys().isdisjoint(PLACES)
        if waits and MAKER not in known and cache.add(MAKER, True, MAKES_WITHIN):
            _begin("--asked")


def asked_for() -> Iterator[Asked]:
    """Yield what was asked for until nothing more is. It is struck off first: one that kills its maker does so once."""
    with suppress(*CACHE_AWAY, DatabaseError):
        while waiting := cache.get_many(PLACES):
            for place, asked in waiting.items():
                cache.set(MAKER, True, MAKES_WITHIN)
                cache.delete(place)
                yield asked
        cache.delete(MAKER)


def note_failure(document: str) -> None:
    with suppress(*CACHE_AWAY, DatabaseError):
        cache.set(_failed(document), True, FAILED_FOR)


def has_failed(document: str) -> bool:
    """Say whether the document could not be made lately."""
    with suppress(*CACHE_AWAY, DatabaseError):
        return bool(cache.get(_failed(document)))
    return False


def _noted(asked: Asked) -> str:
    return f"noted-{'-'.join(asked)}"


def _failed(document: str) -> str:
    return f"failed-{sha256(document.encode()).hexdigest()}"


def _begin(*words: str) -> None:
    if not settings.FILES_AT_RELEASE:
        return
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "files", *words]
    quiet: Any = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    try:
        subprocess.Popen(command, **quiet, start_new_session=True)  # noqa: S603
    except OSError:
        log.exception("No process could be started for: files %s.", " ".join(words))
