"""How the desk's sentences name the things of a programme, in the language of the sentence."""

from events.programme.agenda import Item
from events.programme.kinds import item_title
from events.programme.languages import direction, isolate
from events.programme.names import full_name, organisation_name
from events.programme.people import Party, Person
from events.programme.sentence import Named, named, titled
from events.programme.text import Text, Wording
from events.programme.value import Programme


def apart(wording: Wording) -> str:
    """Return the text; one from right to left so that it cannot turn the sentence round."""
    return isolate(wording.text) if direction(wording.language) == "rtl" else wording.text


def item_titled(item: Item, programme: Programme) -> Named:
    """Return the item's title in quotation marks."""
    return titled(lambda language: apart(item_title(item, language, programme.languages)))


def person_named(person: Person, programme: Programme) -> Named:
    return named(lambda language: apart(full_name(person, language, programme.languages)))


def party_named(party: Party, programme: Programme) -> Named:
    if party.person:
        return person_named(party.person, programme)
    organisation = party.organisation
    if organisation:
        return named(lambda language: apart(organisation_name(organisation, language, programme.languages)))
    return said(party.words, programme)


def said(text: Text, programme: Programme) -> Named:
    return text_named(text, programme.languages)


def text_named(text: Text, fallback: tuple[str, ...] = ("en",)) -> Named:
    return named(lambda language: apart(text.wording(language, fallback)))
