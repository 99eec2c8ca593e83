"""Days, hours and lengths as people write them. What cannot be read is answered with a sentence that helps."""

import re
from calendar import monthrange
from datetime import date, time, timedelta

from events.programme.fold import fold
from events.programme.language_words import LANGUAGES

# Digits as they are typed in Islamabad.
DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
CLOCK = re.compile(r"(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?")
BARE_HOUR = re.compile(r"\d{1,2}")
LENGTH = re.compile(r"(?:(\d{1,2}):)?(\d{1,4}):(\d{1,2})")
UNITS = re.compile(
    r"(?:(\d{1,2})\s*(?:h|hr|hrs|hours?)\s*)?(?:(\d{1,4})\s*(?:m|min|mins|minutes?)\s*)?"
    r"(?:(\d{1,5})\s*(?:s|sec|secs|seconds?))?",
    re.IGNORECASE,
)
BARE_MINUTES = re.compile(r"\d{1,4}")
ISO_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]00:00:00)?")
DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
YEAR = re.compile(r"\d{4}")
NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
LONGEST = timedelta(hours=24)
FIRST_YEAR, LAST_YEAR = 1900, 2200
# Every name of a month in the five languages, and the English ones cut short.
MONTHS = {
    fold(name): number
    for language in LANGUAGES.values()
    for names in (language.months, language.month_titles)
    for number, name in enumerate(names, 1)
} | {fold(name[:3]): number for number, name in enumerate(LANGUAGES["en"].months, 1)}


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for the catalogues: the desk says it in the member's language."""
    return sentence


class UnreadableError(ValueError):
    """The text is not what was asked for. ``sentence`` says what to write instead; it takes ``values``."""

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence % values)
        self.sentence, self.values = sentence, values


def read_clock(text: str) -> time:
    """Return a time of day: "10:09", "9.05", "12:00:30", "10". Raises UnreadableError."""
    text = _plain(text)
    found = CLOCK.fullmatch(text)
    if BARE_HOUR.fullmatch(text):
        hours, minutes, seconds = int(text), 0, 0
    elif found:
        hours, minutes, seconds = (int(number or 0) for number in found.groups())
    else:
        raise UnreadableError(
            gettext_noop("“%(text)s” isn’t a time of day. Write, for instance, 10:15."), text=_short(text)
        )
    if hours > 23:
        raise UnreadableError(gettext_noop("Hours go up to 23. Write, for instance, 10:15."))
    if minutes > 59:
        raise UnreadableError(gettext_noop("Minutes go up to 59. Write, for instance, 10:15."))
    if seconds > 59:
        raise UnreadableError(gettext_noop("Seconds go up to 59. Write, for instance, 12:00:30."))
    return time(hours, minutes, seconds)


def read_length(text: str) -> timedelta:
    """Return a length: "7" and "7:30" are minutes, "1:30:00" hours, "90 s", "1 h 30 min". Raises UnreadableError."""
    text = _plain(text)
    if BARE_MINUTES.fullmatch(text):
        text = f"{text} min"
    clock, units = LENGTH.fullmatch(text), UNITS.fullmatch(text)
    found = clock or units
    if not found or not any(found.groups()):
        raise UnreadableError(
            gettext_noop(
                "“%(text)s” isn’t a length. Write minutes (7), minutes and seconds (7:30), or 90 s."
            ),
            text=_short(text),
        )
    hours, minutes, seconds = (int(number or 0) for number in found.groups())
    if clock and seconds > 59:
        raise UnreadableError(gettext_noop("Seconds go up to 59. Write, for instance, 7:30."))
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if length > LONGEST:
        raise UnreadableError(gettext_noop("An item lasts at most 24 hours."))
    return length


def length_figures(length: timedelta) -> str:
    """Return a length as ``read_length`` takes it back, in minutes and seconds: "07:30", "90:00"."""
    minutes, seconds = divmod(length // timedelta(seconds=1), 60)
    return f"{minutes:02d}:{seconds:02d}"


def read_day(text: str) -> date:
    """Return a day: "20 January 2023" in any of the languages, "20.01.2023", "2023-01-20". Raises UnreadableError."""
    text = _plain(text)
    if iso := ISO_DAY.fullmatch(text):
        year, month, day = map(int, iso.groups())
    elif numbers := DAY_FIRST.fullmatch(text):
        day, month, year = map(int, numbers.groups())
    else:
        day, month, year = _in_words(text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnreadableError(gettext_noop("The year %(year)s is not one to plan for."), year=year)
    if not 1 <= month <= 12:
        raise UnreadableError(gettext_noop("A year has 12 months. Write, for instance, 20 January 2023."))
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise UnreadableError(gettext_noop("That month of %(year)s has %(last)s days."), year=year, last=last)
    return date(year, month, day)


def _in_words(text: str) -> tuple[int, int, int]:
    words = fold(text).split()
    months = [MONTHS[word] for word in words if word in MONTHS]
    years = [int(word) for word in words if YEAR.fullmatch(word)]
    days = [int(found[1]) for word in words if (found := NUMBER.fullmatch(word))]
    if len(months) != 1 or len(years) != 1 or len(days) != 1:
        raise UnreadableError(
            gettext_noop("“%(text)s” isn’t a day. Write, for instance, 20 January 2023."), text=_short(text)
        )
    return days[0], months[0], years[0]


def _plain(text: str) -> str:
    return " ".join(text.translate(DIGITS).split())


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
