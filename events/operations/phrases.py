"""Approved wordings of a mission. Those of all missions are kept by support staff.

Values that cannot be kept raise ValidationError, with words at the fields.
"""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django.db.models import Q, QuerySet

from events.models import Event, Member, Mission, Phrase, User
from events.models.fields import text_of
from events.operations.deeds import deed
from events.operations.stale import kept, locked
from events.programme.every_text import Place, every_text
from events.programme.value import Programme
from events.snapshot import take_snapshots

OFFICER = Member.Role.OFFICER


@deed(OFFICER)
def add_phrase(mission: Mission, *, by: User, **values: Any) -> Phrase:
    phrase = Phrase(mission=mission, key=uuid4().hex, **values)
    phrase.full_clean()
    phrase.save()
    return phrase


@deed(OFFICER)
def change_phrase(phrase: Phrase, version: int, *, by: User, **values: Any) -> Phrase:
    """Change what the values name; texts in which the phrase stands stay as they are. Raises StaleError."""
    phrase = locked(phrase, version, values)
    kept(phrase, values, by)
    return phrase


def phrases_for(mission: Mission) -> QuerySet[Phrase]:
    """Return those of all missions and the mission's own."""
    return Phrase.objects.filter(Q(mission=None) | Q(mission=mission))


def used_in(phrase: Phrase, mission: Mission) -> Iterator[tuple[Event, Programme, list[Place]]]:
    """Return the mission's events with the places where the words of the phrase stand, the latest first."""
    events = Event.objects.on_their_own().filter(mission=mission).select_related("mission").order_by("-on")
    programmes = take_snapshots(events)
    words = [_plain(text) for _, text in text_of(phrase.text).versions]
    for event in events:
        programme = programmes.get(event.pk)
        if not isinstance(programme, Programme):
            continue
        places = [
            place for place in every_text(programme) if any(each in _plain(place.text) for each in words)
        ]
        if places:
            yield event, programme, places


def _plain(text: str) -> str:
    """Return the text as it is compared: capitals, and where lines break, do not matter."""
    return " ".join(text.casefold().split())
