"""All that happens at an event, in one language: opening hours, order of proceedings, and what is held within."""

from dataclasses import dataclass
from textwrap import shorten

from django.utils.safestring import SafeString

from events.exports.pdf.hours import DayRow, opening_hours
from events.exports.pdf.masthead import when, where
from events.exports.pdf.order import Order, order_of
from events.exports.pdf.voice import NOTHING, Voice
from events.exports.wishes import Beside
from events.programme.languages import comma, direction
from events.programme.value import Programme

# What fits one line over an A5 page.
RUNNING_TITLE = 60


@dataclass(frozen=True, slots=True)
class Within:
    """An event held within another: the ceremony of an exhibition."""

    title: SafeString
    when: list[SafeString]
    where: SafeString
    order: Order


@dataclass(frozen=True, slots=True)
class Proceedings:
    language: str
    direction: str
    comma: str
    running_title: str
    when: list[SafeString]
    purpose: list[SafeString]
    hours: list[DayRow]
    order: Order
    within: list[Within]

    @property
    def is_to_be_announced(self) -> bool:
        return not (self.order.groups or self.hours or self.within)

    @property
    def lines(self) -> int:
        """About how many lines they take, to choose how closely they are set."""
        return (
            len(self.hours) + self.order.stacked_lines + sum(held.order.stacked_lines for held in self.within)
        )


def proceedings_of(programme: Programme, voice: Voice, beside: Beside | None = None) -> Proceedings:
    """Return them in the language of the voice, which has to be in force. Raises ProgrammeTooLongError."""
    return Proceedings(
        language=voice.language,
        direction=direction(voice.language),
        comma=comma(voice.language),
        running_title=running_title(programme, voice),
        when=when(programme, voice),
        purpose=voice.lines(programme.objective),
        hours=opening_hours(programme.days, voice),
        order=order_of(programme, voice, beside),
        within=[within_of(child, programme, voice, beside) for child in programme.children],
    )


def within_of(child: Programme, parent: Programme, voice: Voice, beside: Beside | None = None) -> Within:
    """Return what is held within another event; its place only where it is not that of the other."""
    place = child.place if child.place != parent.place else None
    return Within(
        title=voice.say(child.title),
        when=when(child, voice),
        where=where(child, voice) if place else NOTHING,
        order=order_of(child, voice, beside),
    )


def running_title(programme: Programme, voice: Voice) -> str:
    return shorten(voice.plain(programme.short_title or programme.title), RUNNING_TITLE, placeholder="…")
