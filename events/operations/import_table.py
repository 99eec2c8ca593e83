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
from events.models.many import clean_alone, save_all
from events.models.ordering import make_way
from events.models.worded import current_language
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

# Whom a contribution names.
WHO = ("person", "organisation")
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
        agenda = event.parts.prefetch_related(*(f"items__contributions__{who}" for who in WHO))
        self.parts: list[Part] = list(agenda)
        self.items: dict[str, Item] = {
            str(item.uid): item for part in self.parts for item in part.items.all()
        }
        self.written: dict[str, Item] = {}
        self.placed: dict[int, list[Item]] = {}
        self.told: dict[int, Told] = {}
        self.uids: dict[int, str] = {}

    def run(self) -> Report:
        before = {part.pk: [str(item.uid) for item in part.items.all()] for part in self.parts}
        self._enter_people()
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
        named = set(self.uids.values())
        self._order(before)
        save_all(list(self.written.values()))
        self.people.write_all()
        self._reckon()
        if any(told.outcome is not Outcome.UNCHANGED for told in self.told.values()):
            self.event.raise_version(self.by)
        left = sum(uid not in named for uid in self.items)
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
            yield
        except ValidationError as error:
            told.outcome, told.words = Outcome.REFUSED, list(sentences(error))

    def _enter_people(self) -> None:
        """Find out whom the rows name, and enter all who are new at once; what is wrong is told at its row."""
        self.said: dict[int, list[Said] | ValidationError] = {}
        for row in self.wanted:
            if row.names_people and not row.errors:
                try:
                    self.said[row.number] = self.people.of(row.cells)
                except ValidationError as error:
                    self.said[row.number] = error
        self.people.enter_new()

    def _said(self, row: Wanted) -> list[Said] | None:
        said = self.said.get(row.number)
        if isinstance(said, ValidationError):
            raise said
        return said

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
        people = self._said(row)
        if item is None:
            item = Item(part=part, **self._given(row, values))
            clean_alone(item)
            self.items[str(item.uid)] = self.written[str(item.uid)] = item
            told.outcome = Outcome.NEW
        else:
            before = {name: getattr(item, name) for name in values}
            moved = item.part_id != part.pk
            if self._changed(item, {**values, "part": part}):
                told.outcome = Outcome.CHANGED
                told.words.extend(changes(before, values))
                if moved:
                    told.words.append(_("It moves to another part."))
        self._people(item, people, told)
        self.placed.setdefault(part.pk, []).append(item)
        self.uids[row.number] = str(item.uid)
        told.length = length(item.duration, current_language())

    def _changed(self, item: Item, values: dict[str, Any]) -> bool:
        """Give the item the values, to be written with all others; return whether one of them is new."""
        fields = [field for field in item._meta.concrete_fields if field.name in values]

        def columns() -> list[Any]:
            return [field.get_prep_value(getattr(item, field.attname)) for field in fields]

        before = columns()
        for name, value in values.items():
            setattr(item, name, value)
        clean_alone(item, only=values)
        if columns() == before:
            return False
        self._rewrite(item)
        return True

    def _rewrite(self, item: Item) -> None:
        if str(item.uid) not in self.written:
            item.version += 1
            self.written[str(item.uid)] = item

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
            self._rewrite(item)

    # The order, and the times that follow from it

    def _order(self, before: dict[int, list[str]]) -> None:
        """Put the rows in the order of the sheet; what it does not name stays behind what it stood behind."""
        named = set(self.uids.values())
        made_way = []
        for part in self.parts:
            order = [str(item.uid) for item in self.placed.get(part.pk, [])]
            last: str | None = None
            for uid in before.get(part.pk, []):
                if uid not in named:
                    order.insert(order.index(last) + 1 if last in order else 0, uid)
                last = uid
            was = [uid for uid in before.get(part.pk, []) if uid in order]
            if [uid for uid in order if uid in was] != was:
                self._tell_order(order, was)
            for number, uid in enumerate(order):
                item = self.items[uid]
                if item.order != number and uid not in self.written:
                    made_way.append(item)
                item.order = number
        if made_way:
            make_way(made_way)

    def _tell_order(self, order: list[str], was: list[str]) -> None:
        rows = {uid: number for number, uid in self.uids.items()}
        now = [uid for uid in order if uid in was]
        for uid, stood in zip(now, was, strict=True):
            if uid != stood and uid in rows:
                told = self.told[rows[uid]]
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
