"""Addresses of the public pages: each keeps the reader's language where the page it leads to has it."""

import re
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from events.programme.value import Mission, Programme

register = template.Library()

# The language of pages that belong to no mission.
SITE_LANGUAGE = "en"


def event_address(name: str, programme: Programme, language: str, **query: str) -> str:
    if language in programme.languages and language != programme.own_language:
        query["lang"] = language
    return _address(name, [programme.mission.slug, programme.slug], query)


def mission_address(name: str, mission: Mission, language: str, **query: str) -> str:
    if language in mission.languages and language != mission.languages[0]:
        query["lang"] = language
    return _address(name, [mission.slug], query)


def site_address(name: str, language: str, *args: str, **query: str) -> str:
    if language != SITE_LANGUAGE:
        query["lang"] = language
    return _address(name, list(args), query)


def _address(name: str, args: list[str | int], query: dict[str, str]) -> str:
    path = reverse(f"events:{name}", args=args)
    return f"{path}?{urlencode(query, safe=',')}" if query else path


@register.simple_tag(takes_context=True)
def event_url(context: template.Context, programme: Programme, name: str = "event", **query: str) -> str:
    return event_address(name, programme, context["language"], **query)


@register.simple_tag(takes_context=True)
def mission_url(context: template.Context, mission: Mission, name: str = "mission", **query: str) -> str:
    return mission_address(name, mission, context["language"], **query)


@register.simple_tag(takes_context=True)
def year_url(context: template.Context, mission: Mission, year: int) -> str:
    language = context["language"]
    query = {} if language == mission.languages[0] else {"lang": language}
    return _address("year_pdf", [mission.slug, year], query)


@register.simple_tag(takes_context=True)
def site_url(context: template.Context, name: str, *args: str, **query: str) -> str:
    return site_address(name, context["language"], *args, **query)


@register.filter
def webcal(address: str) -> str:
    """Return the address in the scheme that calendar programs open."""
    return f"webcal:{address.partition(':')[2]}"


@register.filter
def item_by_item(feed: str) -> str:
    """Return the address of the same calendar with each item, and each opening day, as an entry of its own."""
    return f"{feed}{'&' if '?' in feed else '?'}items=1"


@register.filter
def breakable(address: str) -> SafeString:
    """Return the address so that a narrow line may break after a slash."""
    return format_html_join(
        SafeString("<wbr>"), "{}", ((part,) for part in re.findall(r"[^/]*/*", address) if part)
    )
