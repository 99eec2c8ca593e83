"""What is made after a release, and not there yet. Nobody's asking sets a typesetter to work."""

import logging
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from events.making import Asked, ask_for, has_failed
from events.views.language import PageLanguage, answer
from events.year_printing import Progress

log = logging.getLogger(__name__)

SECONDS_TO_NEXT_LOOK = 3
# Where nobody is seen at work it may take until the command ``files`` runs next.
SECONDS_WITHOUT_NEWS = 20


def kept_or_being_made(
    request: HttpRequest,
    language: PageLanguage,
    read: Callable[[], bytes | None],
    document: str,
    asked: Asked,
    progress: Callable[[], Progress | None] = lambda: None,
) -> bytes | HttpResponse:
    """Return what ``read`` gives; where it gives nothing, have it made, and return the answer that it is.

    ``document`` is the name under which it is noted that it cannot be made; then Http404 is raised.
    """
    try:
        octets = read()
    except OSError:
        # It may be there: the storage will answer again.
        log.exception("%s cannot be read.", document)
        return _look_again(request, language, None)
    if octets is not None:
        return octets
    if has_failed(document):
        raise Http404(_("This file cannot be made. The pages of the event and of its mission say all of it."))
    told = progress()
    if not told:
        ask_for(asked)
    return _look_again(request, language, told)


def _look_again(request: HttpRequest, language: PageLanguage, progress: Progress | None) -> HttpResponse:
    page = answer(request, "events/public/being_made.html", {"progress": progress}, language, status=202)
    seconds = SECONDS_TO_NEXT_LOOK if progress else SECONDS_WITHOUT_NEWS
    page["Refresh"] = page["Retry-After"] = str(seconds)
    page["Cache-Control"] = "no-store"
    return page
