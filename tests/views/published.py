"""Released events for the tests of the public pages."""

from datetime import UTC, datetime

from events.models import Event
from events.operations.import_programme import import_programme
from events.operations.release import release
from events.scoping import every_mission
from tests.factories import make_event, make_item, make_mission, make_part
from tests.programmes import exhibition, seminar

RELEASED_AT = datetime(2023, 1, 18, 4, tzinfo=UTC)
SEMINAR = "/azembassy-islamabad/islamabad-seminar-2023/"
EXHIBITION = "/migration-service/migration-service-exhibition-2015/"


def publish_seminar():
    return publish_programme(seminar())


def publish_exhibition():
    return publish_programme(exhibition())


def publish_programme(programme):
    mission = programme.mission
    make_mission(
        mission.slug,
        kind=mission.kind.value,
        name=dict(mission.name.versions),
        short_name=dict(mission.short_name.versions),
        city=dict(mission.city.versions),
        country=mission.country,
        zone=mission.zone,
        languages=list(mission.languages),
    )
    with every_mission():
        return release(import_programme(programme).event, name="First programme", released_at=RELEASED_AT)


def publish(mission, slug="seminar", items=1, at=RELEASED_AT, **values):
    """A released event with so many items."""
    with every_mission():
        event = make_event(mission, slug, **values)
        part = make_part(event) if items else None
        for number in range(items):
            make_item(part, title={"en": f"Address {number + 1}"})
        return release(event, name="Announcement", released_at=at)


def release_again(event, at=RELEASED_AT, **values):
    """The event, changed and released again."""
    with every_mission():
        Event.objects.filter(pk=event.pk).update(**values)
        return release(event, name="Changed", released_at=at)
