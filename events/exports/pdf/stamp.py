"""What every page of a sheet carries: which release it is, whose time it tells, whether it may be handed out."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from events.exports.pdf.labels import STATUSES
from events.exports.pdf.masthead import city_of
from events.exports.pdf.voice import NOTHING, Voice, joined, sentence
from events.programme.choices import Status
from events.programme.languages import full_date, utc_offset
from events.programme.text import Wording
from events.programme.value import Programme, ReleaseMark

NOON = time(12)
# Of a longer name the foot of a page has no room for its end.
LINE_OF_CITY = 60
PAGE, PAGES = "\ue000", "\ue001"


def stamp(programme: Programme, voice: Voice) -> SafeString:
    return joined(" ", [release_words(programme, voice), zone_words(programme, voice)])


def foot_words(programme: Programme, voice: Voice, site_url: str) -> SafeString:
    """Return the stamp with the short address, for the foot of each page."""
    said, address = stamp(programme, voice), short_address(programme, site_url)
    if not address:
        return said
    return joined(" ", [said, format_html('<span class="together">{}</span>', _in_latin(address, voice))])


def running_words(programme: Programme) -> str:
    """Return what the head of each page warns of, empty where there is nothing to warn of."""
    words = [] if programme.release else [gettext("Draft")]
    if programme.status in (Status.POSTPONED, Status.CANCELLED):
        words.append(str(STATUSES[programme.status]))
    return " · ".join(words)


def page_words() -> tuple[str, str, str]:
    """Return the words before, between and after the two numbers of "Page 1 of 2"."""
    # Translators: the number of the page comes before that of all pages.
    before, rest = gettext("Page %(page)s of %(pages)s").replace("%(page)s", PAGE).split(PAGE)
    between, after = rest.split("%(pages)s")
    return before, between, after


def card_mark(programme: Programme, voice: Voice, site_url: str) -> SafeString:
    """Return the release, its day and the short address, for the small type of a card."""
    if not programme.release:
        return SafeString(gettext("Draft"))
    said = sentence(
        gettext("Release %(number)s of %(date)s"),
        number=programme.release.number,
        date=released_on(programme.release, programme, voice),
    )
    return joined(" · ", [said, _in_latin(short_address(programme, site_url), voice)])


def short_address(programme: Programme, site_url: str) -> str:
    """Return where to ask whether the sheet is current, as one types it; empty for a draft."""
    if not programme.release:
        return ""
    return f"{site_url.partition('://')[2] or site_url}/v/{programme.release.code}/"


def _in_latin(text: str, voice: Voice) -> SafeString:
    return voice.mark(Wording(text, "en")) if voice.language != "en" else SafeString(text)


def released_on(release: ReleaseMark, programme: Programme, voice: Voice) -> str:
    return full_date(release.released_at.astimezone(ZoneInfo(programme.zone)).date(), voice.language)


def release_words(programme: Programme, voice: Voice) -> SafeString:
    if not programme.release:
        return SafeString(gettext("Programme, not released."))
    said = sentence(
        gettext("Programme, release %(number)s of %(date)s."),
        number=programme.release.number,
        date=released_on(programme.release, programme, voice),
    )
    # A Russian date ends in "г.".
    return SafeString(said.replace("..", "."))


def zone_words(programme: Programme, voice: Voice) -> SafeString:
    """Say whose clock the times are read from; nothing where there is none to read."""
    offset = _offset(programme)
    if not offset:
        return NOTHING
    city = voice.short(city_of(programme), LINE_OF_CITY) or _city_of_zone(programme, voice)
    return sentence(gettext("All times are those of %(city)s (%(offset)s)."), city=city, offset=offset)


def _city_of_zone(programme: Programme, voice: Voice) -> SafeString:
    mission = programme.mission
    if mission.zone == programme.zone and mission.city:
        return voice.short(mission.city, LINE_OF_CITY)
    return SafeString(programme.zone.rpartition("/")[2].replace("_", " "))


def _offset(programme: Programme) -> str:
    if not programme.on:
        return ""
    at = (
        programme.span.start
        if programme.span
        else datetime.combine(programme.on, NOON, ZoneInfo(programme.zone))
    )
    return utc_offset(at)
