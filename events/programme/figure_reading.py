"""Figures in a text that speak of a subject of the ledger: "150 killed", "more than 700 wounded", "убито сто сорок".

A number belongs to the words of the subject that are nearest to it in the same clause. Years, days, hours, lengths,
ordinals and what is counted otherwise ("300 pages") are passed over, and so is what is no number in its place ("one").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from events.programme.choices import Qualifier
from events.programme.figure_words import SPEECH, SUBJECTS, Speech
from events.programme.number_reading import count_pattern, counts_alone, number_of, ordinal_behind

DIGIT = "[0-9٠-٩۰-۹]"
SEPARATOR = "[.,'’٬\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE} ]"
NUMBER = (
    rf"(?:{DIGIT}{{1,2}}(?:,{DIGIT}{{2}})+,{DIGIT}{{3}}|{DIGIT}{{1,3}}(?:{SEPARATOR}{DIGIT}{{3}})+|{DIGIT}+)"
)
ALONE_BEFORE = rf"(?<!\w)(?<!{DIGIT}[.,:/'’-])"
ALONE_BEHIND = rf"(?!\w)(?![.,:/]{DIGIT})"
CLAUSE_ENDS = re.compile(r"[!?;\n()؟؛۔]|\.(?=\s|$)")
WORD = re.compile(r"\w+")
YEARS = range(1800, 2100)
# How many words may stand between a number and what it counts; more where people are named right behind the number.
NEAR, FAR = 2, 12
COMMA = 2
# The letters before a number in which a word that makes it none is looked for.
WORD_AHEAD = 40


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what is said of it; ``most`` is the upper end of a range."""

    qualifier: Qualifier
    value: int
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Figures that a text gives for a subject: several where it says "147 or 150".

    Without a ``subject`` the text says people and no more ("147 nəfər"). ``start`` and ``end`` hold the number with its
    qualifier, ``close`` is where the words around it end.
    """

    subject: str
    figures: tuple[Figure, ...]
    begin: int
    start: int
    end: int
    close: int


@dataclass(frozen=True, slots=True)
class _Counted:
    figures: tuple[Figure, ...]
    start: int
    end: int
    people: bool


@dataclass(frozen=True, slots=True)
class _Named:
    subject: str
    start: int
    end: int


# The same texts are read again for each list of what is open: those of as many events as a desk looks at.
@lru_cache(8192)
def read_figures(text: str, language: str) -> tuple[Mention, ...]:
    """Return the figures in their order; none in a language without a table of words."""
    if language not in SPEECH:
        return ()
    counted, named = list(_counted(text, language)), list(_named(text, language))
    pairs = sorted(
        (score, number.start, word.start, number, word)
        for number, word in _neighbours(counted, named)
        if (score := _distance(text, number, word)) is not None
    )
    taken: set[object] = set()
    found = []
    for _score, _number_at, _word_at, number, word in pairs:
        if number not in taken and word not in taken:
            taken |= {number, word}
            close = _close(text, language, max(number.end, word.end))
            begin = min(number.start, word.start)
            found.append(Mention(word.subject, number.figures, begin, number.start, number.end, close))
    for number in counted:
        if number.people and number not in taken:
            close = _close(text, language, number.end)
            found.append(Mention("", number.figures, number.start, number.start, number.end, close))
    return tuple(sorted(found, key=lambda each: each.start))


def _neighbours(counted: list[_Counted], named: list[_Named]) -> Iterator[tuple[_Counted, _Named]]:
    """Yield each number with each word of a subject where no other of either begins between them."""
    marks: list[_Counted | _Named] = sorted([*counted, *named], key=lambda each: each.start)
    for place, first in enumerate(marks):
        nearest = None
        for last in islice(marks, place + 1, None):
            if nearest is not None and last.start > nearest:
                break
            if last.start >= first.end:
                nearest = last.start
            if isinstance(first, _Counted) and isinstance(last, _Named):
                yield first, last
            elif isinstance(first, _Named) and isinstance(last, _Counted):
                yield last, first


def _distance(text: str, number: _Counted, word: _Named) -> float | None:
    """Return how far the number is from the words of the subject, None where they don't belong together."""
    first, last = (number, word) if number.start < word.start else (word, number)
    between = text[first.end : last.start]
    if CLAUSE_ENDS.search(between):
        return None
    words = len(WORD.findall(between))
    commas = sum(between.count(mark) for mark in ",،")
    if words > (FAR if number.people else NEAR) or (commas and not number.people):
        return None
    return words + COMMA * commas + (0 if first is number else 0.5)


def _close(text: str, language: str, end: int) -> int:
    """Return where a remark may be put in: behind the people who stand right behind a number."""
    people = re.compile(rf"\s+(?:{SPEECH[language].people})\b", re.IGNORECASE).match(text, end)
    return people.end() if people else end


def _named(text: str, language: str) -> Iterator[_Named]:
    for subject, words in SUBJECTS.items():
        for match in re.finditer(rf"\b(?:{words[language]})(?!\w)", text, re.IGNORECASE):
            yield _Named(subject, match.start(), match.end())


def _counted(text: str, language: str) -> Iterator[_Counted]:
    speech = SPEECH[language]
    days = [match.span() for match in _days(language).finditer(text)]
    for match in _numbers(language).finditer(text):
        if any(start < match.end("number") and match.start("number") < end for start, end in days):
            continue
        if _counts_no_people(text, match, speech, language) or not _says_a_number(
            text, match, speech, language
        ):
            continue
        yield _Counted(
            tuple(_figures(match, speech, language)),
            match.start(),
            match.end(),
            _has_people(text, match, speech),
        )


def _says_a_number(text: str, match: re.Match[str], speech: Speech, language: str) -> bool:
    """Whether words are a number: not the "one" of "one of them", the "hundred" of "several hundred", an hour."""
    if match["first"][0].isdecimal():
        return True
    before = rf"(?<!\w)(?:{speech.no_number_behind})\s+$"
    ahead = text[max(0, match.start() - WORD_AHEAD) : match.start()]
    return counts_alone(match["number"], language) and not re.search(before, ahead, re.IGNORECASE)


def _figures(match: re.Match[str], speech: Speech, language: str) -> Iterator[Figure]:
    qualifier = _qualifier(match, speech)
    first = _value(match["first"], match["first_times"], speech, language)
    if match["second"] is None:
        yield Figure(qualifier, first)
        return
    second = _value(match["second"], match["second_times"], speech, language)
    if match["either"]:
        yield Figure(qualifier, first)
        yield Figure(qualifier, second)
    else:
        yield Figure(Qualifier.BETWEEN, first, second)


def _qualifier(match: re.Match[str], speech: Speech) -> Qualifier:
    for said, table in ((match["before"], speech.before), (match["behind"], speech.behind)):
        for qualifier, words in table.items():
            if said and re.fullmatch(words, said, re.IGNORECASE):
                return qualifier
    return Qualifier.EXACTLY


def _counts_no_people(text: str, match: re.Match[str], speech: Speech, language: str) -> bool:
    """Whether it is an ordinal ("33-cü", "44-day"), a year, or counts something that is no people."""
    rest = text[match.end() :]
    if re.match(r"[-'’]\w|\s?%", rest):
        return True
    return _is_year(match, language) or bool(
        re.match(rf"\s+(?:{speech.not_people})(?!\w)", rest, re.IGNORECASE)
    )


def _is_year(match: re.Match[str], language: str) -> bool:
    number = match["first"]
    if match["first_times"] or (number[0].isdecimal() and not re.fullmatch(rf"{DIGIT}{{4}}", number)):
        return False
    return (int(number) if number.isdecimal() else number_of(number, language)) in YEARS


def _has_people(text: str, match: re.Match[str], speech: Speech) -> bool:
    return bool(re.match(rf"\s+(?:\w+\s+)?(?:{speech.people})(?!\w)", text[match.end() :], re.IGNORECASE))


def _value(number: str, times: str | None, speech: Speech, language: str) -> int:
    in_figures = number[0].isdecimal()
    value = int(re.sub(SEPARATOR, "", number)) if in_figures else number_of(number, language)
    for words, many in speech.times.items():
        if times and re.fullmatch(words, times, re.IGNORECASE):
            return value * many
    return value


def _in_letters(language: str) -> str:
    return rf"(?<![\w\u2010'’-]){count_pattern(language)}(?!{ordinal_behind(language)})"


@cache
def _numbers(language: str) -> re.Pattern[str]:
    """A number, a range ("131–170") or two of them ("147 or 150"), with what qualifies it."""
    speech = SPEECH[language]
    before = "|".join(speech.before.values()) or "(?!)"
    behind = "|".join(speech.behind.values()) or "(?!)"
    times = "|".join(speech.times)
    number = f"(?:{NUMBER}|{_in_letters(language)})"
    first = rf"(?P<first>{number})(?:\s+(?P<first_times>{times})(?!\w))?"
    second = rf"(?P<second>{number})(?:\s+(?P<second_times>{times})(?!\w))?"
    joined = rf"(?:\s*[-–—]\s*|\s+(?P<either>{speech.either})\s+)"
    return re.compile(
        rf"(?:\b(?P<before>{before})\s+)?{ALONE_BEFORE}(?P<number>{first}(?:{joined}{second})?)"
        rf"(?:(?P<behind>{behind})(?!\w)|{ALONE_BEHIND})",
        re.IGNORECASE,
    )


@cache
def _days(language: str) -> re.Pattern[str]:
    """Days and years: "19 to 20 January 1990", "January 20", "1990 года", "nineteen ninety"."""
    speech = SPEECH[language]
    joined = rf"(?:[-'’]\w+)?\s*(?:[-–—]|\s(?:{speech.joiners})\s|\s)\s*"
    month = rf"(?:{speech.months})\w*"
    day = rf"(?:{DIGIT}{{1,2}}(?:[-'’]\w+)?|(?i:{_in_letters(language)}))"
    after = rf"(?:{day}{joined})?{day}\s+{month}(?:\s+{DIGIT}{{4}})?"
    before = rf"\b{month}\s+{day}(?:{joined}{day})?(?!{DIGIT})(?:,?\s+{DIGIT}{{4}})?|\b{month}\s+{DIGIT}{{4}}"
    year = rf"{DIGIT}{{4}}\s*(?:{speech.year_words})(?!\w)"
    flags = 0 if language == "en" else re.IGNORECASE
    spoken = (
        rf"|\b(?:eighteen|nineteen|twenty)[\s-]+(?=\w){count_pattern(language)}" if language == "en" else ""
    )
    return re.compile(rf"{after}|{before}|{year}{spoken}", flags)
