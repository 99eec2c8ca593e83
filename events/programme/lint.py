"""What a careful reader would mark in the texts of an event before they are printed. Nothing here forbids anything."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from events.programme.every_text import Place, every_text
from events.programme.finding import Finding, Mark, Slip, key_of
from events.programme.languages import isolate
from events.programme.lint_slips import slips
from events.programme.lint_years import wrong_years
from events.programme.missing_texts import language_name
from events.programme.people import Organisation, Party, Person
from events.programme.phrases import Phrase
from events.programme.register_guard import out_of_tone
from events.programme.sentence import Sentence, Value, sentence
from events.programme.text import Text
from events.programme.value import Programme


def findings(programme: Programme) -> list[Finding]:
    """Return what is to be looked at in the texts of the event and of what is held within it."""
    known = _written_so(programme)
    found = []
    for place in every_text(programme):
        event = _event_of(programme, place.event)
        seen: Counter[str] = Counter()
        for slip in _slips_of(place, event, programme.phrases, known):
            nth = seen[slip.found]
            seen[slip.found] += 1
            found.append(Finding(key_of(place, slip, nth), place, slip, _told(place, slip, event)))
    return found


def _slips_of(
    place: Place, event: Programme, phrases: tuple[Phrase, ...], known: frozenset[str]
) -> tuple[Slip, ...]:
    edition = event.edition
    year = edition.year if edition else event.on.year if event.on else None
    anniversary = edition.anniversary if edition else 0
    found = _slips(place.text, place.language, anniversary, year, known)
    if event.register.mourns:
        found += _unfit(place.text, place.language, place.is_title, phrases, known)
    return tuple(sorted(found, key=lambda each: each.start))


# The same texts are read again for each list of what is open: those of as many events as a desk looks at.
@lru_cache(8192)
def _slips(
    text: str, language: str, anniversary: int, year: int | None, known: frozenset[str]
) -> tuple[Slip, ...]:
    return (*wrong_years(text, language, anniversary, year), *slips(text, known))


@lru_cache(8192)
def _unfit(
    text: str, language: str, is_title: bool, phrases: tuple[Phrase, ...], known: frozenset[str]
) -> tuple[Slip, ...]:
    found = out_of_tone(text, language, is_title, phrases)
    return tuple(slip for slip in found if slip.found not in known)


def _told(place: Place, slip: Slip, event: Programme) -> Sentence:
    values: dict[str, Value] = {
        "place": place.label,
        "language": language_name(place.language),
        "found": isolate(slip.found),
        "proposed": isolate(slip.proposed or ""),
    }
    if slip.mark is Mark.NUMBER and event.edition:
        values["number"] = str(event.edition.anniversary)
        return sentence(
            "%(place)s, %(language)s: “%(found)s” in edition number %(number)s. Right: “%(proposed)s”.",
            **values,
        )
    if slip.mark is Mark.ENDING:
        return sentence(
            "%(place)s, %(language)s: “%(found)s” has the wrong ending. Right: “%(proposed)s”.", **values
        )
    if slip.mark is Mark.GLUED:
        return sentence(
            "%(place)s, %(language)s: “%(found)s” runs two words together. Right: “%(proposed)s”.", **values
        )
    if slip.mark is Mark.TONE and slip.proposed:
        return sentence(
            "%(place)s, %(language)s: “%(found)s” does not suit a day of mourning. Approved: “%(proposed)s”.",
            **values,
        )
    if slip.mark is Mark.TONE:
        values["approved"] = tuple(f"“{isolate(words)}”" for words in slip.advice)
        return sentence(
            "%(place)s, %(language)s: “%(found)s” does not suit a day of mourning. Approved: %(approved)s.",
            **values,
        )
    if slip.mark is Mark.EXCLAMATION:
        return sentence(
            "%(place)s, %(language)s: an exclamation mark does not suit a title on a day of mourning.",
            **values,
        )
    if slip.mark is Mark.SPACES:
        return sentence("%(place)s, %(language)s: more than one blank between two words.", **values)
    return sentence("%(place)s, %(language)s: “%(found)s” is written “%(proposed)s”.", **values)


def _event_of(programme: Programme, uid: str) -> Programme:
    return next((child for child in programme.children if child.uid == uid), programme)


def _written_so(programme: Programme) -> frozenset[str]:
    """The words of the names in the registers: how a body writes its own name is right."""
    names = [programme.mission.name, programme.mission.short_name]
    for event in (programme, *programme.children):
        names += [name for host in event.hosts for name in _of_organisation(host.organisation)]
        for item in event.items:
            for contribution in item.contributions:
                names += [*_of_party(contribution.who), *_of_party(contribution.other)]
                names += _of_person(contribution.replaced_by)
    return frozenset(
        word.strip(".,;:()“”«»\"'") for name in names for _, text in name.versions for word in text.split()
    )


def _of_party(party: Party | None) -> Iterator[Text]:
    if party:
        yield from _of_person(party.person)
        yield from _of_organisation(party.organisation)


def _of_person(person: Person | None) -> Iterator[Text]:
    if person:
        yield person.name
        for office in person.offices:
            yield from _of_organisation(office.organisation)


def _of_organisation(organisation: Organisation | None) -> Iterator[Text]:
    while organisation:
        yield from (organisation.name, organisation.short_name)
        organisation = organisation.parent
