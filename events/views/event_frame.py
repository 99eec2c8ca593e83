"""What every page of one event shows around itself: its head, its tabs, what is still open."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from events.forms.event_fields import TEXTS, languages_of
from events.models import Event, Member
from events.programme.completeness import Severity, missing
from events.programme.conflicts import Level, conflicts
from events.programme.explanations import explain
from events.programme.timing import NonexistentTimeError
from events.programme.value import Programme
from events.snapshot import take_snapshot

# Fields of the event's own form by what completeness calls them.
IN_THE_AGENDA = ("parts", "items", "people", "start")
TEXT_NAMES = {text.name for text in TEXTS}


@dataclass(frozen=True)
class Matter:
    """Something open: ``address`` is where it is settled."""

    words: str
    address: str
    is_must: bool


def event_or_404(member: Member, slug: str) -> Event:
    events = Event.objects.select_related("mission", "edition__occasion", "place", "parent")
    return get_object_or_404(events, mission=member.mission, slug=slug)


def working_copy(event: Event) -> tuple[Programme | None, str]:
    """Return the working copy, or why it cannot be read: a clock time that does not exist."""
    try:
        return take_snapshot(event), ""
    except NonexistentTimeError as error:
        return None, str(error)


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


def open_matters(event: Event, programme: Programme | None) -> list[Matter]:
    """Return what is missing, then what clashes, each with where it is settled; what must be first."""
    if programme is None:
        return []
    lacking = missing(programme)
    told = {each.key for each in lacking}
    matters = [
        Matter(each.words, _where(event, programme, each.target, each.event), each.severity is Severity.MUST)
        for each in lacking
    ]
    language = get_language() or "en"
    for conflict in conflicts(programme):
        if conflict.level is Level.WARNING and conflict.key not in told:
            address = _where(event, programme, conflict.uids[0], programme.uid)
            matters.append(Matter(explain(conflict, programme, language), address, True))
    return sorted(matters, key=lambda each: not each.is_must)


def _where(event: Event, programme: Programme, target: str, uid: str) -> str:
    """Return the address of a field of the event, or of one held within it, or of an item in the agenda."""
    slug = next((child.slug for child in programme.children if child.uid == uid), event.slug)
    page = reverse("desk:event", args=[event.mission.slug, slug])
    if target in TEXT_NAMES:
        return f"{page}#id_{target}_{languages_of(event)[0]}"
    if target == "hosts":
        return f"{page}#hosts"
    if target in ("on", "until", "place", "zone", "occasion", "status", "languages"):
        return f"{page}#id_{target}"
    anchor = "" if target in IN_THE_AGENDA else f"#item-{target}"
    try:
        return reverse("desk:agenda", args=[event.mission.slug, slug]) + anchor
    except NoReverseMatch:
        return page
