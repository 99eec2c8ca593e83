"""A private calendar, as a calendar program asks for it."""

import re
from datetime import timedelta

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from events.feeds.private import private_feed
from events.feeds.secret import GoneError
from events.models import PrivateFeed
from events.views.calendar_answers import GONE, NotAnsweredError, calendar_view, feed_answer, wish_of

# A program that asks often is noted this often, since every note is written.
NOTED_EVERY = timedelta(minutes=10)
# The first word that names who asks: "Mozilla/5.0" is said by all and means nothing.
FAMILY = re.compile(
    r"(?<![A-Za-z0-9])(?!Mozilla/|compatible\b)[A-Za-z][A-Za-z0-9 ._+-]{1,38}(?=/|\s*\(|\s*;|$)"
)
KNOWN = (
    "Thunderbird",
    "Google-Calendar-Importer",
    "Outlook",
    "Evolution",
    "Nextcloud",
    "vdirsyncer",
    "ICSx5",
    # Who tries the address by hand; the first that is named, since most claim to be the others too.
    "Firefox",
    "Chrome",
    "Safari",
)
COMMENT = re.compile(r"\([^()]*\)")


@calendar_view
def private_calendar(request: HttpRequest, token: str, name: str) -> HttpResponseBase:
    wish_of(request)
    feed = PrivateFeed.objects.with_token(token)
    if feed is None:
        raise NotAnsweredError(_("There is no such calendar."))
    now = timezone.now()
    try:
        kept, newest = private_feed(feed, now)
    except GoneError:
        raise NotAnsweredError(_("This calendar is no longer there."), GONE) from None
    program = family(request.headers.get("User-Agent", ""))
    is_news = (feed.fetched_by, feed.seen_release_id) != (program, newest)
    if is_news or feed.fetched_at is None or now - feed.fetched_at >= NOTED_EVERY:
        feed.was_fetched(now, program, newest)
    response = feed_answer(request, kept, f"{name}.ics")
    response["Referrer-Policy"] = "no-referrer"
    return response


def family(user_agent: str) -> str:
    """Return the name of a program out of what it says of itself, without versions; empty where it says nothing."""
    said = "".join(letter for letter in user_agent[:300] if letter.isprintable())
    for name in KNOWN:
        if name.lower() in said.lower():
            return name
    found = FAMILY.search(COMMENT.sub("", said))
    return found[0].strip() if found else ""
