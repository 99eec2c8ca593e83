"""The sign at the door: who invites to what, where and when, and the opening hours of an exhibition."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from events.exports.pdf.cards import voices_of
from events.exports.pdf.closeness import Closeness
from events.exports.pdf.fitting import Box, Fitted, fitted
from events.exports.pdf.frame import check_languages, frame, press
from events.exports.pdf.heights_sign import SETTINGS, least_pages
from events.exports.pdf.hours import opening_hours
from events.exports.pdf.masthead import inviting, masthead_of, when
from events.exports.pdf.voice import Voice
from events.exports.wishes import NO_WISHES, Wishes
from events.programme.choices import Audience, PaperSize
from events.programme.value import Programme

# Opening hours leave a title less room.
TITLE_OVER_HOURS = Box(width=156, height=32, largest=32, comfortable=22)
# Nastaliq climbs over its lines, and hangs below them.
NASTALIQ_OVER_HOURS = replace(TITLE_OVER_HOURS, largest=26)
TITLE = Box(width=156, height=58, largest=44, comfortable=24)
# One host, two and more beside one another; no name stands larger than the others.
HOSTS = (
    Box(width=150, height=24, largest=18, comfortable=14, face="bold"),
    Box(width=76, height=24, largest=14, comfortable=11, face="bold"),
    Box(width=48, height=24, largest=12.5, comfortable=10, face="bold"),
)


@dataclass(frozen=True, slots=True)
class Within:
    title: SafeString
    when: list[SafeString]


def render(
    programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
) -> bytes:
    """Return the sign, one page where it fits. Raises LanguagesNotOfferedError, and what ``press`` raises."""
    check_languages(languages)
    programme = programme.seen_by(Audience.PUBLIC)
    with translation.override(languages[0]):
        (voice,) = voices_of(programme, languages, wishes)
        shown = sign(programme, voice, site_url)
        closeness = closeness_of(shown, programme.mission.look.paper)
        return press(
            "door-sign",
            programme,
            languages,
            shown,
            site_url,
            wishes,
            settings=closeness.settings(),
            fits=closeness.is_done,
        )


def sign(programme: Programme, voice: Voice, site_url: str) -> dict[str, Any]:
    """Return what the template shows. ``programme`` is what the public may see."""
    place, masthead = programme.place, masthead_of(programme, voice)
    return {
        **frame(programme, voice, site_url),
        "masthead": masthead,
        "hosts": list(zip(masthead.hosts, _host_names(programme, voice), strict=True)),
        "title": fitted(
            programme.title.wording(voice.language, voice.fallback),
            voice,
            _title_box(programme, voice),
        ),
        "place": voice.say(place.name) if place else SafeString(gettext("Place to be announced")),
        "room": voice.say(place.room) if place else "",
        "address_of_place": voice.say(place.address) if place else "",
        "hours": opening_hours(programme.days, voice),
        "within": [Within(voice.say(child.title), when(child, voice)) for child in programme.children],
    }


def _title_box(programme: Programme, voice: Voice) -> Box:
    if not programme.days:
        return TITLE
    return NASTALIQ_OVER_HOURS if voice.nastaliq else TITLE_OVER_HOURS


def closeness_of(shown: dict[str, Any], paper: PaperSize) -> Closeness:
    """Return what chooses among the settings."""
    return Closeness([(name, least_pages(shown, name, paper)) for name in SETTINGS], sides=1)


def _host_names(programme: Programme, voice: Voice) -> list[Fitted]:
    hosts = inviting(programme)
    box = HOSTS[min(len(hosts), len(HOSTS)) - 1]
    names = [host.organisation.name.wording(voice.language, voice.fallback) for host in hosts]
    largest = min((fitted(name, voice, box).size for name in names), default=box.largest)
    return [fitted(name, voice, replace(box, largest=largest)) for name in names]
