"""The number of an anniversary in words: "33rd anniversary of the 20 January tragedy"."""

from enum import StrEnum

from events.programme.languages import UnknownLanguageError
from events.programme.text import Wording
from events.programme.value import Edition


class Case(StrEnum):
    """The Russian case in which "годовщина" stands; the other languages do not bend the number for it."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


RUSSIAN_ENDINGS = {Case.NOMINATIVE: "я", Case.ACCUSATIVE: "ю"}
RUSSIAN_OBLIQUE_ENDING = "й"

# Azerbaijani endings follow the vowels of the last word that is spoken: bir, iki, üç ... on, iyirmi ... yüz, min.
AZERBAIJANI_UNITS = ("", "ci", "ci", "cü", "cü", "ci", "cı", "ci", "ci", "cu")
AZERBAIJANI_TENS = ("", "cu", "ci", "cu", "cı", "ci", "cı", "ci", "ci", "cı")
AZERBAIJANI_HUNDRED = "cü"
AZERBAIJANI_THOUSAND = "ci"

# Feminine, as "برسی" and "سالگرہ" are.
URDU_IRREGULAR = {1: "پہلی", 2: "دوسری", 3: "تیسری", 4: "چوتھی", 6: "چھٹی"}

PATTERNS = {
    "en": "{ordinal} anniversary of {of}",
    "az": "{of} {ordinal} ildönümü",
    "ru": "{ordinal} годовщина {of}",
    # "برسی" commemorates a death; "سالگرہ" is for what one is glad of.
    "ur": "{of} {ordinal} برسی",
    "tr": "{of} {ordinal} yıl dönümü",
}
URDU_HAPPY_PATTERN = "{of} {ordinal} سالگرہ"


def ordinal(number: int, language: str, case: Case | str = Case.NOMINATIVE) -> str:
    """Return the ordinal as it stands before the word for an anniversary: "33rd", "33-cü", "33-я", "33ویں", "33.".

    ``case`` matters in Russian alone: "в 33-ю годовщину" is the accusative, "к 33-й годовщине" the dative.
    Raises ValueError for a number below 1.
    """
    if number < 1:
        raise ValueError(f"there is no anniversary number {number}")
    if language == "en":
        return f"{number}{_english_ending(number)}"
    if language == "az":
        return f"{number}-{_azerbaijani_ending(number)}"
    if language == "ru":
        return f"{number}-{RUSSIAN_ENDINGS.get(Case(case), RUSSIAN_OBLIQUE_ENDING)}"
    if language == "ur":
        return URDU_IRREGULAR.get(number, f"{number}ویں")
    if language == "tr":
        return f"{number}."
    raise UnknownLanguageError(f"there are no ordinals in the language “{language}”")


def anniversary(edition: Edition, language: str, fallback: tuple[str, ...] = ()) -> Wording:
    """Return which anniversary the edition is, whole in ``language`` or whole in another one that has the words.

    Empty in the year of the event itself and before it, and where the occasion has no words for "anniversary of".
    """
    names = dict(edition.occasion.of_name.versions)
    number = edition.anniversary
    for candidate in (language, *fallback, *PATTERNS):
        if number > 0 and candidate in names and candidate in PATTERNS:
            pattern = PATTERNS[candidate]
            if candidate == "ur" and not edition.occasion.register.mourns:
                pattern = URDU_HAPPY_PATTERN
            text = pattern.format(ordinal=ordinal(number, candidate), of=names[candidate])
            return Wording(text, candidate)
    return Wording("", language)


def _english_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _azerbaijani_ending(number: int) -> str:
    if number % 10:
        return AZERBAIJANI_UNITS[number % 10]
    if number % 100:
        return AZERBAIJANI_TENS[number % 100 // 10]
    if number % 1000:
        return AZERBAIJANI_HUNDRED
    return AZERBAIJANI_THOUSAND
