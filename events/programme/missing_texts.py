"""Which texts and names of a programme are not there in a language."""

from collections.abc import Iterator, Sequence

from events.programme.agenda import Item, Place
from events.programme.conflict import Line
from events.programme.people import Organisation, Party, upwards
from events.programme.sentence import sentence
from events.programme.telling import said
from events.programme.text import Text
from events.programme.value import Programme

NAMES = {
    "az": sentence("Azerbaijani"),
    "en": sentence("English"),
    "ru": sentence("Russian"),
    "tr": sentence("Turkish"),
    "ur": sentence("Urdu"),
}


def language_name(language: str) -> str:
    return NAMES.get(language, f"“{language}”")


def titles_without(lines: Sequence[Line], language: str) -> list[Item]:
    """Return the items of which guests would read something in another language. A kind's own title is always there."""
    return [
        line.item
        for line in lines
        if any(
            text and language not in text.languages
            for text in (line.item.title, line.item.dedication, line.item.text)
        )
    ]


def names_without(event: Programme, lines: Sequence[Line], place: Place | None, language: str) -> list[str]:
    """Return the names, as they are in another language, of who and what is not named in this one; each once."""
    names = (
        *(host.organisation.name for host in event.hosts),
        *((place.name, place.room, place.city) if place else ()),
        *(name for line in lines for name in _names(line.item)),
    )
    return list(dict.fromkeys(said(name, event) for name in names if name and language not in name.languages))


def _names(item: Item) -> Iterator[Text]:
    for contribution in item.contributions:
        yield from _party(contribution.who)
        if contribution.other:
            yield from _party(contribution.other)
        if contribution.replaced_by:
            yield contribution.replaced_by.name


def _party(party: Party) -> Iterator[Text]:
    if party.person:
        yield party.person.name
        for office in party.person.offices:
            yield office.title
            yield from _upwards(office.organisation)
    yield from _upwards(party.organisation)
    yield party.words


def _upwards(organisation: Organisation | None) -> Iterator[Text]:
    yield from (each.name for each in upwards(organisation))
