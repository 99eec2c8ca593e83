"""Events of the desk, and what its first page says of them."""

from datetime import UTC, datetime

from events.models import Organisation, Place
from events.operations.release import release
from tests.factories import (
    make_contribution,
    make_event,
    make_item,
    make_part,
    make_person,
)

NOW = datetime(2023, 1, 18, 5, 42, tzinfo=UTC)
DESK = "/desk/azembassy-islamabad/"


def whole_event(mission, slug="seminar", **values):
    """An event of which nothing is missing and in which nothing clashes."""
    host, _ = Organisation.objects.get_or_create(mission=mission, name={"en": "Institute of Policy Studies"})
    event = make_event(mission, slug, place=make_place(mission), dress={"en": "Dark suit"}, **values)
    event.hosts.create(organisation=host)
    part = make_part(event, heading={"en": "Programme"})
    make_item(part, "opening", 2, cues=["rise"])
    make_item(part, "silence", 1)
    remarks = make_item(part, "remarks", 10)
    make_contribution(remarks, person=make_person(mission, confirmed=True))
    return event


def make_place(mission):
    return Place.objects.get_or_create(
        mission=mission, name={"en": "Institute of Policy Studies"}, defaults={"zone": "Asia/Karachi"}
    )[0]


def needs(client, query=""):
    """The needs that the page shows, each with its event and its words."""
    context = client.get(DESK + query).context
    return [
        (each.need.value, each.event.slug, " ".join(map(str, each.words)), each.more)
        for each in context["needs"]
    ]


def released(event, by=None):
    return release(event, name="First", released_at=NOW, released_by=by)
