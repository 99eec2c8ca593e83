"""The programme on A4, to be printed on both sides."""

from collections.abc import Sequence
from typing import Any

from django.utils import translation

from events.exports.pdf import heights_pair, side_by_side
from events.exports.pdf.back import back_of
from events.exports.pdf.closeness import Closeness
from events.exports.pdf.frame import check_languages, frame, press
from events.exports.pdf.heights import least_pages
from events.exports.pdf.hours import opening_hours
from events.exports.pdf.masthead import masthead_of
from events.exports.pdf.order import order_of
from events.exports.pdf.proceedings import within_of
from events.exports.pdf.voice import WIDE, Voice
from events.exports.pdf.words import words_of
from events.exports.wishes import NO_WISHES, Beside, Wishes
from events.programme.choices import Audience, PaperSize
from events.programme.value import Programme

MOST_LANGUAGES = 2
# How closely the sheet is set. The order of proceedings fills one side and leaves the other to what follows it; only
# "flowing" lets that follow on the same page.
SHORT = ("roomy", "close", "closest", "closest brief")
LONG = ("close", "close flowing", "closest", "closest flowing")
# What a letterhead, or a shorter paper, pushes off the first side.
LAST = ("closest brief flowing",)
EXHIBITION = ("close flowing", "closest flowing", *LAST)
# No setting has so many lines of the order on one side.
MOST_LINES = 45


def render(
    programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
) -> bytes:
    """Return the programme as PDF/A-3a and PDF/UA-1, two pages where it fits them.

    The same arguments give the same bytes: every date in the file is that of the release, a draft has none. The
    event's calendar file travels inside. Two languages stand side by side. Raises LanguagesNotOfferedError,
    ProgrammeTooLongError, and MissingGlyphError where no bundled font has a character.
    """
    check_languages(languages, MOST_LANGUAGES)
    programme = programme.seen_by(Audience.PUBLIC)
    with translation.override(languages[0]):
        if len(languages) == 2:
            shown = side_by_side.sheet(programme, languages, site_url, wishes.beside)
            closeness = closeness_of_pair(shown, programme.mission.look.paper)
            return press(
                "a4",
                programme,
                languages,
                shown,
                site_url,
                wishes,
                settings=closeness.settings(),
                fits=closeness.is_done,
                template="a4-pair",
                also=("a4-pair.css",),
            )
        shown = sheet(programme, languages[0], site_url, wishes.beside)
        closeness = closeness_of(shown, programme.mission.look.paper)
        return press(
            "a4",
            programme,
            languages,
            shown,
            site_url,
            wishes,
            settings=closeness.settings(),
            fits=closeness.is_done,
        )


def sheet(
    programme: Programme, language: str, site_url: str, beside: Beside | None = None, keeps: int = WIDE
) -> dict[str, Any]:
    """Return what the template shows; ``keeps`` as a ``Voice`` has it. ``programme`` is what the public may see."""
    voice = Voice(language, programme.languages, keeps=keeps, phrases=programme.phrases)
    order = order_of(programme, voice, beside)
    within = [within_of(child, programme, voice, beside) for child in programme.children]
    days = opening_hours(programme.days, voice)
    return {
        **frame(programme, voice, site_url),
        "masthead": masthead_of(programme, voice),
        "purpose": voice.lines(programme.objective),
        "hours": days,
        "order": order,
        "within": within,
        "is_to_be_announced": not (order.groups or days or within),
        "back": back_of(programme, voice),
        "words": words_of(programme, voice),
    }


def closeness_of(shown: dict[str, Any], paper: PaperSize) -> Closeness:
    """Return what chooses among the settings that suit the sheet."""
    return Closeness([(name, least_pages(shown, name, paper)) for name in _settings(shown)])


def closeness_of_pair(shown: dict[str, Any], paper: PaperSize) -> Closeness:
    """Return the same for two languages side by side."""
    settings = side_by_side.settings_of(shown)
    return Closeness([(name, heights_pair.least_pages(shown, name, paper)) for name in settings])


def _settings(shown: dict[str, Any]) -> Sequence[str]:
    if shown["hours"] or shown["within"]:
        return EXHIBITION
    if shown["order"].lines > MOST_LINES:
        return LONG
    return (*SHORT, "close flowing", *LAST)
