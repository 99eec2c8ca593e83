"""The silences of the occasions, for the calendar of who keeps them elsewhere: 12:00 in Baku is 13:00 in Islamabad."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from uuid import NAMESPACE_OID, uuid5

from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Event

from events.exports import ical_text as text
from events.exports.vevents import Entry, add_text, moments
from events.programme.kinds import silence_title
from events.programme.languages import clock
from events.programme.look_ahead import observed_on
from events.programme.occasion import AnchoredSilence, Occasion
from events.programme.text import Wording
from events.programme.timing import NonexistentTimeError, moment


def silence_entries(
    occasions: Sequence[Occasion],
    years: Iterable[int],
    zone: str,
    language: str,
    *,
    but: Collection[datetime] = (),
) -> list[Entry]:
    """Return each silence of these years on the clock of ``zone``, without stamps; none at the moments ``but``."""
    with translation.override(language):
        return [
            _entry(occasion, occasion.silence, at, zone, language)
            for year in years
            for occasion in occasions
            if occasion.silence
            for at in _moment(occasion, occasion.silence, year)
            if at not in but
        ]


def _moment(occasion: Occasion, silence: AnchoredSilence, year: int) -> Iterator[datetime]:
    """Yield the moment, in a year that has it."""
    if day := observed_on(occasion, year):
        with suppress(NonexistentTimeError):
            yield moment(silence.at, day, silence.zone)


def _entry(occasion: Occasion, silence: AnchoredSilence, at: datetime, zone: str, language: str) -> Entry:
    until = (at.astimezone(UTC) + silence.duration).astimezone(at.tzinfo)
    start, end, named = moments(at, until, zone)
    name = occasion.name.wording(language, ("en",))
    city = silence.city.wording(language, ("en",)).text or silence.zone
    vevent = Event()
    uid = str(uuid5(NAMESPACE_OID, f"{occasion.slug}/{at.date().isoformat()}"))
    vevent.add("uid", uid)
    vevent.add("dtstart", start)
    vevent.add("dtend", end)
    title = silence_title(silence.duration).wording(language, ("en",))
    add_text(vevent, "summary", text.summary(title, (), name))
    there = _("Minute of silence at %(kept)s in %(where)s") % {"kept": clock(silence.at), "where": city}
    add_text(vevent, "description", Wording(there, language))
    vevent.add("status", "CONFIRMED")
    vevent.add("transp", "OPAQUE")
    vevent.add("class", "PUBLIC")
    vevent.add("categories", [text.one_line(name.text)])
    return Entry(at.astimezone(UTC), uid, named, vevent.to_ical())
