"""The one way in which an invitation leaves, from the desk as from the admin: counted, offered, sent by mail.

So many go out in a day that nobody's post box is filled from here, by whomever the desk was taken.
"""

import logging
from smtplib import SMTPException

from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from events.audit import note
from events.models import Invitation, Mission
from events.models.fields import text_of
from events.operations import membership
from events.programme.languages import LANGUAGES
from events.templatetags.programme import apart

log = logging.getLogger(__name__)

BY_ADDRESS = gettext_noop("This address has been sent as many invitations as one gets in a day. Wait a day.")
BY_INVITER = gettext_noop(
    "You have sent as many invitations as go out in a day. Wait a day, or ask another administrator."
)
BY_MISSION = gettext_noop("As many invitations as go out in a day have left this mission. Wait a day.")


class TooManyInvitationsError(ValueError):
    """Says in words why no more may leave today; nothing was offered."""


def invite(request: HttpRequest, mission: Mission, email: str, role: str) -> None:
    """Offer it and tell whether the mail has left. Raises TooManyInvitationsError."""
    _count(request, mission, email)
    offer, token = membership.invite(mission, email, role, by=request.user, now=timezone.now())
    _send(request, offer, token, _("%(email)s has been invited by mail."))


def invite_again(request: HttpRequest, offer: Invitation) -> None:
    """As ``invite``, with a new link."""
    _count(request, offer.mission, offer.email)
    token = membership.offer_again(offer, by=request.user, now=timezone.now())
    words = _("The invitation went to %(email)s again. The link of the earlier mail leads nowhere now.")
    _send(request, offer, token, words)


def _count(request: HttpRequest, mission: Mission, email: str) -> None:
    """The counts stand in the common cache, under ``ACCOUNT_RATE_LIMITS``. What is refused is not counted."""
    counts = (
        ("invitations_to_address", email.lower(), BY_ADDRESS),
        ("invitations_of_member", f"{request.user.pk}", BY_INVITER),
        ("invitations_of_mission", f"{mission.pk}", BY_MISSION),
    )
    for is_trial in (True, False):
        for action, key, told in counts:
            if not ratelimit.consume(request, action=action, key=key, dry_run=is_trial):
                note(request, action.replace("_", "-"), "refused")
                raise TooManyInvitationsError(_(told))


def _send(request: HttpRequest, offer: Invitation, token: str, words: str) -> None:
    """The invitation is kept in any case, and says that it was not sent."""
    email = {"email": offer.email}
    try:
        _mail(offer, token).send()
    except (OSError, SMTPException):
        log.exception("Invitation %s could not be sent", offer.pk)
        failed = _("The mail to %(email)s could not be sent. The invitation is kept: send it again below.")
        messages.error(request, failed % email)
    else:
        membership.was_sent(offer, timezone.now())
        messages.success(request, words % email)


def _mail(offer: Invitation, token: str) -> EmailMessage:
    """It is in the mission's first language; the link opens in it too."""
    mission = offer.mission
    language = next((code for code in mission.languages if code in LANGUAGES), settings.LANGUAGE_CODE)
    path = reverse("desk:invitation", args=[token])
    with override(language):
        name = text_of(mission.name).wording(language, tuple(mission.languages)).text
        context = {
            "invitation": offer,
            "mission_name": name,
            "link": f"{settings.SITE_URL}{path}?lang={language}",
        }
        return EmailMessage(
            subject=_("Invitation to the desk of %(mission)s") % {"mission": apart(name)},
            body=render_to_string("events/desk/email/invitation.txt", context),
            to=[offer.email],
        )
