"""The patterns from which events begin, and the blocks of items that are added with one action.

The orders are those of the field (recitation, anthems, silence, then words); every one is a proposal. ``PATTERNS`` and
``BLOCKS`` hold what suits an occasion of mourning, kept abroad: what nobody has to take out first. ``pattern_for`` and
``block_for`` fit them to the register of the occasion and to whether the place is abroad.
"""

from datetime import time

from events.programme import pattern_notes as notes
from events.programme import pattern_words as words
from events.programme.agenda import Start
from events.programme.choices import Audience, Cue, EventKind, Kind, Phase, Register, Role, StartMode
from events.programme.pattern import LIGHT, MOURNING, SOBER, OpeningHours, PartPattern, new_item, suited
from events.programme.pattern import Block as Block
from events.programme.pattern import ItemPattern as ItemPattern
from events.programme.pattern import Pattern as Pattern
from events.programme.text import NOTHING, Text

STAFF = Audience.STAFF
SPEAKER = (Role.SPEAKER,)
WITH_IT = Start(StartMode.ALONGSIDE)
MONDAY_TO_FRIDAY = (0, 1, 2, 3, 4)
STANDING = (Cue.RISE, Cue.NO_APPLAUSE)
SEATED = (Cue.BE_SEATED,)

OPENING = new_item(Kind.OPENING, 2, staff=notes.MASTER_TO_BE_NAMED)
RECITATION = new_item(Kind.RECITATION, staff=notes.RECITER_TO_BE_NAMED, optional=True, registers=MOURNING)
ANTHEMS = (
    new_item(Kind.ANTHEM, 3, words.BOTH_ANTHEMS, staff=notes.ANTHEMS_IN_FULL, abroad=True),
    new_item(Kind.ANTHEM, 2, staff=notes.ANTHEMS_IN_FULL, abroad=False),
)
SILENCE = new_item(Kind.SILENCE, registers=SOBER)
# Where no anthem has asked the guests to rise.
SILENCE_TO_RISE = new_item(Kind.SILENCE, cues=STANDING, registers=SOBER)
CLOSING = new_item(Kind.REMARKS, 5, words.CLOSING_WORDS, least=2, cut=4)
PHOTOGRAPH = new_item(Kind.GROUP_PHOTOGRAPH, to=STAFF)
TEA = new_item(Kind.REFRESHMENTS, 30, words.TEA, staff=notes.SUBDUED, optional=True, least=15, cut=2)
LEAVE = new_item(Kind.DEPARTURE, 10, words.HONOURED_LEAVE, to=STAFF)


def _remarks(minutes: int = 10, title: Text = NOTHING, *, first: bool = False) -> ItemPattern:
    """Return a speech; the first one after the guests stood asks them to be seated."""
    return new_item(
        Kind.REMARKS,
        minutes,
        title,
        roles=SPEAKER,
        cues=SEATED if first else (),
        least=max(3, minutes * 7 // 10),
        cut=5,
    )


def _address(minutes: int = 20, title: Text = NOTHING, *, first: bool = False) -> ItemPattern:
    return new_item(
        Kind.ADDRESS,
        minutes,
        title,
        roles=SPEAKER,
        cues=SEATED if first else (),
        least=minutes * 3 // 4,
        cut=6,
    )


def _questions(minutes: int, *roles: Role) -> ItemPattern:
    note = notes.MODERATOR_TO_BE_NAMED
    return new_item(
        Kind.QUESTIONS, minutes, roles=roles, staff=note, optional=True, least=minutes * 3 // 5, cut=1
    )


def _before(set_up: Text, minutes: int, *guests: ItemPattern) -> PartPattern:
    return PartPattern(
        words.BEFORE, Phase.BEFORE, (new_item(Kind.SET_UP, minutes, set_up, to=STAFF), *guests)
    )


def _guests(minutes: int, title: Text = words.GUESTS_ARRIVE) -> tuple[ItemPattern, ...]:
    return (
        new_item(Kind.ARRIVAL, minutes, title),
        new_item(Kind.ARRIVAL, 5, words.HONOURED_RECEIVED, to=STAFF),
    )


def _programme(*items: ItemPattern, heading: Text = words.PROGRAMME) -> PartPattern:
    return PartPattern(heading, Phase.PROGRAMME, items)


def _after(*items: ItemPattern) -> PartPattern:
    return PartPattern(words.AFTER, Phase.AFTER, items)


SEMINAR = Pattern(
    EventKind.SEMINAR,
    words.SEMINAR,
    time(10),
    (
        _before(words.SET_UP_HALL, 30, *_guests(25, words.REGISTRATION)),
        _programme(
            *(OPENING, RECITATION, *ANTHEMS, SILENCE),
            new_item(Kind.REMARKS, 5, words.WELCOME, cues=SEATED, optional=True, least=3, cut=3),
            *(_address(), _remarks(), _remarks(), _remarks(), _remarks()),
            # A film has the length that it has.
            new_item(Kind.VIDEO),
            *(_questions(17), CLOSING),
        ),
        _after(PHOTOGRAPH, TEA, LEAVE),
    ),
)
CEREMONY = Pattern(
    EventKind.CEREMONY,
    words.CEREMONY,
    time(11),
    (
        _before(words.SET_UP_EXHIBITION, 60, *_guests(25)),
        _programme(
            new_item(Kind.OPENING, 3, words.EXHIBITION_OPENING, staff=notes.MASTER_TO_BE_NAMED),
            *(*ANTHEMS, SILENCE, _address(15, first=True)),
            new_item(Kind.PANEL, 14, words.DISCUSSION, least=8, cut=3),
            _remarks(5),
            new_item(Kind.OPENING, 5, words.DECLARED_OPEN, staff=notes.NO_RIBBON, registers=SOBER),
            new_item(Kind.OPENING, 5, words.RIBBON, optional=True, registers=LIGHT),
            new_item(Kind.TOUR, 25, words.EXHIBITION_TOUR, roles=(Role.GUIDE,), least=15, cut=2),
            new_item(Kind.OTHER, 10, words.VISITORS_BOOK, least=5, cut=1),
            heading=words.CEREMONY,
        ),
    ),
)
EXHIBITION = Pattern(
    EventKind.EXHIBITION,
    words.EXHIBITION,
    time(10),
    hours=OpeningHours(9, time(10), time(17), MONDAY_TO_FRIDAY),
    children=(CEREMONY,),
)
WREATH_LAYING = Pattern(
    EventKind.WREATH_LAYING,
    words.WREATH_LAYING,
    time(10),
    (
        _before(words.SET_UP_WREATHS, 40, *_guests(15)),
        _programme(
            *(OPENING, *ANTHEMS),
            new_item(
                Kind.WREATH_LAYING, roles=(Role.WREATH_LAYER, Role.WREATH_LAYER), staff=notes.BY_PRECEDENCE
            ),
            *(SILENCE_TO_RISE, RECITATION, _address(5)),
            new_item(Kind.FLOWERS, least=5, cut=1),
        ),
        _after(LEAVE),
    ),
)
FLAG_RAISING = Pattern(
    EventKind.FLAG_RAISING,
    words.FLAG_RAISING,
    time(9),
    (
        _before(words.SET_UP_FLAG, 20, *_guests(10)),
        _programme(
            OPENING,
            new_item(Kind.FLAG, 3, words.FLAG_RAISED, registers=LIGHT | {Register.SOLEMN}),
            new_item(Kind.FLAG, 3, words.FLAG_AT_HALF_MAST, staff=notes.TO_THE_TOP_FIRST, registers=MOURNING),
            *(new_item(Kind.ANTHEM, 3, staff=notes.ANTHEMS_IN_FULL, start=WITH_IT), SILENCE, _address(8)),
            new_item(Kind.REMARKS, 2, words.CLOSING_WORDS),
        ),
        _after(PHOTOGRAPH),
    ),
)
RECEPTION = Pattern(
    EventKind.RECEPTION,
    words.RECEPTION,
    time(19),
    (
        _before(words.SET_UP_RECEPTION, 60, *_guests(30)),
        _programme(
            *(*ANTHEMS, SILENCE, _remarks(7, words.WELCOME, first=True), _remarks(5, words.HONOURED_ADDRESS)),
            new_item(Kind.OTHER, 3, words.TOASTS, optional=True, registers=LIGHT),
            new_item(Kind.MUSIC, 10, roles=(Role.PERFORMER,), optional=True, least=5, cut=1, registers=LIGHT),
        ),
        _after(new_item(Kind.RECEPTION, 75, least=45, cut=2), LEAVE),
    ),
)
ROUND_TABLE = Pattern(
    EventKind.ROUND_TABLE,
    words.ROUND_TABLE,
    time(15),
    (
        _before(words.SET_UP_HALL, 30, *_guests(15, words.REGISTRATION)),
        _programme(
            *(OPENING, RECITATION, SILENCE_TO_RISE, _remarks(5, words.WELCOME, first=True)),
            _remarks(10, words.INTRODUCTION),
            new_item(
                Kind.PANEL,
                60,
                words.DISCUSSION,
                roles=(Role.MODERATOR, *SPEAKER, *SPEAKER, *SPEAKER),
                least=40,
                cut=3,
            ),
            *(_questions(20), CLOSING),
        ),
        _after(PHOTOGRAPH, TEA),
    ),
)
FILM_EVENING = Pattern(
    EventKind.FILM_EVENING,
    words.FILM_EVENING,
    time(18),
    (
        _before(words.SET_UP_FILM, 60, *_guests(25)),
        _programme(
            *(OPENING, SILENCE_TO_RISE, _remarks(5, words.WELCOME, first=True)),
            _remarks(10, words.ABOUT_THE_FILM),
            new_item(Kind.VIDEO, 90, words.FILM),
            new_item(
                Kind.QUESTIONS,
                20,
                words.FILM_CONVERSATION,
                roles=(Role.MODERATOR,),
                optional=True,
                least=10,
                cut=1,
            ),
            new_item(Kind.REMARKS, 3, words.CLOSING_WORDS, least=2, cut=4),
        ),
        _after(TEA),
    ),
)
VISIT = Pattern(
    EventKind.VISIT,
    words.VISIT,
    time(11),
    (
        _before(words.SET_UP_VISIT, 30),
        _programme(
            new_item(Kind.ARRIVAL, 5, words.HONOURED_RECEIVED),
            new_item(Kind.FLOWERS, staff=notes.BY_PRECEDENCE, registers=SOBER),
            SILENCE_TO_RISE,
            _remarks(5, words.WELCOME, first=True),
            new_item(Kind.TOUR, 30, roles=(Role.GUIDE,), least=20, cut=1),
            new_item(Kind.OTHER, 5, words.VISITORS_BOOK),
            new_item(Kind.GROUP_PHOTOGRAPH),
            new_item(Kind.DEPARTURE, 5),
        ),
    ),
)
EMPTY = Pattern(EventKind.OTHER, words.EMPTY, time(10), (_programme(),))

_PATTERNS = (
    *(SEMINAR, EXHIBITION, CEREMONY, WREATH_LAYING, FLAG_RAISING),
    *(RECEPTION, ROUND_TABLE, FILM_EVENING, VISIT, EMPTY),
)
_BLOCKS = {
    "opening": Block(words.OPENING_BLOCK, (OPENING, *ANTHEMS, SILENCE)),
    "mourning-opening": Block(words.MOURNING_BLOCK, (OPENING, RECITATION, *ANTHEMS, SILENCE)),
    "closing": Block(words.CLOSING_BLOCK, (CLOSING, PHOTOGRAPH, TEA)),
}


def pattern_for(kind: EventKind, register: Register, abroad: bool) -> Pattern:
    """Return the pattern as it suits the register of the occasion. Abroad two anthems are played, at home one."""
    return next(pattern for pattern in _PATTERNS if pattern.kind is kind).suited_to(register, abroad)


def block_for(key: str, abroad: bool) -> Block:
    """Return the block. What an officer asks for by name is kept, whatever the register of the occasion is."""
    block = _BLOCKS[key]
    return Block(block.title, suited(block.items, Register.MOURNING, abroad))


PATTERNS: dict[EventKind, Pattern] = {
    pattern.kind: pattern.suited_to(Register.MOURNING, abroad=True) for pattern in _PATTERNS
}
BLOCKS: dict[str, Block] = {key: block_for(key, abroad=True) for key in _BLOCKS}
