"""What each kind of item brings with it: its title in five languages, its usual length, its cues, its rules."""

from dataclasses import dataclass
from datetime import timedelta

from events.programme.agenda import Item
from events.programme.choices import Cue, Kind
from events.programme.kind_titles import SILENCE_OF_ANOTHER_LENGTH, TITLES
from events.programme.languages import comma
from events.programme.text import Text, Wording

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class KindFacts:
    """``usual`` and ``cues`` are proposed for a new item of the kind and bind nobody.

    A *protected* item is never cut and nothing runs into it. One that *sounds* is heard through the room and cannot
    stand beside a silence. One that *draws applause* is usually answered by it.
    """

    title: Text
    usual: timedelta
    cues: tuple[Cue, ...] = ()
    protected: bool = False
    sounds: bool = False
    draws_applause: bool = False


def _facts(
    kind: Kind,
    minutes: int,
    *cues: Cue,
    protected: bool = False,
    sounds: bool = False,
    draws_applause: bool = False,
) -> tuple[Kind, KindFacts]:
    return kind, KindFacts(TITLES[kind], minutes * MINUTE, cues, protected, sounds, draws_applause)


KINDS: dict[Kind, KindFacts] = dict(
    (
        _facts(Kind.OPENING, 3),
        # Azerbaijan's law on the anthem: performed in full in every case, those present stand to the end.
        _facts(Kind.ANTHEM, 2, Cue.RISE, protected=True, sounds=True),
        _facts(Kind.SILENCE, 1, Cue.REMAIN_STANDING, Cue.NO_APPLAUSE, protected=True),
        _facts(Kind.RECITATION, 4, Cue.NO_APPLAUSE, protected=True),
        _facts(Kind.ADDRESS, 15, draws_applause=True),
        _facts(Kind.REMARKS, 10, draws_applause=True),
        _facts(Kind.MESSAGE, 5, draws_applause=True),
        _facts(Kind.PANEL, 40, draws_applause=True),
        _facts(Kind.QUESTIONS, 15, draws_applause=True),
        _facts(Kind.VIDEO, 8, sounds=True),
        _facts(Kind.MUSIC, 5, sounds=True, draws_applause=True),
        _facts(Kind.POETRY, 3, draws_applause=True),
        _facts(Kind.TESTIMONY, 10, draws_applause=True),
        _facts(Kind.CANDLES, 5, Cue.NO_APPLAUSE),
        _facts(Kind.WREATH_LAYING, 10, Cue.RISE, Cue.NO_APPLAUSE),
        _facts(Kind.FLOWERS, 10, Cue.RISE, Cue.NO_APPLAUSE),
        _facts(Kind.FLAG, 5, Cue.RISE),
        _facts(Kind.UNVEILING, 5, draws_applause=True),
        _facts(Kind.AWARD, 10, draws_applause=True),
        _facts(Kind.SIGNING, 10, draws_applause=True),
        _facts(Kind.TOUR, 25),
        _facts(Kind.GROUP_PHOTOGRAPH, 5),
        _facts(Kind.MARCH, 10, sounds=True),
        _facts(Kind.BUGLE_CALL, 1, Cue.RISE, Cue.NO_APPLAUSE, protected=True, sounds=True),
        _facts(Kind.REFRESHMENTS, 30),
        _facts(Kind.RECEPTION, 90),
        _facts(Kind.ARRIVAL, 25),
        _facts(Kind.DEPARTURE, 10),
        _facts(Kind.SET_UP, 30),
        _facts(Kind.BREAK, 15),
        _facts(Kind.OTHER, 5),
    )
)


def item_title(item: Item, language: str, fallback: tuple[str, ...] = ()) -> Wording:
    """Return the item's own title, in a language of ``fallback`` if need be, else that of its kind.

    Anthems are named in the order in which they are played.
    """
    title = _own_title(item, language, fallback)
    if not item.anthems or not title:
        return title
    states = (anthem.of.wording(title.language, fallback).text for anthem in item.anthems)
    return Wording(f"{title.text}: {comma(title.language).join(states)}", title.language)


def _own_title(item: Item, language: str, fallback: tuple[str, ...]) -> Wording:
    if item.title:
        return item.title.wording(language, fallback)
    title = silence_title(item.duration) if item.kind is Kind.SILENCE else KINDS[item.kind].title
    return title.wording(language, (*fallback, "en"))


def silence_title(duration: timedelta) -> Text:
    """A silence that does not last a minute is not called one."""
    return KINDS[Kind.SILENCE].title if duration == MINUTE else SILENCE_OF_ANOTHER_LENGTH
