"""Programmes as VEVENTs (RFC 5545)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from logging import getLogger
from uuid import NAMESPACE_OID, uuid5
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.translation import pgettext
from icalendar import Event

from events.exports import ical_text as text
from events.exports.vtimezone import tells
from events.programme.agenda import Item, Part, Place
from events.programme.choices import GRAVITY, Audience, Shown, Status
from events.programme.glosses import glossed
from events.programme.kinds import item_title
from events.programme.phrases import main_language
from events.programme.text import Wording
from events.programme.value import OpeningDay, Programme, ReleaseMark

logger = getLogger(__name__)


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One VEVENT. ``starts_at`` is in UTC, for the order; ``zone`` is the TZID that its times name, or empty."""

    starts_at: datetime
    uid: str
    zone: str
    octets: bytes

    def written(self) -> list[str]:
        """Return it as a row of texts, to be kept; ``read`` is the way back."""
        return [self.starts_at.isoformat(), self.uid, self.zone, self.octets.decode()]

    @classmethod
    def read(cls, row: Sequence[str]) -> "Entry":
        starts_at, uid, zone, text = row
        return cls(datetime.fromisoformat(starts_at), uid, zone, text.encode())


def vevents(
    programme: Programme,
    language: str,
    site_url: str,
    *,
    items: bool = False,
    audience: Audience = Audience.PUBLIC,
) -> list[Entry]:
    """Return the event and those held within it as entries, for its audience; none where no day is known.

    With ``items`` each timed item that the audience may see and each opening day is an entry of its own, in place of
    the event's. The release dates the entries; those of a draft bear no date that tells anything.
    """
    programme = glossed(programme.seen_by(audience), (language,))
    event = _Event(
        programme=programme,
        language=language,
        links=text.Links.of(programme, language, site_url),
        mark=programme.release,
        status=programme.status,
    )
    with translation.override(language):
        return sorted(event.entries(items))


@dataclass(frozen=True, slots=True)
class _Facts:
    """What differs between the entries of one event."""

    uid: str
    start: date
    end: date
    summary: Wording
    description: str
    place: Place | None
    busy: bool
    parent: str = ""


@dataclass(frozen=True, slots=True)
class _Event:
    """An event, with what it has from the one that it is ``within``: links, release and gravest status."""

    programme: Programme
    language: str
    links: text.Links
    mark: ReleaseMark | None
    status: Status
    within: Programme | None = None

    def entries(self, items: bool) -> Iterator[Entry]:
        facts = [*self._items(), *self._days()] if items else []
        for each in facts or self._itself():
            try:
                yield self._entry(each)
            except Exception:
                logger.exception("Entry %s is left out of the calendars: it cannot be written.", each.uid)
        for child in self.programme.children:
            yield from self._child(child).entries(items)

    def _child(self, child: Programme) -> "_Event":
        status = max(self.status, child.status, key=GRAVITY.index)
        return replace(self, programme=child, status=status, within=self.programme)

    def _itself(self) -> Iterator[_Facts]:
        programme = self.programme
        days = _days(programme)
        if days is None:
            return
        timed = programme.span if days[0] == days[1] and not programme.days else None
        start, end = (timed.start, timed.end) if timed else (days[0], days[1] + timedelta(days=1))
        yield _Facts(
            uid=programme.uid,
            start=start,
            end=end,
            summary=self._summary(self._title, self.within),
            description=text.description(programme, self.language, self.links),
            place=programme.place,
            busy=timed is not None,
            parent=self.within.uid if self.within else "",
        )

    def _items(self) -> Iterator[_Facts]:
        for part in self.programme.parts:
            for item in part.items:
                if item.span and (item.shown is not Shown.NOT_AT_ALL or self._is_staffs):
                    yield self._item(part, item, item.span.start, item.span.end)

    def _item(self, part: Part, item: Item, start: datetime, end: datetime) -> _Facts:
        return _Facts(
            uid=item.uid,
            start=start,
            end=end,
            summary=self._summary(
                item_title(item, self.language, self.programme.languages), self.programme, short=True
            ),
            description=text.item_description(item, self.programme, self.language, self.links),
            place=part.place or self.programme.place,
            busy=True,
            parent=self.programme.uid,
        )

    def _days(self) -> Iterator[_Facts]:
        zone = ZoneInfo(self.programme.zone)
        for day in self.programme.days:
            if day.opens_at and day.closes_at:
                start = datetime.combine(day.on, day.opens_at, zone)
                yield self._opening(day, start, datetime.combine(day.on, day.closes_at, zone))

    def _opening(self, day: OpeningDay, start: datetime, end: datetime) -> _Facts:
        return _Facts(
            # A day has no identity of its own but its date within the event.
            uid=str(uuid5(NAMESPACE_OID, f"{self.programme.uid}/{day.on.isoformat()}")),
            start=start,
            end=end,
            summary=self._summary(self._title),
            description=text.day_description(day, self.programme, self.language, self.links),
            place=self.programme.place,
            busy=False,
            parent=self.programme.uid,
        )

    @property
    def _is_staffs(self) -> bool:
        return self.programme.audience is Audience.STAFF

    @property
    def _title(self) -> Wording:
        return self.programme.title.wording(self.language, self.programme.languages)

    def _summary(self, title: Wording, within: Programme | None = None, *, short: bool = False) -> Wording:
        words = [] if self.mark else [pgettext("status of an event", "Draft")]
        if self.status in text.STATUS_WORDS:
            words.append(str(text.STATUS_WORDS[self.status]))
        outer = None
        if within:
            wanted = within.short_title if short and within.short_title else within.title
            outer = wanted.wording(self.language, within.languages)
        return text.summary(title, words, outer)

    def _entry(self, facts: _Facts) -> Entry:
        start, end, zone = moments(facts.start, facts.end, self.programme.zone)
        starts_at = start.astimezone(UTC) if isinstance(start, datetime) else _midnight(start)
        vevent = Event()
        vevent.add("uid", facts.uid)
        vevent.add("dtstart", start)
        if end > start:
            vevent.add("dtend", end)
        add_text(vevent, "summary", self._tagged(facts.summary))
        add_text(vevent, "description", self._tagged(Wording(facts.description, self.language)), lines=True)
        self._add_revision(vevent, facts.start)
        self._add_state(vevent, facts.busy)
        self._add_place(vevent, facts.place)
        self._add_surroundings(vevent, facts.parent)
        return Entry(starts_at, facts.uid, zone, vevent.to_ical())

    def _tagged(self, wording: Wording) -> Wording:
        """A property has one language: that of most of it, where phrases that are never translated stand in it."""
        outer = self.within or self.programme
        return Wording(wording.text, main_language(wording, outer.phrases))

    def _add_revision(self, vevent: Event, start: date) -> None:
        mark = self.mark
        if mark is None:
            vevent.add("dtstamp", _midnight(start))
            vevent.add("sequence", 0)
            return
        vevent.add("dtstamp", mark.released_at.astimezone(UTC))
        vevent.add("last-modified", mark.released_at.astimezone(UTC))
        vevent.add("created", mark.first_released_at.astimezone(UTC))
        vevent.add("sequence", mark.sequence)

    def _add_state(self, vevent: Event, busy: bool) -> None:
        called_off = self.status in (Status.CANCELLED, Status.POSTPONED)
        vevent.add("status", self._ical_status())
        vevent.add("transp", "OPAQUE" if busy and not called_off else "TRANSPARENT")
        vevent.add("class", "PUBLIC")

    def _ical_status(self) -> str:
        if self.mark is None:
            return "TENTATIVE"
        if self.status is Status.CANCELLED:
            return "CANCELLED"
        return "TENTATIVE" if self.status in (Status.TENTATIVE, Status.POSTPONED) else "CONFIRMED"

    def _add_place(self, vevent: Event, place: Place | None) -> None:
        if place is None:
            return
        add_text(vevent, "location", text.location(place, self.language, self.programme.languages))
        if place.latitude is not None and place.longitude is not None:
            vevent.add("geo", (place.latitude, place.longitude))

    def _add_surroundings(self, vevent: Event, parent: str) -> None:
        categories = [str(text.EVENT_KINDS[self.programme.kind])]
        if self.programme.edition:
            name = self.programme.edition.occasion.name.wording(self.language, self.programme.languages)
            categories.append(text.one_line(name.text))
        vevent.add("categories", [category for category in categories if category])
        vevent.add("url", self.links.page)
        if self.links.pdf:
            vevent.add("attach", self.links.pdf, parameters={"FMTTYPE": "application/pdf"})
        if parent:
            vevent.add("related-to", parent, parameters={"RELTYPE": "PARENT"})


def _days(programme: Programme) -> tuple[date, date] | None:
    """Return the first and the last day, both included."""
    known = [programme.on, programme.until, *(day.on for day in programme.days)]
    days = [day for day in known if day]
    return (min(days), max(days)) if days else None


def moments(start: date, end: date, zone: str) -> tuple[date, date, str]:
    """Return start and end as they are to be written: days, times of the zone, or UTC, and the zone to name."""
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return start, end, ""
    start, end = (at.astimezone(ZoneInfo(zone)).replace(microsecond=0) for at in (start, end))
    if tells(zone, start) and tells(zone, end):
        return start, end, zone
    return start.astimezone(UTC), end.astimezone(UTC), ""


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def add_text(vevent: Event, name: str, wording: Wording, *, lines: bool = False) -> None:
    value = text.clean(wording.text) if lines else text.one_line(wording.text)
    if value:
        known = re.fullmatch(r"[A-Za-z]+(-[A-Za-z0-9]+)*", wording.language)
        vevent.add(name, value, parameters={"LANGUAGE": wording.language} if known else {})
