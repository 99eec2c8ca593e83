"""A sheet becomes the agenda of an event: new rows, changed ones, all of it or nothing. Safe to repeat."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from events.models import Event, Item, Part, User
from events.models.fields import text_of
from events.models.history import acting
from events.models.worded import current_language
from events.operations.order import numbered
from events.operations.stale import kept, locked_event
from events.operations.table_people import People, Said
from events.operations.table_report import Outcome, Report, TableRefusedError, Told, changes, sentences
from events.operations.table_rows import LINKED, Wanted, wanted_rows
from events.operations.tables import Table
from events.programme.choices import Audience, EventKind, Kind, Phase, StartMode
from events.programme.fold import fold
from events.programme.kinds import KINDS
from events.programme.languages import clock, comma, length
from events.programme.patterns import PATTERNS
from events.programme.text import Text
from events.snapshot import take_snapshot

# Headings that say what a part is.
USUAL = PATTERNS[EventKind.SEMINAR].parts


@transaction.atomic
def import_table(event: Event, table: Table, *, by: User | None, version: int | None = None) -> Report:
    """Bring the agenda of the event up to the sheet. Items that it does not name stay where they are.

    A row is known by its id, else by its part, kind and title. ``by`` is None for a command of the operator.
    Raises HeadingError, TableRefusedError, or StaleError where the event is not of the ``version`` any more.
    """
    event = locked_event(event, version)
    with acting(by, "import_table"):
        report = _Import(event, table, by).run()
    if report.refused:
        raise TableRefusedError(report)
    return report


class _Import:
    """Writes one sheet into one event, within the caller's transaction."""

    def __init__(self, event: Event, table: Table, by: User | None) -> None:
        self.event, self.by = event, by
        self.people = People(event)
        self.wanted, self.unknown = wanted_rows(table, event.languages[0])
        self.read_as = table.read_as
        self.parts: list[Part] = list(event.parts.all())
        self.items: dict[str, Item] = {
            str(item.uid): item for part in self.parts for item in part.items.all()
        }
        self.placed: dict[int, list[Item]] = {}
        self.told: dict[int, Told] = {}
        self.uids: dict[int, str] = {}

    def run(self) -> Report:
        before = {part.pk: [item.pk for item in part.items.all()] for part in self.parts}
        part: Part | None = None
        for row in self.wanted:
            told = Told(row.number, Outcome.UNCHANGED, row.shown_title)
            self.told[row.number] = told
            if row.errors:
                told.outcome, told.words = Outcome.REFUSED, list(row.errors)
                continue
            with self._refusing(told):
                part = self._part(row, part, told)
                self._item(row, part, told)
        named = {item.pk for items in self.placed.values() for item in items}
        self._order(before)
        self._reckon()
        if any(told.outcome is not Outcome.UNCHANGED for told in self.told.values()):
            self.event.raise_version(self.by)
        left = sum(item.pk not in named for item in self.items.values())
        return Report(self.event, tuple(self.told.values()), tuple(self._notes()), left)

    def _notes(self) -> Iterator[str]:
        yield self.read_as
        if self.unknown:
            yield _("Columns that are not read: %(columns)s.") % {
                "columns": comma(current_language()).join(self.unknown)
            }

    @contextmanager
    def _refusing(self, told: Told) -> Iterator[None]:
        try:
            with transaction.atomic():
                yield
        except ValidationError as error:
            told.outcome, told.words = Outcome.REFUSED, list(sentences(error))

    # Parts

    def _part(self, row: Wanted, last: Part | None, told: Told) -> Part:
        """The part that the row names, the one of the row before it, or the first one."""
        if row.part:
            found = next((part for part in self.parts if _called(text_of(part.heading), row.part)), None)
            return found or self._new_part(row, told)
        if last is not None:
            return last
        item = self.items.get(row.uid)
        if item:
            return next(part for part in self.parts if part.pk == item.part_id)
        first = next((part for part in self.parts if part.phase == "programme"), None)
        return first or (self.parts[0] if self.parts else self._new_part(row, told))

    def _new_part(self, row: Wanted, told: Told) -> Part:
        known = next((part for part in USUAL if _called(part.heading, row.part or "Programme")), None)
        heading = known.heading if known else Text.of({self.event.languages[0]: row.part})
        phase = known.phase if known else Phase.PROGRAMME
        part = Part(event=self.event, order=len(self.parts), heading=heading, phase=phase.value)
        part.full_clean()
        part.save()
        self.parts.append(part)
        if row.part:
            told.words.append(_("The part “%(heading)s” is new.") % {"heading": row.part})
        return part

    # Items

    def _item(self, row: Wanted, part: Part, told: Told) -> None:
        item = self._known(row, part)
        is_first = not self.placed.get(part.pk)
        values = self._values(row, item, part, is_first, told)
        people = self.people.of(row.cells) if row.names_people else None
        if item is None:
            item = Item(part=part, order=len(self.items), **self._given(row, values))
            item.full_clean()
            item.save()
            self.items[str(item.uid)] = item
            told.outcome = Outcome.NEW
        else:
            before = {name: getattr(item, name) for name in values}
            moved = item.part_id != part.pk
            if kept(item, {**values, "part": part}, self.by):
                told.outcome = Outcome.CHANGED
                told.words.extend(changes(before, values))
                if moved:
                    told.words.append(_("It moves to another part."))
        self._people(item, people, told)
        self.placed.setdefault(part.pk, []).append(item)
        self.uids[row.number] = str(item.uid)
        told.length = length(item.duration, current_language())

    def _known(self, row: Wanted, part: Part) -> Item | None:
        """The item of the row's id; without one, the first of its part, kind and title that no row has yet."""
        taken = set(self.uids.values())
        if row.uid:
            if row.uid in taken:
                raise ValidationError(_("Another row has the same id."))
            if row.uid not in self.items:
                raise ValidationError(
                    _("No item of this event has this id. Leave the cell empty to add the row as a new one.")
                )
            return self.items[row.uid]
        for uid, item in self.items.items():
            if uid in taken or uid in self._named_by_id or item.part_id != part.pk:
                continue
            if item.kind == (row.kind or Kind.OTHER) and _titled(item, row.title):
                return item
        return None

    @property
    def _named_by_id(self) -> set[str]:
        return {row.uid for row in self.wanted if row.uid}

    def _values(
        self, row: Wanted, item: Item | None, part: Part, is_first: bool, told: Told
    ) -> dict[str, Any]:
        values = dict(row.values)
        for name, versions in row.texts.items():
            present = dict(text_of(getattr(item, name)).versions) if item else {}
            values[name] = {**present, **versions}
        if row.start is None:
            return values
        start = row.start
        was_fixed = item is not None and item.start == StartMode.FIXED and item.start_at == start.at
        if start.mode is StartMode.FIXED and start.at and is_first and not was_fixed:
            if part.starts_at != start.at and kept(part, {"starts_at": start.at}, self.by):
                told.words.append(_("The part begins at %(at)s.") % {"at": clock(start.at)})
                told.outcome = Outcome.CHANGED
            start = LINKED
        elif row.follows and not was_fixed:
            start = LINKED
        return values | {"start": start.mode.value, "start_at": start.at, "start_zone": start.zone}

    @staticmethod
    def _given(row: Wanted, values: dict[str, Any]) -> dict[str, Any]:
        kind = row.kind or Kind.OTHER
        audience = Audience.STAFF if kind is Kind.SET_UP else Audience.PUBLIC
        return {
            "kind": kind.value,
            "duration": KINDS[kind].usual,
            "cues": [cue.value for cue in KINDS[kind].cues],
            "audience": audience.value,
            **values,
        }

    def _people(self, item: Item, people: list[Said] | None, told: Told) -> None:
        if people is None or not self.people.write(item, people):
            return
        told.words.extend(each.note for each in people if each.note)
        if told.outcome is not Outcome.NEW:
            told.outcome = Outcome.CHANGED
            told.words.append(_("Who contributes changes."))
            item.version += 1
            item.save()

    # The order, and the times that follow from it

    def _order(self, before: dict[int, list[int]]) -> None:
        """Put the rows in the order of the sheet; what it does not name stays behind what it stood behind."""
        named = {item.pk for items in self.placed.values() for item in items}
        for part in self.parts:
            order = list(self.placed.get(part.pk, []))
            last: int | None = None
            for pk in before.get(part.pk, []):
                if pk not in named:
                    at = next((index + 1 for index, item in enumerate(order) if item.pk == last), 0)
                    order.insert(at, next(item for item in self.items.values() if item.pk == pk))
                last = pk
            was = [pk for pk in before.get(part.pk, []) if pk in {item.pk for item in order}]
            if [item.pk for item in order if item.pk in was] != was:
                self._tell_order(order, was)
            numbered(order, told=[item for item in order if item.pk not in was])

    def _tell_order(self, order: list[Item], was: list[int]) -> None:
        rows = {uid: number for number, uid in self.uids.items()}
        now = [item for item in order if item.pk in was]
        for item, pk in zip(now, was, strict=True):
            if item.pk != pk and str(item.uid) in rows:
                told = self.told[rows[str(item.uid)]]
                if told.outcome is Outcome.UNCHANGED:
                    told.outcome = Outcome.CHANGED
                    told.words.append(_("It stands elsewhere in the order."))

    def _reckon(self) -> None:
        """Say when each row begins. What the clocks skip was refused at its row."""
        try:
            programme = take_snapshot(self.event)
        except ValueError:
            return
        spans = {item.uid: item.span for item in programme.items}
        for number, uid in self.uids.items():
            span = spans.get(uid)
            self.told[number].begins = clock(span.start) if span else ""


def _called(heading: Text, words: str) -> bool:
    """Whether the heading reads so in any language."""
    return fold(words) in {fold(text) for _, text in heading.versions}


def _titled(item: Item, title: str) -> bool:
    """Whether the item is called so in any language; a row without a title is called by its kind."""
    titles = text_of(item.title).versions
    return fold(title) in {fold(text) for _, text in titles} if titles else not title
