"""The script of the master of ceremonies: one block an item, in large type, with names as they are spoken."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from typing import Any

from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from events.exports.pdf.errors import ProgrammeTooLongError
from events.exports.pdf.fitting import Box, fitted
from events.exports.pdf.frame import check_languages, frame, press
from events.exports.pdf.labels import CUES, ROLES, STATUSES
from events.exports.pdf.masthead import when, where
from events.exports.pdf.order import MOST_ROWS
from events.exports.pdf.team import LTR, as_of, clocks, in_pairs, when_and_where_in_short
from events.exports.pdf.voice import CLOSE_ISOLATE, NARROW, Voice, in_whose_name, joined, sentence
from events.exports.pdf.words import stanzas_of
from events.exports.wishes import NO_WISHES, Beside, Wishes
from events.programme import names
from events.programme.agenda import Item, Part
from events.programme.choices import Audience, Cue, HostRole, Kind, PaperSize
from events.programme.kinds import KINDS, item_title
from events.programme.languages import comma, join_list, length, long_date, quoted
from events.programme.people import Contribution, Party, Person
from events.programme.value import Programme

MINUTE = timedelta(minutes=1)
# Beside the code, in lines of much the same length.
TITLE = Box(width=106, height=34, largest=23, comfortable=18)
# A page fewer is a page less to turn.
CLOSENESS = ("", "close")


@dataclass(frozen=True, slots=True)
class Introduction:
    """Who is named, with all offices at the first mention; ``spoken`` is how the name sounds, where that is known.

    ``pair`` is the number of a pair, at the first of it; the other one has neither number nor role, and ``is_paired``.
    """

    role: str
    said: SafeString
    spoken: SafeString
    pair: str = ""
    is_paired: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """``before`` and ``after`` are stage directions; ``words`` are stanzas, ``notes`` are for the team."""

    beside: list[str]
    title: SafeString
    dedication: SafeString
    before: list[SafeString]
    introductions: list[Introduction]
    text: list[SafeString]
    words: list[list[SafeString]]
    notes: list[SafeString]
    after: list[SafeString]
    is_silence: bool
    sounds: bool


@dataclass(frozen=True, slots=True)
class Section:
    event: SafeString
    heading: SafeString
    blocks: list[Block]


def render(
    programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
) -> bytes:
    """Return the script of what guests attend; what is for staff alone is not in it.

    It says facts of the programme and nothing else. Each block begins with clock and length, or with the one or the
    number that is wished. Raises what ``a4`` raises.
    """
    check_languages(languages)
    with translation.override(languages[0]):
        shown = sheet(programme, languages[0], site_url, wishes)
        paper = "letter" if programme.mission.look.paper is PaperSize.LETTER else ""
        settings = [f"{paper} {closely}" for closely in CLOSENESS]
        return press("script", programme, languages, shown, site_url, wishes, settings=settings)


def sheet(programme: Programme, language: str, site_url: str, wishes: Wishes = NO_WISHES) -> dict[str, Any]:
    """Return what the template shows."""
    held = [programme, *programme.children]
    items = sum(1 for event in held for _ in event.items)
    if items > MOST_ROWS:
        raise ProgrammeTooLongError(f"{items} items do not fit a script; {MOST_ROWS} at most.")
    voice = Voice(
        language, programme.languages, keeps=NARROW, phrases=programme.phrases, nastaliq=wishes.nastaliq
    )
    teller = _Teller(programme, voice, wishes.beside)
    hosts = [
        voice.say(host.organisation.name)
        for host in programme.hosts
        if host.role in (HostRole.HOST, HostRole.CO_HOST)
    ]
    return {
        **frame(programme, voice, site_url),
        "title": fitted(programme.title.wording(language, programme.languages), voice, TITLE),
        "dedication": voice.say(programme.dedication),
        "status": str(STATUSES.get(programme.status, "")),
        "hosts": SafeString(join_list(hosts, language)),
        "when": when(programme, voice),
        "where": where(programme, voice),
        "in_short": when_and_where_in_short(programme, voice),
        "as_of": as_of(programme, voice),
        "sections": [section for event in held for section in teller.sections(event)],
    }


class _Teller:
    """Tells the blocks in their order, and remembers whom it has named before."""

    def __init__(self, programme: Programme, voice: Voice, beside: Beside | None) -> None:
        self.programme = programme
        self.voice = voice
        self.beside = beside
        self.numbers = count(1)
        self.named: set[str] = set()
        self.day = programme.on

    def sections(self, event: Programme) -> Iterator[Section]:
        title = self.voice.say(event.title) if event is not self.programme else SafeString()
        for part in event.parts:
            items = [item for item in part.items if _is_attended(item, part)]
            if not items:
                continue
            heading = [self.voice.say(part.heading), *self._place(part, event), *self._new_day(items[0])]
            yield Section(title, joined(" · ", heading), [self._block(item) for item in items])
            title = SafeString()

    def _place(self, part: Part, event: Programme) -> list[SafeString]:
        if not part.place or part.place == event.place:
            return []
        there = [self.voice.say(part.place.name), self.voice.say(part.place.room)]
        return [joined(comma(self.voice.language), there)]

    def _new_day(self, item: Item) -> list[str]:
        if not item.span or item.span.start.date() == self.day:
            return []
        self.day = item.span.start.date()
        return [long_date(self.day, self.voice.language)]

    def _block(self, item: Item) -> Block:
        voice = self.voice
        is_silence = item.kind is Kind.SILENCE
        # That nobody applauds a silence need not be said.
        cues = [cue for cue in item.cues if not (is_silence and cue is Cue.NO_APPLAUSE)]
        return Block(
            beside=self._beside(item),
            title=voice.mark(item_title(item, voice.language, voice.fallback)),
            dedication=voice.say(item.dedication),
            before=[self._say(str(CUES[cue])) for cue in cues],
            introductions=list(self._introductions(item)),
            text=voice.lines(item.text),
            words=stanzas_of(item.words, voice),
            notes=voice.lines(item.staff_text),
            after=self._pause(item),
            is_silence=is_silence,
            sounds=KINDS[item.kind].sounds,
        )

    def _beside(self, item: Item) -> list[str]:
        number, lasts = next(self.numbers), length(item.duration, self.voice.language)
        if self.beside is Beside.NUMBERS:
            return [str(number)]
        if self.beside is Beside.LENGTHS:
            return [lasts]
        # From the first to the second clock time, in a text from right to left as well.
        at = f"{LTR}{''.join(clocks(item))}{CLOSE_ISOLATE}" if item.span else "–"
        return [at, lasts]

    def _say(self, words: str) -> SafeString:
        return sentence(gettext("Say: %(words)s"), words=quoted(words, self.voice.language))

    def _pause(self, item: Item) -> list[SafeString]:
        lasts = length(item.duration, self.voice.language)
        if item.kind is Kind.SILENCE:
            if item.duration == MINUTE:
                lasts = sentence(gettext("%(seconds)s seconds"), seconds=60)
            return [sentence(gettext("Keep silent for %(length)s. Then go on."), length=lasts)]
        if KINDS[item.kind].sounds:
            return [SafeString(gettext("Wait until it has ended."))]
        return []

    def _introductions(self, item: Item) -> Iterator[Introduction]:
        for each, pair, leads in in_pairs(item.contributions):
            told = self._introduction(each)
            yield replace(told, pair=pair) if leads else replace(told, role="", is_paired=True)

    def _introduction(self, contribution: Contribution) -> Introduction:
        person = contribution.who.person
        return Introduction(
            role=str(ROLES.get(contribution.role, "")),
            said=in_whose_name(contribution, self._named),
            spoken=self._spoken(person) if person else SafeString(),
        )

    def _named(self, party: Party) -> SafeString:
        """Return the name, at the first mention in full and with all offices."""
        person = party.person
        if not person:
            return format_html("<b>{}</b>", self.voice.party(party))
        is_first = person.uid not in self.named
        self.named.add(person.uid)
        said = names.full_name if is_first else names.announced_again
        name = format_html(
            "<b>{}</b>", self.voice.mark(said(person, self.voice.language, self.voice.fallback))
        )
        return joined(comma(self.voice.language), [name, self.voice.offices(person) if is_first else ""])

    def _spoken(self, person: Person) -> SafeString:
        """Return how the name is said, where somebody has written that down."""
        spoken = names.spoken_name(person, self.voice.language, self.voice.fallback)
        if spoken == names.full_name(person, self.voice.language, self.voice.fallback):
            return SafeString()
        return sentence(gettext("spoken: %(name)s"), name=self.voice.mark(spoken))


def _is_attended(item: Item, part: Part) -> bool:
    return Audience.STAFF not in (item.audience, part.audience)
