"""What a programme names of the registers, each with the path where it stands, and the uids of what is its own."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from events.operations.import_refusal import ImportRefusedError
from events.programme.choices import Manner
from events.programme.people import Contribution, Organisation, Person
from events.programme.sentence import sentence
from events.programme.value import Programme

EXAMPLE = "7d0c1c5e-5a0b-4a53-9c29-0d4b1d6d6f10"


class NamedOrganisation(NamedTuple):
    where: str
    value: Organisation


class NamedPerson(NamedTuple):
    """``day`` is that of the event, on which their offices are held."""

    where: str
    value: Person
    day: date | None


Named = NamedOrganisation | NamedPerson


def named_in(programme: Programme, where: str) -> Iterator[Named]:
    """Yield all, also of what is held within it; an organisation before those that belong to it."""
    for index, host in enumerate(programme.hosts):
        yield from _organisation(host.organisation, f"{where}.hosts[{index}].organisation")
    for at, part in enumerate(programme.parts):
        for index, item in enumerate(part.items):
            for number, contribution in enumerate(item.contributions):
                path = f"{where}.parts[{at}].items[{index}].contributions[{number}]"
                yield from _contribution(contribution, path, programme.on)
    for index, child in enumerate(programme.children):
        yield from named_in(child, f"{where}.children[{index}]")


def _contribution(said: Contribution, where: str, day: date | None) -> Iterator[Named]:
    parties = [("who", said.who)]
    if said.other and said.manner is not Manner.OWN:
        parties.append(("other", said.other))
    for name, party in parties:
        if party.organisation:
            yield from _organisation(party.organisation, f"{where}.{name}.organisation")
        if party.person:
            yield from _person(party.person, f"{where}.{name}.person", day)
    if said.replaced_by:
        yield from _person(said.replaced_by, f"{where}.replaced_by", day)


def _person(person: Person, where: str, day: date | None) -> Iterator[Named]:
    for index, office in enumerate(person.offices):
        if office.organisation:
            yield from _organisation(office.organisation, f"{where}.offices[{index}].organisation")
    yield NamedPerson(where, person, day)


def _organisation(organisation: Organisation, where: str) -> Iterator[Named]:
    if organisation.parent:
        yield from _organisation(organisation.parent, f"{where}.parent")
    yield NamedOrganisation(where, organisation)


def own_uids(programme: Programme, where: str) -> Iterator[tuple[str, str]]:
    """Yield where the uid of the event, of each part and item and of what is held within it stands, and the uid."""
    yield f"{where}.uid", programme.uid
    for at, part in enumerate(programme.parts):
        yield f"{where}.parts[{at}].uid", part.uid
        for index, item in enumerate(part.items):
            yield f"{where}.parts[{at}].items[{index}].uid", item.uid
    for index, child in enumerate(programme.children):
        yield from own_uids(child, f"{where}.children[{index}]")


def refuse_wrong_uids(programme: Programme, where: str) -> None:
    """Raises ImportRefusedError for one that is none, or that two have."""
    seen: dict[str, str] = {}
    for path, uid in own_uids(programme, where):
        refuse_no_uid(path, uid)
        first = seen.setdefault(uid, path)
        if first != path:
            raise ImportRefusedError(path, sentence("the same uid stands at %(first)s", first=first))
    for named in named_in(programme, where):
        refuse_no_uid(f"{named.where}.uid", named.value.uid)


def refuse_no_uid(where: str, uid: str) -> None:
    try:
        is_one = str(UUID(uid)) == uid
    except ValueError:
        is_one = False
    if not is_one:
        shown = uid if len(uid) <= 60 else f"{uid[:59]}…"
        expected = sentence("a uid (%(example)s)", example=EXAMPLE)
        raise ImportRefusedError(
            where, sentence("%(found)s is not %(expected)s", found=f"“{shown}”", expected=expected)
        )
