"""Signs for reserved seats: for the hosts, for those who take part, for groups of guests."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from events.exports.pdf.cards import (
    Face,
    face,
    faces_of,
    press_cards,
    sheets_of,
    voices_of,
    without_repeats,
)
from events.exports.pdf.errors import NoRoomError
from events.exports.pdf.fitting import Box
from events.exports.pdf.frame import check_languages
from events.exports.pdf.voice import Voice
from events.exports.wishes import NO_WISHES, Wishes
from events.programme import names
from events.programme.attending import attending
from events.programme.choices import HostRole
from events.programme.language_words import Direction
from events.programme.languages import LANGUAGES, direction
from events.programme.text import NOTHING, Wording
from events.programme.value import Programme

ON_A_SHEET = 2
# What stands beneath a name leaves the corner of the code free.
ALONE = (
    Box(width=168, height=34, largest=48, comfortable=30, face="bold"),
    Box(width=130, height=16, largest=17, comfortable=13),
)
OF_TWO = (
    Box(width=168, height=19, largest=36, comfortable=24, face="bold"),
    Box(width=130, height=13, largest=14, comfortable=12),
)
# For an office of many words.
CROWDED = (replace(ALONE[0], height=28), replace(ALONE[1], height=46))
CROWDED_OF_TWO = (replace(OF_TWO[0], height=14), replace(OF_TWO[1], height=19))


def render(
    programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
) -> bytes:
    """Return a sign for each host, each person who comes and each group of guests, two to a sheet.

    "Reserved" stands on it in all languages of the event, for whom in one or two. Raises EmptyProgrammeError where
    there is nobody for whom to keep a seat, and what ``press`` raises.
    """
    check_languages(languages, most=2)
    with translation.override(languages[0]):
        signs = list(_signs(programme, voices_of(programme, languages, wishes)))
        shown = {
            "sheets": list(sheets_of(signs, ON_A_SHEET)),
            "reserved": _reserved(programme, languages),
        }
        return press_cards(
            "reserved-signs", gettext("Reserved seats"), programme, languages, shown, site_url, wishes
        )


def _signs(programme: Programme, voices: list[Voice]) -> Iterator[list[Face]]:
    boxes, crowded = (ALONE, CROWDED) if len(voices) == 1 else (OF_TWO, CROWDED_OF_TWO)
    for host in programme.hosts:
        if host.role in (HostRole.HOST, HostRole.CO_HOST):
            yield _named(
                [names.organisation_name(host.organisation, each.language, each.fallback) for each in voices],
                voices,
                boxes,
            )
    for each in attending(programme):
        try:
            faces = faces_of(each.person, voices, boxes)
        except NoRoomError:
            faces = faces_of(each.person, voices, crowded)
        yield without_repeats(faces)
    for group in programme.audience_groups:
        yield _named([group.name.wording(each.language, each.fallback) for each in voices], voices, boxes)


def _named(said: list[Wording], voices: list[Voice], boxes: tuple[Box, Box]) -> list[Face]:
    nothing = NOTHING.wording(voices[0].language)
    return without_repeats(
        [face(name, nothing, voice, boxes) for name, voice in zip(said, voices, strict=True)]
    )


def _reserved(programme: Programme, languages: tuple[str, ...]) -> list[tuple[str, Direction, SafeString]]:
    """Return language, direction and the word, those that are printed first."""
    found = []
    for language in dict.fromkeys((*languages, *programme.languages)):
        if language in LANGUAGES:
            with translation.override(language):
                word = SafeString(pgettext("on a seat", "Reserved"))
            found.append((language, direction(language), word))
    return found
