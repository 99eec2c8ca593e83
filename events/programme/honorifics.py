"""The words before a name: which are usual in each language, how they are spoken, and what follows them again.

The letter beside a word says how far it is sure: A attested, H confident, M medium. What is below A is to be read by a
speaker before it is relied on.
"""

import re
from dataclasses import dataclass

# "H.E" and "H. E." are slips for "H.E.".
EXCELLENCY = re.compile(r"\bH\. ?E\b\.?")


@dataclass(frozen=True, slots=True)
class Honorific:
    """``spoken`` is how it is said where it is not read as it is written.

    ``again``: with the family name alone it names somebody again, "Mr Farhadov"; else initials do, "P. Musayev".
    """

    words: str
    spoken: str = ""
    again: bool = False


HONORIFICS: dict[str, tuple[Honorific, ...]] = {
    "en": (
        Honorific("H.E.", again=True),  # A
        Honorific("H.E. Mr", "His Excellency Mr", again=True),  # H
        Honorific("H.E. Ms", "Her Excellency Ms", again=True),  # H
        Honorific("Mr", again=True),  # A
        Honorific("Mr.", again=True),  # A
        Honorific("Ms", again=True),  # H
        Honorific("Mrs", again=True),  # H
        Honorific("Dr", "Doctor", again=True),  # H
        Honorific("Prof.", "Professor", again=True),  # H
    ),
    "az": (
        Honorific("Zati-aliləri"),  # A
        Honorific("cənab", again=True),  # H
        Honorific("xanım", again=True),  # H
    ),
    "ru": (
        Honorific("Его Превосходительство"),  # H
        Honorific("Её Превосходительство"),  # H
        Honorific("г-н", "господин", again=True),  # H
        Honorific("г-жа", "госпожа", again=True),  # H
    ),
    # The whole name is said again in Urdu, with what is before it.
    "ur": (
        Honorific("عزت مآب"),  # H
        Honorific("جناب"),  # H
        Honorific("محترمہ"),  # M
        Honorific("ڈاکٹر"),  # H
    ),
    "tr": (
        Honorific("Ekselansları"),  # H
        Honorific("Sayın", again=True),  # H
    ),
}
NONE = Honorific("")


def honorific(words: str, language: str) -> Honorific:
    """Return the honorific with its points and blanks as they should be; one that is not known here as it is."""
    words = EXCELLENCY.sub("H.E.", " ".join(words.split()))
    known = (each for each in HONORIFICS.get(language, ()) if each.words == words)
    return next(known, Honorific(words))


def parted(name: str) -> tuple[str, str]:
    """Return what stands before a name and the name: ("H.E.", "Farhadov") for "H.E  Farhadov".

    Capitals count: "xanım" is an honorific, and Xanım the name of a woman.
    """
    typed = EXCELLENCY.sub("H.E.", " ".join(name.split()))
    for words in BEFORE_NAMES:
        if typed.startswith(f"{words} "):
            more, rest = parted(typed[len(words) :])
            return f"{words} {more}".strip(), rest
    return "", typed


# The longest first, so that "H.E. Mr" goes as a whole.
BEFORE_NAMES = sorted(
    {each.words for several in HONORIFICS.values() for each in several}
    | {each.spoken for several in HONORIFICS.values() for each in several if each.spoken},
    key=len,
    reverse=True,
)
