"""What a visitor reads when a page cannot be shown."""

import re
import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, HttpResponseServerError, QueryDict
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext, gettext_noop, override
from django.utils.translation import gettext_lazy as _

from events.outages import Outage, outage_of
from events.programme.languages import LANGUAGES, direction
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
TITLES = {
    400: _("This request could not be read"),
    403: _("This page is not open to you"),
    404: _("There is no such page"),
    405: _("There is nothing to read here"),
    413: _("Too much was sent at once"),
    503: _("Many documents are being made just now"),
}
WORDS = {
    400: _(
        "Something in the address or in what was sent is not as it should be. Please go back and try again."
    ),
    403: _("Please go back, or begin at the page of what is coming."),
    404: _("The address may have been mistyped, or the event may not have been released yet."),
    405: _("This address only takes what a page sends. Go back to that page, and use its buttons."),
    413: _(
        "Nothing of it was kept. Go back, and send it in smaller pieces: up to {} fields and {} MB of text."
    ),
    503: _("Nothing is lost. Wait half a minute, then ask for yours again."),
}
STALE_FORM = _("This form was open too long, or you logged in anew meanwhile")
STALE_FORM_WORDS = _(
    "Nothing was changed. Go back, load the page anew, and send the form again. "
    "If that does not help, see whether your browser takes cookies from this site."
)
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, TOO_MUCH):
        # An address may be what holds too much: its beginning is enough to know the language.
        request.GET = QueryDict(request.META["QUERY_STRING"][:200])
        fields, octets = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS, settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        return _error(request, 413, format_lazy(WORDS[413], fields, octets // 2**20))
    return _error(request, 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _error(request, 403, _words(exception))


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form without the right token; Django's reason is for developers."""
    return _error(request, 403, STALE_FORM_WORDS, STALE_FORM)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _error(request, 404, _words(exception))


def no_page(request: HttpRequest, refused: HttpResponse) -> HttpResponse:
    """Answer who opens an address that takes forms alone, as when a page is loaded anew from its address line."""
    response = _error(request, 405)
    response["Allow"] = refused["Allow"]
    return response


def typesetter_busy(request: HttpRequest, exception: BusyError) -> HttpResponse:
    response = _error(request, 503)
    response["Retry-After"] = str(exception.retry_after)
    response["Cache-Control"] = "no-store"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer without anything that may be what is broken: no base template, no static file, no row.

    Django calls it while it handles the error, wherever that came up: in a view, a middleware or a template.
    """
    language = _language(request)
    if outage := outage_of(sys.exc_info()[1]):
        return _out_of_order(outage, [language] if language else list(LANGUAGES))
    context = {"language": language, "direction": direction(language)} if language else {}
    return HttpResponseServerError(render_to_string("500.html", context))


def _out_of_order(outage: Outage, languages: list[str]) -> HttpResponse:
    told = []
    for code in languages:
        with override(code):
            title = gettext("The planner is out of order for a moment")
            told.append(
                (code, direction(code), title, gettext(OUT_OF_ORDER[outage]), gettext("What is coming"))
            )
    headers = {"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"}
    return HttpResponse(render_to_string("outage.html", {"told": told}), status=503, headers=headers)


def _error(
    request: HttpRequest, status: int, words: str | Promise = "", title: str | Promise = ""
) -> HttpResponse:
    code = _language(request) or SITE_LANGUAGE
    # The desk speaks its member's language, which no address changes.
    is_desk = _is_desk(request)
    language = PageLanguage(code, available=(code,)) if is_desk else PageLanguage(code)
    told = {"title": title or TITLES[status], "words": words or WORDS[status]}
    return answer(request, "error.html", {**told, "status": status, "is_desk": is_desk}, language, status)


def _language(request: HttpRequest) -> str | None:
    """Return the language of who reads; None where the desk does not know yet whose page it is."""
    if _is_desk(request):
        return getattr(request, "desk_language", None)
    code = request.GET.get("lang", SITE_LANGUAGE)
    return code if code in LANGUAGES else SITE_LANGUAGE


def _is_desk(request: HttpRequest) -> bool:
    return request.path_info.startswith("/desk/")


def _words(exception: Exception) -> str | Promise:
    """Return what the view said to the visitor, if it said something."""
    words = exception.args[0] if exception.args else ""
    if isinstance(words, Promise):
        return words
    return words if isinstance(words, str) and not FOR_DEVELOPERS.search(words) else ""
