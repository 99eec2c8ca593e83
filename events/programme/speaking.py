"""The order of speaking by a named rule, and why each speaker stands where they do.

A rule arranges the speeches of a part among the places that speeches have there. What it cannot place keeps its place
and is named: nothing is guessed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from events.programme.choices import Kind
from events.programme.collation import sort_key
from events.programme.named_rule import NamedRule
from events.programme.sentence import Sentence, Value, sentence
from events.programme.text import Text

SPEECHES = (Kind.ADDRESS, Kind.REMARKS, Kind.MESSAGE)


class SpeakingRule(StrEnum):
    HOST_FIRST = "host-first"
    ASCENDING = "ascending"
    DESCENDING = "descending"
    TAKING_OFFICE = "taking-office"
    ALPHABETICAL = "alphabetical"
    BY_HAND = "by-hand"


class Tied(StrEnum):
    """Why a speech keeps its place whatever the rule."""

    START = "start"
    ALONGSIDE = "alongside"


SPEAKING_RULES: dict[SpeakingRule, NamedRule] = {
    SpeakingRule.HOST_FIRST: NamedRule(
        sentence("Host first"),
        sentence("The hosts speak in their order; the others follow as they stand."),
        (sentence("Usage at openings: the host speaks first, the guest of honour closes."),),
    ),
    SpeakingRule.ASCENDING: NamedRule(
        sentence("Ascending"),
        sentence("The highest in precedence speaks last."),
        (
            sentence("Protocol office of Alberta: speeches normally ascend, the most important one last."),
            sentence("Usage in Türkiye: from junior to senior."),
        ),
    ),
    SpeakingRule.DESCENDING: NamedRule(
        sentence("Descending, the key moment first"),
        sentence("The highest in precedence speaks first."),
        (sentence("Protocol office of Alberta: speeches descend if the key moment comes first."),),
    ),
    SpeakingRule.TAKING_OFFICE: NamedRule(
        sentence("By the date of taking office"),
        sentence(
            "Who took office earlier speaks first. Numbers in precedence count as classes where all have one."
        ),
        (
            sentence(
                "Vienna Convention on Diplomatic Relations, 1961, Article 16: within a class (Article 14) heads of "
                "mission stand in the order of taking up their functions. For the Holy See the receiving state may "
                "keep another practice."
            ),
            sentence("At official functions in Pakistan its Warrant of Precedence governs."),
        ),
    ),
    SpeakingRule.ALPHABETICAL: NamedRule(
        sentence("Alphabetical"),
        sentence("By the name as it is written, in the alphabet of the language chosen."),
    ),
    SpeakingRule.BY_HAND: NamedRule(
        sentence("By hand"), sentence("The order of the agenda stays, and why is kept with it.")
    ),
}


OF_NO_HOST = 1000


@dataclass(frozen=True, slots=True)
class Speaker:
    """``host`` is the place among the hosts, from 0, or OF_NO_HOST; None where the register names no organisation.

    ``precedence`` is a number of which 1 is the highest.
    """

    name: Text
    host: int | None = None
    precedence: int | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Speech:
    """``uid`` and ``part`` are those of the item; ``speaker`` is None where nobody is named yet."""

    uid: str
    part: str
    speaker: Speaker | None
    tied: Tied | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a speech stands by the rule; ``placed`` is false where the rule says nothing of it."""

    speech: Speech
    why: Sentence
    placed: bool


# A place in an order, or None where the rule says nothing.
Rank = Callable[[Speaker], Any]


def arranged(speeches: Sequence[Speech], rule: SpeakingRule, language: str = "en") -> tuple[Standing, ...]:
    """Return the speeches in the order of the rule; ``language`` is the alphabet of the alphabetical one."""
    arrange: dict[str, Rank] = {
        SpeakingRule.HOST_FIRST: lambda speaker: speaker.host,
        SpeakingRule.ASCENDING: lambda speaker: None if speaker.precedence is None else -speaker.precedence,
        SpeakingRule.DESCENDING: lambda speaker: speaker.precedence,
        SpeakingRule.TAKING_OFFICE: lambda speaker: _taken(speaker, _with_classes(speeches)),
        SpeakingRule.ALPHABETICAL: lambda speaker: _filed(speaker, language),
    }
    rank = arrange.get(rule)
    placed: dict[str, list[tuple[Any, Speech, Speaker]]] = {}
    for each in speeches:
        speaker = None if each.tied else each.speaker
        found = rank(speaker) if rank and speaker else None
        if speaker and found is not None:
            placed.setdefault(each.part, []).append((found, each, speaker))
    queues = {part: iter(sorted(ranked, key=_first)) for part, ranked in placed.items()}
    movable = {each.uid for ranked in placed.values() for _, each, _ in ranked}
    standings = []
    for each in speeches:
        if each.uid in movable:
            _, next_one, speaker = next(queues[each.part])
            why = _why(next_one, speaker, rule, speeches, language)
            standings.append(Standing(next_one, why, True))
        else:
            standings.append(Standing(each, _why_not(each, rule), False))
    return tuple(standings)


def _first(ranked: tuple[Any, Speech, Speaker]) -> Any:
    return ranked[0]


def _with_classes(speeches: Sequence[Speech]) -> bool:
    """Whether all who have a date have a number in precedence too."""
    dated = [each.speaker for each in speeches if each.speaker and each.speaker.since and not each.tied]
    return all(speaker.precedence is not None for speaker in dated)


def _taken(speaker: Speaker, classes: bool) -> tuple[int, date] | None:
    return (speaker.precedence or 0 if classes else 0, speaker.since) if speaker.since else None


def _filed(speaker: Speaker, language: str) -> Any:
    name = dict(speaker.name.versions).get(language)
    return sort_key(name, language) if name else None


def _why(
    speech: Speech, speaker: Speaker, rule: SpeakingRule, speeches: Sequence[Speech], language: str
) -> Sentence:
    if rule is SpeakingRule.HOST_FIRST:
        if speaker.host == OF_NO_HOST:
            return sentence("Of no host: after them, as the agenda has it.")
        if speaker.host == 0:
            return sentence("Speaks for the first host.")
        return sentence("Speaks for host number %(number)s.", number=str((speaker.host or 0) + 1))
    number: dict[str, Value] = {"number": str(speaker.precedence)}
    if rule is SpeakingRule.TAKING_OFFICE:
        since: dict[str, Value] = {"day": speaker.since or date.min}
        if _with_classes(speeches):
            return sentence("Number %(number)s in precedence, in office since %(day)s.", **number, **since)
        return sentence("In office since %(day)s.", **since)
    if rule is SpeakingRule.ALPHABETICAL:
        return sentence("Filed under “%(name)s”.", name=dict(speaker.name.versions)[language])
    if _shares_its_number(speech, speeches):
        return sentence(
            "Number %(number)s in precedence, as another one is: between the two the agenda decides.",
            **number,
        )
    return sentence("Number %(number)s in precedence.", **number)


def _shares_its_number(speech: Speech, speeches: Sequence[Speech]) -> bool:
    return any(
        each.speaker and speech.speaker and each.speaker.precedence == speech.speaker.precedence
        for each in speeches
        if each.uid != speech.uid and each.part == speech.part
    )


def _why_not(speech: Speech, rule: SpeakingRule) -> Sentence:
    if rule is SpeakingRule.BY_HAND:
        return sentence("As the agenda has it.")
    if speech.tied is Tied.START:
        return sentence("Keeps its place: it starts at a time of its own, or with another item.")
    if speech.tied is Tied.ALONGSIDE:
        return sentence("Keeps its place: something else runs beside it.")
    if not speech.speaker:
        return sentence("Keeps its place: nobody of the register speaks yet.")
    if rule is SpeakingRule.HOST_FIRST:
        return sentence("Keeps its place: the register names no organisation with the office.")
    if rule is SpeakingRule.TAKING_OFFICE:
        return sentence("Keeps its place: the register has no date of taking office.")
    if rule is SpeakingRule.ALPHABETICAL:
        return sentence("Keeps its place: the register has no name in this language.")
    return sentence("Keeps its place: the register has no number in precedence.")
