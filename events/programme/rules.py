"""The rule by which something is warned of, in words, with where it stands."""

from dataclasses import dataclass
from datetime import date

from events.programme.conflict import Conflict, ConflictKind
from events.programme.customs import Custom
from events.programme.languages import clock, weekday_names
from events.programme.sentence import Sentence, Value, named, sentence
from events.programme.telling import text_named


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
    values: dict[str, Value] = {
        "name": text_named(custom.name),
        "city": text_named(custom.city),
        "weekday": named(lambda language: weekday_names(language)[custom.weekday]),
        "begins": clock(custom.begins),
        "ends": clock(custom.ends),
    }
    hours = sentence("%(name)s: %(city)s, each %(weekday)s from %(begins)s to %(ends)s", **values)
    words = _in_force(hours, custom.valid_from, custom.valid_until)
    return Rule(words, text_named(custom.source))


def _in_force(hours: Sentence, since: date, until: date | None) -> Sentence:
    if until:
        return sentence(
            "%(hours)s; in force from %(since)s to %(until)s.", hours=hours, since=since, until=until
        )
    return sentence(
        "%(hours)s; in force since %(since)s, with no later rule known.", hours=hours, since=since
    )


PROTECTED = sentence("Anthems, silences and the like are never cut, and nothing else runs beside them.")
OWN = {
    ConflictKind.PROTECTED_OVERLAPPED: PROTECTED,
    ConflictKind.NEIGHBOUR_CUT: PROTECTED,
    ConflictKind.MUSIC_IN_SILENCE: sentence("Nothing sounds while a silence is kept."),
    ConflictKind.APPLAUSE_BEFORE_SILENCE: sentence("A silence does not begin in applause."),
    ConflictKind.SILENCE_WITHOUT_RISE: sentence(
        "A silence is kept standing: the guests are asked to rise in it or before it."
    ),
    ConflictKind.SILENCE_LENGTH: sentence(
        "A silence is kept to the second; unless something else is said it lasts 60 seconds."
    ),
    ConflictKind.SILENCE_OUTSIDE: sentence(
        "A silence that guests keep lies within the event; another one is for staff alone."
    ),
}
