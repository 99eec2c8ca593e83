"""What every page of the desk shows around itself."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from events.models import Member, User
from events.programme.languages import LANGUAGES


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for the part that changes alone."""
    return request.headers.get("HX-Request") == "true" and "HX-History-Restore-Request" not in request.headers


def desk_frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor of the pages below /desk/; allauth's views give no context of ours."""
    if not request.path_info.startswith("/desk/"):
        return {}
    # A request that is refused at the door, as for a foreign host, has got no user yet.
    user = getattr(request, "user", None)
    memberships = user.memberships_read if isinstance(user, User) else []
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
        "is_unprotected": _is_unprotected(memberships),
        "single_sign_on": settings.OIDC_NAME,
    }


def _is_unprotected(memberships: Sequence[Member]) -> bool:
    """Whether to tell somebody who can see to it that what is typed here can be read on the way."""
    administers = any(each.role == Member.Role.ADMINISTRATOR for each in memberships)
    return administers and settings.PLAIN_HTTP and urlsplit(settings.SITE_URL).scheme == "http"


def _in_language(request: HttpRequest, code: str) -> str:
    kept = {key: value for key, value in request.GET.items() if key != "lang"}
    return f"{request.path}?{urlencode({**kept, 'lang': code})}"
