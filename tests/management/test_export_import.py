"""The two commands for files: what they write and read, and the one line in which they refuse."""

import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command

from events.exports import FORMATS
from events.models import Event, Item, Release
from events.operations.demonstration import load_demonstration
from events.operations.tables import write_csv, write_xlsx
from events.programme.document import from_document
from events.programme.sheet import rows
from events.scoping import every_mission
from events.snapshot import take_snapshot
from tests.exports.printed import reader, text

pytestmark = pytest.mark.django_db
TODAY = datetime(2026, 11, 25, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _demonstration():
    load_demonstration(TODAY, "a-password")


def export(path, event="islamabad-seminar-2023", format="json", **options):
    call_command("export", event, format=format, output=path, **options)
    return path.read_bytes()


def working_copy(slug="islamabad-seminar-2023"):
    with every_mission():
        return take_snapshot(Event.objects.get(slug=slug))


@pytest.mark.parametrize("format", ["a4", "ics", "json"])
def test_same_release_on_two_days_gives_the_same_bytes(tmp_path, format):
    with time_machine.travel(TODAY, tick=False):
        first = export(tmp_path / "first", format=format)
    with time_machine.travel(TODAY + timedelta(days=400), tick=False):
        second = export(tmp_path / "second", format=format)

    assert first == second


def test_exported_json_is_imported_into_an_equal_event(tmp_path):
    before = working_copy()
    export(tmp_path / "seminar.json", draft=True)
    with every_mission():
        Item.objects.filter(kind="silence").delete()
    assert working_copy() != before

    call_command("import", str(tmp_path / "seminar.json"))

    assert working_copy() == before


def test_json_on_the_command_line_is_the_whole_release(tmp_path):
    programme = from_document(json.loads(export(tmp_path / "seminar.json")))

    with every_mission():
        release = Release.objects.get(event_slug="islamabad-seminar-2023")
    assert programme == release.programme


def test_print_and_calendar_hold_nothing_of_the_staff(tmp_path):
    assert "Set-up" not in export(tmp_path / "seminar.ics", format="ics").decode()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"event": "no-such-event"}, "There is no event “no-such-event”."),
        ({"format": "odt"}, f"“odt” is not a format: {', '.join(FORMATS)}."),
        ({"format": "a4", "lang": "xx"}, "“xx” is not a language here: en, az, ru, ur, tr."),
        ({"event": "round-table-2027"}, "“round-table-2027” has not been released; --draft exports"),
    ],
)
def test_export_refuses_in_one_line_and_writes_nothing(tmp_path, options, message):
    with pytest.raises(CommandError, match=message.replace(".", r"\.")) as error:
        export(tmp_path / "file", **options)

    assert "\n" not in str(error.value)
    assert list(tmp_path.iterdir()) == []


def test_export_to_an_unwritable_place_says_so_and_leaves_nothing(tmp_path):
    (tmp_path / "folder").mkdir()

    for place in (tmp_path / "missing" / "file.json", tmp_path / "folder"):
        with pytest.raises(CommandError, match="cannot be written"):
            export(place)
    assert [path.name for path in tmp_path.rglob("*")] == ["folder"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("broken.json", "{", "this is not JSON"),
        ("list.json", "[]", "This is not a programme"),
        ("later.json", '{"format": 99, "programme": {}}', "format 99 is not known here"),
        ("deep.json", "[" * 100_000, "this is not JSON"),
        ("binary.json", "\udcff", "this is not JSON"),
        ("missing.json", None, "cannot be read: No such file or directory"),
        ("seminar.docx", "", "only .json, .xlsx and .csv can be imported"),
    ],
)
def test_import_of_a_broken_file_is_refused_in_one_line(tmp_path, name, content, message):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content.encode(errors="surrogateescape"))
    before = working_copy()

    with pytest.raises(CommandError, match=message) as error:
        call_command("import", str(path))

    assert str(error.value).endswith("Nothing was imported.")
    assert "\n" not in str(error.value)
    assert working_copy() == before


def test_wrong_row_is_named_by_its_path(tmp_path):
    path = tmp_path / "seminar.json"
    document = json.loads(export(path, draft=True))
    document["programme"]["parts"][1]["items"][2]["duration"] = "PT3M"
    path.write_text(json.dumps(document))

    with pytest.raises(
        CommandError, match=r"programme\.parts\[1\]\.items\[2\]\.duration: \"PT3M\" is not a duration"
    ):
        call_command("import", str(path))


SEMINAR = "azembassy-islamabad/islamabad-seminar-2023"


def sheet(path, change=lambda rows: None):
    """Write the seminar's agenda as a sheet, changed."""
    written = [list(row) for row in rows(working_copy())]
    change(written)
    content = write_csv(written) if path.suffix == ".csv" else write_xlsx([("Agenda", written)])
    path.write_bytes(content)
    return str(path)


@pytest.mark.parametrize("name", ["seminar.csv", "seminar.xlsx"])
def test_sheet_changes_the_agenda_of_the_named_event_and_a_second_time_nothing(tmp_path, capsys, name):
    def longer(written):
        written[6][written[0].index("length")] = "2"

    path = sheet(tmp_path / name, longer)

    call_command("import", path, event=SEMINAR)
    call_command("import", path, event=SEMINAR)

    first, second = capsys.readouterr().out.splitlines()[-2:]
    assert first == f"{SEMINAR}: 1 changed, 19 unchanged"
    assert second == f"{SEMINAR}: 20 unchanged"


def test_every_wrong_row_of_a_sheet_is_named_and_nothing_changes(tmp_path):
    before = working_copy()

    def wrong(written):
        columns = written[0].index
        written[2][columns("length")] = "soon"
        written[4][columns("kind")] = "anthemm"
        written[5][columns("length")] = "99"

    with pytest.raises(CommandError) as error:
        call_command("import", sheet(tmp_path / "seminar.csv", wrong), event=SEMINAR)

    assert error.value.returncode == 1
    lines = str(error.value).splitlines()
    assert [line.split(": ", 2)[1] for line in lines] == ["row 3", "row 5", "Nothing was imported."]
    assert "“anthemm” is not a kind of item. Is it “anthem”?" in lines[1]
    assert working_copy() == before


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "name it with --event MISSION/EVENT"),
        ({"event": "azembassy-islamabad/nothing"}, "there is no event “azembassy-islamabad/nothing”"),
        ({"event": SEMINAR, "encoding": "utf-16"}, "not written in UTF-16"),
    ],
)
def test_sheet_without_its_event_or_encoding_is_refused_in_one_line(tmp_path, options, message):
    path = tmp_path / "agenda.csv"
    path.write_bytes(b"kind\nsilence\xff")

    with pytest.raises(CommandError, match=message) as error:
        call_command("import", str(path), **options)

    assert str(error.value).endswith("Nothing was imported.")
    assert "\n" not in str(error.value)


def test_draft_is_exported_on_request_and_says_so(tmp_path):
    content = export(tmp_path / "draft.json", event="round-table-2027", draft=True)

    assert from_document(json.loads(content)).release is None


def test_copy_for_a_host_lists_that_host_first(tmp_path):
    usual = text(export(tmp_path / "usual.pdf", format="a4"))
    own = text(export(tmp_path / "own.pdf", format="a4", copy_for="2"))
    by_name = export(tmp_path / "named.pdf", format="a4", copy_for="Institute of Policy Studies")

    embassy, institute = "Embassy of Azerbaijan in Pakistan", "Institute of Policy Studies"
    assert usual.index(embassy) < usual.index(institute)
    assert own.index(institute) < own.index(embassy)
    assert text(by_name) == own


@pytest.mark.parametrize(
    ("size", "millimetres"),
    [(None, (220, 110)), ("no-10", (241, 105)), ("c6", (162, 114)), ("c5", (229, 162))],
)
def test_envelope_is_of_the_size_that_is_asked_for(tmp_path, size, millimetres):
    sheet = reader(export(tmp_path / "envelopes.pdf", format="envelopes", envelope=size)).pages[0].mediabox

    assert (round(sheet.width * 25.4 / 72), round(sheet.height * 25.4 / 72)) == millimetres


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (
            {"format": "envelopes", "envelope": "b4"},
            "“b4” is not a size of envelopes: dl, no-10, c6, c5.",
        ),
        ({"format": "a4", "envelope": "c5"}, "“a4” is no envelope: only those have a size."),
        ({"format": "json", "envelope": "c5"}, "“json” is no envelope: only those have a size."),
    ],
)
def test_size_of_no_envelope_is_refused(tmp_path, options, words):
    with pytest.raises(CommandError) as refused:
        export(tmp_path / "file", **options)

    assert str(refused.value) == words


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"format": "a4", "copy_for": "3"}, "“3” is not a host: 1 (Embassy of Azerbaijan in Pakistan), 2 ("),
        ({"format": "json", "copy_for": "1"}, "“json” is data"),
        (
            {"event": "migration-service-exhibition-2015", "format": "a4", "copy_for": "1"},
            "There are no two hosts",
        ),
    ],
)
def test_copy_for_no_host_is_refused(tmp_path, options, words):
    with pytest.raises(CommandError) as refused:
        export(tmp_path / "file", **options)

    assert words in str(refused.value)
