"""A member's own name, address and sessions. A new address counts once a link that was sent there has been followed."""

import logging
from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core import signing
from django.db import IntegrityError, transaction

from events.models import User

log = logging.getLogger(__name__)

GOOD_FOR = 60 * 60
SALT = "address"


class AddressIsTakenError(ValueError):
    """Another account has got the address, or its name, in the meantime."""


def offer_address(user: User, address: str) -> str:
    """Return the token of a link that is good for one hour, and once: it names the address that it replaces."""
    return signing.dumps({"user": user.pk, "old": user.email, "new": address.lower()}, salt=SALT)


def offered_address(user: User, token: str) -> str | None:
    """Return the address that the token lets this user take; None where it is not theirs, used or too old."""
    try:
        offer = signing.loads(token, salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        return None
    return offer["new"] if (offer["user"], offer["old"]) == (user.pk, user.email) else None


def take_address(user: User, address: str) -> None:
    """A name for the login that was the old address becomes the new one. Raises AddressIsTakenError."""
    if user.username.lower() == user.email:
        user.username = address
    user.email = address
    try:
        with transaction.atomic():
            user.save(update_fields=["username", "email"])
    except IntegrityError:
        raise AddressIsTakenError(user.pk) from None
    log.info("User %s has a new address", user.pk)


def sessions_of(user: int, now: datetime) -> Iterator[Session]:
    for session in Session.objects.filter(expire_date__gt=now):
        if session.get_decoded().get(SESSION_KEY) == str(user):
            yield session


def end_other_sessions(user: User, kept: str | None, now: datetime) -> None:
    """End all sessions of the user but the one whose key is ``kept``."""
    for session in sessions_of(user.pk, now):
        if session.session_key != kept:
            session.delete()
    log.info("Sessions of user %s were ended", user.pk)
