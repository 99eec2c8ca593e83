"""Which open matters an officer may answer instead of mending them, and which conflicts are settled by an answer."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from events.programme.choices import Settlement
from events.programme.completeness import missing
from events.programme.conflict import Conflict
from events.programme.conflicts import conflicts
from events.programme.explanations import explain
from events.programme.lint import findings
from events.programme.mend import Action, Agenda, Mend
from events.programme.mends import mends
from events.programme.value import Programme


@dataclass(frozen=True, slots=True)
class Answerable:
    """An open matter with the one answer that may be given to it; ``asks_why`` where that needs a reason."""

    key: str
    answer: Settlement
    words: str
    asks_why: bool = False


def answerable(programme: Programme) -> dict[str, Answerable]:
    """Return what may be answered in the programme as it is, by key: what is missing, what does not fit, and words
    that look wrong."""
    found = (*_of_conflicts(programme), *_of_what_is_missing(programme), *_of_wording(programme))
    return {each.key: each for each in found}


def answer_to(conflict: Conflict, programme: Programme) -> Mend | None:
    """Return the mend that leaves things as they are, None where something has to be done."""
    return next((mend for mend in mends(conflict, programme) if mend.action is Action.ACCEPT), None)


def unsettled(programme: Programme, settled: Collection[str]) -> list[Conflict]:
    """Return the conflicts to which the officer has given no answer."""
    agenda = Agenda(programme)
    found = conflicts(programme)
    return [each for each in found if each.matter(agenda.event_in(each).uid) not in settled]


def _of_conflicts(programme: Programme) -> Iterator[Answerable]:
    for conflict in conflicts(programme):
        mend = answer_to(conflict, programme)
        if mend:
            answer = Settlement(str(mend.values["answer"]))
            yield Answerable(mend.uid, answer, explain(conflict, programme))


def _of_what_is_missing(programme: Programme) -> Iterator[Answerable]:
    for each in missing(programme):
        if each.answer:
            yield Answerable(each.key, each.answer, each.words)


def _of_wording(programme: Programme) -> Iterator[Answerable]:
    for each in findings(programme):
        yield Answerable(each.key, Settlement.RIGHT, each.words, asks_why=True)
