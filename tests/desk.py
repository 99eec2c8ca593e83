"""Members at the desk, for tests."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache

from events.authentication import SECOND_FACTOR

PASSWORD = "a-password-for-tests"


def log_in(client, user, password=PASSWORD):
    """Log in as a person does; return where that leads, or the page that refuses."""
    return client.post("/desk/login/", {"login": user.username, "password": password})


def show_second_factor(client, user):
    """Let the session pass for one that has shown a code."""
    session = client.session
    session[SECOND_FACTOR] = user.pk
    session.save()


def set_up_second_factor(user):
    """Return the secret that the member's app holds."""
    secret = "JBSWY3DPEHPK3PXP"
    TOTP.activate(user, secret)
    return secret


def code_of(secret, ahead=0):
    """The code that an app shows now, or some steps of 30 seconds later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead))


def has_second_factor(user):
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


def forget_limits():
    cache.clear()
