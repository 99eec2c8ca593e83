"""A sheet becomes an agenda: new, changed, unchanged and refused rows, all or nothing, safe to repeat."""

from datetime import date, time, timedelta

import pytest

from events.models import Contribution, Event, Item, Office, Part, Person
from events.models.fields import text_of
from events.operations.import_table import import_table
from events.operations.stale import StaleError
from events.operations.table_report import Outcome, TableRefusedError
from events.operations.tables import Row, Table, read_table, write_csv, write_xlsx
from events.programme.sheet import HeadingError, rows
from events.scoping import every_mission, of_mission
from events.snapshot import take_snapshot
from tests.factories import make_contribution, make_event, make_item, make_member, make_mission, make_person

pytestmark = pytest.mark.django_db

SHEET = """\
part,start,length,kind,title en,title az,who,office,role,audience,text en,staff text en
Programme,10:00,2,opening,,,,,,,,The master of ceremonies opens
,10:02,3,anthem,National anthems of both countries,,,,,,,
,10:05,1,silence,,,,,,,,
,10:06,20,address,,,Khazar Farhadov,Ambassador of Azerbaijan to Pakistan,,,,
,,7:30,video,Video about the day,Gün haqqında video,,,,invited,With subtitles,
"""


@pytest.fixture
def event():
    mission = make_mission()
    with of_mission(mission.pk):
        yield make_event(mission, languages=["en", "az"])


@pytest.fixture
def officer(event):
    return make_member(event.mission).user


def table(text):
    lines = [line.split(",") for line in text.strip().split("\n")]
    return Table(tuple(Row(number, tuple(line)) for number, line in enumerate(lines, 1)), "Read.")


def agenda(event):
    return [
        (item.kind, item.duration, item.start, str(item.title))
        for part in event.parts.all()
        for item in part.items.all()
    ]


def outcomes(report):
    return [(row.number, row.outcome.value) for row in report.rows]


def minutes(count):
    return timedelta(minutes=count)


def test_responsible_officer_is_read_and_written(event, officer):
    import_table(event, table("kind,responsible\nanthem,A. Officer\nsilence,"), by=officer)
    written = rows(take_snapshot(event))

    assert [item.responsible for item in Item.objects.order_by("order")] == ["A. Officer", ""]
    assert [row[written[0].index("responsible")] for row in written[1:]] == ["A. Officer", ""]


def test_sheet_becomes_the_agenda_of_an_empty_event(event, officer):
    report = import_table(event, table(SHEET), by=officer)

    assert outcomes(report) == [(number, "new") for number in range(2, 7)]
    assert agenda(event) == [
        ("opening", minutes(2), "linked", ""),
        ("anthem", minutes(3), "linked", "National anthems of both countries"),
        ("silence", minutes(1), "linked", ""),
        ("address", minutes(20), "linked", ""),
        ("video", minutes(7.5), "linked", "Video about the day"),
    ]
    part = event.parts.get()
    assert (str(part.heading), part.starts_at) == ("Programme", time(10))
    video = Item.objects.get(kind="video")
    assert (video.audience, str(video.text), text_of(video.title).versions) == (
        "invited",
        "With subtitles",
        (("az", "Gün haqqında video"), ("en", "Video about the day")),
    )
    assert str(Item.objects.get(kind="opening").staff_text) == "The master of ceremonies opens"
    assert Item.objects.get(kind="silence").cues == ["remain-standing", "no-applause"]


def test_second_import_of_the_same_sheet_changes_nothing(event, officer):
    import_table(event, table(SHEET), by=officer)
    before, version = take_snapshot(event), Event.objects.get(pk=event.pk).version

    report = import_table(event, table(SHEET), by=officer)

    assert outcomes(report) == [(number, "unchanged") for number in range(2, 7)]
    assert (take_snapshot(event), Event.objects.get(pk=event.pk).version) == (before, version)
    assert Person.objects.count() == 1


def test_report_tells_the_times_the_lengths_and_who_is_new(event, officer):
    report = import_table(event, table(SHEET), by=officer)

    assert [(row.begins, row.length) for row in report.rows] == [
        *[("10:00", "2 min"), ("10:02", "3 min"), ("10:05", "1 min"), ("10:06", "20 min")],
        ("10:26", "7 min 30 s"),
    ]
    assert report.rows[3].words == ["Khazar Farhadov is new in the register of people."]


@pytest.mark.parametrize("write", [write_csv, lambda sheet: write_xlsx([("Agenda", sheet)])])
def test_written_agenda_is_read_back_as_the_same(event, officer, write):
    import_table(event, table(SHEET), by=officer)
    part = event.parts.get()
    make_item(part, "remarks", 10, start="fixed", start_at=time(11), title={"en": "=HYPERLINK(1)"})
    make_item(part, "music", 5, start="alongside", text={"en": "Two\nlines"})
    make_item(part, "silence", 1, start="anchored", start_at=time(12), start_zone="Asia/Baku")
    panel = make_item(part, "panel", 95, audience="staff")
    make_contribution(panel, person=make_person(event.mission), role="chair")
    make_contribution(panel, words={"en": "Two students", "az": "İki tələbə"}, role="speaker", order=1)
    before = take_snapshot(event)

    content = write(rows(before))
    suffix = ".xlsx" if content.startswith(b"PK") else ".csv"
    report = import_table(event, read_table(content, suffix), by=officer)

    assert {row.outcome for row in report.rows} == {Outcome.UNCHANGED}
    assert take_snapshot(event) == before


def test_changed_length_of_one_row_moves_the_times_below_it(event, officer):
    import_table(event, table(SHEET), by=officer)
    sheet = [list(row) for row in rows(take_snapshot(event))]
    length = sheet[0].index("length")
    sheet[2][length] = "5"

    report = import_table(event, read_table(write_csv(sheet), ".csv"), by=officer)

    assert [(row.outcome.value, row.begins, row.words) for row in report.rows[1:3]] == [
        ("changed", "10:02", ["Length: 3 min becomes 5 min."]),
        ("unchanged", "10:07", []),
    ]


def test_refused_rows_are_named_and_nothing_is_kept(event, officer):
    bad = """\
kind,title en,length,start,audience,who
address,,20,10:00,,
adress,,20,,,
anthem,,0,,,
,,5,,,
remarks,,x,25:00,friends,
remarks,{long},5,,,
silence,,1,12:00 Asia/Bakoo,,
""".format(long="x" * 301)

    with pytest.raises(TableRefusedError) as error:
        import_table(event, table(bad), by=officer)

    assert [(row.number, row.words) for row in error.value.report.refused] == [
        (3, ["kind: “adress” is not a kind of item. Is it “address”?"]),
        (4, ["duration: A length of 0 or less cannot be kept: it takes at least one second."]),
        (5, ["A row needs a kind or a title."]),
        (
            6,
            [
                "length: “x” isn’t a length. Write minutes (7), minutes and seconds (7:30), or 90 s.",
                "start: Hours go up to 23. Write, for instance, 10:15.",
                "audience: “friends” is not an audience. Write one of these: public, invited, staff.",
            ],
        ),
        (7, ["title: at most 300 characters; this text has 301."]),
        (8, ["start: “Asia/Bakoo” is not the name of a time zone (Asia/Karachi)."]),
    ]
    assert "row 3: kind: “adress”" in str(error.value)
    assert (Item.objects.count(), Part.objects.count()) == (0, 0)


def test_items_that_the_sheet_does_not_name_stay_behind_what_they_stood_behind(event, officer):
    import_table(event, table(SHEET), by=officer)
    video = Item.objects.get(kind="video")

    report = import_table(event, table(f"id,kind,length\n{video.uid},video,9\n,poetry,3\n"), by=officer)

    assert report.left == 4
    assert [kind for kind, *_ in agenda(event)] == [
        *("opening", "anthem", "silence", "address", "video", "poetry"),
    ]


def test_rows_in_another_order_move_the_items(event, officer):
    import_table(event, table(SHEET), by=officer)
    sheet = rows(take_snapshot(event))
    moved = [sheet[0], sheet[1], sheet[2], sheet[3], sheet[5], sheet[4]]

    report = import_table(event, read_table(write_csv(moved), ".csv"), by=officer)

    assert [kind for kind, *_ in agenda(event)] == ["opening", "anthem", "silence", "video", "address"]
    assert [row.words for row in report.of(Outcome.CHANGED)] == [["It stands elsewhere in the order."]] * 2


def test_start_that_leaves_a_gap_is_kept_and_one_in_the_gap_of_the_clocks_is_refused(event, officer):
    import_table(event, table("kind,length,start\nopening,2,10:00\naddress,5,10:30\n"), by=officer)
    assert agenda(event)[1][2] == "fixed"

    Event.objects.filter(pk=event.pk).update(zone="Europe/Berlin", on=date(2023, 3, 26))
    event.refresh_from_db()
    with pytest.raises(TableRefusedError, match=r"row 3: start at: .*02:30"):
        import_table(event, table("kind,length,start\nopening,2,10:00\nmusic,5,02:30\n"), by=officer)


def test_lengths_that_are_not_said_are_taken_from_the_next_start(event, officer):
    import_table(event, table("kind,start\nopening,10:00\nanthem,10:03\naddress,10:05\n"), by=officer)

    assert [(kind, length, start) for kind, length, start, _ in agenda(event)] == [
        ("opening", minutes(3), "linked"),
        ("anthem", minutes(2), "linked"),
        ("address", minutes(15), "linked"),
    ]


def test_person_is_found_by_every_name_and_two_of_one_name_are_refused(event, officer):
    speaker = make_person(event.mission, name={"en": "Khazar Farhadov", "az": "Xəzər Fərhadov"})
    with_honorific = make_person(event.mission, name={"en": "Vasif Gafarov"}, honorific={"en": "H.E."})

    import_table(event, table("kind,who\naddress,XƏZƏR FƏRHADOV|H.E. Vasif Gafarov\n"), by=officer)

    said = Contribution.objects.order_by("order")
    assert [(each.person, each.answer) for each in said] == [
        (speaker, "invited"),
        (with_honorific, "invited"),
    ]
    make_person(event.mission, name={"en": "Vasif Gafarov"})
    with pytest.raises(TableRefusedError, match="Several in the register are called Vasif Gafarov"):
        import_table(event, table("kind,who\nremarks,Vasif Gafarov\n"), by=officer)


def test_what_is_known_of_those_who_stay_is_kept(event, officer):
    import_table(event, table(SHEET), by=officer)
    Contribution.objects.update(answer="confirmed", manner="on-behalf-of", other_words={"en": "the host"})

    sheet = "kind,who,role\naddress,Khazar Farhadov|All guests,chair|speaker\n"
    report = import_table(event, table(sheet), by=officer)

    assert "Who contributes changes." in report.rows[0].words
    first, second = Contribution.objects.order_by("order")
    assert (first.answer, first.manner, first.role) == ("confirmed", "on-behalf-of", "chair")
    assert (str(second.words), second.person) == ("All guests", None)
    assert Office.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,time\na,b", "The first row has to name the columns"),
        ("kind,Kind\na,b", "The column “Kind” is there twice"),
    ],
)
def test_sheet_without_its_headings_is_refused(event, officer, text, message):
    with pytest.raises(HeadingError, match=message):
        import_table(event, table(text), by=officer)


def test_id_of_another_event_is_refused(event, officer):
    with every_mission():
        other = make_item(Part.objects.create(event=make_event(event.mission, "other")), "address")

    with pytest.raises(TableRefusedError, match="No item of this event has this id"):
        import_table(event, table(f"id,kind\n{other.uid},address\n"), by=officer)


def test_import_of_what_was_seen_before_another_change_is_refused(event, officer):
    import_table(event, table(SHEET), by=officer, version=event.version)

    with pytest.raises(StaleError):
        import_table(event, table(SHEET), by=officer, version=event.version)


def test_import_is_told_in_the_history_under_its_name(event, officer):
    import_table(event, table(SHEET), by=officer)

    copies = Item.history.filter(of_event=event.pk)
    assert {(copy.deed, copy.history_user) for copy in copies} == {("import_table", officer)}
