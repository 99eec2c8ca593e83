"""What is told in two languages at once, one beside the other."""

from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from django.utils import translation
from django.utils.safestring import SafeString

from events.exports.pdf.back import Back
from events.exports.pdf.voice import WIDE, Voice
from events.programme.languages import direction
from events.programme.value import Programme


@dataclass(frozen=True, slots=True)
class Said:
    """Something in one language."""

    language: str
    direction: str
    lines: list[SafeString]


def pairs(languages: tuple[str, ...], *columns: list[list[SafeString]]) -> list[list[Said]]:
    """Return what stands beside one another, row by row: the first column in the first language, and so on."""
    return [
        [
            Said(language, direction(language), [line for line in lines or [] if line])
            for language, lines in zip(languages, row, strict=False)
        ]
        for row in zip_longest(*columns)
    ]


def told_in(language: str, tell: Any, programme: Programme, *more: Any) -> Any:
    """Return what ``tell(programme, voice, ...)`` says in a language."""
    with translation.override(language):
        voice = Voice(language, programme.languages, keeps=WIDE, phrases=programme.phrases)
        return tell(programme, voice, *more)


def notes_for_guests(languages: tuple[str, ...], backs: list[Back]) -> list[list[Said]]:
    """Return the notes for guests line beside line, or all beside all where one language has more lines."""
    if len({len(back.guests) for back in backs}) == 1:
        return pairs(languages, *([[line] for line in back.guests] for back in backs))
    return pairs(languages, *([back.guests] for back in backs))
