"""What every page of one event shows around itself: its head and its tabs."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from events.models import Event, Member
from events.models.worded import refusal
from events.programme.timing import NonexistentTimeError
from events.programme.value import Programme
from events.snapshot import take_snapshot


def event_or_404(member: Member, slug: str) -> Event:
    events = Event.objects.select_related("mission", "edition__occasion", "place", "parent")
    return get_object_or_404(events, mission=member.mission, slug=slug)


def working_copy(event: Event) -> tuple[Programme | None, str]:
    """Return the working copy, or why it cannot be read: a clock time that does not exist."""
    try:
        return take_snapshot(event), ""
    except NonexistentTimeError as error:
        return None, refusal(error)


def address_of(name: str, event: Event, *more: Any) -> str:
    return reverse(f"desk:{name}", args=[event.mission.slug, event.slug, *more])


def framed(request: HttpRequest, member: Member, event: Event, tab: str) -> dict[str, Any]:
    programme, problem = working_copy(event)
    return {
        "member": member,
        "event": event,
        "programme": programme,
        "problem": problem,
        "fallback": tuple(event.languages),
        "tab": tab,
    }
