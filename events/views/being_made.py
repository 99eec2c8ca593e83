"""What is made after a release, and not there yet."""

from django.http import HttpRequest, HttpResponse

from events.views.language import PageLanguage, answer
from events.year_printing import Progress

SECONDS_TO_NEXT_LOOK = 3
# Where nobody is seen at work it may take until the command ``files`` runs next.
SECONDS_WITHOUT_NEWS = 20


def being_made(
    request: HttpRequest, language: PageLanguage, progress: Progress | None = None
) -> HttpResponse:
    page = answer(request, "events/public/being_made.html", {"progress": progress}, language, status=202)
    page["Refresh"] = str(SECONDS_TO_NEXT_LOOK if progress else SECONDS_WITHOUT_NEWS)
    page["Cache-Control"] = "no-store"
    return page
