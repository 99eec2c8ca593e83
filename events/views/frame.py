"""What every page of the desk shows around itself."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from events.models import User
from events.programme.languages import LANGUAGES


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for the part that changes alone."""
    return request.headers.get("HX-Request") == "true" and "HX-History-Restore-Request" not in request.headers


def desk_frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor of the pages below /desk/; allauth's views give no context of ours."""
    if not request.path_info.startswith("/desk/"):
        return {}
    memberships = []
    if isinstance(request.user, User):
        memberships = request.user.memberships_read
    match = request.resolver_match
    asked = match.kwargs.get("mission") if match else None
    membership = next((each for each in memberships if each.mission.slug == asked), None)
    if membership is None and len(memberships) == 1:
        membership = memberships[0]
    return {
        "language": get_language(),
        "memberships": memberships,
        "membership": membership,
        "switches": [(code, _in_language(request, code), code == get_language()) for code in LANGUAGES],
        "single_sign_on": settings.OIDC_NAME,
    }


def _in_language(request: HttpRequest, code: str) -> str:
    kept = {key: value for key, value in request.GET.items() if key != "lang"}
    return f"{request.path}?{urlencode({**kept, 'lang': code})}"
