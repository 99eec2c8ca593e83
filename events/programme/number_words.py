"""Numbers from 1 to 100 written out, as counts and as which one in a row: "thirty-four", "thirty-fourth"."""

from collections.abc import Mapping
from functools import cache

from events.programme.ordinals import URDU_IRREGULAR, Case

LARGEST = 100


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


ENGLISH = _listed(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
ENGLISH_TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
ENGLISH_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
AZERBAIJANI = _listed("bir iki üç dörd beş altı yeddi səkkiz doqquz")
AZERBAIJANI_TENS = _listed("on iyirmi otuz qırx əlli altmış yetmiş səksən doxsan")
TURKISH = _listed("bir iki üç dört beş altı yedi sekiz dokuz")
TURKISH_TENS = _listed("on yirmi otuz kırk elli altmış yetmiş seksen doksan")
RUSSIAN = _listed(
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать "
    "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
)
RUSSIAN_TENS = _listed("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
# Without the ending, which is that of an adjective; "трет" has soft ones.
RUSSIAN_STEMS = _listed(
    "перв втор трет четвёрт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат "
    "четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат"
)
RUSSIAN_TENS_STEMS = _listed("двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност")
RUSSIAN_ENDINGS = {Case.NOMINATIVE: ("ая", "ья"), Case.ACCUSATIVE: ("ую", "ью")}
RUSSIAN_OBLIQUE = ("ой", "ьей")
URDU = _listed(
    "ایک دو تین چار پانچ چھ سات آٹھ نو دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس بیس اکیس "
    "بائیس تئیس چوبیس پچیس چھبیس ستائیس اٹھائیس انتیس تیس اکتیس بتیس تینتیس چونتیس پینتیس چھتیس "
    "سینتیس اڑتیس انتالیس چالیس اکتالیس بیالیس تینتالیس چوالیس پینتالیس چھیالیس سینتالیس اڑتالیس "
    "انچاس پچاس اکاون باون ترپن چون پچپن چھپن ستاون اٹھاون انسٹھ ساٹھ اکسٹھ باسٹھ ترسٹھ چونسٹھ "
    "پینسٹھ چھیاسٹھ سڑسٹھ اڑسٹھ انہتر ستر اکہتر بہتر تہتر چوہتر پچہتر چھہتر ستتر اٹھہتر اناسی اسی "
    "اکیاسی بیاسی تراسی چوراسی پچاسی چھیاسی ستاسی اٹھاسی نواسی نوے اکیانوے بانوے ترانوے چورانوے "
    "پچانوے چھیانوے ستانوے اٹھانوے ننانوے سو"
)
HUNDRED = {"en": "one hundred", "az": "yüz", "ru": "сто", "tr": "yüz"}
HUNDREDTH = {"en": "one hundredth", "az": "yüzüncü", "tr": "yüzüncü"}


def in_words(number: int, language: str) -> str:
    """Return the count: "thirty-four", "otuz dörd". Raises ValueError for what is below 1 or above 100."""
    _check(number)
    if language == "ur":
        return URDU[number - 1]
    if number == LARGEST:
        return HUNDRED[language]
    if language in ("az", "tr"):
        units, tens = (AZERBAIJANI, AZERBAIJANI_TENS) if language == "az" else (TURKISH, TURKISH_TENS)
        return " ".join(_tens_and_units(number, tens, units))
    units, tens = (ENGLISH, ENGLISH_TENS) if language == "en" else (RUSSIAN, RUSSIAN_TENS)
    if number < 20:
        return units[number - 1]
    joint = "-" if language == "en" else " "
    return joint.join(_tens_and_units(number, ("", *tens), units))


def ordinal_in_words(number: int, language: str, case: Case = Case.NOMINATIVE) -> str:
    """Return which one in a row, feminine where the language asks: "thirty-fourth", "тридцать четвёртая"."""
    _check(number)
    if language == "ru":
        return _russian(number, case)
    if language == "ur":
        return URDU_IRREGULAR.get(number, f"{URDU[number - 1]}ویں")
    if number == LARGEST:
        return HUNDREDTH[language]
    words = in_words(number, language)
    if language == "en":
        return _english(words)
    return words.removesuffix("dört") + "dördüncü" if words.endswith("dört") else words + _harmony(words)


@cache
def counts(language: str) -> Mapping[str, int]:
    """Return each number by its word, in small letters."""
    return {in_words(number, language): number for number in range(1, LARGEST + 1)}


@cache
def ordinals(language: str) -> Mapping[str, int]:
    """Return each number by the word for which one in a row, in every case of the language."""
    return {
        ordinal_in_words(number, language, case): number
        for number in range(1, LARGEST + 1)
        for case in (Case if language == "ru" else (Case.NOMINATIVE,))
    }


def _check(number: int) -> None:
    if not 1 <= number <= LARGEST:
        raise ValueError(f"{number} is not written out: only 1 to {LARGEST} are")


def _tens_and_units(number: int, tens: tuple[str, ...], units: tuple[str, ...]) -> list[str]:
    said = []
    if number >= 10:
        said.append(tens[number // 10 - 1])
    if number % 10:
        said.append(units[number % 10 - 1])
    return said


def _english(words: str) -> str:
    rest, joint, last = words.rpartition("-")
    if last in ENGLISH_ORDINALS:
        last = ENGLISH_ORDINALS[last]
    else:
        last = f"{last.removesuffix('y')}ieth" if last.endswith("y") else f"{last}th"
    return f"{rest}{joint}{last}"


def _russian(number: int, case: Case) -> str:
    hard, soft = RUSSIAN_ENDINGS.get(case, RUSSIAN_OBLIQUE)
    if number == LARGEST:
        return f"сот{hard}"
    if number < 20:
        return _bent(RUSSIAN_STEMS[number - 1], hard, soft)
    if number % 10 == 0:
        return RUSSIAN_TENS_STEMS[number // 10 - 2] + hard
    return f"{RUSSIAN_TENS[number // 10 - 2]} {_bent(RUSSIAN_STEMS[number % 10 - 1], hard, soft)}"


def _bent(stem: str, hard: str, soft: str) -> str:
    return stem + (soft if stem == "трет" else hard)


def _harmony(words: str) -> str:
    """Return the ending of an Azerbaijani or Turkish ordinal, by the last vowel of the word."""
    vowel = next(letter for letter in reversed(words) if letter in "aıoueəiöü")
    high = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}.get(vowel, "i")
    return f"nc{high}" if words[-1] == vowel else f"{high}nc{high}"
