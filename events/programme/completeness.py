"""What is missing before a programme can be printed, as a list that an officer works off.

*Not stated* is an answer: what the officer has said it of is no longer asked for. Nothing here blocks a deed.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from events.programme.agenda import Place
from events.programme.choices import Answer, Kind, Settlement, Status
from events.programme.conflict import Conflict, ConflictKind, Line, lines_of
from events.programme.conflicts import conflicts
from events.programme.explanations import explain
from events.programme.looks import takes
from events.programme.missing_texts import language_name, names_without, titles_without
from events.programme.pattern_notes import SPEAKER_TO_BE_ANNOUNCED
from events.programme.people import TO_BE_ANNOUNCED, Contribution, Party, Person
from events.programme.sentence import Sentence, Value, sentence
from events.programme.telling import item_titled, party_named, person_named
from events.programme.text import Text
from events.programme.value import Programme

# Who gives them is what guests look for; a tour or a video can do without a name.
SPOKEN = frozenset({Kind.ADDRESS, Kind.REMARKS, Kind.MESSAGE, Kind.PANEL, Kind.TESTIMONY})
CONFLICTS = frozenset({ConflictKind.SILENCE_WITHOUT_RISE, ConflictKind.SILENCE_LENGTH, ConflictKind.OVERRUN})
OPEN_PLACES = (TO_BE_ANNOUNCED, SPEAKER_TO_BE_ANNOUNCED)
EVENT_TEXTS = {
    "subtitle": sentence("Subtitle"),
    "dedication": sentence("Dedication"),
    "theme": sentence("Theme"),
    "guest_notes": sentence("Guest notes"),
    "dress": sentence("Dress"),
}
# The first word of the key of a spelling that is not confirmed; the uid of the person comes after it.
SPELLING = "spelling"
# By the first word of the key: where the source may be silent, or the officer may leave it as it is.
ANSWERS = {
    **dict.fromkeys(
        ("place", "room", "start", "speaker", "open", "message", "office"), Settlement.NOT_STATED
    ),
    **dict.fromkeys(("texts", "names", *EVENT_TEXTS), Settlement.NOT_STATED),
    **dict.fromkeys((SPELLING, "colour"), Settlement.RIGHT),
}


class Severity(StrEnum):
    MUST = "must"
    SHOULD = "should"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to complete. ``target`` is where: a field of the event with the uid ``event``, or the uid of an item.

    The ``key`` stays the same as long as the same thing is missing; under it the officer may give the ``answer``,
    where there is one: a title or a day has to be filled in.
    """

    key: str
    severity: Severity
    words: str
    target: str
    event: str
    answer: Settlement | None = None


def missing(programme: Programme, settled: Collection[str] = ()) -> list[Missing]:
    """Return what is missing from the programme and the events within it: first what it must have.

    ``settled`` are the keys to which the officer has given an answer. A cancelled event needs nothing.
    """
    if programme.status is Status.CANCELLED:
        return []
    found = [*_of_event(programme, programme.place, held_within=False), *_of_conflicts(programme)]
    asked = (each for each in found if each.key not in settled)
    return sorted(asked, key=lambda each: each.severity is Severity.SHOULD)


def _of_event(event: Programme, place: Place | None, held_within: bool) -> Iterator[Missing]:
    ask = _Asking(event)
    yield from _titles(ask)
    yield from _when_and_where(ask, place)
    if not event.hosts and not held_within:
        yield ask.must("hosts", sentence("It is not said who holds the event."))
    lines = [line for line in lines_of(event) if line.attended]
    if not lines and not event.children and not event.days:
        yield ask.must("items", sentence("The agenda is empty."), "parts")
    yield from _items(ask, lines)
    yield from _people(ask, lines)
    yield from _other_languages(ask, lines, place)
    if not held_within:
        yield from _colour(ask)
    for child in event.children:
        yield from _of_event(child, child.place or place, held_within=True)


class _Asking:
    """Asks for what an event lacks."""

    def __init__(self, event: Programme) -> None:
        self.event = event

    def must(self, key: str, words: str, target: str = "") -> Missing:
        return self._missing(Severity.MUST, key, words, target)

    def should(self, key: str, words: str, target: str = "") -> Missing:
        return self._missing(Severity.SHOULD, key, words, target)

    def _missing(self, severity: Severity, key: str, words: str, target: str) -> Missing:
        name = key.split(":")[0]
        uid = self.event.uid
        return Missing(f"{key}:{uid}", severity, words, target or name, uid, ANSWERS.get(name))


def _titles(ask: _Asking) -> Iterator[Missing]:
    event = ask.event
    if not event.title:
        yield ask.must("title", sentence("The event has no title."))
        return
    for number, language in enumerate(event.languages):
        if language not in event.title.languages:
            words = sentence("The title is missing in %(language)s.", language=language_name(language))
            key = f"title:{language}"
            yield ask.should(key, words) if number else ask.must(key, words)


def _when_and_where(ask: _Asking, place: Place | None) -> Iterator[Missing]:
    event = ask.event
    if event.on is None:
        yield ask.must("on", sentence("The day is not set."))
    elif not event.days and (not event.parts or any(not item.span for item in event.items)):
        yield ask.must("start", sentence("It is not said when the event begins."), "parts")
    everywhere = event.parts and all(part.place for part in event.parts)
    if place is None and not everywhere:
        yield ask.must("place", sentence("It is not said where the event is held."))
    elif place and not place.room and not everywhere:
        yield ask.should(
            f"room:{_mark(*(name for _, name in place.name.versions))}",
            sentence("The room is not said."),
            "place",
        )


def _items(ask: _Asking, lines: Sequence[Line]) -> Iterator[Missing]:
    for item in (line.item for line in lines):
        title = item_titled(item, ask.event)
        if item.kind is Kind.OTHER and not item.title:
            yield ask.must(
                f"untitled:{item.uid}", sentence("An item has neither a kind nor a title."), item.uid
            )
        if item.kind in SPOKEN and not item.contributions:
            yield ask.should(
                f"speaker:{item.uid}", sentence("Nobody is named for %(item)s.", item=title), item.uid
            )
        if any(_is_open(contribution) for contribution in item.contributions):
            words = sentence("Who takes part in %(item)s is still to be announced.", item=title)
            yield ask.should(f"open:{item.uid}", words, item.uid)
        if item.kind is Kind.MESSAGE and item.contributions and not any(c.other for c in item.contributions):
            words = sentence("It is not said whose message %(item)s is.", item=title)
            yield ask.should(f"message:{item.uid}", words, item.uid)


def _is_open(contribution: Contribution) -> bool:
    who = contribution.who
    return not who.person and not who.organisation and (not who.words or who.words in OPEN_PLACES)


def _people(ask: _Asking, lines: Sequence[Line]) -> Iterator[Missing]:
    seen: set[str] = set()
    for item in (line.item for line in lines):
        for contribution in item.contributions:
            yield from _answers(ask, item.uid, contribution)
            for person in _persons(contribution):
                if person.uid not in seen:
                    yield from _person(ask, item.uid, person)
                seen.add(person.uid)


def _persons(contribution: Contribution) -> Iterator[Person]:
    """Return those who are printed: not who declined, nor who was replaced without being represented."""
    other = contribution.other.person if contribution.other else None
    who = None if contribution.answer is Answer.DECLINED else contribution.who.person
    for person in (who, contribution.replaced_by, other):
        if person:
            yield person


def _person(ask: _Asking, item: str, person: Person) -> Iterator[Missing]:
    name = person_named(person, ask.event)
    if not (person.offices or person.rank or person.academic_title):
        words = sentence("The office that %(person)s holds on the day is not said.", person=name)
        yield ask.should(f"office:{person.uid}", words, item)
    if not person.confirmed:
        words = sentence(
            "The spelling of %(person)s has not been confirmed by the person’s own office.", person=name
        )
        yield ask.must(f"{SPELLING}:{person.uid}", words, item)


def _answers(ask: _Asking, item: str, contribution: Contribution) -> Iterator[Missing]:
    uid, name = _uid(contribution.who), party_named(contribution.who, ask.event)
    if contribution.answer is Answer.INVITED:
        words = sentence("%(person)s has not answered yet; “To be announced” is printed.", person=name)
        if ask.event.prints_unconfirmed:
            words = sentence(
                "%(person)s has not answered yet; the name is printed all the same.", person=name
            )
        yield ask.should(f"answer:{item}:{uid}", words, item)
    elif contribution.answer is Answer.DECLINED:
        words = sentence("%(person)s has declined. Name somebody else.", person=name)
        yield ask.must(f"answer:{item}:{uid}", words, item)
    elif contribution.answer is Answer.REPLACED and not contribution.replaced_by:
        words = sentence("It is not said who comes in the place of %(person)s.", person=name)
        yield ask.must(f"answer:{item}:{uid}", words, item)


def _colour(ask: _Asking) -> Iterator[Missing]:
    look, register = ask.event.mission.look, ask.event.register
    if register.mourns and look.accent and not takes(register, look.accent):
        words = sentence(
            "The accent colour of the mission, %(colour)s, does not suit a day of mourning: black stands in its place.",
            colour=look.accent,
        )
        yield ask.should(f"colour:{look.accent}", words, "look")


def _uid(party: Party) -> str:
    if party.person:
        return party.person.uid
    return party.organisation.uid if party.organisation else "words"


def _other_languages(ask: _Asking, lines: Sequence[Line], place: Place | None) -> Iterator[Missing]:
    """Ask for the languages in which the programme is to be read; what is there in none is not asked for here."""
    event = ask.event
    for language in event.languages:
        for field in EVENT_TEXTS:
            text: Text = getattr(event, field)
            if text and language not in text.languages:
                words = sentence(
                    "%(field)s: missing in %(language)s.",
                    field=EVENT_TEXTS[field],
                    language=language_name(language),
                )
                yield ask.should(f"{field}:{language}", words)
        untitled = titles_without(lines, language)
        if untitled:
            yield ask.should(
                f"texts:{language}:{_mark(*(item.uid for item in untitled))}",
                _untitled([item_titled(item, event) for item in untitled], language),
                untitled[0].uid,
            )
        names = names_without(event, lines, place, language)
        if names:
            words = sentence(
                "There is no %(language)s form of %(names)s.",
                language=language_name(language),
                names=tuple(names),
            )
            yield ask.should(f"names:{language}:{_mark(*names)}", words, "people")


def _mark(*words: str) -> str:
    """Return a short word for the key: another one where one of the words is another."""
    return sha256("\n".join(words).encode()).hexdigest()[:12]


def _untitled(titles: list[str], language: str) -> Sentence:
    values: dict[str, Value] = {"language": language_name(language), "items": tuple(titles)}
    if len(titles) == 1:
        return sentence("1 title or text of an item is missing in %(language)s: %(items)s.", **values)
    return sentence(
        "Titles or texts of %(count)s items are missing in %(language)s: %(items)s.",
        count=str(len(titles)),
        **values,
    )


def _of_conflicts(programme: Programme) -> Iterator[Missing]:
    """Return what would be wrong on paper: a silence for which nobody rises, an end that is not kept."""
    for conflict in conflicts(programme, ()):
        if conflict.kind in CONFLICTS:
            words = explain(conflict, programme)
            event = _event_of(programme, conflict)
            yield Missing(conflict.key, Severity.MUST, words, conflict.uids[0], event.uid)


def _event_of(programme: Programme, conflict: Conflict) -> Programme:
    within = (child for child in programme.children if any(item.uid in conflict.uids for item in child.items))
    return next(within, programme)
