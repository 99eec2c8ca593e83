"""What the page of one event shows beside the programme itself."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from events.programme.choices import Role
from events.programme.people import Person
from events.programme.text import Text
from events.programme.value import Claim, OpeningDay, Programme

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Hours:
    """When an exhibition is open: the usual hours, the days that differ, the days it is closed."""

    opens_at: time
    closes_at: time | None
    other: tuple[OpeningDay, ...]
    closed: tuple[OpeningDay, ...]
    closed_at_the_weekend: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """Claims of one issuer, in one document."""

    claims: tuple[Claim, ...]
    issuer: Text
    document: Text
    on: date | None


def opening_hours(programme: Programme) -> Hours | None:
    """Return the opening hours in short; None where none are stated."""
    hours = Counter((day.opens_at, day.closes_at) for day in programme.days if day.opens_at)
    if not hours:
        return None
    usual = hours.most_common(1)[0][0]
    closed = [day for day in programme.days if not day.opens_at]
    weekend = [day for day in closed if day.on.weekday() >= SATURDAY and not day.note]
    return Hours(
        opens_at=usual[0],
        closes_at=usual[1],
        other=tuple(day for day in programme.days if day.opens_at and (day.opens_at, day.closes_at) != usual),
        closed=tuple(day for day in closed if day not in weekend),
        closed_at_the_weekend=bool(weekend),
    )


def speakers(programme: Programme) -> tuple[Person, ...]:
    """Return who speaks, each once, in the order of the agenda; also at what is held within."""
    found = {person.uid: person for person in _speaking(programme)}
    return tuple(found.values())


def _speaking(programme: Programme) -> Iterator[Person]:
    for item in programme.items:
        for contribution in item.contributions:
            if contribution.who.person and contribution.role in (Role.SPEAKER, Role.CHAIR, Role.MODERATOR):
                yield contribution.who.person
    for child in programme.children:
        yield from _speaking(child)


def figures(programme: Programme) -> tuple[Figures, ...]:
    """Return the claims by who made them, for no figure stands without its issuer."""
    grouped: dict[tuple[Text, Text, date | None], list[Claim]] = {}
    for claim in programme.claims:
        grouped.setdefault((claim.issuer, claim.document, claim.on), []).append(claim)
    return tuple(
        Figures(tuple(claims), issuer, document, on) for (issuer, document, on), claims in grouped.items()
    )
