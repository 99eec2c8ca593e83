"""The history of an event in words: each deed with what it changed, in the names that the pages give the fields."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.forms.languages import in_a_language
from events.forms.ledger_words import SUBJECTS
from events.models import (
    AudienceGroup,
    Claim,
    Contribution,
    Edition,
    Event,
    EventClaim,
    FigureDecision,
    Host,
    Item,
    OpeningDay,
    OrderRule,
    Organisation,
    Part,
    Person,
    Place,
    SettledMatter,
    StillRight,
    Task,
    User,
    Work,
)
from events.models.fields import text_of
from events.programme.choices import Kind
from events.programme.kinds import KINDS
from events.programme.languages import clock, comma, direction, full_date, isolate, length, quoted
from events.views.history_labels import DEEDS, FIELDS, THINGS
from events.views.history_values import choice_words

MODELS: tuple[Any, ...] = (
    Event,
    Host,
    AudienceGroup,
    OpeningDay,
    Work,
    Part,
    Item,
    Contribution,
    SettledMatter,
    StillRight,
    EventClaim,
    FigureDecision,
    Task,
    OrderRule,
)
REGISTERS: Mapping[str, Any] = {
    "place": Place,
    "person": Person,
    "replaced_by": Person,
    "other_person": Person,
    "organisation": Organisation,
    "other_organisation": Organisation,
    "edition": Edition,
    "claim": Claim,
}
# Rows of which the first copy says more than that it was added.
REASONED = ("SettledMatter", "OrderRule")
MOST_COPIES = 5000


@dataclass(frozen=True)
class Change:
    """One field, in words: what it was and what it is; empty ``was`` and ``now`` where the sentence says all."""

    what: str
    field: str = ""
    was: str = ""
    now: str = ""


@dataclass
class Done:
    """What a member did in one go. Without a name it was done by a command of the operator."""

    at: datetime
    by: User | None
    words: str
    changes: list[Change] = field(default_factory=list)


class Telling:
    """Turns the copies of one event's rows into deeds, the newest first."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self.copies = [copy for model in MODELS for copy in _copies(model, event)]
        self.language = get_language() or "en"
        self.names = dict(self._names())

    def deeds(self) -> list[Done]:
        before: dict[tuple[str, Any], Any] = {}
        found: dict[UUID | str, Done] = {}
        ordered = sorted(self.copies, key=lambda copy: (copy.history_date, MODELS.index(copy.instance_type)))
        moved: dict[UUID | str, list[str]] = defaultdict(list)
        for copy in ordered:
            kind = copy.instance_type.__name__
            key = copy.deed_uid or f"{kind}-{copy.history_id}"
            was = before.get((kind, copy.id))
            before[(kind, copy.id)] = copy
            done = found.setdefault(key, Done(copy.history_date, copy.history_user, _deed(copy)))
            changes = list(self._changes(kind, copy, was))
            done.changes += [change for change in changes if change.field != "order"]
            if any(change.field == "order" for change in changes):
                moved[key].append(self._called(kind, copy))
        for key, titles in moved.items():
            sentence = _("The order has changed: %(titles)s") % {"titles": comma(self.language).join(titles)}
            found[key].changes.append(Change(sentence))
        told = [done for done in found.values() if done.changes]
        return sorted(told, key=lambda done: done.at, reverse=True)

    def _changes(self, kind: str, copy: Any, was: Any) -> Iterator[Change]:
        called = self._called(kind, copy)
        if copy.history_type == "-":
            yield Change(_("%(what)s was taken out.") % {"what": called})
            return
        if was is None:
            if copy.history_type == "+":
                yield Change(_("%(what)s was added.") % {"what": called})
                for name in ("rule", "because", "source") if kind in REASONED else ():
                    if getattr(copy, name, ""):
                        yield from self._field(
                            called, kind, name, str(FIELDS[kind][name]), "", getattr(copy, name)
                        )
            return
        for name, label in FIELDS[kind].items():
            old, new = getattr(was, name), getattr(copy, name)
            if _plain(old) == _plain(new):
                continue
            if name == "order":
                yield Change(called, "order")
            elif name in ("removed_at", "deleted_at"):
                words = _("%(what)s was taken out.") if new else _("%(what)s was brought back.")
                yield Change(words % {"what": called})
            else:
                yield from self._field(called, kind, name, str(label), old, new)

    def _field(self, called: str, kind: str, name: str, label: str, old: Any, new: Any) -> Iterator[Change]:
        if hasattr(new, "data") or hasattr(old, "data"):
            was, now = dict(text_of(old).versions), dict(text_of(new).versions)
            for code in dict.fromkeys([*was, *now]):
                if was.get(code) != now.get(code):
                    nothing, field = _("nothing"), str(in_a_language(label, code))
                    yield Change(called, field, was.get(code, nothing), now.get(code, nothing))
            return
        yield Change(called, label, self._shown(kind, name, old), self._shown(kind, name, new))

    def _shown(self, kind: str, name: str, value: Any) -> str:
        if value is None or value == "" or value == []:
            return _("nothing")
        register = name.removesuffix("_id")
        if name.endswith("_id") and register in REGISTERS:
            return self.names.get((REGISTERS[register].__name__, value), _("no longer in the register"))
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, timedelta):
            return length(value, self.language)
        if isinstance(value, datetime):
            return f"{full_date(value.date(), self.language)}{comma(self.language)}{clock(value)}"
        if isinstance(value, date):
            return full_date(value, self.language)
        if isinstance(value, time):
            return clock(value)
        if isinstance(value, list):
            return comma(self.language).join(choice_words(kind, name, each) for each in value)
        return choice_words(kind, name, value)

    def _called(self, kind: str, copy: Any) -> str:
        """Name a row as the pages do: an item by its title, a host by its organisation."""
        if kind == "Event":
            return _("The event")
        name = ""
        if kind == "Item":
            name = self._text(copy.title) or KINDS[Kind(copy.kind)].title.wording(self.language, ("en",)).text
        elif kind == "Part":
            name = self._text(copy.heading)
        elif kind == "Work":
            name = self._text(copy.title)
        elif kind == "AudienceGroup":
            name = self._text(copy.name)
        elif kind == "OpeningDay":
            name = full_date(copy.on, self.language)
        elif kind == "Host":
            name = self.names.get(("Organisation", copy.organisation_id), "")
        elif kind == "Contribution":
            name = (
                self.names.get(("Person", copy.person_id))
                or self.names.get(("Organisation", copy.organisation_id))
                or self._text(copy.words)
            )
        elif kind == "SettledMatter":
            name = copy.words
        elif kind == "StillRight":
            name = copy.text
        elif kind == "EventClaim":
            name = self.names.get(("Claim", copy.claim_id), "")
        elif kind == "FigureDecision":
            name = str(SUBJECTS.get(copy.subject, copy.subject))
        elif kind == "Task":
            name = Task(rule=copy.rule, what=copy.what).words(self.language)
        elif kind == "OrderRule":
            name = choice_words(kind, "ordered", copy.ordered)
        if not name:
            return str(THINGS[kind])
        apart = isolate(name) if direction(self.language) == "rtl" else name
        return f"{THINGS[kind]} {quoted(apart, self.language)}"

    def _text(self, value: Any) -> str:
        return text_of(value).wording(self.language, tuple(self.event.languages)).text

    def _names(self) -> Iterator[tuple[tuple[str, Any], str]]:
        """The names of what the copies lead to, in one query a register."""
        wanted: dict[Any, set[Any]] = defaultdict(set)
        for copy in self.copies:
            for name, model in REGISTERS.items():
                wanted[model].add(getattr(copy, f"{name}_id", None))
        for model, keys in wanted.items():
            rows = model.objects.filter(pk__in=keys - {None})
            if model is Edition:
                rows = rows.select_related("occasion")
            for row in rows:
                yield (model.__name__, row.pk), self._entry(row)

    def _entry(self, row: Any) -> str:
        name = (
            row.wording
            if isinstance(row, Claim)
            else row.occasion.name
            if isinstance(row, Edition)
            else row.name
        )
        text = text_of(name).wording(self.language, tuple(self.event.languages)).text
        return f"{text} {row.year}" if isinstance(row, Edition) else text


def _copies(model: Any, event: Event) -> Sequence[Any]:
    rows = model.history.filter(of_event=event.pk).select_related("history_user")
    return list(rows.order_by("-history_id")[:MOST_COPIES])


def _deed(copy: Any) -> str:
    return str(DEEDS.get(copy.deed, DEEDS[""]))


def _plain(value: Any) -> Any:
    return dict(text_of(value).versions) if hasattr(value, "data") else value
