"""What is kept, one file a model with its queryset and choices."""

from events.models.contribution import Contribution
from events.models.erasure import Erasure
from events.models.event import Event
from events.models.event_lists import AudienceGroup, Host, OpeningDay, Work
from events.models.feed_revision import FeedRevision
from events.models.figure_decision import FigureDecision
from events.models.invitation import Invitation
from events.models.kept_feed import KeptEntries, KeptFeed
from events.models.mission import Member, Mission
from events.models.name_variant import NameVariant
from events.models.occasion import Alias, Edition, Occasion
from events.models.order_rule import OrderRule
from events.models.organisation import Organisation
from events.models.part import Item, Part
from events.models.person import Office, Person
from events.models.phrase import Phrase
from events.models.picture import Picture
from events.models.place import Place
from events.models.precedent import Precedent
from events.models.private_feed import EntryRevision, PrivateFeed
from events.models.release import Release, ReleaseIsImmutableError
from events.models.release_file import FileIsImmutableError, ReleaseFile
from events.models.settled_matter import SettledMatter
from events.models.source import Claim, EventClaim, Source, SourceOfRecord
from events.models.still_right import StillRight
from events.models.submission import Submission
from events.models.task import Task
from events.models.user import User

__all__ = [
    "Alias",
    "AudienceGroup",
    "Claim",
    "Contribution",
    "Edition",
    "EntryRevision",
    "Erasure",
    "Event",
    "EventClaim",
    "FeedRevision",
    "FigureDecision",
    "FileIsImmutableError",
    "Host",
    "Invitation",
    "Item",
    "KeptEntries",
    "KeptFeed",
    "Member",
    "Mission",
    "NameVariant",
    "Occasion",
    "Office",
    "OpeningDay",
    "OrderRule",
    "Organisation",
    "Part",
    "Person",
    "Phrase",
    "Picture",
    "Place",
    "Precedent",
    "PrivateFeed",
    "Release",
    "ReleaseFile",
    "ReleaseIsImmutableError",
    "SettledMatter",
    "Source",
    "SourceOfRecord",
    "StillRight",
    "Submission",
    "Task",
    "User",
    "Work",
]
