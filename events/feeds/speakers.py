"""A speaker's feed: their own slots of current releases, and nothing else."""

from datetime import date
from logging import getLogger

from django.conf import settings
from django.db.models import Max, Q, TextField
from django.db.models.functions import Cast
from django.utils import translation

from events.exports.feed import EVENTS, Head, fitting, holds_until, window
from events.exports.ical import calendar, written_language
from events.exports.own_slots import own_slots
from events.exports.vevents import Entry
from events.feeds.kept import Made, kept_feed
from events.feeds.secret import about
from events.models import KeptFeed, Person, PrivateFeed, Release
from events.models.feed_revision import mission_scope
from events.models.fields import text_of
from events.programme.document import DocumentError

logger = getLogger(__name__)


def speakers_feed(feed: PrivateFeed, person: Person, today: date) -> tuple[KeptFeed, int | None]:
    """Return the feed and the key of the newest release of the mission."""
    slug = person.mission.slug
    language = written_language(person.mission.languages)
    # Whatever changes what the mission's public calendar says raises its revision, and so makes this one anew.
    kept = kept_feed(mission_scope(slug), feed.scope, today, lambda: _made(feed, person, language, today))
    newest = Release.published.of_mission(slug).aggregate(newest=Max("pk"))["newest"]
    return kept, newest


def _made(feed: PrivateFeed, person: Person, language: str, today: date) -> Made:
    releases = Release.published.of_mission(person.mission.slug).current()
    is_named = Q()
    for uid in person.uids:
        is_named |= Q(written__contains=uid)
    named = releases.annotate(written=Cast("document", TextField())).filter(is_named, ends_on__isnull=False)
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
        entries.append(own_slots(programme, person.uids, language, settings.SITE_URL))
    groups = fitting(entries)
    with translation.override(language):
        of_feed = about(feed, language, person.mission.zone, text_of(person.name).wording(language).text)
    return Made(
        calendar([each for group in groups for each in group], of_feed), holds_until(held, len(groups), today)
    )
