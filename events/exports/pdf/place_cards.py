"""Place cards: tents that stand on the table, with the name on both sides."""

from django.utils import translation
from django.utils.translation import gettext

from events.exports.pdf.cards import faces_of, press_cards, sheets_of, voices_of
from events.exports.pdf.fitting import Box
from events.exports.pdf.frame import check_languages
from events.exports.wishes import NO_WISHES, Wishes
from events.programme.attending import attending
from events.programme.value import Programme

ON_A_SHEET = 2
NAME = Box(width=164, height=30, largest=60, comfortable=36, face="bold")
OFFICE = Box(width=160, height=16, largest=18, comfortable=14)


def render(
    programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
) -> bytes:
    """Return a card for each person who comes, in the order of the agenda, two to a sheet.

    The first language is on the side of the hall, the second one, if there is one, on that of the table. Raises
    EmptyProgrammeError where nobody is named, and what ``press`` raises.
    """
    check_languages(languages, most=2)
    with translation.override(languages[0]):
        voices = voices_of(programme, languages, wishes)
        cards = [
            {"faces": faces_of(each.person, (voices[0], voices[-1]), (NAME, OFFICE)), "who": each}
            for each in attending(programme)
        ]
        shown = {"sheets": list(sheets_of(cards, ON_A_SHEET))}
        return press_cards(
            "place-cards", gettext("Place cards"), programme, languages, shown, site_url, wishes
        )
