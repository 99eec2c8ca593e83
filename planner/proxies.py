"""Whether TRUSTED_PROXY_COUNT is as many proxies as really stand in front: the planner asks itself, from outside."""

import re
from urllib.request import Request, urlopen
from uuid import uuid4

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

HEADER = "Planner-Question"
KEPT_FOR = 60
SECONDS_TO_ANSWER = 10
# Of a net that is for documents alone: nobody's address, and no proxy's.
FORGED = "192.0.2.1"
ASKED = "asked"
QUESTION = re.compile(r"[0-9a-f]{32}")


def heard(request: HttpRequest) -> None:
    """Look into the cache whether the doctor asks this, and note there what the question came with."""
    key = _key(request.headers.get(HEADER, ""))
    if cache.get(key) == ASKED:
        cache.set(key, request.headers.get("X-Forwarded-For", ""), KEPT_FOR)


def proxies() -> str:
    """Return what is wrong with how the site is reached, empty where each visitor is told from the others."""
    question = uuid4().hex
    cache.set(_key(question), ASKED, KEPT_FOR)
    asked = Request(  # noqa: S310 - SITE_URL is http or https
        f"{settings.SITE_URL}/readyz", headers={HEADER: question, "X-Forwarded-For": FORGED}
    )
    with urlopen(asked, timeout=SECONDS_TO_ANSWER):  # noqa: S310
        came_with = cache.get(_key(question))
    if came_with in (None, ASKED):
        return f"{settings.SITE_URL} is another planner, or has another cache"
    count = len([each for each in came_with.split(",") if each.strip() not in ("", FORGED)])
    if count == settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        return ""
    return f"{count} stand in front, and TRUSTED_PROXY_COUNT is {settings.ALLAUTH_TRUSTED_PROXY_COUNT}"


def _key(question: str) -> str:
    return f"doctor-{question if QUESTION.fullmatch(question) else 'nothing'}"
