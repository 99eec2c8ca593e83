from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from events.models import Member


def membership_or_404(request: HttpRequest, mission: str, role: str = Member.Role.VIEWER) -> Member:
    """Return who asks as a member of the mission with at least the role; what is not theirs is not there."""
    memberships = request.user.memberships.select_related("mission", "user")  # type: ignore[union-attr]
    return get_object_or_404(memberships.at_least(role), mission__slug=mission)
