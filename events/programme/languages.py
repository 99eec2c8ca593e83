"""Dates, times and lists in the five languages, and the direction of a text.

The tables are our own. Babel's stand-alone names leak from one language into another within a process, Django gives
Azerbaijani the wrong direction and Urdu dates in English order: pages, print and feeds all use this one formatter.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from events.programme.language_words import ENGLISH, Direction
from events.programme.language_words import LANGUAGES as LANGUAGES
from events.programme.language_words import Language as Language

FIRST_STRONG_ISOLATE = "\N{FIRST STRONG ISOLATE}"
POP_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"
MINUS = "\N{MINUS SIGN}"
SHORT_ENOUGH_FOR_SECONDS = 120
# Languages in which a quotation or a name may stand, beside the five that have dates.
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


class UnknownLanguageError(ValueError):
    """The planner has no dates and words of its own in this language."""


def direction(language: str) -> Direction:
    """Return the direction of a text in ``language``; also for languages that have no dates here."""
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def long_date(day: date, language: str) -> str:
    """Return the day with its weekday: "Friday, 20 January 2023"."""
    weekday = weekday_name(day, language)
    return _words(language).long_date.format(weekday=weekday, date=full_date(day, language))


def full_date(day: date, language: str) -> str:
    """Return the day without its weekday: "20 January 2023"."""
    words = _words(language)
    return words.date.format(day=day.day, month=words.months[day.month - 1], year=day.year)


def day_and_month(day: date, language: str) -> str:
    """Return "20 January"; the order is the same in the five languages."""
    return f"{day.day} {_words(language).months[day.month - 1]}"


def date_range(first: date, last: date, language: str) -> str:
    """Return the days from ``first`` to ``last``, both included: "19–27 January 2015".

    Month and year are said once where they are the same. Raises ValueError if ``last`` is before ``first``.
    """
    if last < first:
        raise ValueError(f"the last day, {last}, is before the first, {first}")
    words = _words(language)
    if first == last:
        return full_date(first, language)
    if first.year != last.year:
        return words.days_of_years.format(first=full_date(first, language), last=full_date(last, language))
    if first.month != last.month:
        return words.days_of_months.format(
            first=day_and_month(first, language), last=day_and_month(last, language), year=last.year
        )
    month = words.months[last.month - 1]
    return words.days_of_month.format(first=first.day, last=last.day, month=month, year=last.year)


def month_title(year: int, month: int, language: str) -> str:
    """Return a month as a heading, in the nominative: "Январь 2023"."""
    return f"{_words(language).month_titles[month - 1]} {year}"


def weekday_name(day: date, language: str) -> str:
    return _words(language).weekdays[day.weekday()]


def weekday_names(language: str) -> tuple[str, ...]:
    return _words(language).weekdays


def short_weekday_names(language: str) -> tuple[str, ...]:
    return _words(language).short_weekdays


def clock(at: datetime | time) -> str:
    """Return the clock time as it stands, without a zone: "10:09", and "12:00:30" only where seconds matter."""
    return f"{at.hour:02}:{at.minute:02}:{at.second:02}" if at.second else f"{at.hour:02}:{at.minute:02}"


def length(duration: timedelta, language: str) -> str:
    """Return how long something takes, to the second: "25 min", "1 h 30 min", "90 s", "2 min 30 s"."""
    words = _words(language)
    seconds = round(duration.total_seconds())
    if seconds < 0:
        raise ValueError(f"a length cannot be negative: {duration}")
    if seconds % 60 and seconds < SHORT_ENOUGH_FOR_SECONDS:
        return f"{seconds} {words.seconds}"
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    said = []
    if hours:
        said.append(f"{hours} {words.hours[hours > 1]}")
    if minutes or not (hours or rest):
        said.append(f"{minutes} {words.minutes}")
    if rest:
        said.append(f"{rest} {words.seconds}")
    return " ".join(said)


def utc_offset(at: datetime) -> str:
    """Return how far the clocks are from UTC at that moment: "UTC+5", "UTC+5:30", "UTC−3", "UTC"."""
    offset = at.utcoffset()
    if offset is None:
        raise ValueError("a moment without a zone has no offset from UTC")
    seconds = abs(round(offset.total_seconds()))
    if not seconds:
        return "UTC"
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    sign = MINUS if offset < timedelta(0) else "+"
    fraction = f":{minutes:02}:{rest:02}" if rest else f":{minutes:02}" if minutes else ""
    return f"UTC{sign}{hours}{fraction}"


def isolate(text: str) -> str:
    """Return the text so that it cannot turn its neighbours round, where no markup can say its direction."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def comma(language: str) -> str:
    """Return the comma between two names, with its blank."""
    return LANGUAGES.get(language, ENGLISH).comma


def semicolon(language: str) -> str:
    return LANGUAGES.get(language, ENGLISH).semicolon


def full_stop(language: str) -> str:
    return LANGUAGES.get(language, ENGLISH).full_stop


def days_of_year(first: date, last: date, language: str) -> str:
    """Return the days from ``first`` to ``last`` without the year: "19–27 January", "30 January – 2 February"."""
    through, end = _words(language).through, day_and_month(last, language)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{through}{end}"
    return f"{day_and_month(first, language)} {through.strip()} {end}"


def join_list(texts: Sequence[str], language: str) -> str:
    """Return "A, B and C"."""
    if len(texts) < 2:
        return "".join(texts)
    return f"{comma(language).join(texts[:-1])} {_words(language).conjunction} {texts[-1]}"


def quoted(text: str, language: str) -> str:
    """Return the text between the quotation marks of the language."""
    opening, closing = LANGUAGES.get(language, ENGLISH).quotes
    return f"{opening}{text}{closing}"


def capitalised(text: str, language: str) -> str:
    """Return the text with a capital at its head: in Azerbaijani and Turkish that of i has its dot."""
    first = "İ" if text[:1] == "i" and language in ("az", "tr") else text[:1].upper()
    return first + text[1:]


def figure(number: int, language: str) -> str:
    """Return a whole number with its thousands apart: 250,000, 250.000, 250 000."""
    return f"{number:,}".replace(",", _words(language).thousands)


def _words(language: str) -> Language:
    try:
        return LANGUAGES[language]
    except KeyError:
        known = ", ".join(LANGUAGES)
        raise UnknownLanguageError(
            f"there are no dates in the language “{language}”, only in {known}"
        ) from None
