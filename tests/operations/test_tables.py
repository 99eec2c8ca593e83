"""Sheets from outside: what is read of them, what is refused in words, and that nothing written is a formula."""

import csv
import io
import tracemalloc
import zipfile
from datetime import time, timedelta

import pytest
from defusedxml import EntitiesForbidden
from openpyxl import Workbook, load_workbook

from events.operations.tables import LARGEST_FILE, Row, TableError, read_table, write_csv, write_xlsx

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "＋1", "－1", "＠1"]


def workbook(*rows, change=lambda book: None):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    change(book)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def repacked(content, **entries):
    """Return the workbook with some of its files replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in entries:
                new.writestr(entry.filename, old.read(entry))
        for name, data in entries.items():
            new.writestr(name, data)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def sheet_xml(rows, before=""):
    return f"<?xml version='1.0'?>{before}<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>"


def test_workbook_gives_its_cells_as_text_with_the_numbers_of_their_rows():
    content = workbook(
        ["kind", "length", "start", "left", "public"],
        [],
        ["silence", 1, time(10, 9), timedelta(minutes=7, seconds=30), True],
        ["address", 2.5, None, None, None],
    )

    assert read_table(content, ".xlsx").rows == (
        Row(1, ("kind", "length", "start", "left", "public")),
        Row(3, ("silence", "1", "10:09:00", "0:07:30", "yes")),
        Row(4, ("address", "2.5")),
    )


def test_sheets_after_the_first_are_said_to_be_passed_over():
    content = workbook(["kind"], change=lambda book: book.create_sheet("Notes"))

    assert read_table(content, ".xlsx").read_as == (
        "Sheet “Sheet” of the workbook. Its other sheets are passed over."
    )


def test_formula_gives_its_result_and_one_without_is_refused_by_its_row():
    with pytest.raises(TableError, match="Row 2 has a formula without its result"):
        read_table(workbook(["kind"], ["=1+1"]), ".xlsx")
    kept = sheet_xml('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>')
    assert read_table(repacked(workbook(["kind"]), **{SHEET: kept}), ".xlsx").rows == (Row(1, ("2",)),)


def test_formula_that_failed_is_refused_by_its_row():
    failed = sheet_xml('<row r="7"><c r="A7" t="e"><v>#REF!</v></c></row>')

    with pytest.raises(TableError, match="Row 7 has a formula that failed: #REF!"):
        read_table(repacked(workbook(["kind"]), **{SHEET: failed}), ".xlsx")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ('<row r="1001"><c r="A1001"><v>1</v></c></row>', "Row 1001 holds something"),
        ('<row r="1048576"><c r="A1048576"><v>1</v></c></row>', "far wider or longer"),
        ('<row r="1"><c r="XFD1"><v>1</v></c></row>', "Row 1 is wider than 60 columns"),
        ('<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>', "far wider or longer"),
        ('<row><c r="ZZZ1"/></row>' * 500, "far wider or longer"),
        (f'<row r="1">{"<c/>" * 400_000}</row>', "far wider or longer"),
    ],
)
def test_far_cell_in_a_small_file_is_refused_without_filling_the_memory(rows, message):
    content = repacked(workbook(["kind"]), **{SHEET: sheet_xml(rows)})
    assert len(content) < 10_000
    tracemalloc.start()

    with pytest.raises(TableError, match=message):
        read_table(content, ".xlsx")

    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("before", "cell"),
    [
        ('<!DOCTYPE x [<!ENTITY a "ha">]>', "&a;"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "&a;"),
    ],
)
def test_workbook_with_entities_is_refused(before, cell):
    xml = sheet_xml(f'<row r="1"><c r="A1" t="str"><v>{cell}</v></c></row>', before)

    with pytest.raises(TableError, match="This is not a workbook that can be read") as error:
        read_table(repacked(workbook(["kind"]), **{SHEET: xml}), ".xlsx")

    assert isinstance(error.value.__cause__.__cause__, EntitiesForbidden)


@pytest.mark.parametrize(
    "entry",
    [
        {SHEET: sheet_xml(f"<row x='{'a>' * 200_000}'/>")},
        {SHEET: sheet_xml(f"<!--{'a<' * 150_000}-->")},
        {SHEET: sheet_xml("<row/>").replace("<?xml version='1.0'?>", "").encode("utf-16")},
        {SHEET: sheet_xml(f"<?a {'a<' * 150_000}?>")},
        {"xl/styles.xml": f"<styleSheet {MAIN}><cellXfs>{'<xf/>' * 100_000}</cellXfs></styleSheet>"},
    ],
    ids=["long tag", "long comment", "of two bytes", "long instruction", "many looks"],
)
def test_small_workbook_that_takes_long_to_read_is_refused_unread(entry):
    with pytest.raises(TableError, match="far wider or longer"):
        read_table(repacked(workbook(["title"]), **entry), ".xlsx")


def test_fullest_agenda_is_read_with_its_pictures():
    rows = [["title"] * 60] * 1000
    picture = b"\x89PNG" + bytes(range(256)) * 2000 + b"<?" + b"\0" * 100

    assert (
        len(read_table(repacked(workbook(*rows), **{"xl/media/image1.png": picture}), ".xlsx").rows) == 1000
    )


def test_longest_cell_is_read_however_it_is_written():
    text = "&#x1F3D7;" * 20_000
    content = repacked(
        workbook(["title"]), **{SHEET: sheet_xml(f"<row><c t='inlineStr'><is><t>{text}</t></is></c></row>")}
    )

    assert read_table(content, ".xlsx").rows == (Row(1, ("\U0001f3d7" * 20_000,)),)


def test_workbook_that_grows_when_unpacked_is_refused_unopened():
    content = repacked(workbook(["kind"]), **{"xl/media/image.bin": b"\0" * 21_000_000})
    assert len(content) < 100_000

    with pytest.raises(TableError, match="larger than any agenda when it is unpacked"):
        read_table(content, ".xlsx")


@pytest.mark.parametrize(
    ("content", "suffix", "message"),
    [
        (b"", ".csv", "This file is empty"),
        (b" " * 10, ".xlsx", "This file is empty"),
        (b"kind", ".xlsx", "This is not a workbook"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, ".xlsx", r"old kind \(.xls\) or has a password"),
        (b"PK\x05\x06" + b"\0" * 18, ".xlsx", "This is not a workbook"),
        (b"kind\n" * LARGEST_FILE, ".csv", "larger than any agenda"),
        (b"kind", ".ods", "Only .json, .xlsx and .csv"),
        (b"kind\0\n", ".csv", "not a file of text"),
        (b'kind\n"open', ".csv", "Line 2 cannot be read"),
        ("şəhid".encode("cp1251", "replace") + b"\xef", ".csv", "not written in UTF-8"),
        (b"kind\n" + b"x" * 20_001, ".csv", "Row 2 has a cell of more than 20000 characters"),
        (b"kind\n" * 1_001, ".csv", "Row 1001 holds something"),
    ],
)
def test_what_is_no_sheet_is_refused_in_words(content, suffix, message):
    with pytest.raises(TableError, match=message):
        read_table(content, suffix)


@pytest.mark.parametrize(
    ("encoding", "codec", "text", "said"),
    [
        ("", "utf-8", "şəhidlər کراچی", "UTF-8"),
        ("", "utf-8-sig", "şəhidlər", "UTF-8"),
        ("", "utf-16", "şəhidlər", "UTF-16"),
        ("utf-16", "utf-16-le", "şəhidlər", "UTF-16"),
        ("cp1251", "cp1251", "Минута молчания", "Windows-1251"),
        ("cp1254", "cp1254", "Saygı duruşu", "Windows-1254"),
    ],
)
def test_text_is_read_in_its_encoding_which_is_said(encoding, codec, text, said):
    table = read_table(f"kind;title\r\nsilence;{text}\r\n".encode(codec), ".csv", encoding)

    assert table.rows[1] == Row(2, ("silence", text))
    assert table.read_as == f"Read as {said}, its columns separated by semicolons."


def test_separator_is_the_one_of_the_headings_or_the_one_that_the_file_names():
    assert read_table(b"a\tb\n1\t2,5", ".csv").rows[1].cells == ("1", "2,5")
    assert read_table(b"sep=;\r\na;b\r\n1;2", ".csv").rows == (Row(2, ("a", "b")), Row(3, ("1", "2")))


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_written_cell_is_a_formula_and_what_is_read_back_is_the_same(formula):
    rows = [("title",), (formula,)]

    in_csv = write_csv(rows)
    raw = list(csv.reader(io.StringIO(in_csv.decode("utf-8-sig"), newline="")))[1][0]
    assert raw.startswith("'")
    assert read_table(in_csv, ".csv").rows[1].cells == (formula,)
    cell = load_workbook(io.BytesIO(write_xlsx([("Agenda", rows)])))["Agenda"]["A2"]
    assert (cell.data_type, cell.value.strip()) == ("s", formula.strip())


@pytest.mark.parametrize(
    "sign", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", ' "=1+1&"', "'=1", "\N{NO-BREAK SPACE}=1"]
)
@pytest.mark.parametrize("before", ["", "Remarks", "Remarks,", 'A "word"', "'"])
def test_no_program_finds_a_formula_in_a_written_cell_whatever_it_takes_for_the_end_of_one(sign, before):
    texts = [before + between + sign for between in (";", "; ", "\t", "\n", "\r\n", ";\n", ";;")] + [sign]
    rows = [("title", "place", "staff"), *((f"{text};", text, f"x{text}") for text in texts)]

    content = write_csv(rows)

    for separator in ",;\t":
        lines = io.StringIO(content.decode("utf-8-sig"), newline="")
        cells = [cell for row in csv.reader(lines, delimiter=separator) for cell in row]
        assert [cell for cell in cells if cell.strip().startswith(tuple("=+-@＝"))] == []
    back = [tuple(cell.strip(" ") for cell in row.cells) for row in read_table(content, ".csv").rows]
    assert back == [tuple(cell.strip(" ") for cell in row) for row in rows]
