"""How the desk's English sentences name the things of a programme."""

from events.programme.kinds import item_title
from events.programme.languages import direction, isolate
from events.programme.names import full_name, organisation_name
from events.programme.people import Party, Person
from events.programme.text import Text, Wording
from events.programme.value import Item, Programme


def apart(wording: Wording) -> str:
    """Return the text; one from right to left so that it cannot turn the sentence round."""
    return isolate(wording.text) if direction(wording.language) == "rtl" else wording.text


def titled(item: Item, programme: Programme) -> str:
    """Return the item's title in quotation marks."""
    return f"“{apart(item_title(item, 'en', programme.languages))}”"


def named(person: Person, programme: Programme) -> str:
    return apart(full_name(person, "en", programme.languages))


def party_named(party: Party, programme: Programme) -> str:
    if party.person:
        return named(party.person, programme)
    if party.organisation:
        return apart(organisation_name(party.organisation, "en", programme.languages))
    return said(party.words, programme)


def said(text: Text, programme: Programme) -> str:
    return apart(text.wording("en", programme.languages))
