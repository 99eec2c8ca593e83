"""Answers to open matters: what is not stated, what is right as it is.

They change nothing that is planned, printed or public, so the event's version stays.
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.models import Event, Member, NameVariant, SettledMatter, User
from events.models.fields import text_of
from events.operations.deeds import deed
from events.operations.registers import print_spelling
from events.operations.stale import locked_event
from events.programme.completeness import SPELLING
from events.programme.settling import answerable
from events.snapshot import take_snapshot

OFFICER = Member.Role.OFFICER


class NotOpenError(ValueError):
    """There is nothing to answer: it was filled in or mended, or it needs more than an answer."""


@deed(OFFICER)
def settle(event: Event, key: str, *, by: User, now: datetime, because: str = "") -> SettledMatter:
    """Keep the answer to the open matter with this key; a second answer takes the place of the first.

    Answers to what is open no more go: should it open again, it is asked for anew. Raises NotOpenError, and
    ValidationError at ``because`` where words that look wrong are called right without a reason.
    """
    event = locked_event(event)
    found = answerable(take_snapshot(event))
    if key not in found:
        raise NotOpenError("This has been settled already.")
    if found[key].asks_why and not because:
        raise ValidationError({"because": _("Say why it is right as it stands.")})
    row = None
    for kept in SettledMatter.objects.filter(event=event):
        if kept.key == key:
            row = kept
        elif kept.key not in found:
            kept.delete()
    row = row or SettledMatter(event=event, key=key)
    row.answer, row.words = found[key].answer.value, found[key].words
    row.because, row.by, row.at = because, by, now
    row.full_clean()
    row.save()
    return row


@deed(OFFICER)
def choose_spelling(event: Event, key: str, variant: NameVariant, *, by: User, now: datetime) -> None:
    """Print another spelling that is known in the place of one that nobody has confirmed.

    Where that one is not confirmed either, the choice is kept as the answer. Raises NotOpenError.
    """
    event = locked_event(event)
    of_person = f"{SPELLING}:{variant.person.uid}:" if variant.person else None
    if not of_person or not key.startswith(of_person) or key not in answerable(take_snapshot(event)):
        raise NotOpenError("This has been settled already.")
    before = dict(text_of(variant.entry.name).versions).get(variant.language, "")
    print_spelling(variant, by=by)
    if not variant.confirmed:
        settle(event, key, by=by, now=now, because=_("Chosen instead of “%(name)s”.") % {"name": before})


@deed(OFFICER)
def ask_again(event: Event, key: str, *, by: User) -> None:
    """Take an answer back, also one that was given at the event that this one is held within."""
    locked_event(event)
    # Compared here: PostgreSQL refuses a question with the NUL byte that a forged key may hold.
    for row in [each for each in SettledMatter.objects.told_with(event) if each.key == key]:
        row.delete()
