"""Every text of an event that somebody typed, each with where it stands and in which language."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from events.programme.agenda import Item
from events.programme.occasion import Edition
from events.programme.people import Contribution
from events.programme.sentence import Sentence, sentence
from events.programme.telling import item_titled
from events.programme.text import Text
from events.programme.value import Programme


class Of(StrEnum):
    """Of what the text is a field. The last four are rows of a list, told apart by their number in it; an edition is
    shared by all missions."""

    EVENT = "event"
    EDITION = "edition"
    PART = "part"
    ITEM = "item"
    CONTRIBUTION = "contribution"
    GROUP = "group"
    DAY = "day"
    WORK = "work"


TITLE = sentence("Title")
FIELDS = {
    Of.EVENT: {
        "title": TITLE,
        "short_title": sentence("Short title"),
        "subtitle": sentence("Subtitle"),
        "dedication": sentence("Dedication"),
        "theme": sentence("Theme"),
        "objective": sentence("Objective"),
        "note": sentence("Note"),
        "guest_notes": sentence("Guest notes"),
        "dress": sentence("Dress"),
    },
    Of.EDITION: {"message": sentence("Message of the year")},
    Of.PART: {"heading": sentence("Heading of a part")},
    Of.ITEM: {
        "title": TITLE,
        "dedication": sentence("Dedication"),
        "text": sentence("For guests"),
        "staff_text": sentence("For staff"),
        "words": sentence("Words to print"),
    },
    Of.CONTRIBUTION: {"words": sentence("Who takes part"), "other_words": sentence("In whose name")},
    Of.GROUP: {"name": sentence("Audience group")},
    Of.DAY: {"note": sentence("Note on an opening day")},
    Of.WORK: {
        "title": sentence("Title of a work"),
        "maker": sentence("Maker of a work"),
        "caption": sentence("Caption of a work"),
        "lender": sentence("Lender of a work"),
    },
}
TITLES = {
    (Of.EVENT, "title"), (Of.EVENT, "short_title"), (Of.EVENT, "subtitle"), (Of.PART, "heading"), (Of.ITEM, "title"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A text in one language, and where it stands: the ``field`` of the event, part or item with the ``uid``.

    ``number`` counts the rows of a list: the contributions of that item, the groups, days and works of that event.
    """

    event: str
    of: Of
    uid: str
    field: str
    language: str
    text: str
    label: Sentence
    number: int = 0

    @property
    def is_title(self) -> bool:
        return (self.of, self.field) in TITLES

    @property
    def is_shared(self) -> bool:
        """Whether support staff enter it for all missions: at an event it is read and answered for, never changed."""
        return self.of is Of.EDITION

    @property
    def is_for_staff(self) -> bool:
        return self.field == "staff_text"

    @property
    def key(self) -> str:
        return ":".join((self.of, self.uid, str(self.number), self.field, self.language))


def every_text(programme: Programme) -> Iterator[Place]:
    """Return the texts of the event and of what is held within it, in the order in which they are read.

    The message of an edition stands once for all that is held in it.
    """
    yield from _every_text(programme, None)


def _every_text(programme: Programme, told: Edition | None) -> Iterator[Place]:
    yield from _of_event(programme)
    edition = programme.edition
    if edition and edition != told:
        yield from _fields(programme, Of.EDITION, edition, edition_uid(edition))
    for part in programme.parts:
        yield from _fields(programme, Of.PART, part, part.uid)
        for item in part.items:
            yield from _of_item(programme, item)
    for child in programme.children:
        yield from _every_text(child, edition or told)


def edition_uid(edition: Edition) -> str:
    return f"{edition.occasion.slug}-{edition.year}"


def _of_event(programme: Programme) -> Iterator[Place]:
    yield from _fields(programme, Of.EVENT, programme, programme.uid)
    lists = {Of.GROUP: programme.audience_groups, Of.DAY: programme.days, Of.WORK: programme.works}
    for of, rows in lists.items():
        for number, row in enumerate(rows):
            yield from _fields(programme, of, row, programme.uid, number)


def _of_item(programme: Programme, item: Item) -> Iterator[Place]:
    title = item_titled(item, programme)
    for field, name in FIELDS[Of.ITEM].items():
        label = sentence("%(field)s of %(item)s", field=name, item=title)
        yield from _places(programme.uid, Of.ITEM, item.uid, field, getattr(item, field), label)
    for number, contribution in enumerate(item.contributions):
        for field, text in _plain_words(contribution).items():
            label = sentence("%(field)s in %(item)s", field=FIELDS[Of.CONTRIBUTION][field], item=title)
            yield from _places(programme.uid, Of.CONTRIBUTION, item.uid, field, text, label, number)


def _plain_words(contribution: Contribution) -> dict[str, Text]:
    other = contribution.other
    return {"words": contribution.who.words, "other_words": other.words if other else Text()}


def _fields(programme: Programme, of: Of, row: object, uid: str, number: int = 0) -> Iterator[Place]:
    for field, label in FIELDS[of].items():
        yield from _places(programme.uid, of, uid, field, getattr(row, field), label, number)


def _places(
    event: str, of: Of, uid: str, field: str, text: Text, label: Sentence, number: int = 0
) -> Iterator[Place]:
    for language, words in text.versions:
        yield Place(event, of, uid, field, language, words, label, number)
