"""In which letters a name is written, and whether they are those of its language."""

import re
import unicodedata

from events.programme.languages import LANGUAGES

# Numerals stand in the names of every language: "Иоанн Павел II".
ROMAN_NUMERAL = re.compile(r"[IVX]+\.?")


def scripts_of(text: str) -> tuple[str, ...]:
    """Return the scripts of the letters as Unicode names them, each once, in the order in which they come."""
    return tuple(dict.fromkeys(_script(letter) for letter in text if unicodedata.category(letter)[0] == "L"))


def foreign_word(name: str, language: str) -> str:
    """Return the first word that has letters of another script than the language's, "" where there is none.

    One Cyrillic letter in a Latin word is enough: nobody sees it, and no search finds it. A language that is not
    among ours has no script that could be missed.
    """
    if language not in LANGUAGES:
        return ""
    return next((word for word in name.split() if _is_foreign(word, LANGUAGES[language].script)), "")


def foreign_name(name: str, language: str) -> str:
    """Return the first word where no word at all is in the script of the language.

    Organisations and places keep words of other scripts within their names, as brands and rooms do.
    """
    words = [word for word in name.split() if scripts_of(word)]
    return foreign_word(name, language) if all(foreign_word(word, language) for word in words) else ""


def _is_foreign(word: str, script: str) -> bool:
    return bool(set(scripts_of(word)) - {script, "MODIFIER"}) and not ROMAN_NUMERAL.fullmatch(word)


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]
