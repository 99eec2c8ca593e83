"""Who belongs to a mission: invitations, roles, and the rule that a mission is never without an administrator."""

import logging
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from events.models import Invitation, Member, Mission, User
from events.models.history import acting
from events.models.invitation import VALID_FOR, hash_of, new_token
from events.operations.private_feeds import revoke_of_who_left

log = logging.getLogger(__name__)


class LastAdministratorError(ValueError):
    """Nobody would be left to look after the mission's members."""


class InvitationIsUsedError(ValueError):
    """Somebody else was quicker with the same link."""


@transaction.atomic
def invite(mission: Mission, email: str, role: str, *, by: User, now: datetime) -> tuple[Invitation, str]:
    """Return a new invitation and its token, which is not kept. An earlier one to the same address ends."""
    with acting(by, "invite"):
        Invitation.objects.pending().filter(mission=mission, email__iexact=email).delete()
        token = new_token()
        invitation = Invitation.objects.create(
            mission=mission,
            email=email.lower(),
            role=role,
            token_hash=hash_of(token),
            invited_by=by,
            invited_at=now,
            expires_at=now + VALID_FOR,
        )
    log.info("Invitation %s to mission %s as %s by user %s", invitation.pk, mission.pk, role, by.pk)
    return invitation, token


@transaction.atomic
def offer_again(invitation: Invitation, *, by: User, now: datetime) -> str:
    """Return a new token for it, good for as long as the first one was; the earlier link leads nowhere now.

    From then on it stands and falls with who offers it again.
    """
    token = new_token()
    invitation.token_hash, invitation.expires_at, invitation.invited_by = hash_of(token), now + VALID_FOR, by
    with acting(by, "invite_again"):
        invitation.save(update_fields=["token_hash", "expires_at", "invited_by"])
    log.info("Invitation %s offered again by user %s", invitation.pk, by.pk)
    return token


def was_sent(invitation: Invitation, now: datetime) -> None:
    """A mail server has taken the mail; that is no change of the invitation, and no line of its history."""
    Invitation.objects.filter(pk=invitation.pk).update(sent_at=now)


@transaction.atomic
def withdraw(invitation: Invitation, *, by: User) -> None:
    """End an invitation that nobody has accepted yet: its link leads nowhere any more."""
    with acting(by, "withdraw_invitation"):
        invitation.delete()


@transaction.atomic
def accept(invitation: Invitation, user: User, now: datetime) -> Member:
    """Make the user a member. Who is one already keeps the role. Raises InvitationIsUsedError."""
    taken = Invitation.open.standing(now).filter(pk=invitation.pk).update(accepted_at=now)
    if not taken:
        raise InvitationIsUsedError(invitation.pk)
    with acting(user, "accept"):
        member, _ = Member.objects.get_or_create(
            user=user, mission=invitation.mission, defaults={"role": invitation.role}
        )
    log.info("Invitation %s accepted by user %s", invitation.pk, user.pk)
    return member


@transaction.atomic
def accept_as_new(invitation: Invitation, user: User, password: str, now: datetime) -> Member:
    """Save the account that is not there yet, named by the address of the invitation.

    Raises InvitationIsUsedError, also where the address has got an account in the meantime.
    """
    user.username = user.email = invitation.email
    user.set_password(password)
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError:
        raise InvitationIsUsedError(invitation.pk) from None
    return accept(invitation, user, now)


@transaction.atomic
def change_role(member: Member, role: str, *, by: User) -> None:
    """Raises LastAdministratorError."""
    _keep_an_administrator(member, role)
    member.role = role
    with acting(by, "change_role"):
        member.save(update_fields=["role"])
        if role != Member.Role.ADMINISTRATOR:
            _end_offers_of(member)
    log.info("Member %s of mission %s is %s now, by user %s", member.pk, member.mission_id, role, by.pk)


@transaction.atomic
def remove(member: Member, *, by: User) -> None:
    """End the membership; the account stays. Raises LastAdministratorError."""
    _keep_an_administrator(member, "")
    log.info("User %s left mission %s, removed by user %s", member.user_id, member.mission_id, by.pk)
    with acting(by, "remove_member"):
        _end_offers_of(member)
        member.delete()
    revoke_of_who_left(member.user, by=by, now=timezone.now())


def _end_offers_of(member: Member) -> None:
    """End what they offered and nobody has accepted: it does not come back with their role."""
    now = timezone.now()
    standing = Invitation.open.filter(accepted_at__isnull=True, expires_at__gt=now)
    for invitation in standing.filter(mission=member.mission_id, invited_by=member.user_id):
        invitation.expires_at = now
        invitation.save(update_fields=["expires_at"])


def _keep_an_administrator(member: Member, role: str) -> None:
    # The mission's row is locked, so that two administrators cannot remove each other at once.
    Mission.objects.select_for_update().get(pk=member.mission_id)
    others = Member.objects.administrators().filter(mission=member.mission_id).exclude(pk=member.pk)
    if role != Member.Role.ADMINISTRATOR and not others.exists():
        raise LastAdministratorError(member.pk)
