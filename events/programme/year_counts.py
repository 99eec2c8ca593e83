"""How the five languages write a number of years and the number of an anniversary, and how either is put right.

A form finds the words with their number: ``n`` in figures or ``w`` written out. ``right`` says what stands there for
another number, with all else as it was found.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from events.programme.number_reading import count_pattern, flat, number_of, ordinal_pattern
from events.programme.number_words import LARGEST, in_words, ordinal_in_words
from events.programme.ordinals import Case, azerbaijani_ending, ordinal, turkish_ending

FIGURES = r"(?<![\d.,\u066b\u066c])(?P<n>\d{1,3})(?![\d])"
HYPHEN = "[-\u2010\u2011\u2013]"
RUSSIAN_CASES = {
    "а": Case.NOMINATIVE,
    "у": Case.ACCUSATIVE,
    "ы": Case.GENITIVE,
    "е": Case.DATIVE,
    "ой": Case.INSTRUMENTAL,
}
URDU_ZERO = ord("۰")


@dataclass(frozen=True)
class Form:
    """One way to write it. ``tells`` that nothing but an anniversary is written so; ``strict`` that its letters follow
    from the number, so that they can be wrong where the number is right."""

    pattern: re.Pattern[str]
    right: Callable[[re.Match[str], int], str]
    tells: bool = True
    strict: bool = False


@cache
def forms(language: str) -> tuple[Form, ...]:
    """Return the forms of a language, the longer ones first; none of a language without numbers here."""
    return tuple(FORMS[language]()) if language in FORMS else ()


def number_in(match: re.Match[str], language: str) -> int:
    groups = match.groupdict()
    return int(groups["n"]) if groups.get("n") else number_of(groups["w"], language)


def _english() -> Iterator[Form]:
    noun = r"(?P<rest>[\s\u00a0]+(?:anniversar|commemorat|remembrance|observance)\w*)"
    yield _form(rf"{FIGURES}(?P<end>\s?(?:st|nd|rd|th))?{noun}", _english_ordinal, strict=True)
    yield _form(rf"{_in_letters(ordinal_pattern('en'))}{noun}", _in_row("en"))
    years = r"(?P<between>[\s\u00a0-]+)(?P<years>years?)\b(?P<rest>[’'])?"
    yield _form(FIGURES + years, _english_years, tells=False)
    yield _form(_in_letters(count_pattern("en")) + years, _english_years, tells=False)


def _english_ordinal(match: re.Match[str], number: int) -> str:
    return ordinal(number, "en") + match["rest"]


def _english_years(match: re.Match[str], number: int) -> str:
    years = "year" if (match["years"] == "year" and "-" in match["between"]) or number == 1 else "years"
    return f"{_count(match, number, 'en')}{match['between']}{years}{match['rest'] or ''}"


def _azerbaijani() -> Iterator[Form]:
    noun = r"(?P<rest>\s+(?:ildönüm|il\sdönüm)\w*)"
    yield _form(rf"{FIGURES}(?:\s?{HYPHEN}?\s?c[iıuü])?{noun}", _azerbaijani_ordinal, strict=True)
    yield _form(rf"{_in_letters(ordinal_pattern('az'))}{noun}", _in_row("az"))
    yield _form(rf"{FIGURES}(?P<rest>\s?{HYPHEN}?\s?illi[kyğ]\w*)", _same_rest("az"))
    yield _form(rf"{_in_letters(count_pattern('az'))}(?P<rest>\silli[kyğ]\w*)", _same_rest("az"))
    years = r"(?P<rest>\s+il(?!\sdönüm|dönüm|li)\w{0,4})\b"
    yield _form(FIGURES + years, _same_rest("az"), tells=False)
    yield _form(_in_letters(count_pattern("az")) + years, _same_rest("az"), tells=False)


def _azerbaijani_ordinal(match: re.Match[str], number: int) -> str:
    return f"{number}-{azerbaijani_ending(number)}{match['rest']}"


def _russian() -> Iterator[Form]:
    noun = r"(?P<rest>\s+годовщин(?P<case>а|у|ы|е|ой)\b)"
    yield _form(rf"{FIGURES}(?:\s?{HYPHEN}?\s?[а-яё]{{1,3}})?{noun}", _russian_ordinal, strict=True)
    yield _form(rf"{_in_letters(ordinal_pattern('ru'))}{noun}", _russian_in_row)
    yield _form(rf"{FIGURES}(?P<rest>\s?{HYPHEN}?\s?лети\w+)", _same_rest("ru"))
    years = r"(?P<between>[\s\u00a0]+)(?P<years>года|год|лет)\b"
    yield _form(FIGURES + years, _russian_years, tells=False)
    yield _form(_in_letters(count_pattern("ru")) + years, _russian_years, tells=False)


def _russian_ordinal(match: re.Match[str], number: int) -> str:
    return ordinal(number, "ru", RUSSIAN_CASES[match["case"].lower()]) + match["rest"]


def _russian_in_row(match: re.Match[str], number: int) -> str:
    words = ordinal_in_words(number, "ru", RUSSIAN_CASES[match["case"].lower()])
    if "ё" not in match["w"]:
        words = words.replace("ё", "е")
    return _as_begun(match["w"], words) + match["rest"]


def _russian_years(match: re.Match[str], number: int) -> str:
    """“34 года” has the form of its number; “более 34 лет” the genitive."""
    found = number_in(match, "ru")
    years = _russian_form(number)
    if match["years"].lower() != _russian_form(found):
        years = "года" if years == "год" else "лет"
    return f"{_count(match, number, 'ru')}{match['between']}{years}"


def _russian_form(number: int) -> str:
    if number % 100 in range(11, 15):
        return "лет"
    return {1: "год", 2: "года", 3: "года", 4: "года"}.get(number % 10, "лет")


def _turkish() -> Iterator[Form]:
    noun = r"(?P<rest>\s*(?:yıl\s?dönüm\w*))"
    end = r"(?P<end>\.|[’'`]n?c[ıiuü]|[’'`][ıiuü]nc[ıiuü])"
    yield _form(rf"{FIGURES}{end}?{noun}", _turkish_ordinal, strict=True)
    yield _form(rf"{FIGURES}{end}(?P<rest>\s*yılı?n?d?[ae]?\b)", _turkish_ordinal, strict=True)
    yield _form(rf"{_in_letters(ordinal_pattern('tr'))}{noun}", _in_row("tr"))
    years = r"(?P<rest>\s+yıl(?!\s?dönüm)\w{0,4})\b"
    yield _form(FIGURES + years, _same_rest("tr"), tells=False)
    yield _form(_in_letters(count_pattern("tr")) + years, _same_rest("tr"), tells=False)


def _turkish_ordinal(match: re.Match[str], number: int) -> str:
    end = match["end"] or "."
    return f"{number}{'.' if end == '.' else end[0] + turkish_ending(number)}{match['rest']}"


def _urdu() -> Iterator[Form]:
    noun = r"(?P<rest>\s+(?:برسی|سالگرہ|یومِ?\s))"
    yield _form(rf"{FIGURES}(?P<end>\s?[\u200c-]?ویں)?{noun}", _urdu_ordinal, strict=True)
    yield _form(rf"{_in_letters(ordinal_pattern('ur'))}{noun}", _in_row("ur"))
    years = r"(?P<rest>\s+(?:سالہ|سالوں|سال|برس)(?!\w))"
    yield _form(FIGURES + years, _same_rest("ur"), tells=False)
    yield _form(_in_letters(count_pattern("ur")) + years, _same_rest("ur"), tells=False)


def _urdu_ordinal(match: re.Match[str], number: int) -> str:
    said = ordinal(number, "ur")
    if match["n"].isascii() or not said[0].isdigit():
        return said + match["rest"]
    return _urdu_figures(number) + said.lstrip("0123456789") + match["rest"]


def _urdu_figures(number: int) -> str:
    return "".join(chr(URDU_ZERO + int(figure)) for figure in str(number))


def _same_rest(language: str) -> Callable[[re.Match[str], int], str]:
    return lambda match, number: _count(match, number, language) + match["rest"]


def _in_row(language: str) -> Callable[[re.Match[str], int], str]:
    def right(match: re.Match[str], number: int) -> str:
        words = ordinal_in_words(number, language) if number <= LARGEST else ordinal(number, language)
        return _as_begun(match["w"], words) + match["rest"]

    return right


def _count(match: re.Match[str], number: int, language: str) -> str:
    """Return it as it was found; in figures where the words are bent, or are not those that we would write."""
    groups = match.groupdict()
    if groups.get("n"):
        return str(number) if match["n"].isascii() else _urdu_figures(number)
    found = match["w"]
    was = number_of(found, language)
    if max(was, number) > LARGEST or flat(in_words(was, language)) != flat(found):
        return str(number)
    return _as_begun(found, in_words(number, language))


def _as_begun(found: str, words: str) -> str:
    """Return the words with a capital where those found had one; a dotted İ is never made of i here."""
    if found[0].isupper() and words[0] != "i":
        return words[0].upper() + words[1:]
    return words


def _in_letters(pattern: str) -> str:
    return rf"(?<![\w-])(?P<w>{pattern})"


def _form(
    pattern: str, right: Callable[[re.Match[str], int], str], tells: bool = True, strict: bool = False
) -> Form:
    return Form(re.compile(pattern, re.IGNORECASE), right, tells, strict)


FORMS = {"en": _english, "az": _azerbaijani, "ru": _russian, "tr": _turkish, "ur": _urdu}
# A number with an ending that does not belong to it, whatever it counts: "1990-cu il", "33th".
ENDINGS = {
    "en": Form(
        re.compile(r"(?<![\d.,])(?P<n>\d{1,4})(?:st|nd|rd|th)\b"),
        lambda match, number: ordinal(number, "en"),
        strict=True,
    ),
    "az": Form(
        re.compile(rf"(?<![\d.,])(?P<n>\d{{1,4}}){HYPHEN}c[iıuü]\b"),
        lambda match, number: f"{number}-{azerbaijani_ending(number)}",
        strict=True,
    ),
    "tr": Form(
        re.compile(r"(?<![\d.,])(?P<n>\d{1,4})(?P<mark>[’'])(?:n?c[ıiuü]|[ıiuü]nc[ıiuü])\b"),
        lambda match, number: f"{number}{match['mark']}{turkish_ending(number)}",
        strict=True,
    ),
}
