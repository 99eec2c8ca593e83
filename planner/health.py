import logging
from pathlib import Path
from shutil import disk_usage

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

log = logging.getLogger(__name__)

# The share of the disk below which nothing is served.
FULL = 0.02


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Say whether the database answers; it touches neither session nor cookies."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        log.exception("The database does not answer")
        return HttpResponse("database does not answer", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


def disk_left() -> float:
    """Return the share of the disk that is free where the planner keeps what it writes."""
    place = Path(settings.VAR_DIR)
    usage = disk_usage(place if place.exists() else place.parent)
    return usage.free / usage.total


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """Say whether a request would be served well: as ``healthz``, and the cache answers, and the disk has room."""
    answer = healthz(request)
    if answer.status_code != 200:
        return answer
    try:
        cache.get("readyz")
    except Exception:
        log.exception("The cache does not answer")
        return HttpResponse("cache does not answer", status=503, content_type="text/plain")
    if disk_left() < FULL:
        return HttpResponse("disk is full", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")
