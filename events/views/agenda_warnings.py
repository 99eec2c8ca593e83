"""What the agenda builder warns of, in words, with what would mend it and where it is filled in."""

from collections.abc import Mapping

from events.models import Event, SettledMatter
from events.programme import value as v
from events.programme.agenda import Part as PartValue
from events.programme.completeness import SPELLING
from events.programme.conflict import Conflict, ConflictKind
from events.programme.conflicts import conflicts
from events.programme.explanations import explain
from events.programme.mend import Agenda
from events.programme.mends import mends
from events.programme.rules import rule_of
from events.views.agenda_rows import Warned
from events.views.open_matters import where

# What is filled in among the facts of the event, by the name of its field there.
FILLED_IN = {
    ConflictKind.NO_DAY: "on",
    ConflictKind.NO_PLACE: "place",
    ConflictKind.SPELLING_UNCONFIRMED: SPELLING,
}


def warned(
    event: Event, programme: v.Programme, wording: str, answers: Mapping[str, SettledMatter]
) -> list[Warned]:
    agenda = Agenda(programme)
    found = []
    for conflict in conflicts(programme):
        within = agenda.event_in(conflict).uid
        matter = conflict.matter(within)
        target = FILLED_IN.get(conflict.kind, conflict.uids[0])
        found.append(
            Warned(
                conflict,
                words=explain(conflict, programme, wording),
                mends=mends(conflict, programme),
                matter=matter,
                address=where(event, programme, target, within),
                rule=rule_of(conflict),
                settled=answers.get(matter),
                part=_part_before(conflict, programme),
            )
        )
    return found


def _part_before(conflict: Conflict, programme: v.Programme) -> PartValue | None:
    """Return the part of the item behind which there is a gap."""
    if conflict.kind is not ConflictKind.GAP:
        return None
    before = conflict.uids[0]
    return next((part for part in programme.parts for item in part.items if item.uid == before), None)
