"""The programme on A4, to be printed on both sides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from events.exports.pdf.back import back_of, qr_code
from events.exports.pdf.errors import LanguagesNotOfferedError, ProgrammeTooLongError
from events.exports.pdf.hours import opening_hours
from events.exports.pdf.masthead import masthead_of, when, where
from events.exports.pdf.order import Order, order_of
from events.exports.pdf.render import Enclosure, draw
from events.exports.pdf.stamp import page_words, running_words, stamp
from events.exports.pdf.voice import NOTHING, Voice
from events.programme.choices import Audience, Register
from events.programme.languages import LANGUAGES, comma, direction, full_date
from events.programme.value import Programme

# How closely the sheet is set. The order of proceedings fills one side and leaves the other to what follows it; only
# "flowing" lets that follow on the same page.
SHORT = ("roomy", "close", "closest", "closest brief")
LONG = ("close", "close flowing")
EXHIBITION = ("close flowing", "closest flowing")
# About how many lines of the order a setting holds at best; there is no use in trying it with more.
ROOMY_LINES, CLOSE_LINES, CLOSEST_LINES = 16, 23, 45
RUNNING_TITLE = 90
LONGEST_HTML = 600_000

REGISTER_STYLES = {
    Register.MOURNING: "mourning.css",
    Register.MOURNING_AND_PRIDE: "mourning.css",
    Register.SOLEMN: "solemn.css",
    Register.NEUTRAL: "neutral.css",
    Register.FESTIVE: "festive.css",
}


@dataclass(frozen=True, slots=True)
class Within:
    """An event held within another: the ceremony of an exhibition."""

    title: SafeString
    when: list[SafeString]
    where: SafeString
    order: Order


def render(programme: Programme, languages: tuple[str, ...], site_url: str, calendar: bytes = b"") -> bytes:
    """Return the programme as PDF/A-3a and PDF/UA-1, two pages where it fits them.

    The same arguments give the same bytes: every date in the file is that of the release, a draft has none.
    ``calendar`` is the event as an iCalendar file, which then travels inside the PDF. Raises
    LanguagesNotOfferedError unless there is one language of the planner's, ProgrammeTooLongError, and
    MissingGlyphError where no bundled font has a character.
    """
    if len(languages) != 1 or languages[0] not in LANGUAGES:
        offered = ", ".join(LANGUAGES)
        raise LanguagesNotOfferedError(
            f"The A4 programme is printed in one language of {offered}, not in {languages}."
        )
    language = languages[0]
    programme = programme.seen_by(Audience.PUBLIC)
    styles = ["base.css", "a4.css", REGISTER_STYLES[programme.register]]
    if direction(language) == "rtl":
        styles.append("rtl.css")
    with translation.override(language):
        shown = sheet(programme, language, site_url, bool(calendar))
        enclosures = _enclosures(programme, calendar)
        return draw(_settings(shown), tuple(styles), f"{programme.uid} a4 {language}", enclosures)


def sheet(programme: Programme, language: str, site_url: str, has_calendar: bool) -> dict[str, Any]:
    """Return what the template shows. ``programme`` is what the public may see."""
    voice = Voice(language, programme.languages)
    order = order_of(programme, voice)
    within = [_within(child, programme, voice) for child in programme.children]
    days = opening_hours(programme.days, voice)
    release = programme.release
    address = f"{site_url}/v/{release.code}/" if release else ""
    title = voice.plain(programme.short_title or programme.title)
    before, between, after = page_words()
    return {
        "language": language,
        "direction": direction(language),
        "document_title": _document_title(title, programme, language),
        "running_title": shorten(title, RUNNING_TITLE, placeholder="…"),
        "author": comma(language).join(voice.plain(host.organisation.name) for host in programme.hosts),
        "dated_at": release.released_at.isoformat() if release else "",
        "masthead": masthead_of(programme, voice),
        "purpose": voice.lines(programme.objective),
        "hours": days,
        "order": order,
        "within": within,
        "is_to_be_announced": not (order.groups or days or within),
        "back": back_of(programme, voice),
        "address": address,
        "qr_code": qr_code(address) if address else "",
        "has_calendar": has_calendar,
        "stamp": stamp(programme, voice),
        "warning": running_words(programme),
        "page_before": before,
        "page_between": between,
        "page_after": after,
    }


def _within(child: Programme, parent: Programme, voice: Voice) -> Within:
    place = child.place if child.place != parent.place else None
    return Within(
        title=voice.say(child.title),
        when=when(child, voice),
        where=where(child, voice) if place else NOTHING,
        order=order_of(child, voice),
    )


def _document_title(title: str, programme: Programme, language: str) -> str:
    dated = full_date(programme.announced_on, language) if programme.announced_on else ""
    return comma(language).join(part for part in (title, dated) if part)


def _settings(shown: dict[str, Any]) -> Iterator[str]:
    """Yield the sheet in each setting that is worth trying."""
    for setting in _worth_trying(shown):
        html = render_to_string("exports/pdf/a4.html", {**shown, "setting": setting})
        if len(html) > LONGEST_HTML:
            raise ProgrammeTooLongError("The programme has more text than a printed programme can hold.")
        yield html


def _worth_trying(shown: dict[str, Any]) -> Sequence[str]:
    if shown["hours"] or shown["within"]:
        return EXHIBITION
    lines = shown["order"].lines
    if lines > CLOSEST_LINES:
        return LONG
    return SHORT[sum(lines > most for most in (ROOMY_LINES, CLOSE_LINES)) :] + LONG[-1:]


def _enclosures(programme: Programme, calendar: bytes) -> tuple[Enclosure, ...]:
    if not calendar or not programme.release:
        return ()
    description = gettext("The event for your calendar")
    return (Enclosure(f"{programme.slug}.ics", calendar, description, programme.release.released_at),)
