import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, When
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from events.models.addresses import AddressField
from events.models.history import History
from events.models.mission import Member, Mission
from events.scoping import scoped

VALID_FOR = timedelta(days=14)


def new_token() -> str:
    """256 random bits; what is kept of them is ``hash_of`` alone."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def sent_with_right() -> Q:
    """The condition that whoever sent it may still invite: an administrator of the mission, or support staff."""
    administrators = Member.objects.filter(
        user=OuterRef("invited_by"), mission=OuterRef("mission"), role=Member.Role.ADMINISTRATOR
    )
    return Q(invited_by__is_active=True) & (Q(invited_by__is_superuser=True) | Exists(administrators))


class InvitationQuerySet(models.QuerySet):
    def pending(self) -> Self:
        """Those that nobody has accepted yet, expired ones included."""
        return self.filter(accepted_at__isnull=True)

    def told_of_their_sender(self) -> Self:
        """With ``has_sender``: whether whoever sent it may still invite."""
        return self.annotate(has_sender=Case(When(sent_with_right(), then=True), default=False))


class OpenInvitations(models.Manager):
    """Who follows a link is in no scope yet; the token alone leads to its invitation.

    It dies with the right of whoever sent it.
    """

    def standing(self, now: datetime) -> models.QuerySet:
        return self.filter(sent_with_right(), accepted_at__isnull=True, expires_at__gt=now)

    def with_token(self, token: str, now: datetime) -> models.QuerySet:
        return self.standing(now).filter(token_hash=hash_of(token))


class Invitation(models.Model):
    """An offer to join a mission, sent by mail. It is good once and for 14 days."""

    mission = models.ForeignKey(Mission, models.CASCADE, related_name="invitations")
    email = AddressField()
    role = models.CharField(max_length=20, choices=Member.Role.choices, default=Member.Role.VIEWER)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    invited_at = models.DateTimeField()
    # Empty while no mail server has taken the mail.
    sent_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)

    objects = scoped(models.Manager.from_queryset(InvitationQuerySet), mission="mission")
    open = OpenInvitations()
    history = History(excluded_fields=["token_hash", "sent_at"])

    class Meta:
        ordering = ["invited_at"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                "mission",
                condition=Q(accepted_at__isnull=True),
                name="invitation_pending_once",
                violation_error_message=_("This address was invited already."),
            ),
            models.CheckConstraint(
                condition=Q(role__in=["viewer", "officer", "head", "administrator"]),
                name="invitation_role_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email} to {self.mission}"

    def traced(self) -> tuple[int, int | None]:
        return self.mission_id, None
