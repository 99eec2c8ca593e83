"""Which printed documents are stale once a newer release is out: those of which a word on paper is another one."""

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from events.programme.attending import attending
from events.programme.choices import Audience, HostRole, Status
from events.programme.people import Person
from events.programme.value import Programme

# What no document prints, whoever reads it.
NEVER_PRINTED = frozenset(
    {
        *(
            "slug",
            "release",
            "look",
            "audience",
            "prints_unconfirmed",
            "confirmed",
            "basis",
            "position_stated",
        ),
        *("latitude", "longitude", "source", "subject", "uid", "least", "cut_order"),
    }
)
FOR_CARDS = frozenset({"place_card"})
FOR_STAFF = frozenset({"spoken", "staff_text", "responsible", "quota"})
# Nobody prints anew because an event was held as it was planned.
TOLD_STATUSES = frozenset({Status.TENTATIVE, Status.POSTPONED, Status.CANCELLED})

Content = Callable[[Programme], object]


def reprints(old: Programme, new: Programme, documents: Iterable[str]) -> tuple[str, ...]:
    """Return which of the documents, by their names, say something else in ``new`` than in ``old``.

    A document that is not known here counts as one that writes down all that it is given.
    """
    return tuple(name for name in documents if _content(name)(old) != _content(name)(new))


def _content(name: str) -> Content:
    return CONTENTS.get(name, _all)


def _all(programme: Programme) -> object:
    return _told_status(programme), _printed(programme, NEVER_PRINTED)


def _for_guests(programme: Programme) -> object:
    seen = programme.seen_by(Audience.PUBLIC)
    return _told_status(seen), _printed(seen, NEVER_PRINTED | FOR_STAFF | FOR_CARDS)


def _told_status(programme: Programme) -> Status | None:
    return programme.status if programme.status in TOLD_STATUSES else None


def _cards(programme: Programme) -> object:
    """Return what stands on the cards: a new order alone makes none of them stale."""
    return frozenset(_named(each.person) for each in attending(programme))


def _lectern_cards(programme: Programme) -> object:
    return frozenset(
        (_named(each.person), tuple((item.kind, item.title) for item in each.speaks_in))
        for each in attending(programme)
        if each.speaks_in
    )


def _reserved_signs(programme: Programme) -> object:
    hosts = frozenset(
        host.organisation.name for host in programme.hosts if host.role in (HostRole.HOST, HostRole.CO_HOST)
    )
    return hosts, _cards(programme), frozenset(group.name for group in programme.audience_groups)


def _badges(programme: Programme) -> object:
    return _cards(programme), programme.short_title or programme.title


def _door_sign(programme: Programme) -> object:
    seen = programme.seen_by(Audience.PUBLIC)
    return (
        _told_status(seen),
        *(seen.kind, seen.title, seen.subtitle, seen.dedication, seen.announced_on, seen.until, seen.span),
        _printed(seen.place, NEVER_PRINTED),
        _printed(seen.hosts, NEVER_PRINTED),
        _printed(seen.days, NEVER_PRINTED),
        tuple((child.title, child.span) for child in seen.children),
    )


def _envelopes(programme: Programme) -> object:
    """Nothing that was sent is sent again."""
    return None


def _correction_slip(programme: Programme) -> object:
    """A slip says what has changed: it is new with each release, never stale."""
    return None


def _named(person: Person) -> object:
    return _printed(person, NEVER_PRINTED | FOR_STAFF | {"second_mention"})


def _printed(value: Any, without: frozenset[str]) -> Any:
    """Return the value as nested tuples, without the fields that are not printed."""
    if isinstance(value, tuple):
        return tuple(_printed(each, without) for each in value)
    if is_dataclass(value) and not isinstance(value, Enum):
        shown = (field.name for field in fields(value) if field.name not in {*without, "status"})
        return tuple((name, _printed(getattr(value, name), without)) for name in shown)
    return value


CONTENTS: dict[str, Content] = {
    "a4": _for_guests,
    "leaflet": _for_guests,
    "booklet": _for_guests,
    "booklet-imposed": _for_guests,
    "place-cards": _cards,
    "lectern-cards": _lectern_cards,
    "badges": _badges,
    "reserved-signs": _reserved_signs,
    "door-sign": _door_sign,
    "correction-slip": _correction_slip,
    "envelopes": _envelopes,
}
