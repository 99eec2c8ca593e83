"""What needs a member: events to approve, clashing, changed since their release, or incomplete."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.forms.ledger_words import SUBJECTS
from events.models import Event, Release, Task
from events.programme.changes import changes
from events.programme.choices import Status
from events.programme.completeness import SPELLING, Missing, Severity, missing
from events.programme.conflicts import Level
from events.programme.disagreements import Disagreement, Ledger, disagreements
from events.programme.explanations import explain
from events.programme.languages import full_date
from events.programme.lint import findings
from events.programme.mend import Agenda
from events.programme.preparation import State
from events.programme.settling import unsettled
from events.programme.text import Wording
from events.programme.value import Programme
from events.templatetags.desk import worded
from events.views.open_matters import where, where_it_stands


class Need(StrEnum):
    """In the order in which they come first."""

    APPROVE = "approve"
    CLASHING = "clashing"
    DECIDE = "decide"
    WORDING = "wording"
    SENT_BACK = "sent-back"
    PREPARE = "prepare"
    CHANGED = "changed"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True)
class Wanting:
    """An event that needs somebody. ``words`` tell the first thing of that need, ``more`` counts the others.

    ``address`` is where that first thing stands, where it is one place.
    """

    event: Event
    need: Need
    words: tuple[Wording, ...]
    more: int = 0
    at: datetime | None = None
    address: str = ""

    @property
    def rest(self) -> str:
        if not self.more:
            return ""
        return ngettext("%(count)s more.", "%(count)s more.", self.more) % {"count": self.more}


@dataclass(frozen=True)
class Planned:
    """An event with its working copy and its last release; ``problem`` is why there is no working copy to read.

    ``settled`` are the matters that an officer has answered, ``tasks`` those not done yet, ``ledgers`` what is claimed
    of its occasions.
    """

    event: Event
    programme: Programme | None
    released: Release | None
    problem: str = ""
    settled: Collection[str] = ()
    tasks: Sequence[Task] = ()
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)

    @property
    def changed(self) -> bool:
        return bool(
            self.programme
            and self.released
            and self.programme != replace(self.released.programme, release=None)
        )


def needs_of(planned: Planned, language: str, may_release: bool, today: date) -> Iterator[Wanting]:
    """Return every need of the event, the first one first."""
    event, programme = planned.event, planned.programme
    submission = event.submission
    submitted = submission.state == Event.Submitted.SUBMITTED
    if submitted and may_release:
        yield Wanting(event, Need.APPROVE, tuple(_asked(planned, language)), at=submission.at)
    if programme is None:
        yield Wanting(event, Need.CLASHING, (Wording(planned.problem, language),))
        return
    warnings = [each for each in unsettled(programme, planned.settled) if each.level is Level.WARNING]
    if warnings:
        clash = warnings[0]
        told = _in_words(explain(clash, programme, language), language)
        address = where(event, programme, clash.uids[0], Agenda(programme).event_in(clash).uid)
        yield Wanting(event, Need.CLASHING, (told,), len(warnings) - 1, address=address)
    figures = disagreements(programme, planned.ledgers)
    if figures:
        place = figures[0].open[0].place
        yield Wanting(
            event,
            Need.DECIDE,
            (_differing(figures[0], language),),
            len(figures) - 1,
            address=where_it_stands(event, programme, place),
        )
    lacking = [each for each in missing(programme, planned.settled) if each.severity is Severity.MUST]
    yield from _wording(planned, programme, lacking, language)
    if submission.state == Event.Submitted.SENT_BACK:
        yield Wanting(event, Need.SENT_BACK, (Wording(submission.note, ""),), at=submission.at)
    yield from to_prepare(planned, language, today)
    if planned.changed and not submitted:
        words, more = _changes(planned, language)
        yield Wanting(event, Need.CHANGED, words, more)
    unfilled = [each for each in lacking if not _is_a_name(each)]
    if unfilled:
        first = unfilled[0]
        told = _in_words(first.words, language)
        address = where(event, programme, first.target, first.event)
        yield Wanting(event, Need.INCOMPLETE, (told,), len(unfilled) - 1, address=address)


def _wording(
    planned: Planned, programme: Programme, lacking: Iterable[Missing], language: str
) -> Iterator[Wanting]:
    """Names that nobody has confirmed and words that look wrong, where guests would read them."""
    event = planned.event
    found = [
        (each.words, where(event, programme, each.target, each.event)) for each in lacking if _is_a_name(each)
    ]
    if programme.status is not Status.CANCELLED:
        found += [
            (each.words, where_it_stands(event, programme, each.place))
            for each in findings(programme)
            if not each.place.is_for_staff and each.key not in planned.settled
        ]
    if found:
        words, address = found[0]
        told = (_in_words(words, language),)
        yield Wanting(event, Need.WORDING, told, len(found) - 1, address=address)


def _is_a_name(missing: Missing) -> bool:
    return missing.key.startswith(f"{SPELLING}:")


def to_prepare(planned: Planned, language: str, today: date) -> Iterator[Wanting]:
    """What is overdue or due within a week; nothing of an event that will not be held."""
    if planned.event.status == Status.CANCELLED:
        return
    pressing = [
        (task.due, task)
        for task in planned.tasks
        if task.due and task.state(today) in (State.OVERDUE, State.SOON)
    ]
    if not pressing:
        return
    due, first = min(pressing, key=lambda each: (each[0], each[1].pk))
    told = _("Overdue since %(day)s: %(task)s.") if due < today else _("By %(day)s: %(task)s.")
    words = told % {"day": full_date(due, language), "task": first.words(language).rstrip(".")}
    yield Wanting(planned.event, Need.PREPARE, (Wording(words, language),), len(pressing) - 1)


def _differing(figures: Disagreement, language: str) -> Wording:
    words = _("%(subject)s: the texts and the source of record differ.") % {
        "subject": SUBJECTS[figures.subject]
    }
    return Wording(words, language)


def _in_words(words: str, language: str) -> Wording:
    """Return the sentence in the language; marked as English where it is there in English alone."""
    said = worded(words)
    return Wording(said, language if said != words else "en")


def _asked(planned: Planned, language: str) -> Iterator[Wording]:
    submission = planned.event.submission
    if submission.by:
        yield Wording(_("Sent to you by %(name)s.") % {"name": submission.by}, language)
    if planned.released is None:
        yield Wording(_("It was never released."), language)
    if submission.note:
        yield Wording(f"“{submission.note}”", "")


def _changes(planned: Planned, language: str) -> tuple[tuple[Wording, ...], int]:
    if planned.released is None or planned.programme is None:
        return (), 0
    told = changes(planned.released.programme, planned.programme)
    if not told:
        # Nothing that guests or staff are told of: an order of spellings, a mark.
        return (Wording(_("The working copy is not the release any more."), language),), 0
    return (told[0].wording(language, ("en",)),), len(told) - 1


def foremost(all_needs: Iterable[Sequence[Wanting]]) -> list[Wanting]:
    """Return the first need of each event, those to approve before those that clash, and so on."""
    ranks = list(Need)
    return sorted((needs[0] for needs in all_needs if needs), key=lambda each: ranks.index(each.need))
