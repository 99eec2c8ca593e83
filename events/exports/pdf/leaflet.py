"""The leaflet of an exhibition: when it is open and where, what is shown, by whom it was made and lent."""

from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from events.exports import EmptyProgrammeError
from events.exports.pdf.a4 import sheet
from events.exports.pdf.frame import check_languages, press
from events.exports.pdf.heights import holds_hours
from events.exports.pdf.voice import WIDE, Voice, joined, sentence
from events.exports.wishes import NO_WISHES, Wishes
from events.programme.choices import Audience, PaperSize
from events.programme.languages import comma
from events.programme.value import Programme, Work

# From the roomiest to the closest, with the settings of the A4 programme that they are.
SETTINGS = {"leaf": "roomy", "leaf closest": "closest", "leaf closest brief": "closest brief"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A work with the number that it has on the wall."""

    number: int
    title: SafeString
    made: SafeString
    caption: list[SafeString]
    lender: SafeString | str


def render(
    programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
) -> bytes:
    """Return the leaflet in one language, on A4. Raises EmptyProgrammeError where neither days nor works are stated,
    and what the A4 programme raises."""
    check_languages(languages)
    programme = programme.seen_by(Audience.PUBLIC)
    if not (programme.days or programme.works):
        raise EmptyProgrammeError(
            "A leaflet tells the opening hours and the works: there are none of either yet."
        )
    with translation.override(languages[0]):
        shown = leaflet(programme, languages[0], site_url)
        settings = settings_of(shown, programme.mission.look.paper)
        return press("leaflet", programme, languages, shown, site_url, wishes, settings=settings)


def settings_of(shown: dict[str, Any], paper: PaperSize) -> list[str]:
    """Return the settings worth trying: those that part no opening hours, where there are such."""
    whole = [name for name, setting in SETTINGS.items() if holds_hours(shown, setting, paper)]
    return whole or list(SETTINGS)


def leaflet(programme: Programme, language: str, site_url: str) -> dict[str, Any]:
    """Return what the template shows. ``programme`` is what the public may see."""
    voice = Voice(language, programme.languages, keeps=WIDE, phrases=programme.phrases)
    works = [_work(work, number, voice) for number, work in enumerate(programme.works, start=1)]
    return {**sheet(programme, language, site_url), "works": works}


def _work(work: Work, number: int, voice: Voice) -> Shown:
    lender = voice.say(work.lender)
    return Shown(
        number=number,
        title=voice.say(work.title),
        made=joined(comma(voice.language), [voice.say(work.maker), work.made]),
        caption=voice.lines(work.caption),
        lender=sentence(gettext("Lent by %(lender)s"), lender=lender) if lender else "",
    )
