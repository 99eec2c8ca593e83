"""The private feeds: a member's, of the working copies of their missions at that moment, and a speaker's own slots."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from logging import getLogger

from django.conf import settings
from django.db.models import Max, TextField
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from events.exports.feed import EVENTS, Head, fitting, holds_until, window
from events.exports.ical import About, calendar, written_language
from events.exports.own_slots import own_slots
from events.exports.task_entries import preparation_entries
from events.exports.vevents import Entry, Revision, vevents
from events.feeds.kept import Made, kept_feed
from events.feeds.public import ZONE
from events.models import (
    Event,
    FeedRevision,
    KeptFeed,
    Mission,
    Office,
    Organisation,
    Person,
    Place,
    PrivateFeed,
    Release,
    Task,
    User,
)
from events.models.feed_revision import mission_scope
from events.models.fields import text_of
from events.programme.choices import Audience, Status
from events.programme.document import DocumentError
from events.programme.preparation import DueTask
from events.programme.text import Wording
from events.programme.value import Programme
from events.scoping import of_mission
from events.snapshot import take_snapshots

logger = getLogger(__name__)

# What working copies are made of, beside the events that count their own changes.
REGISTERS = (Person, Office, Organisation, Place, Mission)


class GoneError(LookupError):
    """The feed was revoked, or its owner has left."""


def private_feed(feed: PrivateFeed, today: date) -> tuple[KeptFeed, int | None]:
    """Return the calendar and the key of the newest release that it knows of. Raises GoneError."""
    if feed.revoked_at:
        raise GoneError(feed.pk)
    if feed.person:
        return _speakers(feed, feed.person, today)
    if feed.owner is None or not feed.owner.is_active:
        raise GoneError(feed.pk)
    return _members(feed, feed.owner, today)


def _members(feed: PrivateFeed, owner: User, today: date) -> tuple[KeptFeed, int | None]:
    missions = [each.mission for each in owner.memberships.select_related("mission")]
    if not missions:
        raise GoneError(feed.pk)
    with of_mission(*(mission.pk for mission in missions)):
        newest = Release.objects.aggregate(newest=Max("pk"))["newest"]
        state = _state(missions, owner.language, newest)
        if state != feed.state:
            FeedRevision.objects.rise([feed.scope])
            PrivateFeed.objects.filter(pk=feed.pk).update(state=state)
        kept = kept_feed(
            feed.scope, feed.scope, today, lambda: _missions_made(feed, missions, owner.language, today)
        )
        return kept, newest


def _state(missions: Iterable[Mission], language: str, newest: int | None) -> str:
    """Return what is another text after every change to what the calendar is made of."""
    events = list(Event.objects.order_by("pk").values_list("pk", "version"))
    registers = [model.history.aggregate(last=Max("history_id"))["last"] for model in REGISTERS]
    tasks = list(Task.objects.order_by("pk").values_list("pk", "version"))
    facts = [sorted(mission.pk for mission in missions), language, newest, events, tasks, registers]
    return sha256(repr(facts).encode()).hexdigest()[:32]


def _missions_made(feed: PrivateFeed, missions: list[Mission], language: str, today: date) -> Made:
    language = written_language([language])
    planned = Event.objects.filter(parent=None, on__isnull=False).select_related("mission")
    rows = planned.order_by("-on", "pk")[:EVENTS]
    events = {str(event.pk): event for event in rows}
    heads = (
        Head(key, event.until or event.on, event.status, event.changed_at)
        for key, event in events.items()
        if event.on
    )
    held = window(heads, today)
    groups = fitting(_entries([events[head.code] for head in held], language))
    with translation.override(language):
        about = _about(feed, language, missions[0].zone, _("What your missions plan, drafts among it."))
    octets = calendar([entry for group in groups for entry in group], about)
    return Made(octets, holds_until(held, len(groups), today))


def _entries(events: list[Event], language: str) -> Iterator[list[Entry]]:
    """An event that stands as it was released is written from its release; any other as a draft."""
    drafts = take_snapshots(events)
    released = {each.event_id: each for each in Release.objects.current().filter(event__in=events)}
    tasks: dict[int, list[Task]] = defaultdict(list)
    for task in Task.objects.filter(event__in=events).select_related("event"):
        tasks[task.event_id].append(task)
    for event in events:
        programme: object = drafts.get(event.pk)
        release = released.get(event.pk)
        try:
            if release and release.event_version == event.version and not event.withdrawn_at:
                programme = release.programme
            if not isinstance(programme, Programme):
                continue
            revision = Revision(event.version, event.changed_at, event.changed_at)
            planned = vevents(
                programme,
                language,
                settings.SITE_URL,
                items=True,
                audience=Audience.STAFF,
                revision=revision,
            )
            yield planned + _prepared(event, tasks[event.pk], language)
        except DocumentError:
            logger.exception("Event %s is left out of a private calendar: it cannot be read.", event.pk)


def _prepared(event: Event, tasks: Iterable[Task], language: str) -> list[Entry]:
    """The preparation, as far as it has a day."""
    due = [
        DueTask(
            uid=str(task.uid),
            words=task.words(language),
            note=task.source(language),
            due=task.due,
            is_done=task.done_at is not None,
            sequence=task.version + event.version,
            changed_at=max(task.changed_at, event.changed_at),
        )
        for task in tasks
        if task.due
    ]
    page = reverse("desk:preparation", args=[event.mission.slug, event.slug])
    return preparation_entries(
        due,
        text_of(event.title).wording(language, tuple(event.languages)),
        str(event.uid),
        f"{settings.SITE_URL}{page}",
        language,
        cancelled=event.status == Status.CANCELLED,
    )


def _speakers(feed: PrivateFeed, person: Person, today: date) -> tuple[KeptFeed, int | None]:
    slug = person.mission.slug
    language = written_language(person.mission.languages)
    # Whatever changes what the mission's public calendar says raises its revision, and so makes this one anew.
    kept = kept_feed(
        mission_scope(slug), feed.scope, today, lambda: _speakers_made(feed, person, language, today)
    )
    newest = Release.published.of_mission(slug).aggregate(newest=Max("pk"))["newest"]
    return kept, newest


def _speakers_made(feed: PrivateFeed, person: Person, language: str, today: date) -> Made:
    releases = Release.published.of_mission(person.mission.slug).current()
    named = releases.annotate(written=Cast("document", TextField())).filter(
        written__contains=str(person.uid), ends_on__isnull=False
    )
    found = {release.code: release for release in named.order_by("-ends_on", "code")[:EVENTS]}
    heads = [Head(each.code, each.ends_on, each.status, each.released_at) for each in found.values()]
    held = window(heads, today)
    entries: list[list[Entry]] = []
    for head in held:
        try:
            programme = found[head.code].programme
        except DocumentError:
            logger.exception("Release %s is left out of a speaker's calendar.", head.code)
            continue
        entries.append(own_slots(programme, str(person.uid), language, settings.SITE_URL))
    groups = fitting(entries)
    with translation.override(language):
        about = _about(feed, language, person.mission.zone, text_of(person.name).wording(language).text)
    return Made(
        calendar([each for group in groups for each in group], about), holds_until(held, len(groups), today)
    )


def _about(feed: PrivateFeed, language: str, zone: str, description: str) -> About:
    # Its own address is a secret, and is kept nowhere.
    return About(
        Wording(feed.label, language),
        description,
        url=f"{settings.SITE_URL}{reverse('events:home')}",
        source="",
        zone=zone or ZONE,
    )
