import logging

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from events import disk
from planner.proxies import heard

log = logging.getLogger(__name__)


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


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """Say whether a request would be served well: as ``healthz``, and the cache answers, and the disk has room."""
    answer = healthz(request)
    if answer.status_code != 200:
        return answer
    try:
        heard(request)
    except Exception:
        log.exception("The cache does not answer")
        return HttpResponse("cache does not answer", status=503, content_type="text/plain")
    if disk.is_full():
        return HttpResponse("disk is full", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")
