"""Who did what, and how it ended: one line of JSON in the log, with keys alone; no names, words or secrets."""

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django_scopes.exceptions import ScopeError

from events.exports.pdf.errors import RefusedAssetError

log = logging.getLogger("planner.audit")

INSIDE = ("/desk/", "/admin/")
# Parts of addresses that let somebody in.
SECRET = {"token", "key", "uidb36"}
SIGNALS = {
    "login": user_logged_in,
    "login-failed": user_login_failed,
    "logout": user_logged_out,
    "password-changed": password_changed,
    "password-reset": password_reset,
    "password-set": password_set,
    "second-factor-failed": authentication_failed,
    "second-factor-added": authenticator_added,
    "second-factor-removed": authenticator_removed,
    "second-factor-renewed": authenticator_reset,
}


def listen() -> None:
    for action, signal in SIGNALS.items():
        signal.connect(_heard(action), weak=False, dispatch_uid=f"audit:{action}")


def _heard(action: str) -> Callable[..., None]:
    def heard(sender: Any, request: HttpRequest | None = None, user: Any = None, **more: Any) -> None:
        note(request, action, "refused" if action.endswith("failed") else "done", user=user)

    return heard


def note(request: HttpRequest | None, action: str, result: str | int, *, user: Any = None) -> None:
    match = getattr(request, "resolver_match", None)
    user = user or getattr(request, "user", None)
    parts = {name: str(part) for name, part in match.kwargs.items() if name not in SECRET} if match else {}
    mission = _mission(user, parts.pop("mission", ""))
    _write(action, result, parts, user=getattr(user, "pk", None), mission=mission, client=_client(request))


def _write(
    action: str,
    result: str | int,
    parts: dict[str, str],
    *,
    user: int | None = None,
    mission: int | None = None,
    client: str | None = None,
) -> None:
    line = {"action": action, "result": result, "object": parts}
    log.info(json.dumps(line | {"user": user, "mission": mission, "client": client}, sort_keys=True))


def _mission(user: Any, slug: str) -> int | None:
    """Return the key of the mission in the address, where whoever asks belongs to it."""
    members = getattr(user, "memberships_read", ()) if slug else ()
    return next((each.mission_id for each in members if each.mission.slug == slug), None)


def _client(request: HttpRequest | None) -> str | None:
    try:
        return get_adapter().get_client_ip(request) if request else None
    except PermissionDenied:
        return None


@contextmanager
def refused_assets(document: str, of: str) -> Iterator[None]:
    """Notes it where the typesetter refused something that the document asked for."""
    try:
        yield
    except RefusedAssetError:
        _write("asset-refused", "refused", {"document": document, "of": of})
        raise


class AuditTrail:
    """Notes each change that is asked for inside and each file that is handed out, whatever came of it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        is_file = "Content-Disposition" in response.headers
        if request.path_info.startswith(INSIDE) and match and (request.method == "POST" or is_file):
            note(request, match.view_name, response.status_code)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        if isinstance(exception, ScopeError):
            note(request, "scope-error", "refused")
