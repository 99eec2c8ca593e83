"""Conflicts in plain words, with what would mend them. English is the language of the desk so far."""

from collections.abc import Callable
from datetime import timedelta

from events.programme.choices import Cue, Kind
from events.programme.conflict import Conflict, ConflictKind, Level
from events.programme.conflict_case import Case
from events.programme.languages import clock
from events.programme.value import Programme

Sentence = Callable[[Case], str]


def explain(conflict: Conflict, programme: Programme, language: str = "en") -> str:
    """Return what is so and what would mend it: one or two English sentences with clock times at the place.

    Titles and names stand in ``language`` where they exist in it. ``programme`` is the one that was asked for its
    conflicts; what has gone from it since is named "an item that is gone".
    """
    return SENTENCES[conflict.kind](Case(conflict, programme, language))


def _gap(case: Case) -> str:
    return (
        f"{case.amount()} {case.verb('is', 'are')} free between {case.title(0)}, which ends at {case.starts()}, "
        f"and {case.title(1)}, which begins at {case.ends()}."
    )


def _overlap(case: Case) -> str:
    return (
        f"{case.title(0)} runs to {case.end_of(0)}, but {case.title(1)} begins at {case.start_of(1)}: "
        f"{case.amount()} overlap. Shorten the one or move the other."
    )


def _out_of_order(case: Case) -> str:
    return (
        f"{case.title(1)} stands after {case.title(0)} in the agenda, but begins before it, at {case.starts()}. "
        "Move it up, or give its clock time the next day if midnight lies between them."
    )


def _reserve(case: Case) -> str:
    if not case.conflict.amount:
        return f"The programme ends exactly at the hard end at {case.ends()}; there is no reserve."
    return (
        f"{case.amount()} {case.verb('remains', 'remain')} between the end of the programme at {case.starts()} "
        f"and the hard end at {case.ends()}."
    )


def _overrun(case: Case) -> str:
    return (
        f"The programme runs to {case.ends()}, {case.amount()} past the hard end at {case.starts()}. "
        "Shorten items that may be shortened, or begin earlier."
    )


def _person_twice(case: Case) -> str:
    return (
        f"{case.person(2)} is in {case.title(0)} and in {case.title(1)} at the same time, "
        f"from {case.starts()} to {case.ends()}."
    )


def _protected_overlapped(case: Case) -> str:
    protected = [number for number in (0, 1) if case.is_protected(number)]
    end = "neither may be cut. Move one of them."
    if len(protected) == 1:
        end = f"{case.title(protected[0])} is never cut and nothing may run beside it. Move the other."
    return f"{case.title(0)} and {case.title(1)} run at the same time, from {case.starts()} to {case.ends()}: {end}"


def _neighbour_cut(case: Case) -> str:
    pinned = 0 if case.is_protected(0) else 1
    neighbour = 1 - pinned
    return (
        f"To keep {case.title(pinned)} at {case.start_of(pinned)}, {case.title(neighbour)} "
        f"({case.start_of(neighbour)} to {case.end_of(neighbour)}) would have to be cut by {case.amount()}. "
        "Shorten what comes before it, or move it behind."
    )


def _music_in_silence(case: Case) -> str:
    first = case.item(0)
    silence = 0 if first and first.kind is Kind.SILENCE else 1
    return (
        f"{case.title(1 - silence)} sounds while {case.title(silence)} is kept, "
        f"from {case.starts()} to {case.ends()}. Let it end before or begin after."
    )


def _applause(case: Case) -> str:
    return (
        f"{case.title(0)} is likely to be applauded, and {case.title(1)} begins as soon as it ends{case.when()}. "
        "Ask for no applause, or put something between them."
    )


def _without_rise(case: Case) -> str:
    item = case.item(0)
    standing = " They are only asked to remain standing." if item and Cue.REMAIN_STANDING in item.cues else ""
    return (
        f"Nobody is asked to rise before {case.title()}{case.when()}.{standing} "
        "Put “please rise” to it, or to the item before it."
    )


def _silence_length(case: Case) -> str:
    amount = case.conflict.amount or timedelta(0)
    if amount <= timedelta(0):
        return f"{case.title()}{case.when()} has no length. A minute of silence lasts 60 seconds."
    return f"{case.title()}{case.when()} lasts {amount.total_seconds():g} seconds. Give it whole seconds."


def _silence_outside(case: Case) -> str:
    item = case.item(0)
    there = ""
    if item and item.start.at and item.start.zone:
        there = f" ({clock(item.start.at)} in {item.start.zone.split('/')[-1].replace('_', ' ')})"
    if case.conflict.level is Level.INFORMATION:
        return f"{case.title()}{case.when()}{there} is kept by staff alone, outside the event."
    return (
        f"{case.title()}{case.when()}{there} falls outside the event, by {case.amount()}. "
        "Move the event, keep the silence with staff alone, or keep another one within the event."
    )


def _custom(case: Case) -> str:
    custom = case.conflict.custom
    if custom is None:
        return f"{case.titles()} fall into hours that are kept free."
    fall = "falls" if len(case.conflict.uids) == 1 else "fall"
    return (
        f"{case.titles()} {fall} into the {case.words(custom.name)}, {case.starts()} to {case.ends()} "
        f"({case.words(custom.source)})."
    )


def _clocks_change(case: Case) -> str:
    amount = case.conflict.amount or timedelta(0)
    way = "forward" if amount > timedelta(0) else "back"
    return (
        f"The clocks are put {way} by {case.amount()} during the event, and then show {case.starts()}. "
        "All lengths are kept."
    )


def _spelling(case: Case) -> str:
    return f"The spelling of {case.person(0)} has not been confirmed by the person’s own office."


SENTENCES: dict[ConflictKind, Sentence] = {
    ConflictKind.GAP: _gap,
    ConflictKind.OVERLAP: _overlap,
    ConflictKind.OUT_OF_ORDER: _out_of_order,
    ConflictKind.RESERVE: _reserve,
    ConflictKind.OVERRUN: _overrun,
    ConflictKind.PERSON_TWICE: _person_twice,
    ConflictKind.PROTECTED_OVERLAPPED: _protected_overlapped,
    ConflictKind.NEIGHBOUR_CUT: _neighbour_cut,
    ConflictKind.MUSIC_IN_SILENCE: _music_in_silence,
    ConflictKind.APPLAUSE_BEFORE_SILENCE: _applause,
    ConflictKind.SILENCE_WITHOUT_RISE: _without_rise,
    ConflictKind.SILENCE_LENGTH: _silence_length,
    ConflictKind.SILENCE_OUTSIDE: _silence_outside,
    ConflictKind.CUSTOM: _custom,
    ConflictKind.CLOCKS_CHANGE: _clocks_change,
    ConflictKind.POSITION_NOT_STATED: lambda case: (
        f"The source does not state where {case.title()} stands in the programme."
    ),
    ConflictKind.SPELLING_UNCONFIRMED: _spelling,
    ConflictKind.UNTITLED: lambda case: f"An item{case.when()} has neither a kind nor a title of its own.",
    ConflictKind.UNTIMED: lambda case: f"{case.titles()} cannot be timed: the first part has no start yet.",
    ConflictKind.NO_DAY: lambda case: f"No day has been set for {case.event_title()}.",
    ConflictKind.NO_PLACE: lambda case: f"No place has been given for {case.event_title()}.",
}
