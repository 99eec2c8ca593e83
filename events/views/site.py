"""What programs ask a site for."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe

# Calendars are for everybody, and some programs that fetch them obey this file.
ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /desk/
Allow: /
"""


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead browsers that ask without having read a page, as for a PDF, to the icon."""
    return HttpResponseRedirect(static("events/icon.svg"))
