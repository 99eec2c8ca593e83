"""The rule by which something is warned of, in words, with where it stands. English is the desk's language so far."""

from dataclasses import dataclass
from datetime import date

from events.programme.conflict import Conflict, ConflictKind
from events.programme.customs import Custom
from events.programme.languages import clock, full_date, weekday_names

WEEKDAYS = weekday_names("en")


@dataclass(frozen=True, slots=True)
class Rule:
    """``source`` says where it stands; without one it is the planner's own."""

    words: str
    source: str = ""


def rule_of(conflict: Conflict) -> Rule | None:
    """Return the rule that makes a warning of it, None where the warning itself says all."""
    if conflict.custom:
        return _of_custom(conflict.custom)
    words = OWN.get(conflict.kind)
    return Rule(words) if words else None


def _of_custom(custom: Custom) -> Rule:
    name = custom.name.wording("en").text
    words = (
        f"{name}: {custom.city}, {WEEKDAYS[custom.weekday]}s from {clock(custom.begins)} to {clock(custom.ends)}, "
        f"{_in_force(custom.valid_from, custom.valid_until)}."
    )
    return Rule(words, custom.source.wording("en").text)


def _in_force(since: date, until: date | None) -> str:
    if until:
        return f"from {full_date(since, 'en')} to {full_date(until, 'en')}"
    return f"since {full_date(since, 'en')}, with no later rule known"


PROTECTED = "Anthems, silences and the like are never cut, and nothing else runs beside them."
OWN = {
    ConflictKind.PROTECTED_OVERLAPPED: PROTECTED,
    ConflictKind.NEIGHBOUR_CUT: PROTECTED,
    ConflictKind.MUSIC_IN_SILENCE: "Nothing sounds while a silence is kept.",
    ConflictKind.APPLAUSE_BEFORE_SILENCE: "A silence does not begin in applause.",
    ConflictKind.SILENCE_WITHOUT_RISE: "A silence is kept standing: the guests are asked to rise in it or before it.",
    ConflictKind.SILENCE_LENGTH: "A silence is kept to the second; unless something else is said it lasts 60 seconds.",
    ConflictKind.SILENCE_OUTSIDE: "A silence that guests keep lies within the event; another one is for staff alone.",
}
