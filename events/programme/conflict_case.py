"""A conflict beside the words for the things in it; ``explanations.py`` makes its sentences of them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from unicodedata import bidirectional

from events.programme.agenda import Item
from events.programme.conflict import Conflict
from events.programme.kinds import KINDS, item_title
from events.programme.languages import clock, isolate
from events.programme.people import Person
from events.programme.sentence import sentence, titled, words_of
from events.programme.text import Text
from events.programme.value import Programme


class Case:
    """A conflict with the words for the things in it."""

    def __init__(self, conflict: Conflict, programme: Programme, language: str) -> None:
        self.conflict = conflict
        self.language = language
        self.items: dict[str, tuple[Item, Programme]] = {}
        self.events: dict[str, Programme] = {}
        for event in _events(programme):
            self.events[event.uid] = event
            for item in event.items:
                self.items[item.uid] = item, event
        self.event = self._concerned() or programme
        self.fallback = (*programme.languages, "en")

    def _concerned(self) -> Programme | None:
        for uid in self.conflict.uids:
            if uid in self.events:
                return self.events[uid]
            if uid in self.items:
                return self.items[uid][1]
        return None

    def item(self, number: int) -> Item | None:
        found = self.items.get(self.conflict.uids[number])
        return found[0] if found else None

    def title(self, number: int = 0) -> str:
        item = self.item(number)
        if item is None:
            return sentence("an item that is gone")
        title = _apart(item_title(item, self.language, self.fallback).text)
        return titled(lambda _language: title)

    def titles(self) -> tuple[str, ...]:
        return tuple(self.title(number) for number in range(len(self.conflict.uids)))

    def event_title(self) -> str:
        text = self.event.short_title or self.event.title
        return titled(lambda _language: self.words(text))

    def words(self, text: Text) -> str:
        return _apart(text.wording(self.language, self.fallback).text)

    def person(self, number: int) -> str:
        uid = self.conflict.uids[number]
        for item, _ in self.items.values():
            for person in _people(item):
                if person.uid == uid:
                    return self.words(person.name)
        return sentence("a person who is gone")

    def starts(self) -> str:
        return self.at(self.conflict.starts_at)

    def ends(self) -> str:
        return self.at(self.conflict.ends_at)

    def start_of(self, number: int) -> str:
        item = self.item(number)
        return self.at(item.span.start if item and item.span else None)

    def end_of(self, number: int) -> str:
        item = self.item(number)
        return self.at(item.span.end if item and item.span else None)

    def at(self, moment: datetime | None) -> str:
        """Return the clock time, with the day if it is not that of the event."""
        if moment is None:
            return sentence("a time that is not set")
        day = moment.date()
        if day == self.event.on:
            return clock(moment)
        return sentence("%(time)s on %(day)s", time=clock(moment), day=day)

    def amount(self) -> timedelta:
        return self.conflict.amount or timedelta(0)

    @property
    def amount_is_one(self) -> bool:
        """Whether the verb beside the amount stands in the singular: one minute remains."""
        words = words_of(self.amount())
        return words.startswith("1 ") and words.count(" ") == 1

    def is_protected(self, number: int) -> bool:
        item = self.item(number)
        return item is not None and KINDS[item.kind].protected

    def titled(self, number: int = 0) -> str:
        """Return the title, with " at 10:09" where the time is known."""
        if not self.conflict.starts_at:
            return self.title(number)
        return sentence("%(title)s at %(time)s", title=self.title(number), time=self.starts())


def _apart(text: str) -> str:
    """Return a title from right to left so that it cannot turn the English sentence round."""
    return isolate(text) if any(bidirectional(letter) in ("R", "AL") for letter in text) else text


def _events(programme: Programme) -> Iterator[Programme]:
    yield programme
    for child in programme.children:
        yield from _events(child)


def _people(item: Item) -> Iterator[Person]:
    for contribution in item.contributions:
        for party in (contribution.who, contribution.other):
            if party and party.person:
                yield party.person
