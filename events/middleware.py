"""The desk: when a session ends by itself, its language, its second factor, and the status of a refused form."""

import logging
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import override

from events.authentication import BEGAN, SEEN, is_second_factor_required, passed_second_factor
from events.models import User
from events.outages import outage_of
from events.programme.languages import LANGUAGES
from events.typesetting import TYPESETTER
from events.views.errors import no_page, typesetter_busy
from typesetter.errors import BusyError

log = logging.getLogger(__name__)

# What one needs to set the second factor up, to show it, or to leave.
OPEN_WITHOUT_SECOND_FACTOR = {
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "admin:logout",
    "desk:language",
    "mfa_activate_totp",
    "mfa_reauthenticate",
}


class ReadableSessions(SessionMiddleware):
    """Where a session cannot be written, as on a full disk, what only reads goes on."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        try:
            return super().process_response(request, response)
        except (SessionInterrupted, OperationalError) as error:
            outage = _outage_behind(error)
            if outage is None:
                raise
            if request.method not in ("GET", "HEAD"):
                raise outage from None
            log.warning("The session could not be written: %s.", outage)
            return response


def _outage_behind(error: BaseException | None) -> BaseException | None:
    """Django takes whatever the database says for a session that was deleted meanwhile."""
    while error and not outage_of(error):
        error = error.__context__
    return error


ENDED = "ended_by_itself"
# A session is written at most this often for the sake of its time-out alone.
SEEN_EVERY = 60


class SessionEnds:
    """A session ends after some time without a request, and in any case after SESSION_COOKIE_AGE."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_inside = request.path_info.startswith(("/desk/", "/admin/"))
        if is_inside and request.user.is_authenticated:
            self._end_or_go_on(request, int(time.time()))
        return self.get_response(request)

    @staticmethod
    def _end_or_go_on(request: HttpRequest, now: int) -> None:
        began, seen = request.session.get(BEGAN, 0), request.session.get(SEEN, 0)
        if now - began >= settings.SESSION_COOKIE_AGE or now - seen >= settings.SESSION_IDLE_SECONDS:
            # The login that follows goes on in the language of whoever was here.
            request.language_before = request.user.language
            logout(request)
            request.session[ENDED] = True
        elif now - seen >= SEEN_EVERY:
            request.session[SEEN] = now


class RefusedFormsAre422:
    """allauth answers 200 with a form that it refuses; every other form of the desk answers 422."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_template_response(self, request: HttpRequest, response: TemplateResponse) -> TemplateResponse:
        if request.method == "POST" and request.path_info.startswith("/desk/"):
            form = (response.context_data or {}).get("form")
            if getattr(form, "errors", None) and response.status_code == 200:
                response.status_code = 422
        return response


class DeskLanguage:
    """The desk speaks its member's language; before the login it is the one that the address asks for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/desk/"):
            return self.get_response(request)
        request.desk_language = self.language_of(request)
        with override(request.desk_language):
            response = self.get_response(request)
            if response.status_code == 405 and request.method == "GET" and not response.content:
                return no_page(request, response)
            return response

    def language_of(self, request: HttpRequest) -> str:
        if isinstance(request.user, User):
            return request.user.language
        code = request.GET.get("lang", "")
        return code if code in LANGUAGES else settings.LANGUAGE_CODE


class SecondFactor:
    """Where it is required, the desk and the admin stay closed to a session that has shown no second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        match = request.resolver_match
        if not request.path_info.startswith(("/desk/", "/admin/")) or request.user.is_anonymous:
            return None
        if match and match.view_name in OPEN_WITHOUT_SECOND_FACTOR:
            return None
        if passed_second_factor(request) or not is_second_factor_required(request):
            return None
        address = reverse("mfa_reauthenticate" if is_mfa_enabled(request.user) else "mfa_activate_totp")
        if request.method == "GET":
            address += "?" + urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(address)


class TypesetterIsBusy:
    """Whoever asks for a document while as many as may be are being set, is told when to ask again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return typesetter_busy(request, exception) if isinstance(exception, BusyError) else None


class TypesetterStandsBy:
    """Have the typesetter of this process begin when somebody is at the desk: their first sheet is as quick as any."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        found = request.resolver_match
        if found and found.namespace == "desk" and response.status_code == 200:
            TYPESETTER.stand_by(settings.TYPESETTER_DIR)
        return response
