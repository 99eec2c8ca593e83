"""Numbers written out in a text: the pattern that finds them, and which they are, up to hundreds of thousands.

Words may be bent as Russian bends them ("более семисот", "ста сорока семи"); Turkish ones may be written together.
"""

import re
from collections.abc import Collection, Mapping
from functools import cache

from events.programme import number_words as written
from events.programme.number_words import in_words, ordinal_in_words
from events.programme.ordinals import Case

LANGUAGES = ("en", "az", "ru", "tr", "ur")
BLANK = r"[\s\u00a0]+"
JOINTS = {"en": r"[\s\u00a0-]+", "tr": r"[\s\u00a0]*"}
ENGLISH_AND = r",?[\s\u00a0]+(?:and[\s\u00a0]+)?"
URDU_LAKH, LAKH = "لاکھ", 100_000
# "A hundred": what stands for "one" before a hundred and a thousand alone.
ENGLISH_ONE = "a"


def _words(values: Mapping[int, str]) -> dict[str, int]:
    return {word: value for value, words in values.items() for word in words.split()}


# What is written besides the words that we write ourselves.
OTHERWISE = {
    "ru": _words(
        {
            0: "нуль нуля ноля нолю нолём ноле",
            1: "одна одно одну одного одной одному одним одном",
            2: "две двух двум двумя двое двоих",
            3: "трёх трём тремя трое троих",
            4: "четырёх четырём четырьмя четверо четверых",
            **{
                n: f"{written.RUSSIAN[n - 1][:-1]}и {written.RUSSIAN[n - 1]}ю"
                for n in (5, 6, 7, *range(9, 20))
            },
            8: "восьми восемью восьмью",
            20: "двадцати двадцатью",
            30: "тридцати тридцатью",
            40: "сорока",
            **{
                n * 10: f"{written.RUSSIAN[n - 1][:-1]}идесяти {written.RUSSIAN[n - 1]}юдесятью"
                for n in (5, 6, 7)
            },
            80: "восьмидесяти восемьюдесятью восьмьюдесятью",
            90: "девяноста",
            100: "ста",
            200: "двухсот двумстам двумястами двухстах",
            300: "трёхсот трёмстам тремястами трёхстах",
            400: "четырёхсот четырёмстам четырьмястами четырёхстах",
            **{
                n * 100: f"{many}сот {many}стам {written.RUSSIAN[n - 1]}юстами {many}стах"
                for n, many in enumerate(written.RUSSIAN_TIMES[4:], 5)
            },
            800: "восьмисот восьмистам восемьюстами восьмьюстами восьмистах",
            1000: "тысячи тысяче тысячу тысячей тысяч тысячам тысячами тысячах",
        }
    ),
    "ur": _words(
        {6: "چھے چھہ", 43: "تنتالیس", 46: "چھیالس", 47: "سنتالیس", 80: "اسّی", 91: "اکانوے", 95: "پنچانوے"}
    ),
}
# As many words as stand before the last one of an ordinal: a text of nothing but numbers is read quickly too.
MOST_BEFORE = 8
# Alone these say something else: "a", "this very", "with the family", "thousands of".
NOT_ALONE = {
    "en": "one",
    "az": "bir",
    "ru": "один одна одно одну одного одной одному одним одном семью тысячи тысяче тысяч тысячам тысячами тысячах",
    "tr": "bir",
    "ur": "ایک اسی",
}
RUSSIAN_ADJECTIVES = (
    "(?:ый|ий|ой|ая|ья|ое|ье|ые|ьи|ого|ьего|ому|ьему|ым|ьим|ом|ьем|ую|ью|ей|ьей|ых|ьих|ыми|ьими)"
)


@cache
def count_pattern(language: str) -> str:
    """Return the pattern of a count. What may stand before and behind it is for the caller to ask."""
    joint = JOINTS.get(language, BLANK)
    also = f"(?:{ENGLISH_AND}|-)" if language == "en" else joint
    units, to_nineteen = _spelled(language, range(1, 10)), _spelled(language, range(10, 20))
    tens, thousand = (
        _spelled(language, range(10 if language in ("az", "tr") else 20, 100, 10)),
        _spelled(language, [1000]),
    )
    below_hundred = (
        _spelled(language, range(1, 100))
        if language == "ur"
        else f"(?:{tens}(?:{joint}{units})?|{to_nineteen}|{units})"
    )
    hundreds = _spelled(language, range(100, 1000, 100))
    if language != "ru":
        hundreds = _times(
            f"(?:{to_nineteen}|{units})" if language != "ur" else below_hundred, hundreds, language
        )
    below_thousand = f"(?:{hundreds}(?:{also}{below_hundred})?|{below_hundred})"
    thousands = f"{_times(below_thousand, thousand, language)}(?:{also}{below_thousand})?"
    below_lakh = f"(?:{thousands}|{below_thousand})"
    lakhs = f"{below_hundred}{joint}{URDU_LAKH}(?!\\w)(?:{joint}{below_lakh})?|" if language == "ur" else ""
    return f"(?>{lakhs}{below_lakh}|{_spelled(language, [0])})"


@cache
def ordinal_pattern(language: str) -> str:
    """Return the pattern of a number that says which one in a row, in the cases in which we write it."""
    joint = f"(?:{ENGLISH_AND}|-)" if language == "en" else JOINTS.get(language, BLANK)
    before = f"(?:{_any_of(_counts(language))}{joint}){{0,{MOST_BEFORE}}}"
    return f"(?:{before}{_any_of(_ordinals(language))})"


@cache
def ordinal_behind(language: str) -> str:
    """Return the pattern of what makes an ordinal of the count before it, in any form: "сто сорок седьмого"."""
    joint = JOINTS.get(language, BLANK)
    if language == "ru":
        stems = {word.removesuffix("ая").removesuffix("ья") for word in _ordinals(language)}
        return f"{joint}{_any_of(stems)}{RUSSIAN_ADJECTIVES}(?!\\w)"
    return f"{joint}{_any_of(_ordinals(language))}"


def number_of(words: str, language: str) -> int:
    """Return the number that words found by one of the patterns say."""
    total = said = 0
    for word in re.findall(_any_word(language), flat(words)):
        value = _values(language)[word]
        if value in (LAKH, 1000):
            total, said = total + (said or 1) * value, 0
        elif value == 100:
            said = (said or 1) * 100
        else:
            said += value
    return total + said


def counts_alone(words: str, language: str) -> bool:
    """Whether the words are a number also where nothing else is: "one" and "тысячи" are not."""
    return flat(words) not in NOT_ALONE[language].split()


def flat(words: str) -> str:
    """Return the words as they are told from others: capitals, ё and dots of an i do not matter."""
    plain = words.replace("İ", "i").casefold().replace("ı", "i").replace("ё", "е")
    return re.sub(r"[\s-]+", " ", plain)


def _times(number: str, word: str, language: str) -> str:
    """Return "two hundred"; English alone needs something before it, be it "a"."""
    joint = JOINTS.get(language, BLANK)
    return f"(?:{number}|{ENGLISH_ONE}){joint}{word}" if language == "en" else f"(?:{number}{joint})?{word}"


@cache
def _counts(language: str) -> Mapping[str, int]:
    """Return what each word counts; only English and Urdu say "hundred" and "thousand" with a number before."""
    own = {
        word: value for value in _plain_values(language) for word in in_words(value, language).split()[-1:]
    }
    return {**own, **OTHERWISE.get(language, {})}


def _plain_values(language: str) -> list[int]:
    """Return what one word says."""
    below_twenty = range(11 if language in ("az", "tr") else 20)
    below_hundred = range(100) if language == "ur" else (*below_twenty, *range(20, 100, 10))
    return [*below_hundred, *(range(100, 1000, 100) if language == "ru" else [100]), 1000]


@cache
def _ordinals(language: str) -> Mapping[str, int]:
    values = [*_plain_values(language), *(range(2000, 10_000, 1000) if language == "ru" else [])]
    own = {
        ordinal_in_words(value, language, case).split()[-1]: value
        for value in values
        for case in (Case if language == "ru" else [Case.NOMINATIVE])
    }
    plain = _counts("ur") if language == "ur" else {}
    return {
        **own,
        **{f"{word}{gap}ویں": value for word, value in plain.items() for gap in ("", " ", "\u200c")},
    }


@cache
def _values(language: str) -> Mapping[str, int]:
    only_within = {"en": {ENGLISH_ONE: 1}, "ur": {URDU_LAKH: LAKH}}.get(language, {})
    return {
        flat(word): value
        for word, value in {**_counts(language), **_ordinals(language), **only_within}.items()
    }


@cache
def _any_word(language: str) -> str:
    return _any_of(_values(language)) + _end(language)


def _spelled(language: str, values: Collection[int]) -> str:
    return _any_of([word for word, value in _counts(language).items() if value in values]) + _end(language)


def _end(language: str) -> str:
    """Turkish words may stand together, and an Azerbaijani one has its case right behind it ("yüzdən")."""
    return "" if language in ("az", "tr") else r"(?!\w)"


def _any_of(words: Collection[str]) -> str:
    """Return the longest of them that stands there."""
    spelled = (re.escape(word).replace("ё", "[её]") for word in sorted(words, key=len, reverse=True))
    return f"(?:{'|'.join(spelled)})"
