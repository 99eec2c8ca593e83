"""A programme from outside becomes an event: all of it or nothing."""

from dataclasses import dataclass, replace
from enum import StrEnum

from django.db import transaction

from events.models import Event, Mission, User
from events.models.history import acting
from events.operations.import_refusal import ImportRefusedError
from events.operations.named_in_programme import refuse_wrong_uids
from events.operations.programme_writer import ProgrammeWriter
from events.programme import value as v
from events.programme.choices import Audience
from events.programme.sentence import sentence
from events.scoping import of_mission
from events.snapshot import take_snapshot
from events.snapshot.registers import mission_value


class Outcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Imported:
    event: Event
    outcome: Outcome


def import_programme(programme: v.Programme, by: User | None = None) -> Imported:
    """Make the programme's event, or bring the event of the same uid up to it; its releases stay as they are.

    What the registers already hold under the same uid has to be the same. Raises ImportRefusedError.
    It opens the scope of the mission that the file names: who asks for another member checks that it is theirs.
    """
    refuse_wrong_uids(programme, "programme")
    mission = Mission.objects.filter(slug=programme.mission.slug).first()
    if mission is None:
        raise ImportRefusedError(
            "programme.mission",
            sentence("the mission “%(slug)s” is not known here", slug=programme.mission.slug),
        )
    with of_mission(mission.pk), transaction.atomic(), acting(by, "import_programme"):
        existing = Event.with_deleted.filter(uid=programme.uid).first()
        wanted = _working_copy(programme, mission_value(mission))
        if existing and existing.deleted_at:
            raise ImportRefusedError(
                "programme.uid", sentence("this event was deleted here: bring it back first")
            )
        if existing and programme.audience is not Audience.STAFF:
            raise ImportRefusedError(
                "programme.audience",
                sentence("this file holds what the public sees only; the event here would lose the rest"),
            )
        if existing and _working_copy(take_snapshot(existing), wanted.mission) == wanted:
            return Imported(existing, Outcome.UNCHANGED)
        event = ProgrammeWriter(mission).write(wanted)
        event.raise_version(by)
        return Imported(event, Outcome.CHANGED if existing else Outcome.NEW)


def _working_copy(programme: v.Programme, mission: v.Mission) -> v.Programme:
    """Return it as a draft of the mission as it is here: a file says of a mission no more than which one it is, and
    what was chosen between figures is not brought in."""
    children = tuple(_working_copy(child, mission) for child in programme.children)
    return replace(
        programme, mission=mission, release=None, audience=Audience.STAFF, children=children, decisions=()
    )
