"""Terms of protocol of which no source attests the wording: the confidence in each language, as the glossary gives it.

H is confident, M likely, L a guess. What a source attests (A) is left out; where a cell has both, ``ATTESTED`` holds
the words that are.
"""

import re

BELOW_ATTESTED = {
    "national anthem": {"az": "M", "ru": "H"},
    "anthems of both countries": {"az": "H", "ru": "H", "ur": "H"},
    "seminar": {"az": "H", "ru": "H", "ur": "H", "tr": "H"},
    "round table": {"ru": "H", "ur": "M", "tr": "H"},
    "exhibition": {"ru": "H", "ur": "H", "tr": "H"},
    "photo exhibition": {"az": "H", "ru": "H", "tr": "H"},
    "photo and book exhibition": {"az": "H", "ru": "H", "ur": "M", "tr": "H"},
    "programme": {"az": "H", "ru": "H", "ur": "H"},
    "commemoration event": {"ru": "H", "ur": "M"},
    "speaker": {"az": "H", "ru": "H", "tr": "H"},
    "host": {"az": "H", "ru": "H", "ur": "H", "tr": "H"},
    "co-host": {"ru": "H", "ur": "M", "tr": "H"},
    "master of ceremonies": {"az": "H", "ru": "H", "ur": "M", "tr": "H"},
    "moderator": {"az": "H", "ru": "H", "ur": "M", "tr": "H"},
    "welcome": {"az": "M", "ru": "H", "ur": "M", "tr": "H"},
    "keynote": {"az": "M", "ru": "H", "ur": "H", "tr": "M"},
    "address by": {"az": "H", "ru": "H", "ur": "H", "tr": "H"},
    "wreath": {"az": "H", "ru": "H", "ur": "L"},
    "laying flowers": {"az": "M", "ur": "M"},
    "flowers": {"az": "M", "ur": "M"},
    "recitation": {"ru": "M", "tr": "H"},
    "quran": {"ru": "M", "tr": "H"},
    "video": {"ru": "H", "ur": "H", "tr": "H"},
    "questions": {"az": "H", "ru": "H", "ur": "H", "tr": "H"},
    "reception": {"az": "H", "ru": "H", "tr": "H"},
    "guest of honour": {"az": "H", "ru": "H"},
    "h.e.": {"ru": "H", "ur": "H", "tr": "H"},
    "extraordinary and plenipotentiary": {"ur": "L", "tr": "M"},
    "half-mast": {"ur": "H"},
    "photo": {"az": "H", "ru": "H", "ur": "H", "tr": "H"},
    "rsvp": {"az": "M", "ru": "H", "ur": "M", "tr": "H"},
    "please rise": {"az": "M", "ru": "H", "ur": "H", "tr": "H"},
    "be seated": {"az": "M", "ru": "H", "ur": "H", "tr": "H"},
    "national mourning day": {"ur": "M", "tr": "M"},
    "20 january tragedy": {"ur": "M"},
    "black january": {"tr": "H"},
    "alley of martyrs": {"ur": "L"},
}
ATTESTED = {
    ("national anthem", "az"): "dövlət himn",
    ("commemoration event", "ru"): "траурное мероприятие",
    ("black january", "tr"): "kanlı ocak",
}
SAID = {term: re.compile(rf"(?<!\w){re.escape(term)}s?(?!\w)", re.IGNORECASE) for term in BELOW_ATTESTED}


def to_be_read(msgid: str, msgstr: str, language: str) -> list[str]:
    """Return the terms in an entry of the catalogue that a speaker of the language has to read."""
    return [
        term
        for term, marks in BELOW_ATTESTED.items()
        if language in marks
        and SAID[term].search(msgid)
        and ATTESTED.get((term, language), "\0") not in msgstr.casefold()
    ]
