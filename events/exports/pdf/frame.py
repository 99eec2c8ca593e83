"""What every printed document has: its head, the line on each page, its styles, its way to the press."""

from collections.abc import Callable, Iterable, Iterator
from textwrap import shorten
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext

from events.exports import EmptyProgrammeError, ical
from events.exports.pdf.errors import LanguagesNotOfferedError, ProgrammeTooLongError
from events.exports.pdf.qr import qr_code
from events.exports.pdf.render import Enclosure, draw
from events.exports.pdf.stamp import foot_words, page_words, running_words
from events.exports.pdf.voice import Voice
from events.exports.wishes import NO_WISHES, Wishes
from events.programme.choices import Audience, PaperSize, Register
from events.programme.languages import LANGUAGES, comma, direction, full_date
from events.programme.looks import accent_of
from events.programme.value import Programme

RUNNING_TITLE = 90
LONGEST_HTML = 600_000

REGISTER_STYLES = {
    Register.MOURNING: "mourning.css",
    Register.MOURNING_AND_PRIDE: "mourning.css",
    Register.SOLEMN: "solemn.css",
    Register.NEUTRAL: "neutral.css",
    Register.FESTIVE: "festive.css",
}
# Where the frame of the sheet is in the accent as well; elsewhere it is black.
ACCENT_FRAMES = (Register.NEUTRAL, Register.FESTIVE)
CARDS = ("place-cards", "lectern-cards", "reserved-signs", "badges", "correction-slip")
# Documents that are set as another one is, but for what their own sheet says.
UNDER = {
    **dict.fromkeys(("leaflet", "press"), ("a4.css",)),
    **dict.fromkeys(CARDS, ("cards.css",)),
    **dict.fromkeys(("run-sheet", "script", "day"), ("team.css",)),
}
# What sets each language in its own way, whatever the first one is.
SETS_EACH_LANGUAGE = ("booklet",)
PAPER_STYLES = {PaperSize.LETTER: "letter.css"}


def check_languages(languages: tuple[str, ...], most: int = 1) -> None:
    """Raise LanguagesNotOfferedError unless there are 1 to ``most`` languages of the planner's, each once."""
    known = all(language in LANGUAGES for language in languages)
    if not known or not 1 <= len(languages) <= most or len(set(languages)) < len(languages):
        offered = ", ".join(LANGUAGES)
        raise LanguagesNotOfferedError(
            f"This document is printed in 1 to {most} of {offered}, not in {', '.join(languages) or 'none'}."
        )


def frame(programme: Programme, voice: Voice, site_url: str) -> dict[str, Any]:
    """Return what ``exports/pdf/base.html`` shows. To be called with the language of the voice in force."""
    release = programme.release
    title = voice.plain(programme.short_title or programme.title)
    address = f"{site_url}/v/{release.code}/" if release else ""
    before, between, after = page_words()
    return {
        "language": voice.language,
        "direction": direction(voice.language),
        "accent": accent_of(programme.mission.look, programme.register),
        "accent_frames": programme.register in ACCENT_FRAMES,
        "accent_rules": programme.register is Register.NEUTRAL,
        "document_title": _document_title(title, programme, voice.language),
        "running_title": shortened(title),
        "author": comma(voice.language).join(voice.plain(host.organisation.name) for host in programme.hosts),
        "dated_at": release.released_at.isoformat() if release else "",
        "address": address,
        "qr_code": qr_code(address) if address else "",
        "stamp": foot_words(programme, voice, site_url),
        "warning": running_words(programme),
        "page_before": before,
        "page_between": between,
        "page_after": after,
    }


def shortened(title: str) -> str:
    """Return what of a title the head of a page has room for."""
    return shorten(title, RUNNING_TITLE, placeholder="…")


def press(
    name: str,
    programme: Programme,
    languages: tuple[str, ...],
    shown: dict[str, Any],
    site_url: str,
    wishes: Wishes,
    *,
    settings: Iterable[str] = ("",),
    sides: int = 2,
    fits: Callable[[int], bool] | None = None,
    template: str = "",
    also: tuple[str, ...] = (),
) -> bytes:
    """Return the document ``name`` as PDF: its template and its stylesheet are called so.

    ``shown`` is what the template shows, ``settings`` are classes of the body, from the roomiest to the closest: the
    first that has at most ``sides`` pages, or whose number of pages ``fits``, is taken. ``template`` is another
    one for the same stylesheet, ``also`` are stylesheets over it. The event's calendar file travels inside what was
    released. Raises ProgrammeTooLongError, and what ``draw`` raises.
    """
    enclosed = enclosures(programme, languages[0], site_url)
    return draw(
        _set(template or name, {**shown, "has_calendar": bool(enclosed)}, settings),
        styles(name, programme, languages, wishes) + also,
        f"{programme.uid} {name} {' '.join(languages)}",
        enclosed,
        fits=fits or (lambda pages: pages <= sides),
        pictures=wishes.pictures,
    )


def styles(
    name: str, programme: Programme, languages: tuple[str, ...], wishes: Wishes = NO_WISHES
) -> tuple[str, ...]:
    """Return the names of the stylesheets, each over the ones before it."""
    chosen = ["base.css", *UNDER.get(name, ()), f"{name}.css", REGISTER_STYLES[programme.register]]
    if programme.mission.look.paper in PAPER_STYLES:
        chosen.append(PAPER_STYLES[programme.mission.look.paper])
    if direction(languages[0]) == "rtl" and name not in SETS_EACH_LANGUAGE:
        chosen.append("rtl.css")
        if name in CARDS:
            chosen.append("cards-rtl.css")
    if wishes.nastaliq:
        chosen.append("nastaliq.css")
    return tuple(chosen)


def enclosures(programme: Programme, language: str, site_url: str) -> tuple[Enclosure, ...]:
    if not programme.release:
        return ()
    try:
        calendar = ical.render(programme.seen_by(Audience.PUBLIC), (language,), site_url)
    except EmptyProgrammeError:
        return ()
    description = gettext("The event for your calendar")
    return (Enclosure(f"{programme.slug}.ics", calendar, description, programme.release.released_at),)


def _set(name: str, shown: dict[str, Any], settings: Iterable[str]) -> Iterator[str]:
    for setting in settings:
        html = render_to_string(f"exports/pdf/{name}.html", {**shown, "setting": setting})
        if len(html) > LONGEST_HTML:
            raise ProgrammeTooLongError("The programme has more text than a printed programme can hold.")
        yield html


def _document_title(title: str, programme: Programme, language: str) -> str:
    dated = full_date(programme.announced_on, language) if programme.announced_on else ""
    return comma(language).join(part for part in (title, dated) if part)
