"""What the agenda builder says of kinds, cues, lengths and wordings."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from events.programme import languages, names
from events.programme.choices import Kind
from events.programme.forms_of_address import without_form_of_address
from events.programme.kinds import KINDS
from events.programme.people import Contribution, Party
from events.programme.reading import length_figures
from events.programme.text import Text, Wording
from events.templatetags.labels import label

register = template.Library()

ICONS = {
    Kind.OPENING: "opening",
    Kind.ANTHEM: "anthem",
    Kind.SILENCE: "silence",
    Kind.RECITATION: "recitation",
    Kind.ADDRESS: "address",
    Kind.REMARKS: "remarks",
    Kind.MESSAGE: "remarks",
    Kind.PANEL: "remarks",
    Kind.QUESTIONS: "questions",
    Kind.VIDEO: "video",
    Kind.MUSIC: "anthem",
    Kind.POETRY: "recitation",
    Kind.TESTIMONY: "remarks",
    Kind.GROUP_PHOTOGRAPH: "photo",
    Kind.REFRESHMENTS: "tea",
    Kind.RECEPTION: "tea",
    Kind.ARRIVAL: "arrival",
    Kind.DEPARTURE: "departure",
    Kind.SET_UP: "setup",
    Kind.BREAK: "clock",
}


@register.filter
def kind_icon(kind: str) -> str:
    return ICONS.get(Kind(kind), "dash")


@register.simple_tag(takes_context=True)
def kind_name(context: template.Context, kind: str) -> str:
    return KINDS[Kind(kind)].title.wording(context["language"], ("en",)).text


@register.filter
def length_field(length: timedelta | None) -> str:
    return "" if length is None else length_figures(length)


@register.simple_tag(takes_context=True)
def wording(context: template.Context, words: Wording) -> SafeString:
    """Write a wording; one in another language than the page carries it."""
    if not words:
        return SafeString("")
    if words.language == context["language"]:
        return format_html("{}", words.text)
    return format_html(
        '<bdi lang="{}" dir="{}">{}</bdi>', words.language, languages.direction(words.language), words.text
    )


@register.simple_tag(takes_context=True)
def seen_in(context: template.Context, text: Text) -> SafeString:
    """Write a text in the language in which the officer looks at the agenda."""
    return wording(context, text.wording(context["seen"].wording, tuple(context["fallback"])))


@register.simple_tag(takes_context=True)
def contributor_name(context: template.Context, contribution: Contribution) -> SafeString:
    return wording(context, names.party_name(contribution.who, *_voice(context)))


@register.simple_tag(takes_context=True)
def contributor_plain(context: template.Context, contribution: Contribution) -> str:
    return names.party_name(contribution.who, *_voice(context)).text


@register.simple_tag(takes_context=True)
def contributor_offices(context: template.Context, contribution: Contribution) -> SafeString:
    return wording(context, names.party_offices(contribution.who, *_voice(context)))


@register.simple_tag(takes_context=True)
def in_whose_name(context: template.Context, contribution: Contribution) -> SafeString:
    """Say on whose behalf somebody contributes; nothing where it is their own."""
    if not contribution.other:
        return SafeString("")
    words = label(contribution.manner).replace("%(who)s", "").replace("%(other)s", "{}").strip(" ,")
    return format_html(words, wording(context, names.party_name(contribution.other, *_voice(context))))


def _voice(context: template.Context) -> tuple[str, tuple[str, ...]]:
    return context["seen"].wording, tuple(context["fallback"])


@register.filter
def is_words(party: Party) -> bool:
    return bool(party.words)


@register.filter
def role_name(contribution: Contribution) -> str:
    return label(contribution.role)


@register.simple_tag
def clock_at(at: datetime, zone: str) -> str:
    """Return a moment as the clock of a zone shows it, to the minute."""
    return languages.clock(at.astimezone(ZoneInfo(zone)).replace(second=0, microsecond=0))


@register.filter
def get(mapping: dict[str, Any], key: str) -> Any:
    return mapping.get(key)


@register.filter
def is_addressed(words: str) -> bool:
    """Whether a form of address stands before the name."""
    return without_form_of_address(words) != words.strip()
