"""The tone of a text on a day of mourning.

An edition of mourning and pride is guarded like one of mourning: the sources speak of heroism and pride beside the
mourning, and none of them of a celebration. What is kept in its own language ("Allah rəhmət eləsin!") is not judged.
"""

import re
from collections.abc import Iterable, Iterator

from events.programme.finding import Mark, Slip
from events.programme.languages import capitalised
from events.programme.phrases import Phrase, stretches
from events.programme.register_words import UNFIT

EXCLAMATION = re.compile(r"[ \u00a0\u202f]?[!！]+")


def out_of_tone(text: str, language: str, is_title: bool, phrases: Iterable[Phrase] = ()) -> Iterator[Slip]:
    """Return the words that do not suit, each with the approved ones, and exclamation marks where it is a title."""
    kept = stretches(text, phrases)
    for slip in (*_unfit(text, language), *(_exclamations(text) if is_title else ())):
        if not any(slip.start in each for each in kept):
            yield slip


def _unfit(text: str, language: str) -> Iterator[Slip]:
    taken: list[range] = []
    for unfit in UNFIT.get(language, ()):
        for match in unfit.pattern.finditer(text):
            if any(match.start() < each.stop and each.start < match.end() for each in taken):
                continue
            taken.append(range(match.start(), match.end()))
            becomes = match.expand(unfit.becomes) if unfit.becomes else None
            found = match.group()
            if becomes and found[0].isupper():
                becomes = capitalised(becomes, language)
            yield Slip(Mark.TONE, match.start(), found, becomes, unfit.approved)


def _exclamations(text: str) -> Iterator[Slip]:
    for match in EXCLAMATION.finditer(text):
        yield Slip(Mark.EXCLAMATION, match.start(), match.group(), "")
