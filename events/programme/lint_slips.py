"""Slips of the hand, in any language: words run together, blanks doubled, “H.E” without its second point."""

import re
from collections.abc import Collection, Iterator

from events.programme.finding import Mark, Slip

# Addresses, and names of accounts and keywords, are no words.
ADDRESS = re.compile(
    r"\S*(?:://|@|www\.)\S*|#\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:az|com|edu|gov|int|org|pk|ru|tr)\b\S*"
)
BLANKS = re.compile(r"(?<=\S)[ \u00a0\u2007\u202f]{2,}(?=\S)")
EXCELLENCY = re.compile(r"\bH\.[ \u00a0]?E\b(?!\.)|\bH\.[ \u00a0]?E\.(?=[^\W\d_]{2})")
SENTENCES = re.compile(r"(?<=(?P<before>[^\W\d_]{2}))(?P<point>[.!?;:,…])(?P<after>[^\W\d_]{2})")
URDU_SENTENCES = re.compile(r"(?<=\w)(?P<point>[۔؟،؛])(?=[^\W\d_])")
WORD = re.compile(r"[^\W\d_]+")
# What a capital letter may follow within a word.
BEGINNINGS = frozenset({"Mc", "Mac", "Fitz", "De", "Di", "Da", "Le", "La", "Du", "Van", "Von", "Al", "El"})
KNOWN = frozenset(
    {
        "YouTube",
        "WhatsApp",
        "LinkedIn",
        "PowerPoint",
        "TikTok",
        "JavaScript",
        "OpenStreetMap",
        "FaceTime",
        "PhD",
    }
)


def slips(text: str, known: Collection[str] = ()) -> Iterator[Slip]:
    """Return the slips in a text; ``known`` are words that are written just so, as in the name of a body."""
    addresses = [match.span() for match in ADDRESS.finditer(text)]
    for slip in (*_blanks(text), *_excellencies(text), *_sentences(text), *_names(text, known)):
        if not any(start < slip.end and slip.start < end for start, end in addresses):
            yield slip


def _blanks(text: str) -> Iterator[Slip]:
    for match in BLANKS.finditer(text):
        yield Slip(Mark.SPACES, match.start(), match.group(), " ")


def _excellencies(text: str) -> Iterator[Slip]:
    for match in EXCELLENCY.finditer(text):
        found = match.group()
        proposed = f"{found} " if found.endswith(".") else f"{found}."
        yield Slip(Mark.POINT, match.start(), found, proposed)


def _sentences(text: str) -> Iterator[Slip]:
    """“direction.In”: a sentence or a part of it begins without a blank before it."""
    for match in SENTENCES.finditer(text):
        before, point, after = match["before"], match["point"], match["after"]
        begins = after[0].isupper() and after[1].islower()
        if before.islower() and (begins or (point in ",;" and after.islower())):
            yield _glued(text, match.start("point"), len(point))
    for match in URDU_SENTENCES.finditer(text):
        yield _glued(text, match.start("point"), 1)


def _glued(text: str, at: int, length: int) -> Slip:
    start, end = at, at + length
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    found = text[start:end]
    return Slip(Mark.GLUED, start, found, f"{text[start : at + length]} {text[at + length : end]}")


def _names(text: str, known: Collection[str]) -> Iterator[Slip]:
    """“IlhamAliyev”: a capital in the middle of a word, between small letters."""
    for match in WORD.finditer(text):
        word = match.group()
        joint = next((at for at in range(3, len(word) - 2) if _begins_anew(word, at)), None)
        if joint and word[:joint] not in BEGINNINGS and word not in KNOWN and word not in known:
            yield Slip(Mark.GLUED, match.start(), word, f"{word[:joint]} {word[joint:]}")


def _begins_anew(word: str, at: int) -> bool:
    return word[at].isupper() and word[1:at].islower() and word[at + 1 :].islower()
