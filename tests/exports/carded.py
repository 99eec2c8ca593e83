"""Cards, badges and signs of the canonical programmes, and of events with guests made for one test."""

from functools import cache

from events.exports import FORMATS
from events.programme.people import Contribution, Office, Party, Person
from events.programme.text import Text
from tests.exports.printed import CANONICAL
from tests.exports.released import SITE, item, released, small


@cache
def canonical(name, event, *languages):
    return FORMATS[name].render(released(CANONICAL[event]()), languages, SITE)


def drawn(name, programme, *languages):
    return FORMATS[name].render(programme, languages or ("en",), SITE)


def guest(name, office="", **values):
    offices = (Office(Text.of({"en": office})),) if office else ()
    return Contribution(Party(Person(name, Text.of({"en": name}), offices=offices)), **values)


def event_with(*contributions, **values):
    return small(item(contributions=contributions), **values)
