"""What a visitor reads when a page cannot be shown."""

import re
import sys

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_noop, override

from events.models.worded import current_language
from events.outages import Outage, outage_of
from events.programme.languages import LANGUAGES
from events.templatetags.addresses import SITE_LANGUAGE
from events.views.language import PageLanguage, answer
from typesetter.errors import BusyError

# What get_object_or_404 says is for developers.
FOR_DEVELOPERS = re.compile(r"matches the given query|Invalid page")
OUT_OF_ORDER = {
    Outage.DATABASE: gettext_noop(
        "The database of the planner does not answer. It goes on by itself as soon as it does. "
        "What you have just sent may not have been kept: go back, and send it again in a minute."
    ),
    Outage.DISK: gettext_noop(
        "The server has no room left, so nothing can be saved until whoever looks after it makes some. "
        "What you have just sent was not kept: leave its page open, and send it again later."
    ),
    Outage.CACHE: gettext_noop(
        "A part of the server that counts wrong passwords does not answer, so nobody can log in for the moment. "
        "Whoever is logged in goes on working. Please try again in a minute."
    ),
}
RETRY_AFTER = 30


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _error(request, 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _error(request, 403, _words(exception))


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _error(request, 404, _words(exception))


def typesetter_busy(request: HttpRequest, exception: BusyError) -> HttpResponse:
    response = _error(request, 503)
    response["Retry-After"] = str(exception.retry_after)
    response["Cache-Control"] = "no-store"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer without anything that may be what is broken: no base template, no static file, no row.

    Django calls it while it handles the error, wherever that came up: in a view, a middleware or a template.
    """
    if outage := outage_of(sys.exc_info()[1]):
        return _out_of_order(outage)
    return HttpResponseServerError(render_to_string("500.html"))


def _out_of_order(outage: Outage) -> HttpResponse:
    told = []
    for code, language in LANGUAGES.items():
        with override(code):
            told.append((code, language.direction, gettext(OUT_OF_ORDER[outage])))
    context = {"title": "The planner is out of order for a moment", "told": told}
    headers = {"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"}
    return HttpResponse(render_to_string("outage.html", context), status=503, headers=headers)


def _error(request: HttpRequest, status: int, words: str | Promise = "") -> HttpResponse:
    language = PageLanguage(_language(request))
    return answer(request, f"{status}.html", {"words": words}, language, status)


def _language(request: HttpRequest) -> str:
    """The desk has answered in its member's language before something went wrong."""
    if request.path_info.startswith("/desk/"):
        return current_language()
    code = request.GET.get("lang", SITE_LANGUAGE)
    return code if code in LANGUAGES else SITE_LANGUAGE


def _words(exception: Exception) -> str | Promise:
    """Return what the view said to the visitor, if it said something."""
    words = exception.args[0] if exception.args else ""
    if isinstance(words, Promise):
        return words
    return words if isinstance(words, str) and not FOR_DEVELOPERS.search(words) else ""
