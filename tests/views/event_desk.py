"""A seminar with its mission and one member at its pages, for the tests of these."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.test import Client

from events.models import Event, Item, Member, Mission, Part
from events.operations.release import release
from events.scoping import every_mission
from tests.factories import make_event, make_item, make_member, make_mission, make_part


@dataclass
class Desk:
    client: Client
    member: Member
    mission: Mission
    event: Event
    item: Item

    @property
    def version(self) -> int:
        with every_mission():
            return Event.with_deleted.get(pk=self.event.pk).version

    def as_(self, role, name="another") -> Client:
        """The client of another member."""
        with every_mission():
            member = make_member(self.mission, role, name)
        client = Client()
        client.force_login(member.user)
        return client


def make_desk(role=Member.Role.OFFICER, **mission) -> Desk:
    mission = make_mission(**mission)
    with every_mission():
        member = make_member(mission, role)
        event = make_event(mission, languages=["en", "az", "ur"], on=date(2023, 1, 20))
        part = make_part(event, time(10))
        item = make_item(part, "silence", 1, title={"en": "A minute of silence"})
        # As if all of it had come with version 1.
        for model in (Part, Item):
            model.history.update(event_version=1)
    client = Client()
    client.force_login(member.user)
    return Desk(client, member, mission, event, item)


def release_it() -> None:
    """Release the one event that there is, under the name \"First programme\"."""
    with every_mission():
        release(Event.objects.get(), name="First programme", released_at=datetime(2023, 1, 18, 4, tzinfo=UTC))


def facts(desk, **changed):
    """What the page's form holds, as a browser sends it, with other values in some fields."""
    form = desk.client.get("/desk/azembassy-islamabad/seminar/").context["form"]
    data = {"version": str(desk.version)}
    for name, field in form.fields.items():
        value = field.prepare_value(form.get_initial_for_field(field, name))
        if value is False:
            continue
        data[name] = "" if value is None else "on" if value is True else value
    return {**data, **changed}
