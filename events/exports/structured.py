"""An event as schema.org data, for search engines and for programs that read a page."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.safestring import SafeString

from events.programme.choices import Status
from events.programme.document import duration_text
from events.programme.kinds import item_title
from events.programme.names import full_name
from events.programme.people import Organisation
from events.programme.text import Text
from events.programme.value import Item, Place, Programme

# Written as JSON's own escapes, so that no text can end the script element that holds it.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}

STATUSES = {
    Status.TENTATIVE: "EventScheduled",
    Status.CONFIRMED: "EventScheduled",
    Status.HELD: "EventScheduled",
    Status.POSTPONED: "EventPostponed",
    Status.CANCELLED: "EventCancelled",
}


def structured_data(programme: Programme, language: str, address: str) -> SafeString:
    """Return the programme as JSON-LD that may stand inside a script element.

    ``address`` is the page's own. Dates and moments carry the offset of the place.
    """
    data = {"@context": "https://schema.org", **_event(programme, language, address)}
    return SafeString(json.dumps(data, ensure_ascii=False).translate(ESCAPES))


def _event(programme: Programme, language: str, address: str) -> dict[str, Any]:
    say = _Say(language, programme.languages)
    parts = [_item(item, programme, say) for item in programme.items if item.span]
    parts += [_event(child, language, f"{address}#held-{child.slug}") for child in programme.children]
    start, end = _times(programme)
    return _stated(
        {
            "@type": "ExhibitionEvent" if programme.days else "Event",
            "name": say(programme.title),
            "alternateName": say(programme.subtitle),
            "description": say(programme.objective) or say(programme.dedication),
            "url": address,
            "startDate": start,
            "endDate": end,
            "doorTime": programme.doors_at.isoformat() if programme.doors_at else None,
            "eventStatus": f"https://schema.org/{STATUSES[programme.status]}",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "inLanguage": list(programme.languages),
            "location": _place(programme.place, say) if programme.place else None,
            "organizer": [_organisation(host.organisation, say) for host in programme.hosts],
            "performer": list(_performers(programme, say)),
            "subEvent": parts,
        }
    )


class _Say:
    def __init__(self, language: str, fallback: tuple[str, ...]) -> None:
        self.language = language
        self.fallback = fallback

    def __call__(self, text: Text) -> str:
        return text.wording(self.language, self.fallback).text


def _times(programme: Programme) -> tuple[str | None, str | None]:
    if programme.until or not programme.span:
        return _day(programme.on), _day(programme.until or programme.on)
    return programme.span.start.isoformat(), programme.span.end.isoformat()


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _item(item: Item, programme: Programme, say: _Say) -> dict[str, Any]:
    return _stated(
        {
            "@type": "Event",
            "name": item_title(item, say.language, say.fallback).text,
            "startDate": item.span.start.isoformat() if item.span else None,
            "endDate": item.span.end.isoformat() if item.span else None,
            "duration": duration_text(item.duration),
            "location": _place(programme.place, say) if programme.place else None,
            "performer": list(_item_performers(item, say)),
        }
    )


def _performers(programme: Programme, say: _Say) -> Iterator[dict[str, Any]]:
    named = [performer for item in programme.items for performer in _item_performers(item, say)]
    for index, performer in enumerate(named):
        if performer not in named[:index]:
            yield performer


def _item_performers(item: Item, say: _Say) -> Iterator[dict[str, Any]]:
    for contribution in item.contributions:
        who = contribution.who
        if who.person:
            yield {"@type": "Person", "name": full_name(who.person, say.language, say.fallback).text}
        elif who.organisation:
            yield _organisation(who.organisation, say)


def _organisation(organisation: Organisation, say: _Say) -> dict[str, Any]:
    return {"@type": "Organization", "name": say(organisation.name)}


def _place(place: Place, say: _Say) -> dict[str, Any]:
    geo = None
    if place.latitude is not None and place.longitude is not None:
        geo = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    address = _stated(
        {
            "@type": "PostalAddress",
            "streetAddress": say(place.address),
            "addressLocality": say(place.city),
            "addressCountry": place.country,
        }
    )
    return _stated({"@type": "Place", "name": say(place.name), "address": address, "geo": geo})


def _stated(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}
