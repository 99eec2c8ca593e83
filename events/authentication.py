"""What the planner does otherwise than django-allauth: links from SITE_URL, no sign-up, one word for a wrong login."""

import logging
import time
from smtplib import SMTPException
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend as AllauthBackend
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt, is_mfa_enabled
from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from events.models import User
from events.models.addresses import clean_address
from events.operations import account as operations
from events.programme.cleaning import clean_text

log = logging.getLogger(__name__)

WRONG_LOGIN = _("The name or the password is not right. Mind capital letters.")
WRONG_CODE = _("This code is not right, or it was used already. Wait for the next one.")
FRESH_SECONDS = 300
SECOND_FACTOR = "second_factor_of"
LAST_STEP = "last_step"
LONGEST_AGENT = 200
BEGAN = "began_at"
SEEN = "seen_at"


def begin_session(request: HttpRequest, **signal: Any) -> None:
    request.session[BEGAN] = request.session[SEEN] = int(time.time())


def end_other_sessions(request: HttpRequest, **signal: Any) -> None:
    """Whoever is logged in elsewhere came in by what has just been changed, and proves anew who they are."""
    if isinstance(request.user, User):
        operations.end_other_sessions(request.user, request.session.session_key, timezone.now())


def has_just_shown(request: HttpRequest, method: str) -> bool:
    """Say whether this session has shown a password, or a code ("mfa"), in the last minutes."""
    return any(
        record.get("method") == method and time.time() - record["at"] < FRESH_SECONDS
        for record in get_authentication_records(request, request.user)
    )


def passed_second_factor(request: HttpRequest) -> bool:
    """Say whether this very session has shown a code, or set the second factor up itself."""
    records = get_authentication_records(request, request.user)
    return request.session.get(SECOND_FACTOR) == request.user.pk or any(
        record.get("method") == "mfa" for record in records
    )


def is_second_factor_required(request: HttpRequest) -> bool:
    """Say whether a mission of theirs asks for it, or the admin does, where support staff see all missions."""
    user = request.user
    return isinstance(user, User) and (
        user.is_staff or any(each.mission.requires_second_factor for each in user.memberships_read)
    )


class AuthenticationBackend(AllauthBackend):
    """Tries each account once for one login: whoever measures the time learns nothing of who is there.

    A name that is an e-mail address too would be tried as each of them, and a password costs time to check.
    """

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> Any:
        self._tried: set[int] = set()
        return super().authenticate(request, **credentials)

    def _check_password(self, user: Any, password: str) -> Any:
        if user and user.pk in self._tried:
            return None
        if user:
            self._tried.add(user.pk)
        return super()._check_password(user, password)


def take_code(authenticator: Authenticator, code: str) -> bool:
    """Remember the time step of a code that was right; return whether it is later than any that was taken before.

    allauth forgets a used code after 30 seconds, and takes it for 90.
    """
    with transaction.atomic():
        kept = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
        secret = decrypt(kept.data["secret"])
        steps = [
            step
            for step in totp.yield_hotp_counters_from_time()
            if compare_user_code(actual=code, expected=totp.format_hotp_value(totp.hotp_value(secret, step)))
        ]
        if not steps or max(steps) <= kept.data.get(LAST_STEP, 0):
            return False
        kept.data[LAST_STEP] = max(steps)
        kept.save(update_fields=["data"])
        return True


class ResetTokens(PasswordResetTokenGenerator):
    """A link to a new password dies with the password and the address, as Django has it, and with the account."""

    def check_token(self, user: Any, token: str | None) -> bool:
        return bool(user) and user.is_active and super().check_token(user, token)


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": WRONG_LOGIN,
        "username_password_mismatch": WRONG_LOGIN,
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("This is not your password."),
        "too_many_login_attempts": _("Too many wrong passwords. Wait five minutes, then try again."),
        "rate_limited": _("Too many codes. Wait a quarter of an hour, then try again."),
    }

    def clean_email(self, email: str) -> str:
        return clean_address(super().clean_email(email))

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by invitation alone."""
        return False

    def get_reset_password_from_key_url(self, key: str) -> str:
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return settings.SITE_URL + path.replace("UID-KEY", key)

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the login in the language of whoever leaves."""
        address, language = super().get_logout_redirect_url(request), get_language()
        return address if language == settings.LANGUAGE_CODE else f"{address}?lang={language}"

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("desk:account")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """An unreachable mail server is the operator's to mend; it must not tell strangers which accounts exist."""
        user = context.get("user")
        if agent := context.get("user_agent"):
            # Whoever changed a password by stealth also chose what the mail that tells of it says here.
            context = {**context, "user_agent": clean_text(agent)[:LONGEST_AGENT]}
        try:
            with override(user.language if isinstance(user, User) else get_language()):
                super().send_mail(template_prefix, email, {**context, "site_url": settings.SITE_URL})
        except (OSError, SMTPException):
            log.exception("A mail could not be sent: %s", template_prefix)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Who has just logged in isn't asked again for what they showed: the code, where they have one."""
        request = context.request
        shown = "mfa" if is_mfa_enabled(request.user) else "password"
        return not has_just_shown(request, shown) and super().is_reauthentication_required(app=app, **kwargs)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Whoever has a second factor confirms with it: their password alone confirms nothing."""
        methods = super().get_reauthentication_methods(user)
        return [each for each in methods if each["id"] == "mfa_reauthenticate"] or methods


class MFAAdapter(DefaultMFAAdapter):
    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": WRONG_CODE}

    def build_totp_svg(self, url: str) -> SafeString:
        """Draw the code without a style attribute, which the Content Security Policy would block."""
        drawing = segno.make(url, micro=False).svg_inline(
            border=2, dark="#161616", omitsize=True, svgclass=None, lineclass=None
        )
        return mark_safe(drawing)  # noqa: S308, segno writes coordinates alone
