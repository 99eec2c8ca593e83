"""A form that is sent twice, by a double click or after a lost connection, does its deed once."""

import logging
import re
from contextlib import suppress
from hashlib import sha256
from uuid import uuid4

from django.core.cache import cache
from django.http import HttpRequest

from events.outages import CACHE_AWAY

log = logging.getLogger(__name__)

FIELD = "once"
KEPT_FOR = 24 * 60 * 60
AT_WORK = "…"
# The process that does the deed may be killed in the middle; then the same form may be sent again so much later.
AT_WORK_FOR = 60
KEY = re.compile(r"[0-9A-Za-z-]{1,40}")


def new_key() -> str:
    return str(uuid4())


def begin(request: HttpRequest, which: str = "") -> tuple[bool, str]:
    """Return whether the deed is to be done, and if not what came of it: empty while it is still being done.

    ``which`` is what was pressed, where a page has one key for several deeds.

    A cache that is away, or has no room, stops nobody: a deed that is done twice can be seen and taken back.
    """
    key = _key(request, which)
    try:
        if key is None or cache.add(key, AT_WORK, AT_WORK_FOR):
            return True, ""
        done = cache.get(key)
    except CACHE_AWAY:
        log.exception("Forms that are sent twice cannot be told")
        return True, ""
    return done is None, "" if done in (None, AT_WORK) else done


def came_of(request: HttpRequest) -> str:
    """Return what came of the same form when it was sent before; empty where nothing did, or not yet."""
    key = _key(request)
    try:
        done = cache.get(key) if key else None
    except CACHE_AWAY:
        return ""
    return "" if done in (None, AT_WORK) else done


def done(request: HttpRequest, what: str, which: str = "") -> None:
    if key := _key(request, which):
        with suppress(*CACHE_AWAY):
            cache.set(key, what, KEPT_FOR)


def undone(request: HttpRequest, which: str = "") -> None:
    """Nothing came of it: the same form may be sent again."""
    if key := _key(request, which):
        with suppress(*CACHE_AWAY):
            cache.delete(key)


def _key(request: HttpRequest, which: str = "") -> str | None:
    sent = request.POST.get(FIELD, "")
    if not KEY.fullmatch(sent):
        return None
    pressed = f":{sha256(which.encode()).hexdigest()[:16]}" if which else ""
    return f"once:{request.user.pk}:{sent}{pressed}"
