"""The run sheet: the whole agenda for the team, to the second where seconds matter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from events.exports.pdf.errors import ProgrammeTooLongError
from events.exports.pdf.frame import check_languages, frame, press
from events.exports.pdf.labels import ANSWERS, ROLES, STAFF_CUES, STATUSES
from events.exports.pdf.masthead import when, where
from events.exports.pdf.order import MOST_ROWS
from events.exports.pdf.team import as_of, clocks, elsewhere, in_pairs, when_and_where_in_short
from events.exports.pdf.voice import NARROW, NOTHING, Voice, in_whose_name, joined, sentence
from events.exports.wishes import NO_WISHES, Beside, Wishes
from events.programme.agenda import Item, Part
from events.programme.choices import Audience, Kind, PaperSize
from events.programme.conflicts import Conflict, ConflictKind, conflicts
from events.programme.explanations import explain
from events.programme.kinds import KINDS, item_title
from events.programme.languages import clock, comma, length, long_date
from events.programme.names import first_office
from events.programme.people import Contribution, Party
from events.programme.phrases import Phrase
from events.programme.sentence import in_language
from events.programme.text import Wording
from events.programme.value import Programme

# What stands between two rows, as in the agenda at the desk.
BETWEEN = {
    ConflictKind.GAP: "gap",
    ConflictKind.OVERLAP: "overlap",
    ConflictKind.OUT_OF_ORDER: "overlap",
    ConflictKind.NEIGHBOUR_CUT: "overlap",
    ConflictKind.PROTECTED_OVERLAPPED: "overlap",
    ConflictKind.MUSIC_IN_SILENCE: "overlap",
}


@dataclass(frozen=True, slots=True)
class Between:
    look: str
    words: SafeString


@dataclass(frozen=True, slots=True)
class Who:
    role: str
    said: SafeString
    answer: SafeString


@dataclass(frozen=True, slots=True)
class Row:
    """``before`` are the gaps and overlaps that stand above it."""

    number: int | None
    clocks: list[str]
    elsewhere: SafeString
    length: str
    title: SafeString
    marks: list[SafeString]
    dedication: SafeString
    who: list[Who]
    place: SafeString
    staff_text: list[SafeString]
    cues: list[str]
    responsible: str
    is_silence: bool
    is_protected: bool
    is_for_staff: bool
    before: list[Between]


@dataclass(frozen=True, slots=True)
class Group:
    """A part of an event, or a day of it; ``event`` names one that is held within another where it begins."""

    event: SafeString
    heading: SafeString
    is_for_staff: bool
    rows: list[Row]


def render(
    programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
) -> bytes:
    """Return the run sheet of the whole programme, also of what is for staff alone and of the events within it.

    Wished numbers stand before the titles; times and lengths have columns of their own. Raises what ``a4`` raises.
    """
    check_languages(languages)
    with translation.override(languages[0]):
        shown = sheet(programme, languages[0], site_url, wishes)
        paper = "letter" if programme.mission.look.paper is PaperSize.LETTER else ""
        return press(
            "run-sheet", programme, languages, shown, site_url, wishes, settings=[paper, f"{paper} close"]
        )


def sheet(
    programme: Programme, language: str, site_url: str, wishes: Wishes = NO_WISHES, keeps: int = NARROW
) -> dict[str, Any]:
    """Return what the template shows; ``keeps`` as a ``Voice`` has it."""
    held = [programme, *programme.children]
    items = sum(1 for event in held for _ in event.items)
    if items > MOST_ROWS:
        raise ProgrammeTooLongError(f"{items} items do not fit a run sheet; {MOST_ROWS} at most.")
    voice = Voice(language, programme.languages, keeps=keeps, phrases=programme.phrases)
    numbers = count(1) if wishes.beside is Beside.NUMBERS else None
    found = conflicts(programme)
    ends_by = ""
    if programme.ends_by:
        ends_by = gettext("Has to be over by %(time)s") % {"time": clock(programme.ends_by)}
    return {
        **frame(programme, voice, site_url),
        "title": voice.say(programme.title),
        "status": str(STATUSES.get(programme.status, "")),
        "when": when(programme, voice),
        "where": where(programme, voice),
        "in_short": when_and_where_in_short(programme, voice),
        "as_of": as_of(programme, voice),
        "ends_by": ends_by,
        "groups": [group for event in held for group in _groups(event, programme, voice, found, numbers)],
    }


def _groups(
    event: Programme, whole: Programme, voice: Voice, found: Sequence[Conflict], numbers: Iterator[int] | None
) -> Iterator[Group]:
    """Yield a group for each part that has items, and for each day within it."""
    day, title = whole.on, voice.say(event.title) if event is not whole else NOTHING
    for part in event.parts:
        rows: list[Row] = []
        heading = _heading(part, event, whole, voice)
        is_for_staff = part.audience is Audience.STAFF
        for item in part.items:
            if item.span and item.span.start.date() != day:
                if rows:
                    yield Group(title, heading, is_for_staff, rows)
                    rows, title = [], NOTHING
                day = item.span.start.date()
                heading = joined(" · ", [_heading(part, event, whole, voice), long_date(day, voice.language)])
            number = next(numbers) if numbers else None
            before = [_between(each, whole, voice) for each in found if _stands_before(each, item)]
            rows.append(_row(item, part, event, whole, voice, number, before))
        if rows:
            yield Group(title, heading, is_for_staff, rows)
            title = NOTHING


def _heading(part: Part, event: Programme, whole: Programme, voice: Voice) -> SafeString:
    """Name the part, its place and when it begins."""
    place = part.place or event.place or whole.place
    there = [voice.say(place.name), voice.say(place.room)] if place else []
    first = next((item.span.start for item in part.items if item.span), part.starts_at)
    starts = gettext("from %(time)s") % {"time": clock(first)} if first else ""
    return joined(" · ", [voice.say(part.heading), joined(comma(voice.language), there), starts])


def _stands_before(conflict: Conflict, item: Item) -> bool:
    return conflict.kind in BETWEEN and len(conflict.uids) > 1 and conflict.uids[1] == item.uid


def _between(conflict: Conflict, programme: Programme, voice: Voice) -> Between:
    words = in_language(explain(conflict, programme, voice.language), voice.language, gettext)
    quoting = replace(voice, phrases=(*voice.phrases, *_titles_otherwise(conflict, programme, voice)))
    return Between(BETWEEN[conflict.kind], quoting.mark(Wording(words, voice.language)))


def _titles_otherwise(conflict: Conflict, programme: Programme, voice: Voice) -> Iterator[Phrase]:
    """Yield the titles that the sentence quotes as they stand in another language, to be marked with it."""
    for event in (programme, *programme.children):
        for item in event.items:
            title = item_title(item, voice.language, programme.languages)
            if item.uid in conflict.uids and title.language != voice.language:
                yield Phrase(title.text, title.language)


def _row(
    item: Item,
    part: Part,
    event: Programme,
    whole: Programme,
    voice: Voice,
    number: int | None,
    before: list[Between],
) -> Row:
    place = part.place or event.place or whole.place
    return Row(
        number=number,
        clocks=clocks(item),
        elsewhere=elsewhere(item, event, voice),
        length=length(item.duration, voice.language),
        title=voice.mark(item_title(item, voice.language, voice.fallback)),
        marks=_marks(item, voice),
        dedication=voice.say(item.dedication),
        who=[_who(each, voice, pair, leads) for each, pair, leads in in_pairs(item.contributions)],
        place=voice.say(place.room or place.name) if place else NOTHING,
        staff_text=voice.lines(item.staff_text),
        cues=[str(STAFF_CUES[cue]) for cue in item.cues],
        responsible=item.responsible,
        is_silence=item.kind is Kind.SILENCE,
        is_protected=KINDS[item.kind].protected,
        is_for_staff=Audience.STAFF in (item.audience, part.audience),
        before=before,
    )


def _marks(item: Item, voice: Voice) -> list[SafeString]:
    """Return the kind where the title does not say it, for whom the item is, and whether it may be left out."""
    kind, title = KINDS[item.kind].title, item_title(item, voice.language, voice.fallback)
    says_kind = item.kind is Kind.OTHER or title.text in (text for _, text in kind.versions)
    marks = [] if says_kind else [voice.mark(kind.wording(voice.language, ("en",)))]
    if item.audience is Audience.STAFF:
        marks.append(SafeString(gettext("Staff alone")))
    if item.optional:
        marks.append(SafeString(gettext("May be left out")))
    return marks


def _who(contribution: Contribution, voice: Voice, pair: str, leads: bool) -> Who:
    """Name somebody, before it the number of the pair; at who leads it, and who goes alone, the role."""
    answer = str(ANSWERS.get(contribution.answer, ""))
    instead = voice.person(contribution.replaced_by) if contribution.replaced_by else NOTHING

    def named(party: Party) -> SafeString:
        # A mark of another element before a word that is wider than the column would keep it whole.
        name = format_html("<wbr><b>{}</b>", voice.party(party))
        office = (
            voice.mark(first_office(party.person, voice.language, voice.fallback)) if party.person else ""
        )
        return joined(comma(voice.language), [name, office])

    return Who(
        role=joined(" · ", [pair, str(ROLES.get(contribution.role, "")) if leads else ""]),
        said=in_whose_name(contribution, named),
        answer=format_html("({})", sentence(answer, who=instead)) if answer else NOTHING,
    )
