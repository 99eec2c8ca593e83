"""What the rows of a sheet ask for, before any of it is looked up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from events.operations.tables import Row, Table
from events.programme.choices import Kind, StartMode
from events.programme.cleaning import clean_text
from events.programme.fold import fold
from events.programme.kinds import KINDS
from events.programme.reading import gettext_noop
from events.programme.sheet import LONGEST, Columns, columns
from events.programme.sheet_cells import (
    CellError,
    StartCell,
    audience_of,
    kind_of,
    length_of,
    roles_of,
    start_of,
)

# Columns of a text, and the model's field that holds it.
FIELDS = {"title": "title", "text": "text", "staff text": "staff_text"}
LINKED = StartCell()
SOME_DAY = date(2000, 1, 1)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Wanted:
    """A row. ``start`` is None where the sheet has no such column; ``follows`` says that its clock time is when the
    row before it ends anyway. ``errors`` are all that is wrong with its cells."""

    number: int
    uid: str = ""
    part: str = ""
    kind: Kind | None = None
    title: str = ""
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)
    length: timedelta | None = None
    start: StartCell | None = None
    follows: bool = False
    cells: Mapping[str, str] = field(default_factory=dict)
    errors: tuple[str, ...] = ()

    @property
    def names_people(self) -> bool:
        return "who" in self.cells

    @property
    def shown_title(self) -> str:
        return self.title or (KINDS[self.kind].title.wording("en").text if self.kind else "")


def wanted_rows(table: Table, language: str) -> tuple[list[Wanted], tuple[str, ...]]:
    """Return what the rows ask for, and the headings that are not read. Raises HeadingError."""
    found = columns(table.rows[0].cells, language)
    rows = [_wanted(row, found, language) for row in table.rows[1:]]
    return list(_timed(rows)), found.unknown


def _wanted(row: Row, found: Columns, language: str) -> Wanted:
    cells = found.cells(row.cells)
    plain = {name: clean_text(cell, lines=True) for (name, code), cell in cells.items() if not code}
    texts: dict[str, dict[str, str]] = {}
    for (name, code), cell in cells.items():
        if code:
            texts.setdefault(name, {})[code] = clean_text(cell, lines=name != "title")
    errors: list[str] = []

    def read(reader: Any, column: str) -> Any:
        try:
            return reader(plain[column]) if column in plain else None
        except CellError as error:
            errors.append(f"{error.column}: " + _(error.sentence) % error.values)
            return None

    kind, length = read(kind_of, "kind"), read(length_of, "length")
    start, audience = read(start_of, "start"), read(audience_of, "audience")
    read(roles_of, "role")
    uid = read(_uid, "id") or ""
    titles = texts.get("title", {})
    title = titles.get(language) or next(filter(None, titles.values()), "")
    errors += _too_long(plain, texts)
    if not uid and not plain.get("kind") and not title:
        errors.append(_("A row needs a kind or a title."))
    values = {
        "kind": kind and kind.value,
        "duration": length,
        "audience": audience and audience.value,
        "responsible": clean_text(plain["responsible"]) if "responsible" in plain else None,
    }
    return Wanted(
        number=row.number,
        uid=uid,
        part=clean_text(plain.get("part", "")),
        kind=kind,
        title=title,
        texts={FIELDS[name]: versions for name, versions in texts.items()},
        values={name: value for name, value in values.items() if value is not None},
        length=length,
        start=start,
        cells=plain,
        errors=tuple(errors),
    )


def _uid(cell: str) -> str:
    if not cell:
        return ""
    try:
        return str(UUID(cell))
    except ValueError:
        raise CellError(
            "id", gettext_noop("“%(cell)s” is no id: leave the cell empty for a new row."), cell=cell
        ) from None


def _too_long(plain: Mapping[str, str], texts: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    every = [
        *plain.items(),
        *((name, text) for name, versions in texts.items() for text in versions.values()),
    ]
    for name, text in every:
        most = LONGEST.get(name, 300)
        if len(text) > most:
            words = _("%(column)s: at most %(most)s characters; this text has %(length)s.")
            yield words % {"column": name, "most": most, "length": len(text)}


def _timed(rows: Sequence[Wanted]) -> Iterator[Wanted]:
    """Take lengths that are not said from the next start, and find the starts that follow from the row before."""
    ends: datetime | None = None
    for index, row in enumerate(rows):
        at = _fixed_at(row)
        begins_part = index == 0 or bool(row.part and fold(row.part) != fold(rows[index - 1].part))
        if row.length is None and at is not None and "length" not in "".join(row.errors):
            next_row = rows[index + 1] if index + 1 < len(rows) else None
            until = _fixed_at(next_row) if next_row and not next_row.part else None
            if until:
                length = until - at if until > at else until - at + DAY
                row = replace(row, length=length, values={**row.values, "duration": length})
        follows = at is not None and ends is not None and not begins_part and at.time() == ends.time()
        yield replace(row, follows=follows)
        begins = at or (None if begins_part else ends)
        alongside = row.start is not None and row.start.mode is StartMode.ALONGSIDE
        if not alongside:
            ends = begins + row.length if begins is not None and row.length is not None else None


def _fixed_at(row: Wanted) -> datetime | None:
    """Return the clock time that the row names, on some day."""
    if row.start is None or row.start.mode is not StartMode.FIXED or row.start.at is None:
        return None
    return datetime.combine(SOME_DAY, row.start.at)
