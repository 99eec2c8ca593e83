"""What differs between two releases of a programme, in words for those who hold the older one.

Only what the public may see is told. Each sentence is given in English, Azerbaijani, Russian, Urdu and Turkish;
titles and names in it stand in the language of the sentence where they exist there.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain

from events.programme.agenda import Item, Place
from events.programme.change_telling import at, day, lasting, quoted_title, text, title, told
from events.programme.choices import Audience
from events.programme.languages import clock, comma
from events.programme.orders import moved
from events.programme.people_changes import people_changes
from events.programme.text import Text
from events.programme.value import Programme


def changes(before: Programme, after: Programme) -> tuple[Text, ...]:
    """Return one Text a change: status, day, place, title, then the items in the order of the agenda, then people."""
    old, new = before.seen_by(Audience.PUBLIC), after.seen_by(Audience.PUBLIC)
    found = chain(_event_changes(old, new), _part_changes(old, new), _agenda_changes(old, new))
    return tuple(change for change in found if change)


def _event_changes(old: Programme, new: Programme) -> Iterator[Text]:
    if old.status is not new.status:
        yield told(f"status-{new.status}")
    if old.on != new.on:
        yield _day(old, new)
    if old.until != new.until:
        yield told("until")
    if old.title != new.title:
        yield told("title")
    if _printed(old.place) != _printed(new.place):
        yield _place(old, new)
    if old.hosts != new.hosts:
        yield told("hosts")
    if old.days != new.days:
        yield told("hours")
    if old.works != new.works:
        yield told("works")


def _day(old: Programme, new: Programme) -> Text:
    if new.on is None:
        return told("day-open")
    return told("day", day=day(new.on), then=day(old.on)) if old.on else told("day-known", day=day(new.on))


def _place(old: Programme, new: Programme) -> Text:
    """Return where it is now and where it was; that it is another place where both would read the same."""
    if new.place and not old.place:
        return told("place-known", place=text(_whole(new.place), new))
    if old.place and new.place:
        was, now = _whole(old.place), _whole(new.place)
        named = told("place-named", was=text(was, old), now=text(now, new))
        if named:
            return named
    return told("place")


def _printed(place: Place | None) -> tuple[Text, ...]:
    return (place.name, place.room, place.address, place.city) if place else ()


def _whole(place: Place) -> Text:
    """Return room, place and city in the languages of the place's name."""
    texts = (place.room, place.name, place.city)
    said = {
        language: [dict(each.versions)[language] for each in texts if language in each.languages]
        for language in place.name.languages
    }
    return Text.of({language: _apart(names, language) for language, names in said.items()})


def _apart(names: Sequence[str], language: str) -> str:
    return comma(language).join(dict.fromkeys(names))


def _part_changes(old: Programme, new: Programme) -> Iterator[Text]:
    before = {part.uid: part for part in old.parts}
    for part in new.parts:
        was = before.get(part.uid)
        if was and was.heading and part.heading and was.heading != part.heading:
            yield told("heading", was=text(was.heading, old), now=text(part.heading, new))
        if was and _printed(was.place) != _printed(part.place):
            yield told("part-place", heading=text(part.heading, new)) if part.heading else told("place")


def _agenda_changes(old: Programme, new: Programme) -> Iterator[Text]:
    """Return the changes of the items, and of the people in them, in this event and in those within it."""
    yield from _item_changes(old, new)
    before, after = list(_items(old)), list(_items(new))
    yield from _orders(old, new, before, after)
    yield from people_changes(old, new, before, after)


def _item_changes(old: Programme, new: Programme) -> Iterator[Text]:
    before = {item.uid: item for item in _items(old)}
    after = {item.uid: item for item in _items(new)}
    for uid, item in after.items():
        if uid not in before:
            yield told("added", title=title(item, new), at=at(_start(item)))
            continue
        was = before[uid]
        if _moves(was, item, old, new):
            yield told("moved", title=title(item, new), at=at(_start(item)), then=at(_start(was)))
        if _words(was) != _words(item):
            yield told("worded", title=title(item, new))
    yield from _lengths(old, new, before, after)
    for uid, item in before.items():
        if uid not in after:
            yield told("removed", title=title(item, old))


def _words(item: Item) -> tuple[object, ...]:
    return item.title, item.text, item.dedication, item.words, item.anthems


def _moves(was: Item, item: Item, old: Programme, new: Programme) -> bool:
    return _start(was) != _start(item) and not (old.on != new.on and _hour(was) == _hour(item))


def _lengths(
    old: Programme, new: Programme, before: dict[str, Item], after: dict[str, Item]
) -> Iterator[Text]:
    """Return the lengths that no reader could tell from the times: those after which nothing begins at another one."""
    uids = list(after)
    for number, (uid, item) in enumerate(after.items()):
        following = uids[number + 1] if number + 1 < len(uids) else None
        if uid not in before or before[uid].duration == item.duration:
            continue
        told_by_time = following and (
            following not in before or _moves(before[following], after[following], old, new)
        )
        if not told_by_time:
            then = lasting(before[uid].duration)
            yield told("length", title=title(item, new), length=lasting(item.duration), then=then)


def _orders(old: Programme, new: Programme, before: Sequence[Item], after: Sequence[Item]) -> Iterator[Text]:
    """Return which items changed places. Where somebody speaks in one, the order of the speakers says it."""
    items = {item.uid: item for item in after}
    for first, second, first_moved in moved([item.uid for item in before], list(items)):
        if not items[first if first_moved else second].contributions:
            key = "comes-before" if first_moved else "comes-after"
            yield told(key, first=quoted_title(items[first], new), second=quoted_title(items[second], new))


def _items(programme: Programme) -> Iterator[Item]:
    return chain(programme.items, *(child.items for child in programme.children))


def _start(item: Item) -> datetime | None:
    return item.span.start if item.span else None


def _hour(item: Item) -> str | None:
    return clock(item.span.start) if item.span else None
