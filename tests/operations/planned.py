"""An embassy with an officer, a head of protocol and a seminar, for tests of the desk's operations."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from events.models import Event, Item, Member, Mission, Part, User
from tests.factories import make_edition, make_event, make_item, make_member, make_mission, make_part

NOW = datetime(2023, 1, 10, 9, tzinfo=UTC)


@dataclass
class Desk:
    mission: Mission
    officer: User
    head: User
    event: Event
    part: Part
    anthem: Item
    silence: Item
    remarks: Item

    @property
    def version(self) -> int:
        return Event.with_deleted.get(pk=self.event.pk).version

    def order(self) -> list[str]:
        return [item.kind for part in self.event.parts.all() for item in part.items.all()]


def make_desk(slug="azembassy-islamabad", **values) -> Desk:
    mission = make_mission(slug=slug, country="AZ", **values)
    event = make_event(mission, edition=make_edition())
    part = make_part(event, starts_at=time(10))
    desk = Desk(
        mission=mission,
        officer=make_member(mission).user,
        head=make_member(mission, Member.Role.HEAD, "head").user,
        event=event,
        part=part,
        anthem=make_item(part, "anthem", 3),
        silence=make_item(part, "silence", 1),
        remarks=make_item(part, "remarks", 10),
    )
    # As if all of it had come with version 1.
    for model in (Part, Item):
        model.history.update(event_version=1)
    return desk
