"""What a calendar holds, as another program reads it."""

from icalendar import Calendar

from events.exports.ical import calendar
from events.exports.vevents import vevents
from tests.exports.released import SITE


def entries(octets):
    return Calendar.from_ical(octets).walk("VEVENT")


def entry(programme, language="en", **options):
    (only,) = vevents(programme, language, SITE, **options)
    (event,) = entries(calendar([only]))
    return event


def description(programme, language="en"):
    return str(entry(programme, language)["DESCRIPTION"])
