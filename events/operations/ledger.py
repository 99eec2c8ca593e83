"""The ledger of claims: sources, what they claim, and whose figures a mission gives in an edition.

What is shared by all missions is read by each and changed by none; a mission adds sources and claims of its own.
Values that cannot be kept raise ValidationError, with words at the fields.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Case, F, Q, QuerySet, Value, When

from events.models import (
    Claim,
    Edition,
    Event,
    EventClaim,
    Member,
    Mission,
    Occasion,
    Source,
    SourceOfRecord,
    User,
)
from events.operations.deeds import deed, entered, refuse_strangers
from events.operations.stale import kept, locked, locked_event
from events.programme.disagreements import Ledger
from events.snapshot.registers import claim_value

OFFICER = Member.Role.OFFICER
BEST_FIRST = (
    Case(
        *(
            When(source__authority=each, then=Value(rank))
            for rank, each in enumerate(("high", "medium", "low"))
        ),
        default=Value(9),
    ),
    F("source__published_on").desc(nulls_last=True),
    "source__key",
    "pk",
)


class InUseError(ValueError):
    """Something stands on it: ``events`` give the claim, the source has ``claims`` or is of record in ``editions``."""

    def __init__(self, events: Sequence[Event] = (), claims: int = 0, editions: int = 0) -> None:
        super().__init__("It is used: take it out there first.")
        self.events, self.claims, self.editions = events, claims, editions


def sources_for(mission: Mission) -> QuerySet[Source]:
    """Return those that the mission reads: its own and what is shared."""
    return Source.objects.filter(Q(mission=mission) | Q(mission__isnull=True)).order_by("key", "pk")


def claims_for(mission: Mission) -> QuerySet[Claim]:
    """Return those that the mission reads, the best source first."""
    ours = Q(mission=mission) | Q(mission__isnull=True)
    rows = Claim.objects.filter(ours).select_related("source", "edition__occasion")
    return rows.order_by(*BEST_FIRST)


def ledgers_of(events: Iterable[Event]) -> dict[str, Ledger]:
    """Return what is claimed of the occasions of events and of what is held within them, by the uids of these.

    Takes the same number of queries for one event and for thirty.
    """
    alone = {event.pk: event for event in events}
    within = Event.objects.filter(parent__in=alone).select_related("edition")
    editions = [(event, event.edition or _edition_of_parent(event)) for event in alone.values()]
    editions += [(child, child.edition or alone[child.parent_id or 0].edition) for child in within]
    found = [(event, edition) for event, edition in editions if edition]
    if not found:
        return {}
    missions = {event.mission_id for event, _ in found}
    claims = list(_claims_of(missions, {edition.occasion_id for _, edition in found}))
    named = SourceOfRecord.objects.filter(mission__in=missions, edition__in={edition for _, edition in found})
    records = {(row.mission_id, row.edition_id): row.source_id for row in named}
    return {
        str(event.uid): _ledger(
            [claim for claim in claims if claim.mission_id in (None, event.mission_id)],
            edition.occasion_id,
            records.get((event.mission_id, edition.pk)),
        )
        for event, edition in found
    }


def _edition_of_parent(event: Event) -> Edition | None:
    return event.parent.edition if event.parent else None


def _claims_of(missions: Iterable[int], occasions: Iterable[int]) -> QuerySet[Claim]:
    theirs = Q(mission__in=missions) | Q(mission__isnull=True)
    rows = Claim.objects.filter(theirs, edition__occasion__in=occasions)
    return rows.select_related("source", "edition").order_by(*BEST_FIRST)


def _ledger(claims: Iterable[Claim], occasion: int, record: int | None) -> Ledger:
    rows = [claim for claim in claims if claim.edition and claim.edition.occasion_id == occasion]
    return Ledger(
        claims=tuple(claim_value(row) for row in rows),
        record=tuple(claim_value(row) for row in rows if row.source_id == record),
    )


@deed(OFFICER)
def add_source(mission: Mission, *, by: User, **values: Any) -> Source:
    return entered(Source(mission=mission), values)


@deed(OFFICER)
def change_source(source: Source, version: int, *, by: User, **values: Any) -> Source:
    """Change what the values name. What is released already stays as it is. Raises StaleError."""
    source = locked(source, version, values)
    if kept(source, values, by):
        _tell_events(Q(claims__claim__source=source), by)
    return source


@deed(OFFICER)
def remove_source(source: Source, version: int, *, by: User) -> None:
    """Take out a source on which no claim stands. Raises StaleError or InUseError."""
    source = locked(source, version)
    claims, named = source.claims.count(), SourceOfRecord.objects.filter(source=source).count()
    if claims or named:
        raise InUseError(claims=claims, editions=named)
    source.delete()


@deed(OFFICER)
def add_claim(mission: Mission, *, occasion: Occasion, year: int, by: User, **values: Any) -> Claim:
    """Note what a source claims of the occasion in its edition of that year."""
    return entered(Claim(mission=mission, edition=_edition(occasion, year)), values)


@deed(OFFICER)
def change_claim(
    claim: Claim, version: int, *, occasion: Occasion, year: int, by: User, **values: Any
) -> Claim:
    """Change what the values name. What is released already stays as it is. Raises StaleError."""
    values["edition"] = _edition(occasion, year)
    claim = locked(claim, version, values)
    if kept(claim, values, by):
        _tell_events(Q(claims__claim=claim), by)
    return claim


@deed(OFFICER)
def remove_claim(claim: Claim, version: int, *, by: User) -> None:
    """Take out a claim that no event gives. Raises StaleError or InUseError."""
    claim = locked(claim, version)
    events = list(Event.with_deleted.filter(claims__claim=claim))
    if events:
        raise InUseError(events)
    claim.delete()


@deed(OFFICER)
def set_source_of_record(mission: Mission, edition: Edition, source: Source | None, *, by: User) -> None:
    """Say whose figures the mission gives in the edition; None takes it back."""
    row = SourceOfRecord.objects.filter(mission=mission, edition=edition).first()
    if source is None:
        if row:
            row.delete()
        return
    row = row or SourceOfRecord(mission=mission, edition=edition)
    refuse_strangers(mission.pk, {"source": source})
    row.source = source
    row.full_clean()
    row.save()


@deed(OFFICER)
def set_claims(event: Event, version: int | None, claims: Sequence[Claim], *, by: User) -> Event:
    """Make these the claims that the event's outputs give, in this order. Raises StaleError."""
    event = locked_event(event, version, only=("claims",))
    for claim in claims:
        refuse_strangers(event.mission_id, {"claim": claim})
    present = {row.claim_id: row for row in EventClaim.objects.filter(event=event)}
    for order, claim in enumerate(claims):
        row = present.pop(claim.pk, None) or EventClaim(event=event, claim=claim)
        if row.pk is None or row.order != order:
            row.order = order
            row.full_clean()
            row.save()
    for row in present.values():
        row.delete()
    event.raise_version(by)
    return event


def _edition(occasion: Occasion, year: int) -> Edition:
    return Edition.objects.get_or_create(occasion=occasion, year=year)[0]


def _tell_events(which: Q, by: User) -> None:
    """What an event prints changed with the ledger."""
    for event in Event.objects.filter(which).distinct():
        event.raise_version(by)
