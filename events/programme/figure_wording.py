"""How figures, and who issued them, are said in five languages.

Issuers stand in the form in which the ledger names them: the wordings are chosen so that none has to be bent. What is
below confidence A is to be read by a speaker of the language.
"""

from collections.abc import Sequence

from events.programme.choices import Qualifier
from events.programme.figure_reading import Figure
from events.programme.languages import LANGUAGES, figure, join_list, quoted, semicolon
from events.programme.text import Text
from events.programme.value import Claim

ATTRIBUTION = {
    "en": "according to {issuer}",
    "az": "{issuer} tərəfindən bildirilib",
    "ru": "как сообщает {issuer}",
    "tr": "{issuer} tarafından bildirilmiştir",
    "ur": "بحوالہ {issuer}",
}
# What is counted, as a heading says it.
COUNTED = {
    "killed": {
        "en": "Killed",
        "az": "Həlak olanlar",
        "ru": "Погибшие",
        "tr": "Hayatını kaybedenler",
        "ur": "جاں بحق",
    },
    "wounded": {"en": "Wounded", "az": "Yaralananlar", "ru": "Раненые", "tr": "Yaralananlar", "ur": "زخمی"},
    "missing": {
        "en": "Missing",
        "az": "İtkin düşənlər",
        "ru": "Пропавшие без вести",
        "tr": "Kayıplar",
        "ur": "لاپتہ",
    },
    "arrested": {
        "en": "Arrested",
        "az": "Həbs edilənlər",
        "ru": "Арестованные",
        "tr": "Tutuklananlar",
        "ur": "گرفتار",
    },
    "deported": {
        "en": "Deported",
        "az": "Deportasiya edilənlər",
        "ru": "Депортированные",
        "tr": "Sınır dışı edilenler",
        "ur": "جلاوطن",
    },
}
EITHER = {"en": "or", "az": "və ya", "ru": "или", "tr": "veya", "ur": "یا"}
QUALIFIED = {
    Qualifier.ABOUT: {
        "en": "about {n}",
        "az": "təxminən {n}",
        "ru": "около {n}",
        "tr": "yaklaşık {n}",
        "ur": "تقریباً {n}",
    },
    Qualifier.AT_LEAST: {
        "en": "at least {n}",
        "az": "ən azı {n}",
        "ru": "не менее {n}",
        "tr": "en az {n}",
        "ur": "کم از کم {n}",
    },
    Qualifier.MORE_THAN: {
        "en": "more than {n}",
        "az": "{n}-{from_it} çox",
        "ru": "более {n}",
        "tr": "{n}’{from_it} fazla",
        "ur": "{n} سے زائد",
    },
}
# "From it", after the last word that is spoken: bir, iki ... on, iyirmi ... yüz, min / bin, milyon.
FROM_UNITS = {
    "az": ("", "dən", "dən", "dən", "dən", "dən", "dan", "dən", "dən", "dan"),
    "tr": ("", "den", "den", "ten", "ten", "ten", "dan", "den", "den", "dan"),
}
FROM_TENS = {
    "az": ("", "dan", "dən", "dan", "dan", "dən", "dan", "dən", "dən", "dan"),
    "tr": ("", "dan", "den", "dan", "tan", "den", "tan", "ten", "den", "dan"),
}
FROM_HUNDREDS_AND_THOUSANDS = {"az": "dən", "tr": "den"}
FROM_MILLIONS = "dan"


def say(said: Figure, language: str) -> str:
    """Return the figure: "150", "more than 700", "131–170"."""
    number = figure(said.value, language)
    if said.most is not None:
        return f"{number}–{figure(said.most, language)}"
    pattern = QUALIFIED.get(said.qualifier, {}).get(language, "{n}")
    return pattern.format(n=number, from_it=_from_it(said.value, language))


def say_either(figures: Sequence[Figure], language: str) -> str:
    """Return "147 or 150"; of three the last two are joined so."""
    said = [say(each, language) for each in figures]
    return f" {EITHER[language]} ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def issuer_of(claim: Claim, language: str, fallback: tuple[str, ...] = ()) -> str:
    """Return who issued it; where that is not stated, the document."""
    said = claim.issuer.wording(language, fallback)
    if said:
        return said.text
    return quoted(claim.document.wording(language, fallback).text, language)


def attribution(claim: Claim, language: str, fallback: tuple[str, ...] = ()) -> str:
    """Return "(according to the State Migration Service)"."""
    return f"({ATTRIBUTION[language].format(issuer=issuer_of(claim, language, fallback))})"


def sources(claims: Sequence[tuple[Figure, Claim]], language: str, fallback: tuple[str, ...] = ()) -> str:
    """Return "(147: the State Migration Service; 150: the Ministry of Foreign Affairs)"."""
    said = (f"{say(given, language)}: {issuer_of(claim, language, fallback)}" for given, claim in claims)
    return f"({semicolon(language).join(said)})"


def stated(claim: Claim) -> Text:
    """Return what is claimed; in a language without a wording of its own a figure of people as "Killed: 150"."""
    given = figure_of(claim)
    if given is None:
        return claim.wording
    counted = COUNTED.get(claim.subject, {})
    plain = {language: f"{what}: {say(given, language)}" for language, what in counted.items()}
    return Text.of({**plain, **dict(claim.wording.versions)})


def figure_of(claim: Claim) -> Figure | None:
    return None if claim.value is None else Figure(claim.qualifier, claim.value, claim.most)


def known(language: str) -> bool:
    return language in ATTRIBUTION and language in LANGUAGES


def listed(figures: Sequence[Figure], language: str) -> str:
    return join_list([say(each, language) for each in figures], language)


def _from_it(number: int, language: str) -> str:
    if language not in FROM_UNITS:
        return ""
    if number % 10:
        return FROM_UNITS[language][number % 10]
    if number % 100:
        return FROM_TENS[language][number % 100 // 10]
    return FROM_HUNDREDS_AND_THOUSANDS[language] if number % 1_000_000 else FROM_MILLIONS
