"""An event as schema.org data, for search engines and for programs that read a page."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.safestring import SafeString

from events.programme.agenda import Item, Part, Place
from events.programme.choices import GRAVITY, Shown, Status
from events.programme.document import duration_text
from events.programme.kinds import item_title
from events.programme.names import full_name
from events.programme.people import Organisation
from events.programme.text import Text
from events.programme.value import Programme, ReleaseMark

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
    event = _event(programme, language, address, programme.status, programme.release)
    data = {"@context": "https://schema.org", **event}
    return SafeString(json.dumps(data, ensure_ascii=False).translate(ESCAPES))


def _event(
    programme: Programme, language: str, address: str, status: Status, mark: ReleaseMark | None = None
) -> dict[str, Any]:
    """``status`` is the gravest of the event and of that which it is held within."""
    say = _Say(language, programme.languages)
    moved_from = (mark.moved_from_at or mark.moved_from_on) if mark else None
    state = _state(programme, status, is_moved=moved_from is not None)
    parts = [_item(item, part, programme, state, say) for part in programme.parts for item in part.items]
    for child in programme.children:
        graver = max(status, child.status, key=GRAVITY.index)
        parts.append(_event(child, language, f"{address}#held-{child.slug}", graver))
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
            "eventStatus": f"https://schema.org/{state}",
            "previousStartDate": moved_from.isoformat() if moved_from else None,
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "inLanguage": list(programme.languages),
            "location": _place(programme.place, say) if programme.place else None,
            "organizer": [_organisation(host.organisation, say) for host in programme.hosts],
            "performer": list(_performers(programme, say)),
            "subEvent": [part for part in parts if part],
        }
    )


def _state(programme: Programme, status: Status, *, is_moved: bool) -> str:
    """A new day makes what was postponed rescheduled; before there is one the old day stands."""
    if status is Status.CANCELLED or programme.day_open or not is_moved:
        return STATUSES[status]
    return "EventRescheduled"


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


def _item(item: Item, part: Part, programme: Programme, state: str, say: _Say) -> dict[str, Any]:
    """Return nothing where the item has no time that guests are to read."""
    if not item.span or item.shown is Shown.NOT_AT_ALL:
        return {}
    place = part.place or programme.place
    return _stated(
        {
            "@type": "Event",
            "name": item_title(item, say.language, say.fallback).text,
            "startDate": item.span.start.isoformat(),
            "endDate": item.span.end.isoformat(),
            "duration": duration_text(item.duration),
            "eventStatus": f"https://schema.org/{state}",
            "location": _place(place, say) if place else None,
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
