from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from events.exports import FORMATS
from events.models import Event, User
from events.programme.choices import Audience
from events.snapshot import take_snapshot
from events.views.access import membership_or_404


@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """The events of all missions that one is a member of."""
    first = request.user.memberships.select_related("mission").order_by("mission__slug").first()  # type: ignore[union-attr]
    zone = ZoneInfo(first.mission.zone) if first else UTC
    return _desk(request, Event.objects.all(), zone)


@require_safe
def desk(request: HttpRequest, mission: str) -> HttpResponse:
    membership = membership_or_404(request, mission)
    mission_events = Event.objects.filter(mission=membership.mission)
    return _desk(request, mission_events, ZoneInfo(membership.mission.zone))


@require_safe
def draft_pdf(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """The working copy as guests would hold it, marked as a draft."""
    event = get_object_or_404(Event.objects.on_their_own(), mission__slug=mission, slug=slug)
    programme = take_snapshot(event).seen_by(Audience.PUBLIC)
    content = FORMATS["a4"].render(programme, programme.languages[:1], settings.SITE_URL)
    return HttpResponse(content, content_type=FORMATS["a4"].media_type)


def _desk(request: HttpRequest, events: QuerySet[Event], zone: tzinfo) -> HttpResponse:
    events = (
        events.on_their_own()
        .select_related("mission", "place")
        .annotate(last_release=Max("releases__number"))
    )
    today = timezone.localdate(timezone=zone)
    context = {
        "today": today,
        "coming": events.coming(today),
        "undated": events.undated(),
        "past": events.past(today),
        "is_demonstration": User.objects.of_the_demonstration().exists(),
    }
    return render(request, "events/desk/desk.html", context)
