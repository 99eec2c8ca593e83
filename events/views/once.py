"""A form that is sent twice, by a double click or after a lost connection, does its deed once."""

from uuid import uuid4

from django.core.cache import cache
from django.http import HttpRequest

FIELD = "once"
KEPT_FOR = 24 * 60 * 60
AT_WORK = "…"


def new_key() -> str:
    return str(uuid4())


def begin(request: HttpRequest) -> tuple[bool, str]:
    """Return whether the deed is to be done, and if not what came of it: empty while it is still being done."""
    key = _key(request)
    if key is None or cache.add(key, AT_WORK, KEPT_FOR):
        return True, ""
    done = cache.get(key) or AT_WORK
    return False, "" if done == AT_WORK else done


def came_of(request: HttpRequest) -> str:
    """Return what came of the same form when it was sent before; empty where nothing did, or not yet."""
    key = _key(request)
    done = cache.get(key) if key else None
    return "" if done in (None, AT_WORK) else done


def done(request: HttpRequest, what: str) -> None:
    if key := _key(request):
        cache.set(key, what, KEPT_FOR)


def undone(request: HttpRequest) -> None:
    """Nothing came of it: the same form may be sent again."""
    if key := _key(request):
        cache.delete(key)


def _key(request: HttpRequest) -> str | None:
    sent = request.POST.get(FIELD, "")
    return f"once:{request.user.pk}:{sent}" if 0 < len(sent) <= 40 and sent.isascii() else None
