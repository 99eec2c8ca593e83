"""Members who left long ago: what they did stays told, and not who they were."""

from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.admin.models import LogEntry
from django.db import transaction
from django.db.models import Max, QuerySet

from events.models import FeedRevision, Invitation, Item, Member, PrivateFeed, Task, User

NAMED_FOR = timedelta(days=730)


@transaction.atomic
def pseudonymise_who_left(now: datetime) -> int:
    """Make a number of each account that belongs to no mission since 24 months; return how many there were.

    History and log tell of an account by its key, which stays: deeds of one member are still those of one member.
    """
    accounts = list(_left_before(now - NAMED_FOR))
    for user in accounts:
        _forget(user)
    return len(accounts)


def _left_before(until: datetime) -> QuerySet[User]:
    ended = Member.history.filter(history_type="-").values("user_id").annotate(last=Max("history_date"))
    gone = ended.filter(last__lt=until).values_list("user_id", flat=True)
    there = User.objects.filter(memberships__isnull=True, is_staff=False, is_superuser=False)
    return there.filter(pk__in=list(gone)).exclude(username__startswith=User.LEFT)


def _forget(user: User) -> None:
    for model in (Authenticator, SocialAccount):
        model.objects.filter(user=user).delete()
    feeds = PrivateFeed.objects.filter(owner=user)
    FeedRevision.objects.filter(scope__in=[feed.scope for feed in feeds]).delete()
    feeds.delete()
    for invitation in Invitation.objects.filter(email__iexact=user.email):
        invitation.delete()
    Invitation.history.filter(email__iexact=user.email).delete()
    if name := user.get_full_name():
        for copies in (Item.history, Task.history):
            copies.filter(responsible__iexact=name).update(responsible="")
    LogEntry.objects.filter(content_type__model="user", object_id=str(user.pk)).delete()
    user.become_a_number()
