"""Bringing in a file: looked at first, kept when confirmed, all of it or nothing."""

import re
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from events import disk
from events.models import Event, Item, Part
from events.operations.tables import read_table, write_csv, write_xlsx
from events.programme.document import dumps, to_document
from events.programme.text import Text
from events.programme.value import Work
from events.scoping import every_mission
from events.snapshot import take_snapshot
from tests.factories import make_event, make_item, make_member, make_mission, make_part
from tests.programmes import empty

pytestmark = pytest.mark.django_db

FILE = "/desk/new/azembassy-islamabad/file/"
KEEP = f"{FILE}keep/"
SHEET = (
    b"part,start,length,kind,title en\nBefore,09:30,30,arrival,\nProgramme,10:00,2,opening,\n,,1,silence,\n"
)


@pytest.fixture
def mission():
    with every_mission():
        yield make_mission(languages=["en", "az"])


@pytest.fixture
def officer(mission, client):
    member = make_member(mission)
    client.force_login(member.user)
    return member.user


@pytest.fixture
def event(mission):
    event = make_event(mission)
    part = make_part(event, heading={"en": "Programme"})
    make_item(part, "opening", 2)
    make_item(part, "silence", 1, staff_text={"en": "=1+1"})
    return event


def send(client, content, name="agenda.csv", **values):
    return client.post(FILE, {"file": SimpleUploadedFile(name, content), **values})


def sealed(page):
    found = re.search(r'name="sealed" value="([^"]+)"', page.content.decode())
    return found and found[1]


def confirm(client, page):
    return client.post(KEEP, {"sealed": sealed(page)})


def agenda(event):
    return [
        (str(part.heading), part.phase, part.starts_at, [item.kind for item in part.items.all()])
        for part in event.parts.all()
    ]


def test_file_is_refused_while_the_server_has_hardly_any_room(client, officer, monkeypatch):
    monkeypatch.setattr(disk, "FOR_UPLOADS", 1.1)

    page = send(client, SHEET, title="From a sheet", kind="seminar")

    assert page.status_code == 422
    assert "hardly any room left" in page.context["form"].errors["file"][0]


def test_sheet_is_looked_at_and_makes_an_event_when_confirmed(client, mission, officer):
    page = send(client, SHEET, title="From a sheet", kind="seminar", on="20 January 2023")

    assert page.status_code == 200
    assert Event.objects.count() == 0
    assert "3 new" in page.content.decode()
    answer = confirm(client, page)

    event = Event.objects.get()
    assert answer.url == f"/desk/azembassy-islamabad/{event.slug}/agenda/"
    assert (str(event.title), event.kind, event.on) == ("From a sheet", "seminar", date(2023, 1, 20))
    assert agenda(event) == [
        ("Before", "before", time(9, 30), ["arrival"]),
        ("Programme", "programme", time(10), ["opening", "silence"]),
    ]


def test_confirming_twice_makes_one_event_and_leads_to_it(client, mission, officer):
    page = send(client, SHEET, title="From a sheet")

    first, second = confirm(client, page), confirm(client, page)

    assert Event.objects.count() == 1
    assert first.url == second.url


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_given_out_sheet_changes_the_event_that_it_came_from(client, mission, officer, event, suffix):
    given = client.get(f"/desk/azembassy-islamabad/seminar/agenda.{suffix}")
    assert f'filename="seminar.{suffix}"' in given["Content-Disposition"]
    table = [list(row.cells) for row in read_table(given.content, f".{suffix}").rows]
    assert "=1+1" in table[2]
    assert "unchanged" in send(client, given.content, f"a.{suffix}", into=event.pk).content.decode()

    table[1][table[0].index("length")] = "4"
    content = write_csv(table) if suffix == "csv" else write_xlsx([("Agenda", table)])
    page = send(client, content, f"a.{suffix}", into=event.pk)
    text = page.content.decode()
    assert "Length: 2 min becomes 4 min." in text
    assert Item.objects.get(kind="opening").duration.seconds == 120
    confirm(client, page)

    assert Item.objects.get(kind="opening").duration.seconds == 240


def test_refused_rows_are_named_linked_and_cannot_be_confirmed(client, mission, officer, event):
    page = send(client, b"kind,length\naddress,x\nanthem,2\n", into=event.pk)

    text = page.content.decode()
    assert page.status_code == 422
    assert sealed(page) is None
    assert '<a href="#row-2">Row 2: length: “x” isn’t a length.' in text
    assert 'id="row-2"' in text
    assert Item.objects.count() == 2


def test_event_that_changed_in_between_is_shown_again_and_kept_as_it_is(client, mission, officer, event):
    page = send(client, b"kind,length\nopening,5\n", into=event.pk)
    with every_mission():
        Item.objects.filter(kind="opening").update(duration=timedelta(minutes=9))

    again = confirm(client, page)

    assert again.status_code == 409
    assert "Length: 9 min becomes 5 min." in again.content.decode()
    assert Item.objects.get(kind="opening").duration.seconds == 540
    assert confirm(client, again).status_code == 302


def test_json_that_was_exported_is_told_in_changes_and_brought_back(client, mission, officer, event):
    content = dumps(to_document(take_snapshot(event))).encode()
    assert "Nothing changes" in send(client, content, "event.json").content.decode()
    before = take_snapshot(event)
    with every_mission():
        Item.objects.get(kind="silence").delete()

    page = send(client, content, "event.json")
    confirm(client, page)

    assert "silence" in page.content.decode().lower()
    assert take_snapshot(event) == before


def no_uid():
    return dumps(to_document(replace(empty(), uid="7"))).encode()


def a_line_too_many():
    work = Work(Text.of({"en": "A photograph"}))
    return dumps(to_document(replace(empty(), works=(work,) * 1001))).encode()


@pytest.mark.parametrize(
    ("name", "content", "values", "words"),
    [
        ("a.json", b"{", {}, "not a .json file that can be read"),
        ("a.json", b"[]", {}, "This is not a programme"),
        ("a.json", b"[" * 100_000, {}, "not a .json file that can be read"),
        ("a.docx", b"x", {}, "Only .json, .xlsx and .csv can be read."),
        ("a.csv", b"", {"title": "T"}, "This file is empty."),
        ("a.csv", b"name\nx", {"title": "T"}, "The first row has to name the columns"),
        ("a.csv", SHEET, {}, "A sheet does not say what the event is called: give it a title."),
        ("a.csv", SHEET, {"title": "T", "on": "30 February 2023"}, "That month of 2023 has 28 days."),
        ("a.csv", "kind\nминута".encode("cp1251"), {"title": "T"}, "This file is not written in UTF-8."),
        ("a.xlsx", b"PK", {"title": "T"}, "This is not a workbook (.xlsx)."),
        ("a.csv", b"x" * 2_000_001, {"title": "T"}, "larger than any programme (2 MB)"),
        ("a.json", no_uid(), {}, "programme.uid: “7” is not a uid (7d0c1c5e-"),
        ("a.json", a_line_too_many(), {}, "This file brings 1001 items, speakers and other entries."),
    ],
)
def test_file_that_cannot_be_taken_is_refused_at_its_field(
    client, mission, officer, name, content, values, words
):
    page = send(client, content, name, **values)

    text = page.content.decode()
    assert page.status_code == 422
    assert words in text
    assert "error-summary" in text
    assert Event.objects.count() == Part.objects.count() == 0


def test_encoding_that_is_named_is_used_and_said(client, mission, officer):
    content = "kind;title\nминута молчания;Помним\n".encode("cp1251")

    text = send(client, content, title="T", encoding="cp1251").content.decode()

    assert "Read as Windows-1251, its columns separated by semicolons." in text
    assert "Помним" in text


def test_file_of_another_mission_and_a_foreign_event_are_refused(client, mission, officer):
    with every_mission():
        elsewhere = make_mission(slug="migration-service")
        theirs = make_event(elsewhere, "theirs")
        document = dumps(to_document(take_snapshot(theirs))).encode()

    page = send(client, document, "theirs.json")
    assert "of the mission “migration-service”, not of yours" in page.content.decode()
    assert send(client, SHEET, into=theirs.pk).status_code == 422


def test_what_was_sealed_for_somebody_else_or_forged_is_not_kept(client, mission, officer):
    page = send(client, SHEET, title="From a sheet")
    colleague = make_member(mission, name="colleague")
    for seal in ("", "forged", sealed(page)):
        client.force_login(colleague.user)
        assert client.post(KEEP, {"sealed": seal}).url == FILE
    assert Event.objects.count() == 0


def test_empty_sheet_has_the_headings_and_the_words(client, mission, officer):
    table = read_table(client.get("/desk/new/azembassy-islamabad/agenda.xlsx").content, ".xlsx")

    assert table.rows[0].cells[:8] == (
        "id",
        "part",
        "start",
        "begins",
        "length",
        "kind",
        "title en",
        "title az",
    )
    assert client.get("/desk/new/azembassy-islamabad/agenda.csv").content.startswith(b"\xef\xbb\xbfid,part")
    assert client.get("/desk/new/azembassy-islamabad/agenda.exe").status_code == 404


def test_text_of_a_file_is_written_as_text(client, mission, officer):
    page = send(client, b'kind,title\nother,"<script>alert(1)</script>"\n', title="<b>x</b>")

    assert "<script>alert" not in page.content.decode()
