"""The press sheet: what is held, when and where, by whom, and each figure with who issued it and when."""

from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from events.exports import EmptyProgrammeError
from events.exports.pdf.a4 import sheet
from events.exports.pdf.frame import check_languages, press
from events.exports.pdf.voice import WIDE, Voice
from events.exports.wishes import NO_WISHES, Wishes
from events.programme.choices import Audience
from events.programme.figure_wording import stated
from events.programme.languages import full_date
from events.programme.text import Text
from events.programme.value import Claim, Programme

SETTINGS = ("leaf", "leaf closest")


@dataclass(frozen=True, slots=True)
class Attributed:
    """A figure as its issuer made it; what the source does not say is said to be not stated."""

    figure: SafeString
    issuer: SafeString | str
    document: SafeString | str
    on: str


def render(
    programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
) -> bytes:
    """Return the press sheet in one language, on A4. Raises EmptyProgrammeError where no figure is kept, and what the
    A4 programme raises."""
    check_languages(languages)
    contacts = programme.mission.look.press_contacts
    programme = programme.seen_by(Audience.PUBLIC)
    if not programme.claims:
        raise EmptyProgrammeError("A press sheet attributes figures: the event holds none yet.")
    with translation.override(languages[0]):
        shown = press_sheet(programme, languages[0], site_url, contacts)
        return press("press", programme, languages, shown, site_url, wishes, settings=SETTINGS)


def press_sheet(programme: Programme, language: str, site_url: str, contacts: Text) -> dict[str, Any]:
    """Return what the template shows. ``programme`` is what the public may see, which has no ``contacts``."""
    voice = Voice(language, programme.languages, keeps=WIDE, phrases=programme.phrases)
    shown = sheet(programme, language, site_url)
    if shown["back"].remembrance:
        # The figures stand in a table of their own.
        shown["back"].remembrance.figures.clear()
    return {
        **shown,
        "claims": [_attributed(claim, voice) for claim in programme.claims],
        "contacts": voice.lines(contacts),
    }


def _attributed(claim: Claim, voice: Voice) -> Attributed:
    not_stated = gettext("not stated")
    return Attributed(
        figure=voice.say(stated(claim)),
        issuer=voice.say(claim.issuer) or not_stated,
        document=voice.say(claim.document),
        on=full_date(claim.on, voice.language) if claim.on else not_stated,
    )
