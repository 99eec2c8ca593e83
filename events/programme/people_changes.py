"""Who speaks when, who is new and who is gone between two releases, in words that name them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from events.programme.agenda import Item
from events.programme.change_telling import at, name, name_of, quoted_title, told
from events.programme.choices import Manner, Role
from events.programme.languages import LANGUAGES
from events.programme.names import offices
from events.programme.orders import moved
from events.programme.people import Contribution, Party, Person
from events.programme.text import Text
from events.programme.value import Programme

SPEAKING = frozenset({Role.SPEAKER, Role.READER, Role.RECITER})


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody's part in an item."""

    item: Item
    contribution: Contribution


def people_changes(
    old: Programme, new: Programme, before: Sequence[Item], after: Sequence[Item]
) -> Iterator[Text]:
    """Return the changes of people between the items before and after, in the order of the agenda."""
    order = moved(_speakers(before), _speakers(after))
    people = _people(after)
    for first, second, first_moved in order:
        key = "speaks-before" if first_moved else "speaks-after"
        yield told(key, first=name_of(people[first], new), second=name_of(people[second], new))
    told_already = _told_by(order, _taking_part(before), _taking_part(after))
    yield from _places(old, new, before, after, told_already)
    yield from _reworded(old, new, before, after)


def _told_by(
    order: Sequence[tuple[str, str, bool]],
    was: Mapping[str, Mapping[str, Turn]],
    now: Mapping[str, Mapping[str, Turn]],
) -> set[str]:
    """Return whose new time the order tells: those who moved, and who changed places with one of them."""
    found = set()
    for first, second, first_moved in order:
        mover, other = (first, second) if first_moved else (second, first)
        found.add(mover)
        if set(now[other]) & set(was[mover]):
            found.add(other)
    return found


def _places(
    old: Programme, new: Programme, before: Sequence[Item], after: Sequence[Item], ordered: set[str]
) -> Iterator[Text]:
    was, now = _taking_part(before), _taking_part(after)
    items_before, items_after = {item.uid for item in before}, {item.uid for item in after}
    for uid, places in now.items():
        earlier = was.get(uid, {})
        arrived = [place for item, place in places.items() if item not in earlier and item in items_before]
        left = [place for item, place in earlier.items() if item not in places and item in items_after]
        for place, former in zip(arrived, left, strict=False):
            yield from _elsewhere(old, new, former, place, uid in ordered)
        for place in arrived[len(left) :]:
            yield _new(new, place)
        for place in left[len(arrived) :]:
            yield _gone(old, place)
        for item, place in places.items():
            if item in earlier and _manner(place) != _manner(earlier[item]):
                yield told("people", title=quoted_title(place.item, new))
    for uid, earlier in was.items():
        if uid not in now:
            for item, place in earlier.items():
                if item in items_after and not _is_represented(place, after):
                    yield _gone(old, place)


def _elsewhere(old: Programme, new: Programme, former: Turn, place: Turn, ordered: bool) -> Iterator[Text]:
    """Return that somebody went from one item to another; where both have one title, by the times alone."""
    titles = quoted_title(former.item, old), quoted_title(place.item, new)
    if titles[0]("en") != titles[1]("en"):
        yield told(
            "person-elsewhere", who=name(place.contribution.who, new), before=titles[0], title=titles[1]
        )
    elif not ordered:
        then, when = (each.item.span.start if each.item.span else None for each in (former, place))
        yield told("speaks-at", who=name(place.contribution.who, new), at=at(when), then=at(then))


def _new(programme: Programme, place: Turn) -> Text:
    contribution, title = place.contribution, quoted_title(place.item, programme)
    if contribution.manner is Manner.REPRESENTING and contribution.other:
        other = name(contribution.other, programme)
        return told("person-represents", who=name(contribution.who, programme), other=other, title=title)
    return told("person-new", who=name(contribution.who, programme), title=title)


def _gone(programme: Programme, place: Turn) -> Text:
    return told(
        "person-gone",
        who=name(place.contribution.who, programme),
        title=quoted_title(place.item, programme),
    )


def _is_represented(place: Turn, after: Sequence[Item]) -> bool:
    """Whether somebody else now comes for whoever had that place: that sentence says it already."""
    key = _key(place.contribution.who)
    return any(
        contribution.other and contribution.manner is Manner.REPRESENTING and _key(contribution.other) == key
        for item in after
        if item.uid == place.item.uid
        for contribution in item.contributions
    )


def _taking_part(items: Sequence[Item]) -> dict[str, dict[str, Turn]]:
    """Return by uid of person or organisation in which items, by uid, they take part. Plain words are nobody."""
    found: dict[str, dict[str, Turn]] = {}
    for item in items:
        for contribution in item.contributions:
            key = _key(contribution.who)
            if key:
                found.setdefault(key, {}).setdefault(item.uid, Turn(item, contribution))
    return found


def _key(party: Party) -> str:
    if party.person:
        return party.person.uid
    return party.organisation.uid if party.organisation else ""


def _manner(place: Turn) -> tuple[Role, Manner, str, int | None]:
    contribution = place.contribution
    other = contribution.other
    whose = (_key(other) or str(other.words.versions)) if other else ""
    return contribution.role, contribution.manner, whose, contribution.group


def _speakers(items: Sequence[Item]) -> list[str]:
    """Return the people who speak, as they first do. Whoever speaks twice cannot be put in an order."""
    uids = [
        contribution.who.person.uid
        for item in items
        for contribution in item.contributions
        if contribution.who.person and contribution.role in SPEAKING
    ]
    return [uid for uid in uids if uids.count(uid) == 1]


def _people(items: Sequence[Item]) -> dict[str, Person]:
    return {
        party.person.uid: party.person
        for item in items
        for contribution in item.contributions
        for party in (contribution.who, contribution.other)
        if party and party.person
    }


def _reworded(
    old: Programme, new: Programme, before: Sequence[Item], after: Sequence[Item]
) -> Iterator[Text]:
    """Return how those who were there before are now written, and whose office is another one."""
    earlier = _people(before)
    for uid, person in _people(after).items():
        was = earlier.get(uid)
        if was and _name(was) != _name(person):
            yield told("person-spelled", now=name_of(person, new), was=name_of(was, old))
        if was and _offices(was) != _offices(person):
            yield told("person-office", who=name_of(person, new))


def _name(person: Person) -> tuple[Text, Text]:
    return person.honorific, person.name


def _offices(person: Person) -> list[str]:
    """Return what is printed of the offices, in every language."""
    return [offices(person, language).text for language in LANGUAGES]
