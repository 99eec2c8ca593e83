"""Made-up events of several missions, in their languages, and events with agendas of any length."""

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from events.benchmarks.scratch import SEMINAR, Scratch
from events.models import Event, FeedRevision, Mission, Release
from events.models.feed_revision import ALL, mission_scope

# Of each mission its zone and its languages, the own one first.
MISSIONS = (
    ("Asia/Karachi", ("en", "ur", "az")),
    ("Asia/Baku", ("az", "ru", "en")),
    ("Europe/Istanbul", ("tr", "az")),
    ("Europe/London", ("en", "az")),
    ("Europe/Moscow", ("ru", "az")),
)
KINDS = ("seminar", "exhibition", "reception", "wreath-laying")
A_DAY = 2
# Fewer than a feed holds, so that it holds past ones too.
DAYS_TO_COME = 60
ITEMS = 6
# In which a release of the demonstration says its day, in moments as well.
ITS_DAY = "2023-01-20"


def populate(scratch: Scratch) -> None:
    """Release as many events as the scratch database is to have, A_DAY a day, the last ones to come; done once."""
    if Mission.objects.filter(slug="made-up-1").exists():
        return
    missions = [_mission(scratch, index) for index in range(len(MISSIONS))]
    text = json.dumps(_document(scratch, ITEMS))
    today = timezone.localdate()
    events = []
    for index in range(scratch.number):
        mission = missions[index % len(missions)]
        on = today + timedelta(days=DAYS_TO_COME - index // A_DAY)
        events.append(_event(mission, f"event-{index}", KINDS[index % len(KINDS)], on))
    for start in range(0, len(events), 500):
        some = events[start : start + 500]
        Event._base_manager.bulk_create(some)
        Release._base_manager.bulk_create(
            released(event, json.loads(text.replace(ITS_DAY, str(event.on)))) for event in some
        )
    FeedRevision.objects.rise([ALL, *(mission_scope(mission.slug) for mission in missions)])


def event_of(scratch: Scratch, items: int) -> Release:
    """Return the released event of so many items; made once."""
    slug = f"of-{items}-items"
    if kept := Release.published.current().filter(event_slug=slug).first():
        return kept
    event = _event(scratch.event.mission, slug, scratch.release.kind, timezone.localdate())
    event.save()
    release = released(event, _document(scratch, items))
    Release._base_manager.bulk_create([release])
    return release


def release_in(scratch: Scratch, language: str) -> Release:
    """Return a released event with pages in this language: of the demonstration, else one made up once."""
    if language in scratch.release.programme.languages:
        return scratch.release
    slug = f"in-{language}"
    if kept := Release.published.current().filter(event_slug=slug).first():
        return kept
    event = _event(
        _mission_of(scratch, slug, scratch.event.zone, (language, "az")), slug, "seminar", scratch.event.on
    )
    event.save()
    release = released(event, scratch.release.document)
    Release._base_manager.bulk_create([release])
    return release


def released(event: Event, document: dict[str, Any]) -> Release:
    mission = event.mission
    programme = {
        **document["programme"],
        "uid": str(event.uid),
        "slug": event.slug,
        "kind": event.kind,
        "zone": mission.zone,
        "languages": mission.languages,
        "on": str(event.on),
        "mission": {
            **document["programme"]["mission"],
            "slug": mission.slug,
            "zone": mission.zone,
            "languages": mission.languages,
        },
    }
    return Release(
        event=event,
        number=1,
        name="First",
        code=uuid4().hex[:12],
        document={**document, "programme": programme},
        released_at=timezone.now(),
        kind=event.kind,
        mission_slug=mission.slug,
        event_slug=event.slug,
        status="confirmed",
        starts_on=event.on,
        ends_on=event.on,
    )


def _mission(scratch: Scratch, index: int) -> Mission:
    return _mission_of(scratch, f"made-up-{index + 1}", *MISSIONS[index])


def _mission_of(scratch: Scratch, slug: str, zone: str, languages: tuple[str, ...]) -> Mission:
    kept = scratch.event.mission
    return Mission.objects.create(
        slug=slug,
        kind=kept.kind,
        name=kept.name,
        city=kept.city,
        country=kept.country,
        zone=zone,
        languages=list(languages),
    )


def _event(mission: Mission, slug: str, kind: str, on: Any) -> Event:
    return Event(
        mission=mission,
        slug=slug,
        kind=kind,
        title={"en": "Remembrance"},
        zone=mission.zone,
        on=on,
        languages=mission.languages,
    )


def _document(scratch: Scratch, items: int) -> dict[str, Any]:
    """Return the released seminar with so many items, its own ones over and over, with names of their own."""
    document: dict[str, Any] = Release.published.current().get(event_slug=SEMINAR).document
    part = document["programme"]["parts"][0]
    its = [item for each in document["programme"]["parts"] for item in each["items"]]
    agenda = [{**its[index % len(its)], "uid": str(uuid4())} for index in range(items)]
    short = {**document["programme"], "parts": [{**part, "items": agenda}], "claims": [], "decisions": []}
    return {**document, "programme": short}
