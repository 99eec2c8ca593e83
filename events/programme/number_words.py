"""Numbers from 0 to 9,999 written out, as counts and as which one in a row: "thirty-four", "thirty-fourth"."""

import re

from events.programme.ordinals import URDU_IRREGULAR, Case

LARGEST = 9_999


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
    "پچانوے چھیانوے ستانوے اٹھانوے ننانوے"
)
ZERO = {"en": "zero", "az": "sıfır", "ru": "ноль", "tr": "sıfır", "ur": "صفر"}
HUNDRED = {"en": "hundred", "az": "yüz", "tr": "yüz", "ur": "سو"}
THOUSAND = {"en": "thousand", "az": "min", "tr": "bin", "ur": "ہزار"}
RUSSIAN_HUNDREDS = _listed("сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот")
# What stands before "сотая" and "тысячная", and before "тысяча" with its own form behind it.
RUSSIAN_TIMES = ("", *_listed("двух трёх четырёх пяти шести семи восьми девяти"))
RUSSIAN_THOUSANDS = ("тысяча", "две тысячи", "три тысячи", "четыре тысячи")
URDU_NINTH = "نویں"


def in_words(number: int, language: str) -> str:
    """Return the count: "thirty-four", "otuz dörd". Raises ValueError for what is below 0 or above 9,999."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"{number} is not written out: only 0 to {LARGEST} are")
    if number == 0:
        return ZERO[language]
    thousands, hundreds, rest = number // 1000, number // 100 % 10, number % 100
    said = [_thousands(thousands, language), _hundreds(hundreds, language), _below_hundred(rest, language)]
    if language == "en" and rest and number > rest:
        said.insert(2, "and")
    return " ".join(filter(None, said))


def ordinal_in_words(number: int, language: str, case: Case = Case.NOMINATIVE) -> str:
    """Return which one in a row, feminine where the language asks: "thirty-fourth", "тридцать четвёртая"."""
    words = in_words(number, language)
    if language == "ru":
        return _russian(number, case)
    if language == "ur":
        return _urdu(number, words)
    if language == "en":
        return _english(words)
    return words.removesuffix("dört") + "dördüncü" if words.endswith("dört") else words + _harmony(words)


def _thousands(number: int, language: str) -> str:
    if not number:
        return ""
    if language == "ru":
        few = number <= len(RUSSIAN_THOUSANDS)
        return RUSSIAN_THOUSANDS[number - 1] if few else f"{RUSSIAN[number - 1]} тысяч"
    return _times(number, THOUSAND[language], language)


def _hundreds(number: int, language: str) -> str:
    if not number:
        return ""
    return RUSSIAN_HUNDREDS[number - 1] if language == "ru" else _times(number, HUNDRED[language], language)


def _times(number: int, word: str, language: str) -> str:
    """Return "two hundred"; Azerbaijani and Turkish say no "one" before it."""
    if number == 1 and language in ("az", "tr"):
        return word
    return f"{_below_hundred(number, language)} {word}"


def _below_hundred(number: int, language: str) -> str:
    if not number:
        return ""
    if language == "ur":
        return URDU[number - 1]
    if language in ("az", "tr"):
        units, tens = (AZERBAIJANI, AZERBAIJANI_TENS) if language == "az" else (TURKISH, TURKISH_TENS)
        return " ".join(_tens_and_units(number, tens, units))
    units, tens = (ENGLISH, ENGLISH_TENS) if language == "en" else (RUSSIAN, RUSSIAN_TENS)
    if number < 20:
        return units[number - 1]
    joint = "-" if language == "en" else " "
    return joint.join(_tens_and_units(number, ("", *tens), units))


def _tens_and_units(number: int, tens: tuple[str, ...], units: tuple[str, ...]) -> list[str]:
    said = []
    if number >= 10:
        said.append(tens[number // 10 - 1])
    if number % 10:
        said.append(units[number % 10 - 1])
    return said


def _english(words: str) -> str:
    last = re.split("[ -]", words)[-1]
    before = words.removesuffix(last)
    if last in ENGLISH_ORDINALS:
        return before + ENGLISH_ORDINALS[last]
    return before + (f"{last.removesuffix('y')}ieth" if last.endswith("y") else f"{last}th")


def _urdu(number: int, words: str) -> str:
    if number in URDU_IRREGULAR:
        return URDU_IRREGULAR[number]
    return words.removesuffix("نو") + URDU_NINTH if number % 100 == 9 else f"{words}ویں"


def _russian(number: int, case: Case) -> str:
    last = _last_spoken(number)
    hard, soft = RUSSIAN_ENDINGS.get(case, RUSSIAN_OBLIQUE)
    bent = _bent(_russian_stem(last), hard, soft)
    return f"{in_words(number - last, 'ru')} {bent}" if number > last else bent


def _last_spoken(number: int) -> int:
    """Return what the last word of an ordinal says: 7 of 147, 40 of 140, 100 of 1100, 2000 of itself."""
    if number % 100 in range(1, 20):
        return number % 100
    return next((number % place for place in (10, 100, 1000) if number % place), number)


def _russian_stem(last: int) -> str:
    if last == 0:
        return "нулев"
    if last < 20:
        return RUSSIAN_STEMS[last - 1]
    if last < 100:
        return RUSSIAN_TENS_STEMS[last // 10 - 2]
    if last < 1000:
        return f"{RUSSIAN_TIMES[last // 100 - 1]}сот"
    return f"{RUSSIAN_TIMES[last // 1000 - 1]}тысячн"


def _bent(stem: str, hard: str, soft: str) -> str:
    return stem + (soft if stem == "трет" else hard)


def _harmony(words: str) -> str:
    """Return the ending of an Azerbaijani or Turkish ordinal, by the last vowel of the word."""
    vowel = next(letter for letter in reversed(words) if letter in "aıoueəiöü")
    high = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}.get(vowel, "i")
    return f"nc{high}" if words[-1] == vowel else f"{high}nc{high}"
