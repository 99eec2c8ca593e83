"""What cards, badges and signs share: names and offices as large as their faces take, and how they are stamped.

A place card and a badge carry their release and the short address in small type, without its QR code: a black square
beside the name of a guest is undignified, and they are thrown away on the day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.safestring import SafeString

from events.exports import EmptyProgrammeError
from events.exports.pdf.errors import ProgrammeTooLongError
from events.exports.pdf.fitting import Box, Fitted, fitted
from events.exports.pdf.frame import frame, press, shortened
from events.exports.pdf.stamp import card_mark
from events.exports.pdf.voice import Voice
from events.exports.wishes import Wishes
from events.programme import names
from events.programme.choices import PaperSize
from events.programme.languages import comma, direction
from events.programme.people import Person
from events.programme.text import Wording
from events.programme.value import Programme

MOST_CARDS = 300
UNSAID = Fitted(SafeString(""), 0, 1)


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a card: a name and what stands beneath it, in one language."""

    language: str
    direction: str
    name: Fitted
    office: Fitted
    said: tuple[Wording, Wording]


def face(name: Wording, office: Wording, voice: Voice, boxes: tuple[Box, Box]) -> Face:
    """Return the face of a card; ``boxes`` are the rooms for the name and for what stands beneath it."""
    return Face(
        voice.language,
        direction(voice.language),
        fitted(name, voice, boxes[0]),
        fitted(office, voice, boxes[1]),
        (name, office),
    )


def faces_of(person: Person, voices: Sequence[Voice], boxes: tuple[Box, Box]) -> list[Face]:
    return [
        face(
            names.card_name(person, voice.language, voice.fallback),
            names.offices(person, voice.language, voice.fallback),
            voice,
            boxes,
        )
        for voice in voices
    ]


def without_repeats(faces: Sequence[Face]) -> list[Face]:
    """Return the faces of one side; what two languages say in the same words stands there once."""
    shown: list[Face] = []
    for each in faces:
        name, office = (said.text for said in each.said)
        if office in [other.said[1].text for other in shown]:
            each = replace(each, office=UNSAID)
        if name in [other.said[0].text for other in shown]:
            each = replace(each, name=UNSAID)
        if each.name or each.office:
            shown.append(each)
    return shown


def voices_of(programme: Programme, languages: tuple[str, ...], wishes: Wishes) -> list[Voice]:
    return [
        Voice(language, programme.languages, phrases=programme.phrases, nastaliq=wishes.nastaliq)
        for language in languages
    ]


def sheets_of(cards: Sequence[Any], most: int) -> Iterator[Sequence[Any]]:
    """Yield the cards of each sheet of paper. Raises EmptyProgrammeError, and ProgrammeTooLongError."""
    if not cards:
        raise EmptyProgrammeError("Nobody who has a card takes part yet.")
    if len(cards) > MOST_CARDS:
        raise ProgrammeTooLongError(f"{len(cards)} cards are too many for one file; {MOST_CARDS} at most.")
    for first in range(0, len(cards), most):
        yield cards[first : first + most]


def press_cards(
    name: str,
    title: str,
    programme: Programme,
    languages: tuple[str, ...],
    shown: dict[str, Any],
    site_url: str,
    wishes: Wishes,
) -> bytes:
    """Return the document ``title`` as PDF. To be called with the first language in force."""
    voice = Voice(languages[0], programme.languages, phrases=programme.phrases)
    paper = "letter" if _is_letter(programme) else "a4"
    framed = frame(programme, voice, site_url)
    mark = card_mark(programme, voice, site_url)
    context = {
        **framed,
        # No card tells a time: the foot of the sheet says nothing of the clock.
        "stamp": mark,
        "document_title": comma(voice.language).join((title, framed["document_title"])),
        "running_title": shortened(f"{title} · {framed['running_title']}"),
        "card_mark": mark,
        **shown,
    }
    return press(name, programme, languages, context, site_url, wishes, settings=(paper,))


def _is_letter(programme: Programme) -> bool:
    return programme.mission.look.paper is PaperSize.LETTER
