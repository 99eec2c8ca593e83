"""Lectern cards: folded sheets that tell the hall who speaks."""

from django.utils import translation
from django.utils.translation import gettext

from events.exports.pdf.cards import faces_of, press_cards, sheets_of, voices_of, without_repeats
from events.exports.pdf.fitting import Box
from events.exports.pdf.frame import check_languages
from events.exports.pdf.voice import Voice
from events.exports.wishes import NO_WISHES, Wishes
from events.programme.attending import Attending, attending
from events.programme.kinds import item_title
from events.programme.value import Programme

ON_A_SHEET = 1
ALONE = (
    Box(width=236, height=42, largest=84, comfortable=54, face="bold"),
    Box(width=232, height=26, largest=26, comfortable=24),
)
# One of two languages, one over the other.
OF_TWO = (
    Box(width=236, height=22, largest=54, comfortable=36, face="bold"),
    Box(width=232, height=14, largest=18, comfortable=14),
)


def render(
    programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
) -> bytes:
    """Return a folded sheet for each person who stands at the lectern, in the order of speaking.

    Name and office face the hall, in one language or two; what faces the speaker says for which item it is. Raises
    EmptyProgrammeError where nobody speaks, and what ``press`` raises.
    """
    check_languages(languages, most=2)
    with translation.override(languages[0]):
        voices = voices_of(programme, languages, wishes)
        boxes = ALONE if len(voices) == 1 else OF_TWO
        cards = [
            {
                "faces": without_repeats(faces_of(each.person, voices, boxes)),
                "who": each,
                "name": voices[0].person(each.person),
                "items": _items(each, voices[0]),
            }
            for each in attending(programme)
            if each.speaks_in
        ]
        shown = {"sheets": list(sheets_of(cards, ON_A_SHEET))}
        return press_cards(
            "lectern-cards", gettext("Lectern cards"), programme, languages, shown, site_url, wishes
        )


def _items(each: Attending, voice: Voice) -> list[str]:
    return [voice.mark(item_title(item, voice.language, voice.fallback)) for item in each.speaks_in]
