"""Envelopes for the speakers who are asked and for the hosts, one to a page of its size.

DL, or No. 10 for Letter, takes a sheet folded in three, C5 a booklet or a sheet folded once, C6 a card. They carry
neither release nor code: nobody writes such a thing beside the name of a guest, and none is ever stale.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from events.exports import EmptyProgrammeError
from events.exports.pdf.cards import MOST_CARDS
from events.exports.pdf.errors import ProgrammeTooLongError
from events.exports.pdf.fitting import Box, fitted
from events.exports.pdf.frame import check_languages, frame, press
from events.exports.pdf.masthead import PICTURE, Drawing, inviting, is_own
from events.exports.pdf.voice import Voice
from events.exports.wishes import NO_WISHES, EnvelopeSize, Wishes
from events.programme.attending import invited
from events.programme.choices import PaperSize
from events.programme.envelopes import envelope, envelope_of_organisation, language_of_side
from events.programme.languages import comma, direction
from events.programme.people import upwards
from events.programme.text import NOTHING, Text, Wording
from events.programme.value import Programme

# What takes a sheet of the mission's paper folded in three.
SIZES = {PaperSize.A4: EnvelopeSize.DL, PaperSize.LETTER: EnvelopeSize.NO_10}
# How wide the lines of the addressee are in millimetres, and their type in points.
LINES = {
    EnvelopeSize.DL: (104, 12.4),
    EnvelopeSize.NO_10: (113, 12.4),
    EnvelopeSize.C6: (82, 11.4),
    EnvelopeSize.C5: (110, 13.4),
}
MOST_HEIGHT = 80
CLOSENESS = ("", "close", "closest")


@dataclass(frozen=True, slots=True)
class Envelope:
    language: str
    direction: str
    lines: Sequence[SafeString]


def render(
    programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
) -> bytes:
    """Return an envelope for each person who is asked to take part, then for each host but the mission itself.

    Each is in the language of the addressee's side where that is known, else in that of the sheet, or where the name is
    not stated in it in the next one of the programme. Raises EmptyProgrammeError where there is nobody to write to,
    and what ``press`` raises.
    """
    size = wishes.envelope or SIZES[programme.mission.look.paper]
    check_languages(languages)
    with translation.override(languages[0]):
        voice = Voice(languages[0], programme.languages)
        envelopes = [
            _envelope(wording, size, nastaliq=wishes.nastaliq)
            for wording in addresses(programme, languages[0], wishes.addresses)
        ]
        if not envelopes:
            raise EmptyProgrammeError("There is nobody yet to whom an envelope could be written.")
        if len(envelopes) > MOST_CARDS:
            raise ProgrammeTooLongError(
                f"{len(envelopes)} envelopes are too many for one file; {MOST_CARDS} at most."
            )
        framed = frame(programme, voice, site_url)
        title = comma(voice.language).join((gettext("Envelopes"), framed["document_title"]))
        shown: dict[str, Any] = {
            **framed,
            "document_title": title,
            "envelopes": envelopes,
            "sender": _sender(programme, voice),
            "emblem": _emblem(programme),
        }
        return press(
            "envelopes",
            programme,
            languages,
            shown,
            site_url,
            wishes,
            settings=[f"{size} {closely}" for closely in CLOSENESS],
            sides=len(envelopes),
        )


def addresses(programme: Programme, language: str, register: Mapping[str, Text]) -> Iterator[Wording]:
    """Yield the lines of each envelope. ``register`` has those that somebody's office wants otherwise, by the uid."""
    for person in invited(programme):
        serves = upwards(person.offices[0].organisation) if person.offices else ()
        said_in = language_of_side(serves, person.name, language)
        said = envelope(person, said_in, programme.languages)
        wanted = dict(register.get(person.uid, NOTHING).versions).get(said.language, "")
        yield Wording(wanted or said.text, said.language)
    for host in inviting(programme):
        if not is_own(host, programme):
            organisation = host.organisation
            said_in = language_of_side(upwards(organisation), organisation.name, language)
            yield envelope_of_organisation(organisation, said_in, programme.languages)


def _envelope(wording: Wording, size: EnvelopeSize, *, nastaliq: bool) -> Envelope:
    """Return the lines; one that is too long for its envelope is broken into lines of much the same length."""
    voice, (width, largest) = Voice(wording.language, nastaliq=nastaliq), LINES[size]
    box = Box(width, MOST_HEIGHT, largest=largest, comfortable=largest, face="bold", smallest=int(largest))
    lines = [Wording(line, wording.language) for line in wording.text.splitlines()]
    return Envelope(
        wording.language, direction(wording.language), [fitted(line, voice, box).html for line in lines]
    )


def _emblem(programme: Programme) -> Drawing | None:
    """Return the mission's emblem: it is the sender itself."""
    digest = programme.mission.look.emblem
    return Drawing(f"{PICTURE}{digest}", gettext("Emblem")) if digest else None


def _sender(programme: Programme, voice: Voice) -> list[SafeString]:
    mission = programme.mission
    return voice.lines(mission.look.letterhead) or [
        words for words in (voice.say(mission.name), voice.say(mission.city)) if words
    ]
