"""What is chosen where a text of an event gives another figure than the source of record."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from events.models import Claim, Event, EventClaim, FigureDecision, Member, User
from events.operations.deeds import deed
from events.operations.ledger import claims_for, ledgers_of, set_claims
from events.operations.settling import NotOpenError
from events.operations.stale import locked_event
from events.operations.texts import write_text
from events.programme import value as v
from events.programme.choices import FigureChoice
from events.programme.disagreements import Disagreement, disagreements
from events.programme.document import claim_to_document
from events.snapshot import take_snapshot
from events.snapshot.registers import claim_value

OFFICER = Member.Role.OFFICER


class UnsourcedError(ValueError):
    """A figure that no source of the ledger gives can be attributed to nobody."""


class SharedTextError(ValueError):
    """A text that all missions share does not take the figure of the record from one event."""


def open_figures(event: Event) -> list[Disagreement]:
    """Return what has to be chosen before the event is released, also in what is held within it."""
    return disagreements(take_snapshot(event), ledgers_of([event]))


@deed(OFFICER)
def decide_figure(event: Event, key: str, choice: FigureChoice, *, by: User, now: datetime) -> None:
    """Write what is chosen into the texts, keep the choice for the release, and let the outputs give its claims.

    Raises NotOpenError, UnsourcedError or SharedTextError, and ValidationError where a text would become too long.
    """
    event = locked_event(event)
    found = next((each for each in open_figures(event) if each.key == key), None)
    if found is None:
        raise NotOpenError("This has been settled already.")
    if choice is FigureChoice.RECORD and found.is_in_a_shared_text:
        raise SharedTextError("The message of the year is changed by support staff.")
    if choice not in found.choices:
        raise UnsourcedError("No source of the ledger gives this figure.")
    for place, words in found.rewritten(choice):
        write_text(place, words, by=by)
    target = Event.objects.get(uid=found.event)
    _give_claims(target, found, choice, by)
    row = FigureDecision.objects.filter(event=target, subject=found.subject).first()
    row = row or FigureDecision(event=target, subject=found.subject)
    row.choice, row.by, row.at = choice.value, by, now
    row.claims = [claim_to_document(claim) for claim in found.weighed]
    row.full_clean()
    row.save()
    target.raise_version(by)


@deed(OFFICER)
def ask_figure_again(event: Event, key: str, *, by: User) -> None:
    """Take a choice back: the texts stay, and what still differs is open again."""
    locked_event(event)
    subject, _, uid = key.partition(":")
    here = Q(event=event) | Q(event__parent=event)
    for row in FigureDecision.objects.filter(here, subject=subject).select_related("event"):
        if str(row.event.uid) == uid:
            row.delete()
            row.event.raise_version(by)


def _give_claims(event: Event, found: Disagreement, choice: FigureChoice, by: User) -> None:
    """Let the event give the claims of the choice where it gave others of the subject: in their place, else last.

    An event that prints no figures of the subject begins to where two are named, each with its source.
    """
    given = [row.claim for row in EventClaim.objects.filter(event=event).select_related("claim__source")]
    of_subject = [claim for claim in given if claim.subject == found.subject]
    if choice is FigureChoice.RECORD:
        wanted = list(_rows(event, [found.record])) if of_subject else []
    else:
        wanted = of_subject + [row for row in _rows(event, found.weighed) if row not in of_subject]
    at = given.index(of_subject[0]) if of_subject else len(given)
    kept = [claim for claim in given if claim not in of_subject]
    claims = [*kept[:at], *wanted, *kept[at:]]
    if claims != given:
        set_claims(event, None, claims, by=by)


def _rows(event: Event, claims: Iterable[v.Claim]) -> Iterable[Claim]:
    rows = {claim_value(row): row for row in reversed(list(claims_for(event.mission)))}
    return [rows[claim] for claim in claims if claim in rows]
