"""What is read of each document in its order, as its programme says it, for the checks of pages."""

import re
from collections.abc import Iterator

from events.exports import FORMATS
from events.exports.pdf.envelopes import addresses
from events.programme import names
from events.programme.attending import attending
from events.programme.choices import Audience, HostRole
from events.programme.collation import sort_key
from events.programme.figure_wording import stated
from events.programme.languages import direction
from events.programme.text import Wording

ARABIC, LETTER = re.compile("[\u0600-\u06ff]"), re.compile(r"[^\W\d_]")
# Those that leave out what is for the team alone, though it is the team that holds them.
ATTENDED = {"script"}


def in_order(name: str, programme, language: str) -> Iterator[str]:
    """Yield what can be found in the text of the document, one after the other.

    Readers of PDFs differ on words that run against the direction of the document: these are left out.
    """
    for wording in READINGS[name](name, programme, language):
        letters = LETTER.findall(wording.text)
        ways = {"rtl" if ARABIC.match(letter) else "ltr" for letter in letters}
        if letters and ways | {direction(wording.language)} == {direction(language)}:
            yield wording.text


def _items(name, programme, language):
    for_staff = FORMATS[name].printed.audience is Audience.STAFF
    shown = programme if for_staff else programme.seen_by(Audience.PUBLIC)
    for each in (shown, *shown.children):
        for part in each.parts:
            for item in part.items:
                if not (name in ATTENDED and Audience.STAFF in (item.audience, part.audience)):
                    yield item.title.wording(language, programme.languages)


def _works(name, programme, language):
    yield programme.title.wording(language, programme.languages)
    for work in programme.works:
        yield work.title.wording(language, programme.languages)
        yield work.caption.wording(language, programme.languages)


def _claims(name, programme, language):
    return (stated(claim).wording(language, programme.languages) for claim in programme.claims)


def _changes(name, programme, language):
    return (change.wording(language, programme.languages) for change in programme.release.changes)


def _title_and_place(name, programme, language):
    yield programme.title.wording(language, programme.languages)
    if programme.place:
        yield programme.place.name.wording(language, programme.languages)


def _names(name, programme, language):
    for each in attending(programme):
        if each.speaks_in or name != "lectern-cards":
            yield names.card_name(each.person, language, programme.languages)
            yield names.offices(each.person, language, programme.languages)


def _given_and_family(name, programme, language):
    named = [
        names.given_and_family(each.person, language, programme.languages) for each in attending(programme)
    ]
    for given, family in sorted(named, key=lambda name: sort_key(f"{name[1].text} {name[0].text}", language)):
        yield from (given, family)


def _addresses(name, programme, language):
    for wording in addresses(programme, language, {}):
        yield from (Wording(line, wording.language) for line in wording.text.splitlines())


def _seats(name, programme, language):
    for host in programme.hosts:
        if host.role in (HostRole.HOST, HostRole.CO_HOST):
            yield names.organisation_name(host.organisation, language, programme.languages)
    yield from _names(name, programme, language)
    for group in programme.audience_groups:
        yield group.name.wording(language, programme.languages)


READINGS = {
    **dict.fromkeys(("a4", "booklet", "run-sheet", "script"), _items),
    **dict.fromkeys(("place-cards", "lectern-cards"), _names),
    "leaflet": _works,
    "press": _claims,
    "correction-slip": _changes,
    "door-sign": _title_and_place,
    "badges": _given_and_family,
    "reserved-signs": _seats,
    "envelopes": _addresses,
}
