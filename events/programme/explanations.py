"""Conflicts in plain words, with what would mend them."""

from collections.abc import Callable

from events.programme.choices import Cue, Kind
from events.programme.conflict import Conflict, ConflictKind, Level
from events.programme.conflict_case import Case
from events.programme.languages import clock
from events.programme.sentence import Sentence, Value, sentence
from events.programme.telling import text_named
from events.programme.value import Programme
from events.programme.zone_cities import city_of_zone

Explanation = Callable[[Case], Sentence]


def explain(conflict: Conflict, programme: Programme, language: str = "en") -> Sentence:
    """Return what is so and what would mend it: one or two sentences with clock times at the place.

    Titles and names stand in ``language`` where they exist in it. ``programme`` is the one that was asked for its
    conflicts; what has gone from it since is named "an item that is gone".
    """
    return EXPLANATIONS[conflict.kind](Case(conflict, programme, language))


def _gap(case: Case) -> Sentence:
    values: dict[str, Value] = {
        "amount": case.amount(),
        "before": case.title(0),
        "ends": case.starts(),
        "after": case.title(1),
        "begins": case.ends(),
    }
    if case.amount_is_one:
        return sentence(
            "%(amount)s is free between %(before)s, which ends at %(ends)s, and %(after)s, which begins at "
            "%(begins)s.",
            **values,
        )
    return sentence(
        "%(amount)s are free between %(before)s, which ends at %(ends)s, and %(after)s, which begins at %(begins)s.",
        **values,
    )


def _overlap(case: Case) -> Sentence:
    return sentence(
        "%(first)s runs to %(end)s, but %(second)s begins at %(start)s: %(amount)s overlap. Shorten the one or move "
        "the other.",
        first=case.title(0),
        end=case.end_of(0),
        second=case.title(1),
        start=case.start_of(1),
        amount=case.amount(),
    )


def _out_of_order(case: Case) -> Sentence:
    return sentence(
        "%(after)s stands after %(before)s in the agenda, but begins before it, at %(time)s. Move it up, or give its "
        "clock time the next day if midnight lies between them.",
        after=case.title(1),
        before=case.title(0),
        time=case.starts(),
    )


def _reserve(case: Case) -> Sentence:
    if not case.conflict.amount:
        return sentence(
            "The programme ends exactly at the hard end at %(end)s; there is no reserve.", end=case.ends()
        )
    values: dict[str, Value] = {"amount": case.amount(), "last": case.starts(), "end": case.ends()}
    if case.amount_is_one:
        return sentence(
            "%(amount)s remains between the end of the programme at %(last)s and the hard end at %(end)s.",
            **values,
        )
    return sentence(
        "%(amount)s remain between the end of the programme at %(last)s and the hard end at %(end)s.",
        **values,
    )


def _overrun(case: Case) -> Sentence:
    return sentence(
        "The programme runs to %(last)s, %(amount)s past the hard end at %(end)s. Shorten items that may be "
        "shortened, or begin earlier.",
        last=case.ends(),
        amount=case.amount(),
        end=case.starts(),
    )


def _person_twice(case: Case) -> Sentence:
    return sentence(
        "%(person)s is in %(first)s and in %(second)s at the same time, from %(start)s to %(end)s.",
        person=case.person(2),
        first=case.title(0),
        second=case.title(1),
        start=case.starts(),
        end=case.ends(),
    )


def _protected_overlapped(case: Case) -> Sentence:
    protected = [number for number in (0, 1) if case.is_protected(number)]
    values: dict[str, Value] = {
        "first": case.title(0),
        "second": case.title(1),
        "start": case.starts(),
        "end": case.ends(),
    }
    if len(protected) == 1:
        return sentence(
            "%(first)s and %(second)s run at the same time, from %(start)s to %(end)s: %(protected)s is never cut "
            "and nothing may run beside it. Move the other.",
            protected=case.title(protected[0]),
            **values,
        )
    return sentence(
        "%(first)s and %(second)s run at the same time, from %(start)s to %(end)s: neither may be cut. Move one of "
        "them.",
        **values,
    )


def _neighbour_cut(case: Case) -> Sentence:
    pinned = 0 if case.is_protected(0) else 1
    neighbour = 1 - pinned
    return sentence(
        "To keep %(pinned)s at %(time)s, %(neighbour)s (%(start)s to %(end)s) would have to be cut by %(amount)s. "
        "Shorten what comes before it, or move it behind.",
        pinned=case.title(pinned),
        time=case.start_of(pinned),
        neighbour=case.title(neighbour),
        start=case.start_of(neighbour),
        end=case.end_of(neighbour),
        amount=case.amount(),
    )


def _music_in_silence(case: Case) -> Sentence:
    first = case.item(0)
    silence = 0 if first and first.kind is Kind.SILENCE else 1
    return sentence(
        "%(music)s sounds while %(silence)s is kept, from %(start)s to %(end)s. Let it end before or begin after.",
        music=case.title(1 - silence),
        silence=case.title(silence),
        start=case.starts(),
        end=case.ends(),
    )


def _applause(case: Case) -> Sentence:
    values: dict[str, Value] = {"before": case.title(0), "silence": case.title(1)}
    if not case.conflict.starts_at:
        return sentence(
            "%(before)s is likely to be applauded, and %(silence)s begins as soon as it ends. Ask for no applause, "
            "or put something between them.",
            **values,
        )
    return sentence(
        "%(before)s is likely to be applauded, and %(silence)s begins as soon as it ends at %(time)s. Ask for no "
        "applause, or put something between them.",
        time=case.starts(),
        **values,
    )


def _without_rise(case: Case) -> Sentence:
    item = case.item(0)
    if item and Cue.REMAIN_STANDING in item.cues:
        return sentence(
            "Nobody is asked to rise before %(silence)s. They are only asked to remain standing. Put “please rise” "
            "to it, or to the item before it.",
            silence=case.titled(),
        )
    return sentence(
        "Nobody is asked to rise before %(silence)s. Put “please rise” to it, or to the item before it.",
        silence=case.titled(),
    )


def _silence_length(case: Case) -> Sentence:
    seconds = case.amount().total_seconds()
    if seconds <= 0:
        return sentence(
            "%(silence)s has no length. A minute of silence lasts 60 seconds.", silence=case.titled()
        )
    return sentence(
        "%(silence)s lasts %(seconds)s seconds. Give it whole seconds.",
        silence=case.titled(),
        seconds=f"{seconds:g}",
    )


def _silence_outside(case: Case) -> Sentence:
    silence = case.titled()
    item = case.item(0)
    if item and item.start.at and item.start.zone:
        city = text_named(city_of_zone(item.start.zone))
        silence = sentence(
            "%(silence)s (%(time)s in %(city)s)", silence=silence, time=clock(item.start.at), city=city
        )
    if case.conflict.level is Level.INFORMATION:
        return sentence("%(silence)s is kept by staff alone, outside the event.", silence=silence)
    return sentence(
        "%(silence)s falls outside the event, by %(amount)s. Move the event, keep the silence with staff alone, or "
        "keep another one within the event.",
        silence=silence,
        amount=case.amount(),
    )


def _custom(case: Case) -> Sentence:
    custom = case.conflict.custom
    if custom is None:
        return sentence("%(items)s fall into hours that are kept free.", items=case.titles())
    values: dict[str, Value] = {
        "items": case.titles(),
        "custom": text_named(custom.name),
        "start": case.starts(),
        "end": case.ends(),
        "source": text_named(custom.source),
    }
    if len(case.conflict.uids) == 1:
        return sentence("%(items)s falls into the %(custom)s, %(start)s to %(end)s (%(source)s).", **values)
    return sentence("%(items)s fall into the %(custom)s, %(start)s to %(end)s (%(source)s).", **values)


def _clocks_change(case: Case) -> Sentence:
    values: dict[str, Value] = {"amount": case.amount(), "time": case.starts()}
    if case.amount().total_seconds() > 0:
        return sentence(
            "The clocks are put forward by %(amount)s during the event, and then show %(time)s. All lengths are kept.",
            **values,
        )
    return sentence(
        "The clocks are put back by %(amount)s during the event, and then show %(time)s. All lengths are kept.",
        **values,
    )


def _spelling(case: Case) -> Sentence:
    return sentence(
        "The spelling of %(person)s has not been confirmed by the person’s own office.", person=case.person(0)
    )


def _untitled(case: Case) -> Sentence:
    if not case.conflict.starts_at:
        return sentence("An item has neither a kind nor a title of its own.")
    return sentence("An item at %(time)s has neither a kind nor a title of its own.", time=case.starts())


EXPLANATIONS: dict[ConflictKind, Explanation] = {
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
    ConflictKind.POSITION_NOT_STATED: lambda case: sentence(
        "The source does not state where %(item)s stands in the programme.", item=case.title()
    ),
    ConflictKind.SPELLING_UNCONFIRMED: _spelling,
    ConflictKind.UNTITLED: _untitled,
    ConflictKind.UNTIMED: lambda case: sentence(
        "%(items)s cannot be timed: the first part has no start yet.", items=case.titles()
    ),
    ConflictKind.NO_DAY: lambda case: sentence(
        "No day has been set for %(event)s.", event=case.event_title()
    ),
    ConflictKind.NO_PLACE: lambda case: sentence(
        "No place has been given for %(event)s.", event=case.event_title()
    ),
}
