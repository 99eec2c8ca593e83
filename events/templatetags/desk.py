"""What the desk's pages need: icons, and the texts of models."""

from datetime import date
from typing import Any

from django import template
from django.contrib.messages import constants
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from events.models.fields import text_of
from events.models.worded import worded
from events.programme import languages
from events.programme.choices import EventKind, Status
from events.programme.text import Text

register = template.Library()

# A message is told by its colour, its icon and its words.
NOTES = {
    constants.SUCCESS: ("note-good", "ok"),
    constants.WARNING: ("note-warn", "warn"),
    constants.ERROR: ("note-must", "warn"),
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw an icon of desk-icons.svg; the words beside it say the same."""
    return format_html(
        '<svg class="i" aria-hidden="true"><use href="{}#{}"/></svg>', static("events/desk-icons.svg"), name
    )


register.filter(worded)


@register.filter
def as_text(value: Any) -> Text:
    """Return what a translated field holds, for the tag ``said``."""
    return text_of(value)


@register.filter
def event_kind(value: str) -> EventKind:
    return EventKind(value)


@register.filter
def event_status(value: str) -> Status:
    return Status(value)


@register.filter
def note_class(level: int) -> str:
    return NOTES.get(level, ("", "info"))[0]


@register.filter
def note_icon(level: int) -> str:
    return NOTES.get(level, ("", "info"))[1]


@register.simple_tag(takes_context=True)
def short_week_day(context: template.Context, day: date) -> str:
    return languages.short_weekday_names(context["language"])[day.weekday()]
