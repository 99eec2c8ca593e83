"""What a speaker's own calendar holds of a programme: their slots, and nothing that is meant for others."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from events.exports.vevents import Entry, vevents
from events.programme.agenda import Item
from events.programme.choices import Answer, Audience
from events.programme.languages import clock
from events.programme.people import Contribution
from events.programme.text import NOTHING, Text
from events.programme.value import Programme


def own_slots(programme: Programme, person: Collection[str], language: str, site_url: str) -> list[Entry]:
    """Return an entry for each timed item to which the person contributes, with the hour to be there.

    ``person`` are their uids: more than one where doubles became one entry after the release.
    """
    entries: list[Entry] = []
    for each in (programme, *programme.children):
        own = replace(each, release=programme.release, parts=tuple(_parts(each, person, language)))
        own = replace(own, slug=programme.slug, children=(), days=())
        if own.parts:
            entries += vevents(own, language, site_url, items=True, audience=Audience.STAFF)
    return entries


def _parts(programme: Programme, person: Collection[str], language: str) -> Iterator:
    for part in programme.parts:
        items = tuple(
            _own(item, person, _to_be_there(programme, item.span.start, language))
            for item in part.items
            if item.span and any(_comes(each, person) for each in item.contributions)
        )
        if items:
            yield replace(part, items=items)


def _comes(contribution: Contribution, person: Collection[str]) -> bool:
    """Whether it is the person who comes: who declined does not, who was replaced is another."""
    if contribution.answer is Answer.REPLACED:
        return contribution.replaced_by is not None and contribution.replaced_by.uid in person
    if contribution.answer is Answer.DECLINED or contribution.who.person is None:
        return False
    return contribution.who.person.uid in person


def _own(item: Item, person: Collection[str], arrival: Text) -> Item:
    contributions = tuple(each for each in item.contributions if _comes(each, person))
    return replace(item, contributions=contributions, staff_text=arrival, words=NOTHING, responsible="")


def _to_be_there(programme: Programme, start: datetime, language: str) -> Text:
    doors = programme.doors_at
    if doors is None or doors >= start:
        return NOTHING
    with translation.override(language):
        return Text.of({language: _("Please be there at %(time)s.") % {"time": clock(doors)}})
