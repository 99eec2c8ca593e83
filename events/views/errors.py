"""What a visitor reads when a page cannot be shown."""

import re

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string
from django.utils.functional import Promise

from events.models.worded import current_language
from events.programme.languages import LANGUAGES
from events.templatetags.addresses import SITE_LANGUAGE
from events.views.language import PageLanguage, answer
from typesetter.errors import BusyError

# What get_object_or_404 says is for developers.
FOR_DEVELOPERS = re.compile(r"matches the given query|Invalid page")


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
    """Answer without anything that may be what is broken: no context, no base template, no static file."""
    return HttpResponseServerError(render_to_string("500.html"))


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
