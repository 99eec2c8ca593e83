"""Name badges, to be read at three metres: the first name large, the surname, the organisation."""

from dataclasses import dataclass, replace

from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from events.exports.pdf.cards import press_cards, sheets_of, voices_of
from events.exports.pdf.errors import NoRoomError
from events.exports.pdf.fitting import Box, Fitted, fitted
from events.exports.pdf.frame import check_languages
from events.exports.pdf.measure import width_of
from events.exports.pdf.voice import NARROW, Voice
from events.exports.wishes import NO_WISHES, Wishes
from events.programme import names
from events.programme.attending import Attending, attending
from events.programme.choices import PaperSize
from events.programme.collation import Key, sort_key
from events.programme.languages import direction
from events.programme.people import Person
from events.programme.text import Wording
from events.programme.value import Programme

ON_A_SHEET = {PaperSize.A4: 10, PaperSize.LETTER: 8}
FIRST = Box(width=78, height=14, largest=40, comfortable=32, face="bold")
SURNAME = Box(width=78, height=10, largest=28, comfortable=22)
# How many points smaller than the first name the surname is, down to what can be read.
LESS, SMALLEST_SURNAME = 8, 10
# A name of which nobody can say where the surname begins.
WHOLE = Box(width=78, height=24, largest=36, comfortable=26, face="bold")
# The letters of the event's title that stand in two lines over the name, fewer of wide ones: of its serif, these lines
# are so many sizes of the type wide.
LETTERS_OF_TITLE, WIDTH_OF_TITLE = 104, 54
ORGANISATION = Box(width=78, height=12, largest=18, comfortable=14)
USUAL = (FIRST, SURNAME, WHOLE, ORGANISATION)
# Over many words the name is as large as they leave it room.
CROWDED = (
    replace(FIRST, height=10),
    replace(SURNAME, height=6),
    replace(WHOLE, height=14),
    replace(ORGANISATION, height=21),
)


@dataclass(frozen=True, slots=True)
class Badge:
    first: Fitted
    surname: Fitted
    organisation: Fitted
    who: Attending


def render(
    programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
) -> bytes:
    """Return a badge of 90 by 55 mm for each person who comes, with crop marks.

    They lie in the order in which names are looked for: by surname, in the alphabet of their language.

    Raises EmptyProgrammeError where nobody is named, and what ``press`` raises.
    """
    check_languages(languages)
    with translation.override(languages[0]):
        voice = voices_of(programme, languages, wishes)[0]
        badges = sorted(
            (_badge(each, voice) for each in attending(programme)), key=lambda badge: _filed(badge.who, voice)
        )
        most = ON_A_SHEET[programme.mission.look.paper]
        shown = {
            "sheets": list(sheets_of(badges, most)),
            "crop_lines": range(0, 55 * (most // 2) + 1, 55),
            "event_title": _event_title(programme, replace(voice, keeps=NARROW)),
        }
        return press_cards("badges", gettext("Name badges"), programme, languages, shown, site_url, wishes)


def _event_title(programme: Programme, voice: Voice) -> SafeString:
    title = programme.short_title or programme.title
    said = title.wording(voice.language, voice.fallback).text
    width = width_of(said[:LETTERS_OF_TITLE])
    return voice.short(title, int(LETTERS_OF_TITLE * min(1, WIDTH_OF_TITLE / max(width, 1))))


def _badge(each: Attending, voice: Voice) -> Badge:
    try:
        return _laid_out(each, voice, USUAL)
    except NoRoomError:
        return _laid_out(each, voice, CROWDED)


def _laid_out(each: Attending, voice: Voice, boxes: tuple[Box, Box, Box, Box]) -> Badge:
    of_first, of_surname, of_whole, of_organisation = boxes
    given, family = names.given_and_family(each.person, voice.language, voice.fallback)
    if direction(given.language) == "rtl":
        # Lines as far apart as those of Urdu leave two of them too small to be read at three metres.
        given, family = (
            names.short_name(each.person, voice.language, voice.fallback),
            replace(family, text=""),
        )
    first = fitted(given, voice, of_first if family else of_whole)
    smaller = max(SMALLEST_SURNAME, first.size - LESS)
    surname = fitted(family, voice, replace(of_surname, largest=min(of_surname.largest, smaller)))
    return Badge(first, surname, fitted(_organisation(each.person, voice), voice, of_organisation), each)


def _filed(who: Attending, voice: Voice) -> Key:
    given, family = names.given_and_family(who.person, voice.language, voice.fallback)
    return sort_key(f"{family.text} {given.text}", voice.language)


def _organisation(person: Person, voice: Voice) -> Wording:
    """Return the organisation of the first office; without one, the offices themselves."""
    for office in person.offices:
        if office.organisation:
            return names.organisation_name(office.organisation, voice.language, voice.fallback)
    return names.offices(person, voice.language, voice.fallback)
