"""The number of an anniversary in words: "33rd anniversary of the 20 January tragedy"."""

from events.programme.occasion import Edition
from events.programme.ordinals import ordinal
from events.programme.text import Wording

PATTERNS = {
    "en": "{ordinal} anniversary of {of}",
    "az": "{of} {ordinal} ildönümü",
    "ru": "{ordinal} годовщина {of}",
    # "برسی" commemorates a death; "سالگرہ" is for what one is glad of.
    "ur": "{of} {ordinal} برسی",
    "tr": "{of} {ordinal} yıl dönümü",
}
URDU_HAPPY_PATTERN = "{of} {ordinal} سالگرہ"


def anniversary(edition: Edition, language: str, fallback: tuple[str, ...] = ()) -> Wording:
    """Return which anniversary the edition is, whole in ``language`` or whole in another one that has the words.

    Empty in the year of the event itself and before it, and where the occasion has no words for "anniversary of".
    """
    names = dict(edition.occasion.of_name.versions)
    number = edition.anniversary
    for candidate in (language, *fallback, *PATTERNS):
        if number > 0 and candidate in names and candidate in PATTERNS:
            pattern = PATTERNS[candidate]
            if candidate == "ur" and not edition.occasion.register.mourns:
                pattern = URDU_HAPPY_PATTERN
            text = pattern.format(ordinal=ordinal(number, candidate), of=names[candidate])
            return Wording(text, candidate)
    return Wording("", language)
