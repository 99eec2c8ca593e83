"""The order of proceedings, row by row, as it is printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from events.exports.pdf.errors import ProgrammeTooLongError
from events.exports.pdf.labels import CUES, ROLES, SPEAKING_ROLES
from events.exports.pdf.voice import NOTHING, Voice, in_whose_name, joined, sentence
from events.exports.wishes import Beside
from events.programme.agenda import Item, Part
from events.programme.choices import Cue, Kind, Manner, Role, Shown, Status
from events.programme.kinds import item_title
from events.programme.languages import clock, comma, length, long_date
from events.programme.people import Contribution, Party
from events.programme.text import Wording
from events.programme.value import Programme

MOST_ROWS = 300
# Three rows of so many lines go over to the next page together; where they fill it they do not.
SHORT_ROW = 5


@dataclass(frozen=True, slots=True)
class Contributor:
    role: SafeString
    name: SafeString
    offices: SafeString
    is_listed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """``time`` is the length or the number where that is wished; ``below`` stands under the title, ``beside`` in the
    column of the speakers, ``pairs`` in lines of their own: who belong together, two beside one another or, in a narrow
    column, one below the other. No end of a page parts one that ``stays`` from the one before it."""

    time: SafeString
    title: SafeString
    dedication: SafeString
    below: list[SafeString]
    beside: list[SafeString]
    contributors: list[Contributor]
    cues: list[SafeString]
    is_silence: bool
    is_approximate: bool
    pairs: list[list[Contributor]]
    stays: bool = False

    @property
    def asides(self) -> list[str]:
        """What is said beside the title, in one line where a sheet is narrow."""
        return [each for each in (self.dedication, *self.beside, joined(" ", self.cues)) if each]

    @property
    def stacked_lines(self) -> int:
        """About how many lines it takes where all of it stands in one column."""
        named = bool(self.contributors) + (len(self.contributors) > 3) + sum(map(len, self.pairs))
        return 1 + named + bool(self.asides) + len(self.below)

    @property
    def lines(self) -> int:
        """About how many lines it takes in two columns, to choose how closely the sheet is set."""
        right = sum(1 + bool(each.offices) for each in self.contributors) + len(self.beside) + len(self.cues)
        left = 1 + bool(self.dedication) + len(self.below)
        paired = sum(2 if any(each.offices for each in pair) else 1 for pair in self.pairs)
        return max(left, right, 2 if self.is_silence else 1) + paired


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading; the heading is empty where there is but one group."""

    heading: SafeString
    rows: list[Row]

    @property
    def stays(self) -> bool:
        """Whether the heading is not parted from the row before it: one row is left below it."""
        return len(self.rows) == 1 and self.rows[0].stays


@dataclass(frozen=True, slots=True)
class Order:
    groups: list[Group]
    beside: Beside = Beside.TIMES

    @property
    def has_approximate_times(self) -> bool:
        return any(row.is_approximate for group in self.groups for row in group.rows)

    @property
    def has_times(self) -> bool:
        return any(row.time for group in self.groups for row in group.rows)

    @property
    def lines(self) -> int:
        rows = [row for group in self.groups for row in group.rows]
        return sum(row.lines for row in rows) + sum(bool(group.heading) for group in self.groups)

    @property
    def stacked_lines(self) -> int:
        return sum(row.stacked_lines for group in self.groups for row in group.rows) + len(self.groups)


def order_of(programme: Programme, voice: Voice, beside: Beside | None = None) -> Order:
    """Return the rows in their order, with times unless something else is to stand beside them.

    Raises ProgrammeTooLongError.
    """
    items = sum(1 for _ in programme.items)
    if items > MOST_ROWS:
        raise ProgrammeTooLongError(f"{items} items do not fit a programme; {MOST_ROWS} at most.")
    shown = beside or Beside.TIMES
    groups = list(_groups(programme, voice, shown))
    if len(groups) == 1:
        groups = [replace(groups[0], heading=NOTHING)]
    return Order([*groups[:-1], *map(_with_last_rows_kept, groups[-1:])], shown)


def _with_last_rows_kept(group: Group) -> Group:
    """Return the last group so that at least three lines go over to the last page."""
    kept = [
        replace(row, stays=all(each.lines <= SHORT_ROW for each in group.rows[-3:]))
        for row in group.rows[-2:]
    ]
    return replace(group, rows=group.rows[:-2] + kept)


def _groups(programme: Programme, voice: Voice, beside: Beside) -> Iterator[Group]:
    """Yield a group for each part, and for each day within it."""
    day = programme.on
    numbers = count(1)
    for part in programme.parts:
        heading = _heading(part, programme, voice)
        rows: list[Row] = []
        for item in part.items:
            if item.span and item.span.start.date() != day:
                if rows:
                    yield Group(heading, rows)
                    rows = []
                day = item.span.start.date()
                heading = _dated(_heading(part, programme, voice), day, voice)
            row = _row(item, voice, beside, next(numbers))
            is_certain = programme.status is not Status.TENTATIVE or not item.optional
            rows.append(row if is_certain else _unsure(row))
        if rows:
            yield Group(heading, rows)


def _heading(part: Part, programme: Programme, voice: Voice) -> SafeString:
    """Name the part, and its place where it is not that of the event."""
    place = part.place if part.place != programme.place else None
    there = [voice.say(place.name), voice.say(place.room)] if place else []
    return joined(
        " · ", [voice.say(part.heading), joined(comma(voice.language), there), _begins(part, there)]
    )


def _begins(part: Part, there: list[SafeString]) -> str:
    """Return when it begins at another place, unless the first item below says so."""
    first = part.items[0] if part.items else None
    is_told = first and first.shown is Shown.EXACT and first.span and first.span.start == part.starts_at
    return clock(part.starts_at) if there and part.starts_at and not is_told else ""


def _dated(heading: SafeString, day: date, voice: Voice) -> SafeString:
    return joined(" · ", [heading, long_date(day, voice.language)])


def _row(item: Item, voice: Voice, beside: Beside, number: int) -> Row:
    is_silence = item.kind is Kind.SILENCE
    text = voice.lines(item.text)
    contributors = _contributors([each for each in item.contributions if each.group is None], voice)
    # That nobody applauds a silence need not be said.
    cues = [cue for cue in item.cues if not (is_silence and cue is Cue.NO_APPLAUSE)]
    return Row(
        time=_beside(item, voice, beside, number),
        title=voice.mark(item_title(item, voice.language, voice.fallback)),
        dedication=voice.say(item.dedication),
        below=text if contributors else [],
        beside=[] if contributors else text,
        contributors=contributors,
        cues=[voice.whole(Wording(str(CUES[cue]), voice.language)) for cue in cues],
        is_silence=is_silence,
        is_approximate=beside is Beside.TIMES and item.shown is Shown.ABOUT,
        pairs=list(_pairs(item, voice)),
    )


def _beside(item: Item, voice: Voice, beside: Beside, number: int) -> SafeString:
    if beside is Beside.NUMBERS:
        return SafeString(number)
    if beside is Beside.LENGTHS:
        return SafeString(length(item.duration, voice.language))
    return _time(item)


def _time(item: Item) -> SafeString:
    if not item.span or item.shown is Shown.NOT_AT_ALL:
        return NOTHING
    at = clock(item.span.start)
    if item.shown is Shown.ABOUT:
        return sentence(pgettext("clock time of an item", "about %(time)s"), time=at)
    return SafeString(at)


def _unsure(row: Row) -> Row:
    """What may be left out is not promised to the guests."""
    words = SafeString(gettext("To be confirmed"))
    if row.contributors:
        return replace(row, below=[*row.below, words])
    return replace(row, beside=[joined(" · ", [*row.beside, words])])


def _pairs(item: Item, voice: Voice) -> Iterator[list[Contributor]]:
    """Yield who lay their wreaths together, by the number of the group and within it in their order, two in a line."""
    together: dict[int, list[Contribution]] = {}
    for each in item.contributions:
        if each.group is not None:
            together.setdefault(each.group, []).append(each)
    for number in sorted(together):
        named = [_contributors([each], voice)[0] for each in together[number]]
        for first in range(0, len(named), 2):
            yield named[first : first + 2]


def _contributors(contributions: Sequence[Contribution], voice: Voice) -> list[Contributor]:
    """Name who contributes; with offices where one stands alone, for the back page has them of all."""
    alone = len(contributions) == 1
    if alone and contributions[0].manner is Manner.READING_MESSAGE_OF and contributions[0].other:
        return _message(contributions[0], contributions[0].other, voice)
    return [
        Contributor(
            role=_role(each),
            name=_name_with_offices(each, voice) if alone and _names_two(each) else _name(each, voice),
            offices=_offices(each.who, voice) if alone and not _names_two(each) else NOTHING,
            is_listed=each.role in SPEAKING_ROLES,
        )
        for each in contributions
    ]


def _message(contribution: Contribution, author: Party, voice: Voice) -> list[Contributor]:
    """Name whose message it is, and below who reads it: a head of state is not named behind the reader."""
    reads = sentence(str(ROLES[Role.READER]))
    return [
        Contributor(role, voice.party(who), _offices(who, voice), is_listed=False)
        for role, who in ((NOTHING, author), (reads, contribution.who))
    ]


def _role(contribution: Contribution) -> SafeString:
    """Return it unless the name tells it: who reads the message of another is a reader."""
    if contribution.role is Role.READER and contribution.manner is Manner.READING_MESSAGE_OF:
        return NOTHING
    return sentence(str(ROLES.get(contribution.role, "")))


def _name(contribution: Contribution, voice: Voice) -> SafeString:
    return in_whose_name(contribution, voice.party)


def _names_two(contribution: Contribution) -> bool:
    """Whether it names two persons: offices below the name of both would be read as those of the second."""
    other = contribution.other
    return contribution.manner is not Manner.OWN and bool(other and other.person and contribution.who.person)


def _name_with_offices(contribution: Contribution, voice: Voice) -> SafeString:
    def named(party: Party) -> SafeString:
        name, offices = voice.party(party), _offices(party, voice)
        # The comma inside: WeasyPrint tears a word rather than break the line right before a span.
        behind = format_html('<span class="office">{}{}</span>', comma(voice.language), offices)
        return name + behind if offices else name

    return in_whose_name(contribution, named)


def _offices(party: Party, voice: Voice) -> SafeString:
    return voice.offices(party.person) if party.person else NOTHING
