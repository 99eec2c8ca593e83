"""How events were opened before: the order of their opening elements, and what it would be in another agenda.

An order is taken over with as few moves as it needs. The first address stays, and with it the speakers after it; what
has a start of its own stays too; what the precedent does not have stays where it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from events.programme.agenda import Item
from events.programme.choices import Audience, Kind, Phase, StartMode
from events.programme.orders import longest_rise
from events.programme.sentence import Sentence, sentence
from events.programme.value import Programme


class Element(StrEnum):
    """What an opening is made of."""

    ANTHEMS = "anthems"
    SILENCE = "silence"
    RECITATION = "recitation"
    WELCOME = "welcome"
    VIDEO = "video"
    ADDRESS = "address"


ELEMENTS = {
    Kind.ANTHEM: Element.ANTHEMS,
    Kind.SILENCE: Element.SILENCE,
    Kind.RECITATION: Element.RECITATION,
    Kind.VIDEO: Element.VIDEO,
    Kind.ADDRESS: Element.ADDRESS,
}
ELEMENT_NAMES: dict[Element, Sentence] = {
    Element.ANTHEMS: sentence("Anthems"),
    Element.SILENCE: sentence("Minute of silence"),
    Element.RECITATION: sentence("Recitation"),
    Element.WELCOME: sentence("Words of welcome"),
    Element.VIDEO: sentence("Video"),
    Element.ADDRESS: sentence("Addresses"),
}
KINDS_OF = {element: kind for kind, element in ELEMENTS.items()} | {Element.WELCOME: Kind.REMARKS}
NEW = "new:"


@dataclass(frozen=True, slots=True)
class Attested:
    """An order that a report attests; ``occasion`` is the slug of one, where the report names it."""

    key: str
    title: Sentence
    held: str
    elements: tuple[Element, ...]
    source: Sentence
    note: Sentence | None = None
    occasion: str = ""


ATTESTED = (
    Attested(
        "seminar-2023",
        sentence("Seminar of an embassy and an institute, Islamabad"),
        "2023",
        (Element.ANTHEMS, Element.SILENCE, Element.ADDRESS),
        sentence("News report of the seminar, 20 January 2023"),
        sentence("A video was shown; the report does not say when."),
        "20-january",
    ),
    Attested(
        "numl",
        sentence("Seminar at NUML"),
        "",
        (Element.SILENCE, Element.ANTHEMS, Element.VIDEO),
        sentence("Report of the seminar"),
    ),
    Attested(
        "round-table-2026",
        sentence("Round table"),
        "2026",
        (Element.SILENCE, Element.RECITATION, Element.ANTHEMS, Element.VIDEO, Element.ADDRESS),
        sentence("Report of the round table, 2026"),
    ),
    Attested(
        "ndu-2016",
        sentence("National Defence University, on Khojaly"),
        "2016",
        (Element.RECITATION, Element.WELCOME, Element.VIDEO),
        sentence("Report of the event, 2016"),
    ),
    Attested(
        "museum-2023",
        sentence("Event at a museum in Baku"),
        "2023",
        (Element.ANTHEMS, Element.SILENCE),
        sentence("Report of the event, 2023"),
    ),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a part: an item by its uid, or ``new:`` with the element that is added."""

    key: str
    element: Element | None
    moved: bool = False

    @property
    def added(self) -> bool:
        return self.key.startswith(NEW)


@dataclass(frozen=True, slots=True)
class Row:
    """What a takeover asks of an item of the agenda; ``tied`` is what keeps its place."""

    key: str
    kind: Kind
    tied: bool = False


def opening_of(programme: Programme) -> tuple[Element, ...]:
    """Return the elements in the order in which guests meet them, each once; of what is held within without own ones.

    What stands where no source puts it is left out.
    """
    rows = [
        Row(item.uid, item.kind)
        for part in programme.parts
        if part.phase is Phase.PROGRAMME and part.audience is not Audience.STAFF
        for item in part.items
        if item.audience is not Audience.STAFF and item.position_stated
    ]
    found = tuple(dict.fromkeys(element for _, element in _elements(rows) if element))
    if found:
        return found
    within = (opening_of(child) for child in programme.children)
    return next((each for each in within if each), ())


def rows_of(items: Sequence[Item]) -> list[Row]:
    """Return the items of a part; one that has a start of its own, or something beside it, is tied."""
    following = [*items[1:], None]
    return [
        Row(item.uid, item.kind, _is_tied(item, after)) for item, after in zip(items, following, strict=True)
    ]


def taken_over(rows: Sequence[Row], wanted: Sequence[Element]) -> tuple[Line, ...]:
    """Return the part in the order of the precedent: what is kept, what has moved, what is new."""
    units: dict[Element, list[Row]] = {}
    for row, element in _elements(rows):
        if element and element in wanted and (element is Element.ANTHEMS or element not in units):
            units.setdefault(element, []).append(row)
    here = [element for element in units if not _moves_not(element, units[element])]
    anchored = [element for element in units if element not in here]
    kept = _kept(list(units), wanted, anchored)
    order = [[row] for row in rows]
    moved: set[str] = set()
    for element in wanted:
        if element in kept:
            continue
        group = units.get(element) or [Row(f"{NEW}{element}", KINDS_OF[element])]
        keys = {row.key for row in group}
        moved |= keys
        order = [each for each in order if each[0].key not in keys]
        order.insert(_place(order, element, wanted, units, moved, kept), group)
    elements = {row.key: element for row, element in _elements(rows)}
    elements |= {f"{NEW}{element}": element for element in wanted}
    return tuple(Line(row.key, elements[row.key], row.key in moved) for group in order for row in group)


def _kept(now: Sequence[Element], wanted: Sequence[Element], anchored: Iterable[Element]) -> set[Element]:
    """Return what stays: all that is anchored, and the most of the rest that is in the order wanted around it."""
    places = {element: place for place, element in enumerate(wanted)}
    anchors = set(anchored)
    fitting = [
        each
        for number, each in enumerate(now)
        if each in anchors
        or all((number < now.index(anchor)) == (places[each] < places[anchor]) for anchor in anchors)
    ]
    stretches: list[list[Element]] = [[]]
    for each in fitting:
        if each in anchors:
            stretches.append([])
        else:
            stretches[-1].append(each)
    rising = {
        stretch[place]
        for stretch in stretches
        for place in longest_rise([places[element] for element in stretch])
    }
    return anchors | rising


def _place(
    order: Sequence[Sequence[Row]],
    element: Element,
    wanted: Sequence[Element],
    units: dict[Element, list[Row]],
    moved: set[str],
    kept: set[Element],
) -> int:
    """Return where a group goes: after the element before it in the precedent, before the first that stays if none."""
    keys = [[row.key for row in group] for group in order]
    for before in reversed(wanted[: wanted.index(element)]):
        last = units[before][-1].key if before in units else f"{NEW}{before}"
        return next(number for number, group in enumerate(keys, 1) if last in group)
    following = [units[each][0].key for each in wanted if each in kept and each in units]
    return next(
        (number for number, group in enumerate(keys) if following and following[0] in group), len(keys)
    )


def _elements(rows: Sequence[Row]) -> list[tuple[Row, Element | None]]:
    """Remarks before the first address are words of welcome; where there is no address the first remarks are one."""
    address = next((number for number, row in enumerate(rows) if row.kind is Kind.ADDRESS), None)
    remarks = [number for number, row in enumerate(rows) if row.kind is Kind.REMARKS]
    found: list[tuple[Row, Element | None]] = []
    for number, row in enumerate(rows):
        element = ELEMENTS.get(row.kind)
        if row.kind is Kind.REMARKS and number == remarks[0]:
            element = Element.ADDRESS if address is None else Element.WELCOME if number < address else None
        found.append((row, element))
    return found


def _moves_not(element: Element, rows: Iterable[Row]) -> bool:
    return element is Element.ADDRESS or any(row.tied for row in rows)


def _is_tied(item: Item, after: Item | None) -> bool:
    beside = after is not None and after.start.mode is StartMode.ALONGSIDE
    return item.start.mode is not StartMode.LINKED or beside
