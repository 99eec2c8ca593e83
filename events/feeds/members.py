"""A member's own feed: the working copies of the missions to which they belong at that moment, as staff see them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from logging import getLogger

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from events.exports.feed import EVENTS, Head, digest, fitting, holds_until, window
from events.exports.ical import calendar, written_language
from events.exports.silence_entries import silence_entries
from events.exports.task_entries import preparation_entries
from events.exports.vevents import Entry, vevents
from events.feeds.kept import Made, kept_feed
from events.feeds.revisions import revised
from events.feeds.secret import GoneError, about
from events.models import Event, FeedRevision, KeptFeed, Mission, Occasion, PrivateFeed, Release, Task
from events.models.fields import text_of
from events.models.mission_state import missions_of
from events.programme.choices import Audience, Kind, Status
from events.programme.document import DocumentError
from events.programme.preparation import DueTask
from events.programme.value import Programme
from events.scoping import of_mission
from events.snapshot import take_snapshots
from events.snapshot.registers import occasion_value

logger = getLogger(__name__)


def members_feed(feed: PrivateFeed, now: datetime) -> tuple[KeptFeed, int | None]:
    """Return the feed and the key of the newest release. Raises GoneError for who belongs to no mission any more."""
    missions = missions_of(feed.owner_id) if feed.owner_id else []
    if not missions:
        raise GoneError(feed.pk)
    state = digest(repr(missions).encode())
    if state != feed.state:
        FeedRevision.objects.rise([feed.scope])
        PrivateFeed.objects.filter(pk=feed.pk).update(state=state)
    kept = kept_feed(
        feed.scope,
        feed.scope,
        now.date(),
        lambda: _made(feed, [mission.key for mission in missions], missions[0].language, now),
    )
    return kept, max((mission.release for mission in missions if mission.release), default=None)


def _made(feed: PrivateFeed, keys: list[int], language: str, now: datetime) -> Made:
    language, today = written_language([language]), now.date()
    with of_mission(*keys):
        zone = Mission.objects.filter(pk__in=keys).order_by("slug").values_list("zone", flat=True)[0]
        planned = Event.objects.filter(parent=None, on__isnull=False).select_related("mission")
        rows = planned.order_by("-on", "pk")[:EVENTS]
        events = {str(event.pk): event for event in rows}
        heads = (
            Head(key, event.until or event.on, event.status, event.changed_at)
            for key, event in events.items()
            if event.on
        )
        held = window(heads, today)
        programmes = _programmes([events[head.code] for head in held])
        silences = _silences(programmes, zone, language, today)
        groups = fitting([silences, *_entries(programmes, language)])
    with translation.override(language):
        of_feed = about(feed, language, zone, _("What your missions plan, drafts among it."))
    entries = revised(feed, [entry for group in groups for entry in group], now)
    next_year = date(today.year + 1, 1, 1)
    return Made(
        calendar(entries, of_feed), min(next_year, holds_until(held, len(groups) - 1, today) or next_year)
    )


def _programmes(events: list[Event]) -> list[tuple[Event, Programme | None]]:
    """An event that stands as it was released is told by its release; any other by its draft, if it can be told."""
    drafts = take_snapshots(events)
    released = {each.event_id: each for each in Release.objects.current().filter(event__in=events)}
    told: list[tuple[Event, Programme | None]] = []
    for event in events:
        draft, release = drafts.get(event.pk), released.get(event.pk)
        programme = draft if isinstance(draft, Programme) else None
        if release and release.event_version == event.version and not event.withdrawn_at:
            try:
                programme = release.programme
            except DocumentError:
                logger.exception("Event %s is left out of a private calendar: it cannot be read.", event.pk)
                programme = None
        told.append((event, programme))
    return told


def _silences(
    programmes: Iterable[tuple[Event, Programme | None]], zone: str, language: str, today: date
) -> list[Entry]:
    """Return those of the occasions last year, this year and next year, as far as no event holds them itself."""
    held = {
        item.span.start
        for _event, programme in programmes
        if programme
        for each in (programme, *programme.children)
        for item in each.items
        if item.kind is Kind.SILENCE and item.span
    }
    occasions = [occasion_value(each) for each in Occasion.objects.prefetch_related("aliases")]
    years = range(today.year - 1, today.year + 2)
    return silence_entries(occasions, years, zone, language, but=held)


def _entries(programmes: Iterable[tuple[Event, Programme | None]], language: str) -> Iterator[list[Entry]]:
    tasks: dict[int, list[Task]] = defaultdict(list)
    events = [event for event, _programme in programmes]
    for task in Task.objects.filter(event__in=events).select_related("event"):
        tasks[task.event_id].append(task)
    for event, programme in programmes:
        planned: list[Entry] = []
        if programme:
            planned = vevents(programme, language, settings.SITE_URL, items=True, audience=Audience.STAFF)
        yield planned + _prepared(event, tasks[event.pk], language)


def _prepared(event: Event, tasks: Iterable[Task], language: str) -> list[Entry]:
    """The preparation, as far as it has a day."""
    due = [
        DueTask(
            uid=str(task.uid),
            words=task.words(language),
            note=task.source(language),
            due=task.due,
            is_done=task.done_at is not None,
            responsible=task.responsible,
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
