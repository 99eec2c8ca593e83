"""Who comes and takes part: everybody who has a card, a badge and a reserved seat, each once."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from events.programme.agenda import Item
from events.programme.choices import Answer, Role
from events.programme.people import Person, as_guests_see
from events.programme.value import Programme

# Whoever stands at the lectern in this role has a card on it.
AT_THE_LECTERN = frozenset(
    {Role.SPEAKER, Role.CHAIR, Role.MODERATOR, Role.MASTER_OF_CEREMONIES, Role.READER, Role.RECITER}
)


@dataclass(frozen=True, slots=True)
class Attending:
    """``speaks_in`` are the items in which the person stands at the lectern."""

    person: Person
    is_confirmed: bool
    speaks_in: tuple[Item, ...] = ()


def attending(programme: Programme) -> tuple[Attending, ...]:
    """Return who comes, each once, in the order of the agenda; also to what is held within.

    Who was replaced does not come, the other person does. Who has not answered yet is there only where guests read
    such names. Nobody knows yet who comes for an organisation.
    """
    found: dict[str, Attending] = {}
    for person, is_confirmed, item in _turns(programme):
        known = found.get(person.uid, Attending(person, is_confirmed=False))
        speaks_in = known.speaks_in
        if item and item not in speaks_in:
            speaks_in = (*speaks_in, item)
        found[person.uid] = replace(
            known, is_confirmed=known.is_confirmed or is_confirmed, speaks_in=speaks_in
        )
    return tuple(found.values())


def invited(programme: Programme) -> tuple[Person, ...]:
    """Return who comes or was asked to, each once, in the order of the agenda; also to what is held within."""
    return tuple(each.person for each in attending(replace(programme, prints_unconfirmed=True)))


def _turns(programme: Programme) -> Iterator[tuple[Person, bool, Item | None]]:
    """Yield each person with the item, if it is one in which the person speaks."""
    for held in (programme, *programme.children):
        for item in held.items:
            for each in as_guests_see(item.contributions, programme.prints_unconfirmed):
                if each.who.person:
                    speaks = each.role in AT_THE_LECTERN
                    yield each.who.person, each.answer is not Answer.INVITED, item if speaks else None
