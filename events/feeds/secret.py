"""What every feed at a secret address has in common."""

from django.conf import settings
from django.urls import reverse

from events.exports.ical import About
from events.feeds.public import ZONE
from events.models import PrivateFeed
from events.programme.text import Wording


class GoneError(LookupError):
    """The feed was revoked, or its owner has left."""


def about(feed: PrivateFeed, language: str, zone: str, description: str) -> About:
    # Its own address is a secret, and is kept nowhere.
    return About(
        Wording(feed.label, language),
        description,
        url=f"{settings.SITE_URL}{reverse('events:home')}",
        source="",
        zone=zone or ZONE,
    )
