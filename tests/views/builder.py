"""An event with an agenda and its officer, for the tests of the builder."""

import re
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.test import Client

from events.models import Event, Item, Member
from events.scoping import every_mission
from tests.factories import make_event, make_item, make_member, make_mission, make_part, make_person

HTMX = {"HX-Request": "true", "HX-Target": "div#agenda"}
ADDRESS = "/desk/azembassy-islamabad/seminar/"


@dataclass
class Desk:
    """``client`` is the officer's; the items are by name: hymn, silence, talk, questions, photo."""

    client: Client
    member: Member
    event: Event
    items: dict[str, Item] = field(default_factory=dict)

    def get(self, address: str, **headers: str):
        return self.client.get(ADDRESS + address, headers=headers or None)

    def post(self, address: str, headers: dict[str, str] | None = None, **data: Any):
        return self.client.post(ADDRESS + address, data, headers=headers)

    def swap(self, address: str, **data: Any):
        """Post as htmx does."""
        return self.post(address, HTMX, **data)

    def item(self, name: str) -> Item:
        with every_mission():
            return Item.with_removed.select_related("part").get(pk=self.items[name].pk)

    @property
    def version(self) -> int:
        with every_mission():
            return Event.objects.get(pk=self.event.pk).version

    def order(self) -> list[str]:
        """The order as the page sends it."""
        with every_mission():
            tokens = []
            for part in self.event.parts.all():
                tokens.append(f"part:{part.uid}")
                tokens += [f"item:{item.uid}" for item in part.items.all()]
            return tokens

    def names(self) -> list[str]:
        """The items by name, in the order that is kept."""
        known = {f"item:{item.uid}": name for name, item in self.items.items()}
        return [known[token] for token in self.order() if token in known]


def make_desk(role=Member.Role.OFFICER, **values) -> Desk:
    mission = make_mission()
    with every_mission():
        member = make_member(mission, role)
        event = make_event(mission, languages=["en", "az", "ur"], **{"on": date(2023, 1, 20), **values})
        part = make_part(event, time(10), heading={"en": "Programme"})
        after = make_part(event, None, heading={"en": "After"}, phase="after")
        items = {
            "hymn": make_item(part, "anthem", 3, cues=["rise"]),
            "silence": make_item(part, "silence", 1, cues=["remain-standing", "no-applause", "be-seated"]),
            "talk": make_item(part, "address", 20, title={"en": "Address by the Ambassador"}),
            "questions": make_item(part, "questions", 15),
            "photo": make_item(after, "group-photograph", 5, audience="staff"),
        }
        make_person(mission, name={"en": "Khazar Farhadov", "az": "Xəzər Fərhadov"}, confirmed=True)
    client = Client()
    client.force_login(member.user)
    return Desk(client, member, event, items)


def editor(desk, name, **changes):
    """What the editor of an item sends."""
    item = desk.item(name)
    fields = {"kind": item.kind, "start": item.start, "shown": item.shown, "audience": item.audience}
    for text in ("title", "dedication", "text", "staff_text"):
        kept = getattr(item, text).data or {}
        fields.update({f"{text}_{code}": kept.get(code, "") for code in ("en", "az", "ur")})
    return {**fields, "cues": item.cues, "version": item.version, "least": "", **changes}


def starts(answer):
    """The clock times of the agenda in an answer, in their order."""
    return re.findall(r"<time>([^<]+)</time>", answer.content.decode())
