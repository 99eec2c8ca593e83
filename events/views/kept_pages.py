"""Pages that are made of one release alone, kept by this process while they say the same.

What such a page says depends on the release, which never changes, on the day where the event is held, and on the
language. One query tells whether the release is still the one that the public sees.
"""

import gzip
from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from threading import Lock
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from events.programme.languages import LANGUAGES
from events.views.packed import CACHING, packed_answer, unchanged_answer

# As many as a month of events in two languages; packed, some 10 kB each.
MOST = 128
# Any other address is nobody's to fill the room with.
QUERIES = frozenset(("", *(f"lang={code}" for code in LANGUAGES)))


class KeptPage(NamedTuple):
    """``release`` is the code of the one that it was made of, ``day`` the one in ``zone`` when it was."""

    release: str
    zone: ZoneInfo
    day: date
    language: str
    digest: str
    packed: bytes

    def holds(self, release: str) -> bool:
        return self.release == release and self.day == timezone.localdate(timezone=self.zone)


class KeptPages:
    def __init__(self) -> None:
        self._pages: OrderedDict[tuple[str, ...], KeptPage] = OrderedDict()
        self._lock = Lock()

    def page(self, request: HttpRequest, release: str, make: Callable[[], KeptPage]) -> KeptPage:
        """Return the page at the address of the request, made of this release."""
        query = request.META.get("QUERY_STRING", "")
        if query not in QUERIES:
            return make()
        key = settings.SITE_URL, request.path, query
        with self._lock:
            kept = self._pages.get(key)
            if kept and kept.holds(release):
                self._pages.move_to_end(key)
                return kept
        made = make()
        with self._lock:
            self._pages[key] = made
            self._pages.move_to_end(key)
            if len(self._pages) > MOST:
                self._pages.popitem(last=False)
        return made

    def forget(self) -> None:
        with self._lock:
            self._pages.clear()


PAGES = KeptPages()


def kept_page(answer: HttpResponse, release: str, zone: ZoneInfo, day: date) -> KeptPage:
    """Pack what was answered. It holds no secret, so that its length gives none away."""
    octets = answer.content
    digest = sha256(octets).hexdigest()[:32]
    return KeptPage(release, zone, day, answer["Content-Language"], digest, gzip.compress(octets, mtime=0))


def page_answer(request: HttpRequest, page: KeptPage) -> HttpResponseBase:
    headers = {"Content-Language": page.language}
    response = unchanged_answer(request, page.digest) or packed_answer(
        request, page.packed, page.digest, "text/html; charset=utf-8", headers
    )
    response["Cache-Control"] = CACHING
    return response
