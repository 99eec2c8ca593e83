"""What goes along when an event goes to another day, in words, before it is done."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.operations.moving import Move
from events.programme.conflicts import Level, conflicts
from events.programme.explanations import explain
from events.programme.languages import date_range, isolate, long_date, weekday_name
from events.programme.value import OpeningDay, Programme
from events.templatetags.desk import worded


def told(moves: Sequence[Move], fallback: Sequence[str]) -> list[str]:
    """Return a sentence for each move."""
    return [_told(move, fallback) for move in moves]


def warnings(before: Programme | None, after: Programme) -> list[str]:
    """Return what clashes on the new days and did not before, then weekdays on which it was never open."""
    language = _language()
    known = {conflict.key for conflict in conflicts(before)} if before else set()
    fresh = (each for each in conflicts(after) if each.level is Level.WARNING and each.key not in known)
    found = [worded(explain(conflict, after, language)) for conflict in fresh]
    return [*dict.fromkeys(found), *(_weekdays(before, after) if before else ())]


def _told(move: Move, fallback: Sequence[str]) -> str:
    name = isolate(move.name.wording(_language(), tuple(fallback)).text) if move.name else ""
    then = _days(move.first, move.last) if move.first else _("no day")
    words = {
        "event": _("The event: from %(then)s to %(now)s."),
        "within": _("%(name)s, held within it: from %(then)s to %(now)s."),
        "days": _("The opening days with their hours: from %(then)s to %(now)s."),
        "part": _("The part %(name)s: from %(then)s to %(now)s.")
        if name
        else _("A part of the agenda: from %(then)s to %(now)s."),
        "item": _("The item %(name)s: from %(then)s to %(now)s.")
        if name
        else _("An item of the agenda: from %(then)s to %(now)s."),
    }[move.what]
    return words % {"name": name, "then": then, "now": _days(move.to_first, move.to_last)}


def _days(first: date, last: date | None) -> str:
    if last is None or last == first:
        return long_date(first, _language())
    return date_range(first, last, _language())


def _weekdays(before: Programme, after: Programme) -> Iterator[str]:
    """Name the days that are open on a weekday on which none was: the week no longer fits the hours."""
    used = {day.on.weekday() for day in _open(before)}
    for day in _open(after):
        if day.on.weekday() not in used:
            words = _("It would be open on %(day)s; until now it is never open on a %(weekday)s.")
            language = _language()
            yield words % {"day": long_date(day.on, language), "weekday": weekday_name(day.on, language)}


def _open(programme: Programme) -> list[OpeningDay]:
    return [day for day in programme.days if day.opens_at]


def _language() -> str:
    return get_language() or "en"
