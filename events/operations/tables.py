"""Sheets from outside as rows of text, read within bounds, and rows as sheets that no program takes for formulas.

What is larger than any agenda is refused before it is unpacked; nothing is cut in silence.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from events.operations.workbook_bounds import why_not_unpacked

# Loaded by whoever reads or writes a workbook: it takes up a tenth of a web process that serves pages.
if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet.worksheet import Worksheet

LARGEST_FILE = 2_000_000
MOST_ROWS = 1_000
MOST_COLUMNS = 60
LONGEST_CELL = 20_000
# A sheet may be empty but for its last cell; what is read of it is counted, cell by cell.
MOST_CELLS = 1_000_000
LAST_ROW = 100_000

# How a file of text may be written; the first two are recognised, the others have to be named.
ENCODINGS = {"utf-8": "UTF-8", "utf-16": "UTF-16", "cp1251": "Windows-1251", "cp1254": "Windows-1254"}
MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
SEPARATORS = ",;\t"
SEPARATOR_LINE = re.compile(r"\Asep=([,;\t])\r?\n", re.IGNORECASE)

# What a spreadsheet takes for a formula (OWASP); the full-width signs count too. A program whose lists are separated by
# semicolons, as in most of Europe, begins a new cell within ours, and a new row at the end of a line.
SIGN = """'*(?:"|[^\\S\t\r\n])*[=+\\-@＝＋－＠]"""
FORMULA = re.compile(f"\\A(?='*[\t\r\n])|(?:\\A|(?<=[;\t\r\n]))(?={SIGN})")
GUARD = re.compile(f"\\A'(?='*[\t\r\n])|(?:\\A|(?<=[;\t\r\n]))'(?={SIGN})")


class TableError(ValueError):
    """The file cannot be read as a sheet; the words say why, and in which row."""


@dataclass(frozen=True, slots=True)
class Row:
    """``number`` is the one that the spreadsheet shows, from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that hold something, the headings first. ``read_as`` says in words how the file was understood."""

    rows: tuple[Row, ...]
    read_as: str


def read_table(content: bytes, suffix: str, encoding: str = "") -> Table:
    """Return the rows of an .xlsx or .csv file. ``encoding`` is one of ENCODINGS where it is no Unicode.

    Raises TableError.
    """
    if len(content) > LARGEST_FILE:
        raise TableError(_("This file is larger than any agenda (2 MB)."))
    if not content.strip():
        raise TableError(_("This file is empty."))
    if suffix == ".xlsx":
        return _read_xlsx(content)
    if suffix == ".csv":
        return _read_csv(content, encoding)
    raise TableError(_("Only .json, .xlsx and .csv can be read."))


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return the rows as UTF-8 with its mark, which Excel needs; what looks like a formula stands behind a “'”."""
    text = io.StringIO()
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([FORMULA.sub("'", cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(sheets: Sequence[tuple[str, Iterable[Sequence[str]]]]) -> bytes:
    """Return named sheets as a workbook, each cell text; the first row of a sheet is its headings."""
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    for name, rows in sheets:
        sheet = workbook.create_sheet(name)
        sheet.freeze_panes = "A2"
        for number, row in enumerate(rows):
            sheet.append([_text_cell(sheet, text, bold=number == 0) for text in row])
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _text_cell(sheet: "Worksheet", text: str, *, bold: bool) -> "WriteOnlyCell":
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, text)
    # openpyxl takes “=1+1” for a formula.
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _bounded(rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Row]:
    """Return the rows that hold something; raise TableError where they are more than an agenda has."""
    for number, cells in rows:
        if not any(cells):
            continue
        if number > MOST_ROWS:
            words = _("Row %(row)s holds something; an agenda has at most %(most)s rows.")
            raise TableError(words % {"row": number, "most": MOST_ROWS})
        if any(cells[MOST_COLUMNS:]):
            words = _("Row %(row)s is wider than %(most)s columns.")
            raise TableError(words % {"row": number, "most": MOST_COLUMNS})
        if any(len(cell) > LONGEST_CELL for cell in cells):
            words = _("Row %(row)s has a cell of more than %(most)s characters.")
            raise TableError(words % {"row": number, "most": LONGEST_CELL})
        yield Row(number, tuple(cells[:MOST_COLUMNS]))


# .xlsx


def _read_xlsx(content: bytes) -> Table:
    from openpyxl import load_workbook

    if why := why_not_unpacked(content):
        raise TableError(why)
    try:
        # Twice: only the one says what a formula came to, only the other that there is one.
        values, formulas = (
            load_workbook(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)
            for data_only in (True, False)
        )
        sheets = [each.title for each in values.worksheets]
        if not sheets:
            raise TableError(_("This workbook has no sheet."))
        rows = tuple(_bounded(_sheet_rows(values[sheets[0]], formulas[sheets[0]])))
    except TableError:
        raise
    # openpyxl raises whatever it stumbles over: KeyError, a parser's error, a forbidden entity.
    except Exception as error:
        raise TableError(_("This is not a workbook that can be read.")) from error
    read_as = _("Sheet “%(sheet)s” of the workbook.") % {"sheet": sheets[0]}
    if len(sheets) > 1:
        read_as += " " + _("Its other sheets are passed over.")
    return Table(rows, read_as)


def _sheet_rows(values: "Worksheet", formulas: "Worksheet") -> Iterator[tuple[int, list[str]]]:
    """Return the cells as text. A file may lie about its size, so what it says of that is left out."""
    read = 0
    for sheet in (values, formulas):
        sheet.reset_dimensions()
    for number, (cells, originals) in enumerate(zip_longest(values.iter_rows(), formulas.iter_rows()), 1):
        read += len(cells)
        if read > MOST_CELLS or number > LAST_ROW:
            raise TableError(_("This sheet is far wider or longer than any agenda."))
        for cell, original in zip_longest(cells, originals):
            if cell.value is None and original.data_type == "f":
                words = _("Row %(row)s has a formula without its result. Open the workbook once and save it.")
                raise TableError(words % {"row": number})
            if cell.data_type == "e":
                words = _("Row %(row)s has a formula that failed: %(error)s.")
                raise TableError(words % {"row": number, "error": cell.value})
        yield number, [_as_text(cell.value) for cell in cells]


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.6f}".rstrip("0")
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if isinstance(value, datetime):
        return (value + timedelta(milliseconds=500)).replace(microsecond=0).isoformat(sep=" ")
    if isinstance(value, time):
        at = datetime.combine(date(2000, 1, 1), value) + timedelta(milliseconds=500)
        return at.time().replace(microsecond=0).isoformat()
    return str(value).strip()


# .csv


def _read_csv(content: bytes, encoding: str) -> Table:
    text, encoding = _decoded(content, encoding)
    if "\0" in text:
        raise TableError(_("This is not a file of text."))
    told = SEPARATOR_LINE.match(text)
    separator = told[1] if told else _separator(text)
    # newline="": the reader looks for the ends of lines itself, so that a cell may hold one.
    records = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        numbered = ((number, [_unguarded(cell) for cell in cells]) for number, cells in enumerate(records, 1))
        rows = tuple(_bounded((n, cells) for n, cells in numbered if not (told and n == 1)))
    except csv.Error as error:
        words = _("Line %(line)s cannot be read: %(error)s.")
        raise TableError(words % {"line": records.line_num, "error": error}) from None
    names = {",": _("commas"), ";": _("semicolons"), "\t": _("tabs")}
    read_as = _("Read as %(encoding)s, its columns separated by %(separator)s.") % {
        "encoding": ENCODINGS[encoding],
        "separator": names[separator],
    }
    return Table(rows, read_as)


def _decoded(content: bytes, wanted: str) -> tuple[str, str]:
    """Return the text and the name of its encoding: by its mark, as told, or UTF-8. Nothing is guessed."""
    for mark, encoding, codec in MARKS:
        if content.startswith(mark):
            return _in_codec(content, codec, encoding), encoding
    if wanted == "utf-16":
        # Without a mark, as Windows writes it.
        return _in_codec(content, "utf-16-le", wanted), wanted
    if wanted:
        return _in_codec(content, wanted, wanted), wanted
    return _in_codec(content, "utf-8", "utf-8"), "utf-8"


def _in_codec(content: bytes, codec: str, encoding: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        words = _(
            "This file is not written in %(encoding)s. Say how it is written (Windows-1251 for Cyrillic, "
            "Windows-1254 for Turkish), or save it as “CSV UTF-8”."
        )
        raise TableError(words % {"encoding": ENCODINGS[encoding]}) from None


def _separator(text: str) -> str:
    headings = text.lstrip().partition("\n")[0]
    return max(SEPARATORS, key=headings.count)


def _unguarded(cell: str) -> str:
    return GUARD.sub("", cell) if GUARD.match(cell) else GUARD.sub("", cell).strip(" ")
