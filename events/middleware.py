"""The language of the desk, and the second factor that a mission may ask for."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import override

from events.authentication import is_second_factor_required, passed_second_factor
from events.models import User
from events.programme.languages import LANGUAGES

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


class DeskLanguage:
    """The desk speaks its member's language; before the login it is the one that the address asks for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/desk/"):
            return self.get_response(request)
        with override(self.language_of(request)):
            return self.get_response(request)

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
