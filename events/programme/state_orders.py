"""The order of hosts with their flags, and of anthems, by a named rule; what the texts of each state ask for.

The sending state is that of the mission, the receiving state that of the place. Where the texts of the two do not
agree, both are told: the rule is the mission's choice, never the planner's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from events.programme.collation import sort_key
from events.programme.named_rule import NamedRule
from events.programme.sentence import Sentence, sentence
from events.programme.text import Text


class HostOrder(StrEnum):
    SENDING_FIRST = "sending-first"
    RECEIVING_HONOURED = "receiving-honoured"
    ALPHABETICAL = "alphabetical"
    BY_HAND = "by-hand"


class AnthemOrder(StrEnum):
    SENDING_LAST = "sending-last"
    RECEIVING_LAST = "receiving-last"
    AS_HOSTS = "as-hosts"
    BY_HAND = "by-hand"


@dataclass(frozen=True, slots=True)
class States:
    """ISO 3166 alpha-2 codes; empty where it is not stated."""

    sending: str
    receiving: str


@dataclass(frozen=True, slots=True)
class StateLine:
    """A host, or the state whose anthem is played."""

    key: str
    name: Text
    country: str


@dataclass(frozen=True, slots=True)
class StateStanding:
    line: StateLine
    why: Sentence


@dataclass(frozen=True, slots=True)
class Provision:
    """What a text asks for, and whether the order does as it says; None where that is seen to on the day."""

    words: Sentence
    kept: bool | None = None


FLAG_OF_AZERBAIJAN = sentence(
    "Azerbaijan, law on the use of the State Flag: seen from the front, the State Flag stands to the left of the flags "
    "of other states."
)
PLACE_OF_HONOUR = sentence(
    "General flag protocol, as kept in Pakistan: the flag of the host country has the place of honour; with three "
    "flags that is the middle one."
)
HALF_MAST = sentence("Azerbaijan, law on the use of the State Flag: on days of mourning it is at half-mast.")
FLAGS_IN_PAKISTAN = sentence(
    "Pakistan: flags of nations have the same height, no other flag is higher; none is displayed vertically or flown "
    "in darkness."
)
ANTHEM_OF_AZERBAIJAN = sentence(
    "Azerbaijan, law on the State Anthem: when heads of other states are received, it follows the visitor’s anthem."
)
ANTHEM_ABROAD = sentence("Azerbaijan, rule of the Cabinet of Ministers, 2020, on the State Anthem abroad.")
ANTHEM_IN_FULL = sentence(
    "Azerbaijan, law on the State Anthem: it is performed in full in every case, and those present stand to its end."
)
FOREIGN_ANTHEM_FIRST = sentence("Usage in the United States: the foreign anthem is played first.")

HOST_RULES: dict[HostOrder, NamedRule] = {
    HostOrder.SENDING_FIRST: NamedRule(
        sentence("The sending state first"),
        sentence("Hosts of the mission’s own state come first, their flag at the left as guests see it."),
    ),
    HostOrder.RECEIVING_HONOURED: NamedRule(
        sentence("The receiving state in the place of honour"),
        sentence("The host of the state where it is held comes first; among three states in the middle."),
    ),
    HostOrder.ALPHABETICAL: NamedRule(
        sentence("Alphabetical"),
        sentence("By the name as it is written, in the alphabet of the language chosen."),
    ),
    HostOrder.BY_HAND: NamedRule(
        sentence("By hand"),
        sentence("The order of the hosts stays as the facts have it, and why is kept with it."),
    ),
}
ANTHEM_RULES: dict[AnthemOrder, NamedRule] = {
    AnthemOrder.SENDING_LAST: NamedRule(
        sentence("The anthem of the sending state last"),
        sentence("The mission is the host: the anthems of its guests come first, its own last."),
    ),
    AnthemOrder.RECEIVING_LAST: NamedRule(
        sentence("The anthem of the receiving state last"),
        sentence("The state where it is held is the host: the foreign anthem comes first."),
        (FOREIGN_ANTHEM_FIRST,),
    ),
    AnthemOrder.AS_HOSTS: NamedRule(
        sentence("In the order of the hosts"), sentence("Anthems follow one another as the hosts do.")
    ),
    AnthemOrder.BY_HAND: NamedRule(
        sentence("By hand"), sentence("In the order chosen here, and why is kept with it.")
    ),
}


def host_rule(rule: HostOrder, states: States) -> NamedRule:
    """Return the rule with the texts that hold for these states."""
    named = HOST_RULES[rule]
    if rule is HostOrder.SENDING_FIRST and states.sending == "AZ":
        return replace(named, sources=(FLAG_OF_AZERBAIJAN,))
    if rule is HostOrder.RECEIVING_HONOURED and states.receiving == "PK":
        return replace(named, sources=(PLACE_OF_HONOUR,))
    return named


def anthem_rule(rule: AnthemOrder, states: States) -> NamedRule:
    named = ANTHEM_RULES[rule]
    if rule is AnthemOrder.SENDING_LAST and states.sending == "AZ":
        return replace(named, sources=(ANTHEM_OF_AZERBAIJAN, ANTHEM_ABROAD))
    return named


def hosts_in_order(
    hosts: Sequence[StateLine], rule: HostOrder, states: States, language: str = "en"
) -> tuple[StateStanding, ...]:
    """Return the hosts in the order of the rule, each with why it stands there."""
    if rule is HostOrder.BY_HAND:
        return _as_they_are(hosts, sentence("As the facts have it."))
    if rule is HostOrder.ALPHABETICAL:
        return _alphabetical(hosts, language)
    sends = rule is HostOrder.SENDING_FIRST
    state = states.sending if sends else states.receiving
    chosen = [host for host in hosts if state and host.country == state]
    others = [host for host in hosts if host not in chosen]
    if not chosen:
        return _as_they_are(hosts, sentence("Stays: no host is of that state."))
    in_the_middle = not sends and len(chosen) == 1 and _are_of_two_states(others)
    why = (
        sentence("Of the sending state.")
        if sends
        else sentence("Of the receiving state: the place of honour.")
    )
    placed = [StateStanding(host, why) for host in chosen]
    followed = list(_as_they_are(others, sentence("Follows as it stood.")))
    if in_the_middle:
        return (followed[0], *placed, followed[1])
    return (*placed, *followed)


def anthems_in_order(
    anthems: Sequence[StateLine], rule: AnthemOrder, states: States, listed: Sequence[str] = ()
) -> tuple[StateStanding, ...]:
    """Return the states whose anthems are played, in the order of the rule; ``anthems`` stand as their hosts do.

    By hand the order is that of ``listed``, countries; what is not among them comes last.
    """
    if rule is AnthemOrder.AS_HOSTS:
        return _as_they_are(anthems, sentence("As its host stands."))
    if rule is AnthemOrder.BY_HAND:
        places = {country: place for place, country in enumerate(listed)}
        by_hand = sorted(anthems, key=lambda anthem: places.get(anthem.country, len(places)))
        return _as_they_are(by_hand, sentence("As chosen by hand."))
    sends = rule is AnthemOrder.SENDING_LAST
    state = states.sending if sends else states.receiving
    last = [anthem for anthem in anthems if state and anthem.country == state]
    if not last:
        return _as_they_are(anthems, sentence("Stays: no host is of that state."))
    why = sentence("Of the sending state: the host’s comes last.")
    if not sends:
        why = sentence("Of the receiving state: the host’s comes last.")
    first = _as_they_are(
        [each for each in anthems if each not in last], sentence("A guest’s: before the host’s.")
    )
    return (*first, *(StateStanding(each, why) for each in last))


def flag_provisions(countries: Sequence[str], states: States, *, mourns: bool) -> tuple[Provision, ...]:
    """Return what the texts ask of flags in this order, seen from the front, each country once."""
    found = []
    if "AZ" in countries and len(countries) > 1:
        found.append(Provision(FLAG_OF_AZERBAIJAN, countries[0] == "AZ"))
    if states.receiving == "PK" and "PK" in countries and len(countries) > 1:
        honoured = countries[1] if len(countries) == 3 else countries[0]
        found.append(Provision(PLACE_OF_HONOUR, honoured == "PK"))
    if "AZ" in countries and mourns:
        found.append(Provision(HALF_MAST))
    if states.receiving == "PK":
        found.append(Provision(FLAGS_IN_PAKISTAN))
    return tuple(found)


def anthem_provisions(countries: Sequence[str], states: States) -> tuple[Provision, ...]:
    """Return what the texts ask of anthems in this order."""
    found = []
    if "AZ" in countries and len(countries) > 1:
        found.append(Provision(ANTHEM_OF_AZERBAIJAN, countries[-1] == "AZ"))
    if states.receiving in countries and len(countries) > 1:
        found.append(Provision(FOREIGN_ANTHEM_FIRST, countries[-1] == states.receiving))
    if "AZ" in countries:
        found.append(Provision(ANTHEM_IN_FULL))
    return tuple(found)


def _as_they_are(lines: Sequence[StateLine], why: Sentence) -> tuple[StateStanding, ...]:
    return tuple(StateStanding(line, why) for line in lines)


def _are_of_two_states(lines: Sequence[StateLine]) -> bool:
    return (
        len(lines) == 2 and len({line.country for line in lines}) == 2 and all(line.country for line in lines)
    )


def _alphabetical(hosts: Sequence[StateLine], language: str) -> tuple[StateStanding, ...]:
    """Return the hosts by their names; one without a name in the language keeps its place and is named."""
    named = [host for host in hosts if language in host.name.languages]
    order = iter(sorted(named, key=lambda host: sort_key(_name(host, language), language)))
    standings = []
    for host in hosts:
        if host in named:
            host = next(order)
            standings.append(
                StateStanding(host, sentence("Filed under “%(name)s”.", name=_name(host, language)))
            )
        else:
            missing = sentence("Keeps its place: the register has no name in this language.")
            standings.append(StateStanding(host, missing))
    return tuple(standings)


def _name(host: StateLine, language: str) -> str:
    return dict(host.name.versions)[language]
