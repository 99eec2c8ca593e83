"""Text made comparable for search: the same for every keyboard and, by sound, for every way to transliterate.

A row keeps ``search_text`` of all its texts; ``search_terms`` splits a query, and each of its words has to be found.
"""

import re
import unicodedata
from collections.abc import Iterable

# What Unicode does not take apart, and what only looks different. Urdu and Arabic keyboards have a yeh, a kaf and a heh
# of their own each; ھ is often typed for ہ.
LETTERS = str.maketrans(
    {
        **{
            "ə": "e",
            "ǝ": "e",
            "ı": "i",
            "ё": "е",
            "ø": "o",
            "ł": "l",
            "đ": "d",
            "æ": "ae",
            "œ": "oe",
            "þ": "th",
        },
        **{"ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ة": "ہ", "ە": "ہ", "ھ": "ہ"},
        # The tatweel, and apostrophes with the hamza and ain that they stand for.
        **dict.fromkeys("\u0640'’‘ʼʻʾʿ`´ʹʺ"),
    }
)
MARKS = frozenset({"Mn", "Me", "Cf"})
WORD = frozenset("LN")
SOUND = "~"
# A shorter key would be found in half of the register.
LEAST_TO_SOUND = 3

CYRILLIC = str.maketrans(
    {
        **{
            "а": "a",
            "б": "b",
            "в": "v",
            "г": "g",
            "д": "d",
            "е": "e",
            "ж": "j",
            "з": "z",
            "и": "i",
            "к": "k",
        },
        **{
            "л": "l",
            "м": "m",
            "н": "n",
            "о": "o",
            "п": "p",
            "р": "r",
            "с": "s",
            "т": "t",
            "у": "u",
            "ф": "f",
        },
        **{"х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e"},
        **{
            "ю": "yu",
            "я": "ya",
            "і": "i",
            "є": "ye",
            "ґ": "g",
            "ј": "y",
            "һ": "h",
            "ҝ": "g",
            "ғ": "g",
            "ҹ": "c",
        },
    }
)
# In this order. Russian has г for h and for g (Гейдар, Гафаров), and Karabakh is Qarabağ, Garabagh and Карабах: so all
# the sounds of the throat are one. Azerbaijani c is English j, and ş or ç are often typed without the tail.
SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("dzh|dj|zh|ch|ck(?=[a-z])|j", "c"),
        ("ck", "g"),
        ("sch|sh", "s"),
        ("ph", "f"),
        ("th", "t"),
        ("kh|gh|[kqxh]", "g"),
        ("w", "v"),
        # Musaev is Musayev.
        ("(?<=a)e", "ye"),
        # Saleem, Noor.
        ("ee", "i"),
        ("oo|ou", "u"),
        ("[ae]", "a"),
        ("y", "i"),
        ("o", "u"),
        # Mammad is Mamed.
        (r"([a-z])\1+", r"\1"),
    )
)
# Мусаев begins its last syllable with a y, as Aliyev does.
SOFT_E = re.compile("(?<=[аеиоуыэюяьъ])е|^е")


def fold(text: str) -> str:
    """Return the text in small letters without marks and punctuation, one blank between two words.

    "Şəhidlər" and "sehidler" are the same, and "İsmayıl" and "ismayil", "كراچي" and "کراچی", "۲۰" and "20".
    """
    text = _decomposed(_decomposed(text).casefold())
    letters = (letter for letter in text.translate(LETTERS) if unicodedata.category(letter) not in MARKS)
    return " ".join("".join(_plain(letter) for letter in letters).split())


def sounds(text: str) -> str:
    """Return a key for each word that is the same however its sounds are spelled: "Qafarov", "Gafarov", "Гафаров".

    It tells less apart than ``fold`` does. Words in Arabic script stay as folded: they are written without vowels.
    """
    return " ".join(filter(None, (_sound(word) for word in fold(text).split())))


def search_text(texts: Iterable[str]) -> str:
    """Return what a row keeps to be searched: every text folded, then the keys of their words, each after a "~"."""
    folded = [fold(text) for text in texts]
    keys = dict.fromkeys(key for text in folded for key in map(_sound, text.split()) if _tells(key))
    return "\n".join(filter(None, (*dict.fromkeys(folded), " ".join(SOUND + key for key in keys))))


def search_terms(query: str) -> list[tuple[str, ...]]:
    """Return for each word of the query what to look for in a ``search_text``: one of these has to be in it."""
    terms: list[tuple[str, ...]] = []
    for word in fold(query).split():
        key = _sound(word)
        terms.append((word, SOUND + key) if _tells(key) else (word,))
    return terms


def finds(query: str, searched: str) -> bool:
    """Whether every word of the query is in ``searched``, which ``search_text`` made."""
    return all(any(term in searched for term in terms) for terms in search_terms(query))


def _tells(key: str) -> bool:
    """Whether a key is long enough to find something, and a sound at all."""
    return len(key) >= LEAST_TO_SOUND and key.isascii() and key.isalpha()


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFKD", text)


def _plain(letter: str) -> str:
    """Return a letter, a digit as in ASCII, or a blank for what is neither."""
    if unicodedata.category(letter)[0] not in WORD:
        return " "
    digit = unicodedata.decimal(letter, None)
    return letter if digit is None else str(digit)


def _sound(word: str) -> str:
    word = SOFT_E.sub("ие", word).translate(CYRILLIC)
    for pattern, sound in SOUNDS:
        word = pattern.sub(sound, word)
    return word
