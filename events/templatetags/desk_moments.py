"""What the pages of one event share: its tabs, and moments by the clock of the mission."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from events.models import Event
from events.programme import languages

register = template.Library()


@register.simple_tag
def clock_there(at: datetime | None, zone: str) -> str:
    """Return a moment as the clock of a zone shows it, to the minute."""
    return languages.clock(at.astimezone(ZoneInfo(zone)).replace(second=0, microsecond=0)) if at else ""


@register.simple_tag(takes_context=True)
def day_there(context: template.Context, at: datetime | None, zone: str) -> str:
    return languages.full_date(at.astimezone(ZoneInfo(zone)).date(), context["language"]) if at else ""


@register.simple_tag
def event_tabs(event: Event) -> list[tuple[str, str, str]]:
    """Return name, label and address of each page of an event; what is not there yet is left out."""
    found = []
    for name, label in (
        ("event", _("Facts")),
        ("agenda", _("Agenda")),
        ("answers", _("Answers")),
        ("print", _("Print")),
        ("release", _("Release")),
        ("history", _("History")),
    ):
        try:
            found.append((name, label, reverse(f"desk:{name}", args=[event.mission.slug, event.slug])))
        except NoReverseMatch:
            continue
    return found
