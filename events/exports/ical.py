"""Calendar files and feeds (RFC 5545, 7986), as ``docs/file-formats.md`` describes them.

Nothing in them comes from the clock: the same arguments give the same octets.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, vDuration, vText

from events.exports import EmptyProgrammeError
from events.exports.ical_text import one_line
from events.exports.vevents import Entry, vevents
from events.exports.vtimezone import vtimezone
from events.programme.languages import LANGUAGES
from events.programme.text import Wording
from events.programme.value import Programme

# Raise it with every change of what is written: it is in the ETags of feeds.
VERSION = 4
# Constant for good: some programs take another PRODID for another calendar.
PRODID = "-//Ceremony planner//Calendars//EN"
COLOUR, APPLE_COLOUR = "darkslategray", "#2F4F4FFF"
REFRESH = timedelta(hours=1)
END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class About:
    """What a feed says about itself. ``zone`` is that of most of its times, ``source`` its own address:
    empty where that is a secret."""

    name: Wording
    description: str
    url: str
    source: str
    zone: str
    revised_at: datetime | None = None


def render(programme: Programme, languages: tuple[str, ...], site_url: str) -> bytes:
    """Return the event as a calendar file in the first of the languages; nothing in it but what is public.

    It has no METHOD, and so its DTSTAMP means "last revised" as in the feeds. A draft is marked in its summary,
    TENTATIVE, stamped with midnight UTC of its day. Raises EmptyProgrammeError where no day is known.
    """
    language = written_language(languages or (programme.own_language,))
    entries = vevents(programme, language, site_url)
    if not entries:
        raise EmptyProgrammeError(
            "The day of this event is not known yet: there is nothing to put in a calendar."
        )
    return calendar(entries)


def written_language(languages: Sequence[str]) -> str:
    """Return the first of the languages in which there are words for a calendar, else English."""
    return next((language for language in languages if language in LANGUAGES), "en")


def calendar(entries: Sequence[Entry], about: About | None = None) -> bytes:
    """Return the entries as one calendar, by start and UID, with the time zones that they name."""
    head = Calendar()
    head.add("version", "2.0")
    head.add("prodid", PRODID)
    head.add("calscale", "GREGORIAN")
    if about:
        _describe(head, about)
    zones = sorted({entry.zone for entry in entries if entry.zone})
    if about and not entries:
        # A calendar has to hold something.
        zones = [about.zone]
    parts = [vtimezone(zone) for zone in zones] + [entry.octets for entry in sorted(entries)]
    return head.to_ical().removesuffix(END) + b"".join(parts) + END


def _describe(head: Calendar, about: About) -> None:
    name, description = one_line(about.name.text), one_line(about.description)
    # icalendar takes these for something else than text, and would not escape them.
    head.add("name", vText(name))
    head.add("x-wr-calname", vText(name))
    head.add("description", description)
    head.add("x-wr-caldesc", vText(description))
    head.add("x-wr-timezone", vText(about.zone))
    head.add("color", COLOUR)
    head.add("x-apple-calendar-color", vText(APPLE_COLOUR))
    head.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    head.add("x-published-ttl", vDuration(REFRESH))
    head.add("url", about.url)
    if about.source:
        head.add("source", about.source, parameters={"VALUE": "URI"})
    if about.revised_at:
        head.add("last-modified", about.revised_at.astimezone(UTC))
