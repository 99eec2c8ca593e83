"""Sentences for the desk: English as they stand, and still knowing what they are made of for every other language.

``script/messages`` collects what stands in ``sentence("…")`` into the catalogues. Floor 0 knows no catalogue: who
shows a sentence hands in how its ``msgid`` is translated.
"""

from collections.abc import Callable
from datetime import date, timedelta

from events.programme.languages import (
    FIRST_STRONG_ISOLATE,
    direction,
    full_date,
    isolate,
    join_list,
    length,
    quoted,
)

Value = str | date | timedelta | tuple[str, ...]


class Named(str):
    """What something is called, in English; ``called`` says it in any language."""

    called: Callable[[str], str]


class Sentence(str):
    """A filled English sentence with its ``msgid`` and its ``values``, which may be sentences themselves."""

    msgid: str
    values: dict[str, Value]


def sentence(msgid: str, **values: Value) -> Sentence:
    """Return the sentence; ``msgid`` names the values as in ``%(title)s``.

    A day and a length are said in the language of the sentence, a tuple as a list; what is no sentence is set apart
    in a language from right to left.
    """
    made = Sentence(_filled(msgid, values, "en", str))
    made.msgid, made.values = msgid, values
    return made


def named(called: Callable[[str], str]) -> Named:
    """Return a name within a sentence, which is asked for in the language of the sentence."""
    made = Named(called("en"))
    made.called = called
    return made


def titled(called: Callable[[str], str]) -> Named:
    """Return a title within a sentence, between the quotation marks of the sentence's language."""
    return named(lambda language: quoted(called(language), language))


def in_language(words: str, language: str, translate: Callable[[str], str]) -> str:
    """Return the words in another language; what is neither a sentence nor a name made for one stays as it is."""
    if isinstance(words, Named):
        return words.called(language)
    if not isinstance(words, Sentence):
        return words
    return _filled(translate(words.msgid), words.values, language, translate)


def words_of(duration: timedelta) -> str:
    """Return a length in English words: "10 minutes", "1 hour 5 minutes", "90 seconds"."""
    seconds = abs(duration) // timedelta(seconds=1)
    if seconds < 120 and seconds % 60:
        return _counted(seconds, "second")
    parts = ((seconds // 3600, "hour"), (seconds // 60 % 60, "minute"), (seconds % 60, "second"))
    return " ".join(_counted(number, unit) for number, unit in parts if number) or "0 minutes"


def _filled(words: str, values: dict[str, Value], language: str, translate: Callable[[str], str]) -> str:
    if not values:
        return words
    return words % {name: _said(value, language, translate) for name, value in values.items()}


def _said(value: Value, language: str, translate: Callable[[str], str]) -> str:
    if isinstance(value, timedelta):
        return words_of(value) if language == "en" else length(abs(value), language)
    if isinstance(value, date):
        return full_date(value, language)
    if isinstance(value, tuple):
        return join_list([_said(each, language, translate) for each in value], language)
    if isinstance(value, Sentence):
        return in_language(value, language, translate)
    called = value.called(language) if isinstance(value, Named) else value
    turns = direction(language) == "rtl" and FIRST_STRONG_ISOLATE not in called
    return isolate(called) if turns else called


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
