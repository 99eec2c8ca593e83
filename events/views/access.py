from django.http import Http404, HttpRequest

from events.models import Member


def membership_or_404(request: HttpRequest, mission: str, role: str = Member.Role.VIEWER) -> Member:
    """Return who asks as a member of the mission with at least the role; what is not theirs is not there."""
    for member in request.user.memberships_read:  # type: ignore[union-attr]
        if member.mission.slug == mission and member.is_at_least(role):
            return member
    raise Http404
