"""The language that is being spoken, and the sentences of the programme's rules in it."""

from django.utils.translation import get_language, gettext

from events.programme.sentence import in_language


def current_language() -> str:
    return get_language() or "en"


def worded(words: str) -> str:
    """Return a sentence in the language of the page, in English where that is missing."""
    return in_language(words, current_language(), gettext)


def refusal(error: ValueError) -> str:
    """Return what an error of the programme's rules says, in the language of the page."""
    return worded(error.args[0])
