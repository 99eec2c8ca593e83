"""What the documents of the team say that guests do not read: clocks to the second, other cities, the release."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from zoneinfo import ZoneInfo

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from events.exports.pdf.masthead import day_and_hours
from events.exports.pdf.voice import CLOSE_ISOLATE, NOTHING, OPEN_ISOLATE, Voice, joined, sentence
from events.programme.agenda import Item
from events.programme.choices import Kind, StartMode
from events.programme.languages import clock, full_date
from events.programme.people import Contribution
from events.programme.text import Text
from events.programme.value import Programme

LINE_OF_PLACE = 48
LTR = OPEN_ISOLATE["ltr"]


def exact_clock(at: datetime) -> str:
    """Return the clock time with its seconds, also where they are 00: a silence is kept to the second."""
    return f"{at:%H:%M:%S}"


def clocks(item: Item) -> list[str]:
    """Return when the item begins; for a silence when it ends as well, both to the second."""
    if not item.span:
        return []
    if item.kind is Kind.SILENCE:
        return [
            exact_clock(item.span.start),
            f"{LTR}–\N{HAIR SPACE}{exact_clock(item.span.end)}{CLOSE_ISOLATE}",
        ]
    return [clock(item.span.start)]


def elsewhere(item: Item, programme: Programme, voice: Voice) -> SafeString:
    """Return the clock of the city in which the item is anchored, where that is another one."""
    zone = item.start.zone
    if item.start.mode is not StartMode.ANCHORED or not item.span or not zone or zone == programme.zone:
        return NOTHING
    said = exact_clock if item.kind is Kind.SILENCE else clock
    at = said(item.span.start.astimezone(ZoneInfo(zone)))
    return joined(" ", [at, voice.say(_city(zone, programme))])


def in_pairs(contributions: Iterable[Contribution]) -> Iterator[tuple[Contribution, str, bool]]:
    """Yield each with the number of its pair and whether it leads that, by the number of the group; those who go alone,
    without a number, are first."""
    contributions = list(contributions)
    yield from ((each, "", True) for each in contributions if each.group is None)
    grouped = [each for each in contributions if each.group is not None]
    pairs = groupby(sorted(grouped, key=attrgetter("group")), key=attrgetter("group"))
    for number, (_group, together) in enumerate(pairs, start=1):
        yield from ((each, str(number), place == 0) for place, each in enumerate(together))


def when_and_where_in_short(programme: Programme, voice: Voice) -> list[SafeString]:
    """Return the days, the hours, the city and the place, as the line over each page has room for them."""
    place = programme.place
    places = [place.city, place.name or place.room] if place else []
    in_short = [voice.short(each, LINE_OF_PLACE) for each in places]
    return [*day_and_hours(programme, voice), *(each for each in in_short if each)]


def as_of(programme: Programme, voice: Voice) -> SafeString:
    """Say which release this is and as of when, at the place: the sheet itself knows no other moment."""
    release = programme.release
    if not release:
        return SafeString(gettext("Working copy, not released"))
    released_at = release.released_at.astimezone(ZoneInfo(programme.zone))
    return sentence(
        gettext("Release %(number)s, as of %(date)s, %(time)s"),
        number=release.number,
        date=full_date(released_at.date(), voice.language),
        time=clock(released_at.replace(second=0)),
    )


def _city(zone: str, programme: Programme) -> Text:
    silence = programme.edition.occasion.silence if programme.edition else None
    if silence and silence.zone == zone and silence.city:
        return silence.city
    return Text.of({"en": zone.rpartition("/")[2].replace("_", " ")})
