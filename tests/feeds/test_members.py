"""What a member's own calendar holds beside the agenda."""

from datetime import date, datetime, timedelta

from events.models import Occasion
from events.operations.preparation import finish_task, propose_tasks
from events.scoping import every_mission
from tests.factories import make_edition, make_item, make_member, make_mission, make_part
from tests.feeds.conftest import NOW

SILENCE = "Minute of silence (20 January tragedy)"
PRINT = "Print the programme, cards and signs (Seminar)"


def all_silences(subscription):
    text = subscription.client.get(subscription.address).content.decode()
    return [line for line in text.splitlines() if line.startswith("DTSTART;TZID=")]


def test_silence_of_an_occasion_is_there_each_year_on_the_missions_clock(own):
    make_edition()

    assert all_silences(own) == [
        "DTSTART;TZID=Asia/Karachi:20220120T130000",
        "DTSTART;TZID=Asia/Karachi:20230120T130000",
        "DTSTART;TZID=Asia/Karachi:20240120T130000",
    ]
    entry = own.read()[SILENCE]
    assert entry["DTEND"].dt - entry["DTSTART"].dt == timedelta(minutes=1)
    assert entry["DESCRIPTION"] == "Minute of silence at 12:00 in Baku"


def test_silence_that_an_event_holds_itself_is_not_there_twice(own, event):
    make_edition()
    with every_mission():
        part = make_part(event, phase="after")
        make_item(part, kind="silence", minutes=1, start="anchored", start_at="12:00", start_zone="Asia/Baku")

    assert all_silences(own).count("DTSTART;TZID=Asia/Karachi:20230120T130000") == 1


def test_silences_of_another_year_come_with_the_year(own, clock):
    make_edition()
    before = all_silences(own)
    clock.move_to(datetime(2024, 1, 1, 1, tzinfo=NOW.tzinfo), tick=False)

    assert [before[0][-15:-11], all_silences(own)[-1][-15:-11]] == ["2022", "2025"]


def test_occasion_that_is_changed_changes_the_calendar(own):
    make_edition()
    own.read()
    occasion = Occasion.objects.get()
    occasion.silence_at = "12:30"
    occasion.save()

    assert all_silences(own)[0] == "DTSTART;TZID=Asia/Karachi:20220120T133000"


def test_silence_is_told_once_to_a_member_of_two_missions(own, officer):
    make_edition()
    second = make_member(make_mission(slug="migration-service", zone="Asia/Baku"), name="other")
    second.user = officer.user
    second.save()

    assert len(all_silences(own)) == 3


def test_preparation_is_there_with_what_is_done(own, officer, event):
    with every_mission():
        propose_tasks(event, by=officer.user)
        task = event.tasks.get(rule="print")
    planned = own.read()[PRINT]
    with every_mission():
        finish_task(task, by=officer.user, now=NOW)
    done = own.read()[f"Done: {PRINT}"]

    assert planned["UID"] == done["UID"] == str(task.uid)
    assert planned["SEQUENCE"] < done["SEQUENCE"]
    assert done["DTSTART"].dt == date(2023, 1, 19)
