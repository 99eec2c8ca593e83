"""Which one in a row, in figures: "33rd", "33-cü", "33-я", "33ویں", "33.", and "33'üncü"."""

from enum import StrEnum

from events.programme.languages import UnknownLanguageError


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

# Endings follow the vowels of the last word that is spoken: bir, iki, üç ... on, iyirmi ... yüz, min.
AZERBAIJANI_UNITS = ("", "ci", "ci", "cü", "cü", "ci", "cı", "ci", "ci", "cu")
AZERBAIJANI_TENS = ("", "cu", "ci", "cu", "cı", "ci", "cı", "ci", "ci", "cı")
AZERBAIJANI_HUNDRED = "cü"
AZERBAIJANI_THOUSAND = "ci"

# The same of bir, iki, üç ... on, yirmi ... yüz, bin; after a consonant with the vowel before it.
TURKISH_UNITS = ("", "inci", "nci", "üncü", "üncü", "inci", "ncı", "nci", "inci", "uncu")
TURKISH_TENS = ("", "uncu", "nci", "uncu", "ıncı", "nci", "ıncı", "inci", "inci", "ıncı")
TURKISH_HUNDRED = "üncü"
TURKISH_THOUSAND = "inci"

# Feminine, as "برسی" and "سالگرہ" are.
URDU_IRREGULAR = {1: "پہلی", 2: "دوسری", 3: "تیسری", 4: "چوتھی", 6: "چھٹی"}


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
        return f"{number}-{azerbaijani_ending(number)}"
    if language == "ru":
        return f"{number}-{RUSSIAN_ENDINGS.get(Case(case), RUSSIAN_OBLIQUE_ENDING)}"
    if language == "ur":
        return URDU_IRREGULAR.get(number, f"{number}ویں")
    if language == "tr":
        return f"{number}."
    raise UnknownLanguageError(f"there are no ordinals in the language “{language}”")


def azerbaijani_ending(number: int) -> str:
    return _harmonious(number, AZERBAIJANI_UNITS, AZERBAIJANI_TENS, AZERBAIJANI_HUNDRED, AZERBAIJANI_THOUSAND)


def turkish_ending(number: int) -> str:
    """Return what stands behind the apostrophe, where the ordinal is not written with a point: "36'ncı"."""
    return _harmonious(number, TURKISH_UNITS, TURKISH_TENS, TURKISH_HUNDRED, TURKISH_THOUSAND)


def _harmonious(
    number: int, units: tuple[str, ...], tens: tuple[str, ...], hundred: str, thousand: str
) -> str:
    if number % 10:
        return units[number % 10]
    if number % 100:
        return tens[number % 100 // 10]
    return hundred if number % 1000 else thousand


def _english_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
