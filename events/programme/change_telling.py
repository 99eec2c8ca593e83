"""How a change becomes a sentence in each language; ``change_words.py`` has the sentences."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from events.programme.agenda import Item
from events.programme.change_people_words import SENTENCES as ABOUT_PEOPLE
from events.programme.change_words import SENTENCES as ABOUT_THE_EVENT
from events.programme.kinds import item_title
from events.programme.languages import LANGUAGES, clock, full_date, isolate, length, quoted
from events.programme.names import party_name
from events.programme.people import Party, Person
from events.programme.text import Text, Wording
from events.programme.value import Programme

# What stands in a place of a sentence, by language.
Shown = Callable[[str], str]
SENTENCES = {**ABOUT_THE_EVENT, **ABOUT_PEOPLE}
NOT_KNOWN = "–"


def told(key: str, **places: Shown) -> Text:
    """Return the sentence in each language. Where it says what ``was`` and ``now`` is, and both read the same in a
    language, it is left out of that language."""
    said = {}
    for language in LANGUAGES:
        shown = {name: show(language) for name, show in places.items()}
        if "now" not in shown or shown["now"] != shown["was"]:
            said[language] = SENTENCES[key][language].format(**shown)
    return Text.of(said)


def title(item: Item, programme: Programme) -> Shown:
    return lambda language: apart(item_title(item, language, programme.languages), language)


def quoted_title(item: Item, programme: Programme) -> Shown:
    return lambda language: quoted(title(item, programme)(language), language)


def text(value: Text, programme: Programme) -> Shown:
    return lambda language: apart(value.wording(language, programme.languages), language)


def name(party: Party, programme: Programme) -> Shown:
    return lambda language: apart(party_name(party, language, programme.languages), language)


def name_of(person: Person, programme: Programme) -> Shown:
    return name(Party(person=person), programme)


def at(moment: datetime | None) -> Shown:
    return lambda language: clock(moment) if moment else NOT_KNOWN


def day(on: date) -> Shown:
    return lambda language: full_date(on, language)


def lasting(duration: timedelta) -> Shown:
    return lambda language: length(duration, language)


def apart(wording: Wording, language: str) -> str:
    """Return the wording; one of another language so that it cannot turn its neighbours round."""
    return wording.text if wording.language == language else isolate(wording.text)
