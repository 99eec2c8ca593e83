"""Slips to lay into sheets that are printed already: what is different, several to a sheet of paper."""

from django.utils import translation
from django.utils.translation import gettext

from events.exports import EmptyProgrammeError
from events.exports.pdf.frame import check_languages, frame, press
from events.exports.pdf.stamp import card_mark
from events.exports.pdf.voice import Voice
from events.exports.wishes import NO_WISHES, Wishes
from events.programme.choices import Audience
from events.programme.languages import comma
from events.programme.value import Programme

# How many slips to a sheet: the first number is taken with which all of them fit.
SETTINGS = ("slips-8", "slips-6", "slips-5", "slips-4", "slips-3", "slips-2", "slips-1")


def render(
    programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
) -> bytes:
    """Return the changes that the release carries, in words. Raises EmptyProgrammeError where there are none."""
    check_languages(languages)
    programme = programme.seen_by(Audience.PUBLIC)
    release = programme.release
    if not release or not release.changes:
        raise EmptyProgrammeError("There is no change that a slip could tell.")
    with translation.override(languages[0]):
        voice = Voice(languages[0], programme.languages, phrases=programme.phrases)
        title = gettext("Correction to the programme")
        framed = frame(programme, voice, site_url)
        shown = {
            **framed,
            "document_title": comma(voice.language).join((title, framed["document_title"])),
            "event_title": voice.say(programme.short_title or programme.title),
            "changes": [voice.say(change) for change in release.changes],
            "card_mark": card_mark(programme, voice, site_url),
            "slips": range(8),
        }
        return press(
            "correction-slip", programme, languages, shown, site_url, wishes, settings=SETTINGS, sides=1
        )
