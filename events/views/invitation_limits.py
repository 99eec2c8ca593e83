"""How many invitations go out in a day: nobody's post box is to be filled from here, by whomever the desk was taken."""

from allauth.core import ratelimit
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from events.audit import note
from events.models import Member

BY_ADDRESS = gettext_noop("This address has been sent as many invitations as one gets in a day. Wait a day.")
BY_INVITER = gettext_noop(
    "You have sent as many invitations as go out in a day. Wait a day, or ask another administrator."
)
BY_MISSION = gettext_noop("As many invitations as go out in a day have left this mission. Wait a day.")


def over_the_limit(request: HttpRequest, inviter: Member, email: str) -> str:
    """Count an invitation that is about to be sent; return why it may not be, "" where it may.

    The counts stand in the common cache, under ``ACCOUNT_RATE_LIMITS``. What is refused is not counted.
    """
    counts = (
        ("invitations_to_address", email.lower(), BY_ADDRESS),
        ("invitations_of_member", f"{inviter.user_id}", BY_INVITER),
        ("invitations_of_mission", f"{inviter.mission_id}", BY_MISSION),
    )
    for is_trial in (True, False):
        for action, key, told in counts:
            if not ratelimit.consume(request, action=action, key=key, dry_run=is_trial):
                note(request, action.replace("_", "-"), "refused")
                return _(told)
    return ""
