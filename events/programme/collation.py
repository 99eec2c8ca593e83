"""The order of the alphabet in each of our languages, on tables of our own.

Names are compared word by word and letter by letter. A letter that the alphabet has not is filed under the one that it
is a form of; what is written in another script comes after all that is not.
"""

import unicodedata

LATIN = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS = {
    "en": LATIN,
    "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvyzw",
    "tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "ur": "ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے",
}
# Forms of a letter that Unicode does not take apart, or takes apart otherwise.
FORMS = {
    "ə": "e",
    "ı": "i",
    "ß": "ss",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ð": "d",
}
URDU_FORMS = {
    "آ": "ا",
    "أ": "ا",
    "إ": "ا",
    "ٱ": "ا",
    "ؤ": "و",
    "ئ": "ی",
    "ۓ": "ے",
    "ي": "ی",
    "ى": "ی",
    "ك": "ک",
} | {
    "ه": "ہ",
    "ۂ": "ہ",
    "ۃ": "ہ",
    "ة": "ہ",
}
DOTTED = {"az", "tr"}
# What stands within a word without parting it.
WITHIN = {"'", "’", "ʼ", "ʻ", "`", "\u200c", "\u200d"}

Key = tuple[tuple[tuple[int, ...], ...], str]


def sort_key(text: str, language: str) -> Key:
    """Return the key by which texts of a language are sorted; one without an alphabet here is sorted as English."""
    alphabet = ALPHABETS.get(language, LATIN)
    words: list[list[int]] = [[]]
    for letter in _lowered(text, language):
        places = _places(letter, alphabet, language)
        if places:
            words[-1].extend(places)
        elif letter not in WITHIN and not unicodedata.combining(letter):
            words.append([])
    return tuple(tuple(word) for word in words if word), text


def _lowered(text: str, language: str) -> str:
    text = unicodedata.normalize("NFC", text)
    if language in DOTTED:
        text = text.replace("İ", "i").replace("I", "ı")
    return unicodedata.normalize("NFC", text.lower())


def _places(letter: str, alphabet: str, language: str) -> list[int]:
    """Return the place of a letter, of each letter that it stands for; nothing for what is no letter or number."""
    if letter in alphabet:
        return [alphabet.index(letter) + 10]
    if letter.isdecimal():
        return [int(letter)]
    forms = FORMS | URDU_FORMS if language == "ur" else FORMS
    plain = forms.get(letter) or "".join(
        each for each in unicodedata.normalize("NFD", letter) if not unicodedata.combining(each)
    )
    if plain != letter and plain:
        return [place for each in plain for place in _places(each, alphabet, language)]
    return [len(alphabet) + 10 + ord(letter)] if letter.isalpha() else []
