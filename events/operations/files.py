"""A file from outside, read and looked at before anything is kept, and then kept as it was looked at."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from events.models import Event, Mission, User
from events.models.worded import refusal
from events.operations.import_programme import Outcome, import_programme
from events.operations.import_refusal import ImportRefusedError
from events.operations.import_table import import_table
from events.operations.named_in_programme import refuse_wrong_uids
from events.operations.planning import ShortForm, change_event, new_event
from events.operations.table_report import Report, TableRefusedError
from events.operations.tables import Row, Table, TableError, read_table
from events.programme.changes import changes
from events.programme.choices import EventKind
from events.programme.document import DocumentError, from_document
from events.programme.sheet import HeadingError
from events.programme.text import Text
from events.programme.value import Programme
from events.snapshot import take_snapshot

LARGEST = 2_000_000
# Rows that a .json file may bring: each is checked and kept by itself, while nobody else can write to SQLite.
MOST_LINES = 1_000


class FileRefusedError(ValueError):
    """The file as a whole cannot be taken; the words say why."""


class MovedOnError(ValueError):
    """What would be kept is no longer what was looked at."""


@dataclass(frozen=True)
class Brought:
    """What was read of a file, in a form that is kept between looking at it and keeping it.

    Either ``document`` (.json) or ``rows`` (a sheet). A sheet goes into the event ``into``, by its uid, or into a new
    one of the uid ``new``, of which the rest is said here.
    """

    document: Any = None
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    read_as: str = ""
    into: str = ""
    new: str = ""
    title: str = ""
    kind: str = EventKind.OTHER.value
    on: str = ""

    @property
    def data(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of(cls, data: dict[str, Any]) -> "Brought":
        rows = tuple((number, tuple(cells)) for number, cells in data.pop("rows"))
        return cls(rows=rows, **data)


@dataclass(frozen=True)
class Looked:
    """What a file would change. A sheet has a ``report``; of a .json the ``changes`` are told in words."""

    event: Event
    outcome: Outcome
    report: Report | None = None
    changes: tuple[Text, ...] = ()

    @property
    def digest(self) -> str:
        """The same digest means that the same would be kept."""
        rows = [asdict(row) for row in self.report.rows] if self.report else []
        told = [self.outcome, rows, [text.versions for text in self.changes]]
        return sha256(json.dumps(told, default=str).encode()).hexdigest()

    @property
    def is_refused(self) -> bool:
        return bool(self.report and self.report.refused)


def read_file(name: str, content: bytes, encoding: str = "") -> Brought:
    """Return what is in a .json, .xlsx or .csv file. Raises FileRefusedError."""
    suffix = f".{name.rpartition('.')[2].lower()}"
    if len(content) > LARGEST:
        raise FileRefusedError(_("This file is larger than any programme (2 MB)."))
    try:
        if suffix != ".json":
            table = read_table(content, suffix, encoding)
            return Brought(rows=tuple((row.number, row.cells) for row in table.rows), read_as=table.read_as)
        document = json.loads(content.decode("utf-8-sig"))
        # Half of a letter can be written in JSON, and neither shown nor kept: this raises UnicodeEncodeError.
        json.dumps(document, ensure_ascii=False).encode()
        programme = from_document(document)
    except TableError as error:
        raise FileRefusedError(str(error)) from None
    except DocumentError as error:
        raise FileRefusedError(refusal(error)) from None
    except (ValueError, RecursionError):
        raise FileRefusedError(_("This is not a .json file that can be read.")) from None
    if (lines := _lines(programme)) > MOST_LINES:
        words = _("This file brings %(lines)s items, speakers and other entries. At most %(most)s are taken.")
        raise FileRefusedError(words % {"lines": lines, "most": MOST_LINES})
    return Brought(document=document)


def _lines(programme: Programme) -> int:
    lists = programme.hosts, programme.audience_groups, programme.days, programme.works, programme.claims
    agenda = sum(1 + len(item.contributions) for item in programme.items)
    within = sum(_lines(child) for child in programme.children)
    return sum(map(len, lists)) + len(programme.parts) + agenda + within


def look(mission: Mission, brought: Brought, *, by: User) -> Looked:
    """Return what keeping the file would do. Raises FileRefusedError."""
    with transaction.atomic():
        try:
            return _kept(mission, brought, by)
        except TableRefusedError as error:
            return Looked(error.report.event, Outcome.NEW if brought.new else Outcome.CHANGED, error.report)
        finally:
            transaction.set_rollback(True)


def keep(mission: Mission, brought: Brought, digest: str, *, by: User) -> Looked:
    """Keep what was looked at, all of it or nothing. Raises FileRefusedError or MovedOnError."""
    with transaction.atomic(), _refusing_rows():
        looked = _kept(mission, brought, by)
        if looked.digest != digest:
            raise MovedOnError("The event has changed since this file was looked at.")
        return looked


@contextmanager
def _refusing_rows() -> Iterator[None]:
    try:
        yield
    except TableRefusedError as error:
        raise MovedOnError(str(error)) from None


def _kept(mission: Mission, brought: Brought, by: User) -> Looked:
    if brought.document is not None:
        return _programme(mission, brought, by)
    table = Table(tuple(Row(number, cells) for number, cells in brought.rows), brought.read_as)
    try:
        event = _new(mission, brought, by) if brought.new else _present(mission, brought.into)
        report = import_table(event, table, by=by)
    except (HeadingError, ValidationError) as error:
        words = error.messages if isinstance(error, ValidationError) else [refusal(error)]
        raise FileRefusedError(" ".join(words)) from None
    unchanged = Outcome.UNCHANGED if report.changes_nothing else Outcome.CHANGED
    return Looked(event, Outcome.NEW if brought.new else unchanged, report)


def _programme(mission: Mission, brought: Brought, by: User) -> Looked:
    programme = from_document(brought.document)
    if programme.mission.slug != mission.slug:
        raise FileRefusedError(
            _("This programme is of the mission “%(slug)s”, not of yours.") % {"slug": programme.mission.slug}
        )
    try:
        refuse_wrong_uids(programme, "programme")
        existing = Event.objects.filter(uid=programme.uid).first()
        before = take_snapshot(existing) if existing else None
        imported = import_programme(programme, by=by)
    except ImportRefusedError as error:
        raise FileRefusedError(refusal(error)) from None
    told = changes(before, replace(programme, release=None)) if before else ()
    return Looked(imported.event, imported.outcome, changes=told)


def _present(mission: Mission, uid: str) -> Event:
    event = Event.objects.filter(mission=mission, uid=uid).first()
    if event is None:
        raise FileRefusedError(_("The event is not there any more."))
    return event


def _new(mission: Mission, brought: Brought, by: User) -> Event:
    """Make the event, empty. Its kind is set afterwards, since a pattern would fill the agenda."""
    if Event.with_deleted.filter(uid=brought.new).exists():
        raise FileRefusedError(_("This file was brought in already."))
    on = date.fromisoformat(brought.on) if brought.on else None
    title = Text.of({mission.languages[0]: brought.title})
    event = new_event(mission, ShortForm(kind=EventKind.OTHER, title=title, on=on), by=by)
    event.parts.all().delete()
    event.uid = UUID(brought.new)
    event.save()
    return change_event(event, event.version, by=by, kind=brought.kind or EventKind.OTHER.value)
