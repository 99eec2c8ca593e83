"""What a calendar entry says: summary, place and description, in plain text.

Call these under the language that they are given, for the words that come from the catalogues.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from events.programme.agenda import Item, Part, Place
from events.programme.choices import Audience, EventKind, HostRole, Manner, Phase, Shown, Status
from events.programme.cleaning import CONTROLS, LINE_ENDS
from events.programme.kinds import item_title
from events.programme.languages import clock, comma, direction, isolate, long_date, utc_offset
from events.programme.names import party_name
from events.programme.people import Contribution
from events.programme.text import Wording
from events.programme.value import OpeningDay, Programme

# Programs cut longer descriptions, or refuse the feed (CALENDARS.md 3).
LONGEST_DESCRIPTION = 7_900
# Half a pair: not writable as UTF-8.
SURROGATES = re.compile("[\ud800-\udfff]")

# The same words, in the same contexts, as on the pages.
EVENT_KINDS = {
    EventKind.SEMINAR: gettext_lazy("Seminar"),
    EventKind.EXHIBITION: gettext_lazy("Exhibition"),
    EventKind.CEREMONY: gettext_lazy("Ceremony"),
    EventKind.WREATH_LAYING: gettext_lazy("Wreath-laying"),
    EventKind.FLAG_RAISING: gettext_lazy("Flag raising"),
    EventKind.RECEPTION: gettext_lazy("Reception"),
    EventKind.ROUND_TABLE: gettext_lazy("Round table"),
    EventKind.FILM_EVENING: gettext_lazy("Film evening"),
    EventKind.VISIT: gettext_lazy("Visit"),
    EventKind.OTHER: pgettext_lazy("kind of event", "Event"),
}
STATUS_WORDS = {
    Status.CANCELLED: pgettext_lazy("status of an event", "Cancelled"),
    Status.POSTPONED: pgettext_lazy("status of an event", "Postponed"),
}
MANNERS = {
    Manner.ON_BEHALF_OF: gettext_lazy("%(who)s on behalf of %(other)s"),
    Manner.REPRESENTING: gettext_lazy("%(who)s, representing %(other)s"),
    Manner.READING_MESSAGE_OF: gettext_lazy("%(who)s, reading the message of %(other)s"),
}


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses of an event, in one language where the event has it. Without an agenda there is no PDF."""

    page: str
    pdf: str

    @classmethod
    def of(cls, programme: Programme, language: str, site_url: str) -> "Links":
        page = f"{site_url.rstrip('/')}/{quote(programme.mission.slug)}/{quote(programme.slug)}/"
        said = language in programme.languages and language != programme.own_language
        query = f"?{urlencode({'lang': language})}" if said else ""
        printed = programme.parts or programme.children
        return cls(f"{page}{query}", f"{page}programme.pdf{query}" if printed else "")


def clean(text: str) -> str:
    """Return ``text`` without what breaks a calendar file in some program, whatever way it came here."""
    return SURROGATES.sub("", CONTROLS.sub("", LINE_ENDS.sub("\n", text)))


def one_line(text: str) -> str:
    return re.sub(r"\s*[\n\t]\s*", " ", clean(text)).strip()


def summary(title: Wording, words: Iterable[str], within: Wording | None = None) -> Wording:
    """Return the title with what must be seen first in front, and what it belongs to behind."""
    text = "".join(f"{word}: " for word in words) + title.text
    return Wording(f"{text} ({within.text})" if within else text, title.language)


def location(place: Place, language: str, fallback: tuple[str, ...]) -> Wording:
    """Return hall, building, address and city, each once, in the language that the building's name is there in."""
    spoken = place.name.wording(language, fallback).language
    texts = (place.room, place.name, place.address, place.city)
    said = dict.fromkeys(text.wording(spoken, fallback).text for text in texts)
    return Wording(comma(spoken).join(text for text in said if text), spoken)


def description(programme: Programme, language: str, links: Links) -> str:
    """Return dedication, hosts, hours, agenda and links: one line an item, fitted into LONGEST_DESCRIPTION."""
    sections = [
        _texts((programme.dedication.wording(language, programme.languages),), language),
        list(_hosts(programme, language)),
        [hours(day, language, programme.languages) for day in programme.days],
        [line for child in programme.children for line in _child_line(child, language)],
        list(_agenda(programme, language)),
    ]
    return _fitted(sections, link_lines(links))


def item_description(item: Item, programme: Programme, language: str, links: Links) -> str:
    fallback = programme.languages
    said = _texts(
        (item.dedication.wording(language, fallback), item.text.wording(language, fallback)), language
    )
    people = [_contribution(each, language, fallback) for each in item.contributions]
    sections = [said, [name for name in people if name]]
    if programme.audience is Audience.STAFF:
        sections.append(
            _texts((item.staff_text.wording(language, fallback),), language)
            + ([item.responsible] if item.responsible else [])
        )
    return _fitted(sections, link_lines(links))


def day_description(day: OpeningDay, programme: Programme, language: str, links: Links) -> str:
    return _fitted([[hours(day, language, programme.languages)]], link_lines(links))


def hours(day: OpeningDay, language: str, fallback: tuple[str, ...]) -> str:
    """Return "Monday, 19 January 2015: 12:20–17:00 – After the ceremony"."""
    open_at = _("closed")
    if day.opens_at and day.closes_at:
        open_at = pgettext("from one hour to another", "{}–{}").format(
            clock(day.opens_at), clock(day.closes_at)
        )
    elif day.opens_at:
        open_at = _("from %(time)s") % {"time": clock(day.opens_at)}
    note = _texts((day.note.wording(language, fallback),), language)
    return " – ".join([f"{long_date(day.on, language)}: {open_at}", *note])


def link_lines(links: Links) -> list[str]:
    # No gettext within an f-string: xgettext does not look there.
    page, pdf = _("Programme page"), _("Programme (PDF)")
    printed = [f"{pdf}: {links.pdf}"] if links.pdf else []
    return [f"{page}: {links.page}", *printed]


def agenda_line(item: Item, language: str, fallback: tuple[str, ...]) -> str:
    """Return "10:15 – Address by the Ambassador – H.E. Khazar Farhadov"."""
    title = _texts((item_title(item, language, fallback),), language)
    people = [_contribution(each, language, fallback) for each in item.contributions]
    names = comma(language).join(name for name in people if name)
    return " – ".join(text for text in (_time(item), *title, names) if text)


def _time(item: Item) -> str:
    if item.span is None or item.shown is Shown.NOT_AT_ALL:
        return ""
    at = clock(item.span.start)
    return _("about %(time)s") % {"time": at} if item.shown is Shown.ABOUT else at


def _agenda(programme: Programme, language: str) -> Iterator[str]:
    parts = [part for part in programme.parts if part.phase is not Phase.BEFORE]
    starts = [item.span.start for part in parts for item in part.items if item.span]
    if starts:
        yield _("Times are local (%(offset)s).") % {"offset": utc_offset(min(starts))}
    if programme.doors_at:
        yield _("Doors open at %(time)s") % {"time": clock(programme.doors_at)}
    several_days = len({start.date() for start in starts}) > 1
    day = None
    for part in parts:
        if len(parts) > 1:
            yield from _heading(part, programme, language)
        for item in part.items:
            if several_days and item.span and item.span.start.date() != day:
                day = item.span.start.date()
                yield long_date(day, language)
            yield agenda_line(item, language, programme.languages)


def _heading(part: Part, programme: Programme, language: str) -> Iterator[str]:
    heading = _texts((part.heading.wording(language, programme.languages),), language)
    place = location(part.place, language, programme.languages) if part.place else Wording("", language)
    if line := comma(language).join([*heading, *_texts((place,), language)]):
        yield f"{line}:"


def _hosts(programme: Programme, language: str) -> Iterator[str]:
    inviting = [host for host in programme.hosts if host.role in (HostRole.HOST, HostRole.CO_HOST)]
    names = _texts(
        (host.organisation.name.wording(language, programme.languages) for host in inviting), language
    )
    if names:
        heading = _("Host") if len(names) == 1 else _("Hosts")
        yield f"{heading}: {comma(language).join(names)}"


def _child_line(child: Programme, language: str) -> Iterator[str]:
    when = long_date(child.on, language) if child.on else ""
    if child.span:
        when = comma(language).join([long_date(child.span.start.date(), language), clock(child.span.start)])
    title = _texts((child.title.wording(language, child.languages),), language)
    if when:
        yield ": ".join([*title, when])


def _contribution(contribution: Contribution, language: str, fallback: tuple[str, ...]) -> str:
    who = "".join(_texts((party_name(contribution.who, language, fallback),), language))
    other = ""
    if contribution.other:
        other = "".join(_texts((party_name(contribution.other, language, fallback),), language))
    if who and other and contribution.manner in MANNERS:
        return str(MANNERS[contribution.manner]) % {"who": who, "other": other}
    return who or other


def _texts(wordings: Iterable[Wording], language: str) -> list[str]:
    """Return the texts that there are, with those that run the other way isolated."""
    return [
        wording.text if direction(wording.language) == direction(language) else isolate(wording.text)
        for wording in wordings
        if wording
    ]


def _fitted(sections: Iterable[list[str]], ending: list[str]) -> str:
    """Return the sections with blank lines between; lines that would make it too long give way to an ellipsis."""
    lines: list[str] = []
    for section in sections:
        if section:
            lines += [one_line(line) for line in section] + [""]
    room = LONGEST_DESCRIPTION - sum(len(line) + 1 for line in ending)
    fitting: list[str] = []
    for line in lines:
        room -= len(line) + 1
        if room < len("…\n\n"):
            fitting += ["…", ""]
            break
        fitting.append(line)
    return "\n".join([*fitting, *ending])
