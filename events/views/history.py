"""Who changed what and when, in words; and deleted events, which can be brought back for 30 days."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.making import begin_years
from events.models import Event, Member
from events.operations.deeds import NotAllowedError
from events.operations.removal import KEPT_FOR, TooLateError, restore_event
from events.views.access import membership_or_404
from events.views.event_frame import event_or_404, framed
from events.views.history_words import Telling

PAGE = 50


@require_safe
def history(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission)
    event = event_or_404(member, slug)
    deeds = Paginator(Telling(event).deeds(), PAGE).get_page(request.GET.get("page"))
    context = framed(request, member, event, "history") | {"deeds": deeds}
    return render(request, "events/desk/history/history.html", context)


@require_safe
def deleted(request: HttpRequest, mission: str) -> HttpResponse:
    member = membership_or_404(request, mission)
    gone = _deleted(member)
    context: dict[str, Any] = {
        "member": member,
        "events": [(event, event.deleted_at + KEPT_FOR) for event in gone],
        "fallback": tuple(member.mission.languages),
    }
    return render(request, "events/desk/history/deleted.html", context)


@require_POST
def restore(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    event = get_object_or_404(_deleted(member), slug=slug)
    try:
        restore_event(event, by=member.user, now=timezone.now())
    except NotAllowedError:
        messages.error(request, _("The public knows this event: only a head of protocol can bring it back."))
        return redirect("desk:deleted", mission)
    except TooLateError:
        messages.error(request, _("This event was deleted more than 30 days ago."))
        return redirect("desk:deleted", mission)
    begin_years(mission)
    messages.success(request, _("The event is back as it was."))
    return redirect("desk:event", mission, slug)


def _deleted(member: Member) -> Any:
    since = timezone.now() - KEPT_FOR
    rows = Event.with_deleted.filter(mission=member.mission, parent__isnull=True, deleted_at__gte=since)
    return rows.select_related("mission", "changed_by").order_by("-deleted_at")
