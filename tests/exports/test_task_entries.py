"""Tasks of preparation as entries of a calendar."""

from datetime import date

from icalendar import Calendar

from events.exports.ical import calendar
from events.exports.task_entries import preparation_entries
from events.programme.preparation import DueTask
from events.programme.text import Wording

TASK = DueTask(
    uid="4f3c2a52-5e4f-4a51-9d8b-2f2f6d1f9a01",
    words="Send the invitations",
    note="Two weeks ahead",
    due=date(2023, 1, 6),
    is_done=False,
)
URL = "https://calendar.example/desk/azembassy-islamabad/seminar/preparation/"
LINES = b"""BEGIN:VEVENT
SUMMARY:Send the invitations (A seminar)
DTSTART;VALUE=DATE:20230106
DTEND;VALUE=DATE:20230107
UID:4f3c2a52-5e4f-4a51-9d8b-2f2f6d1f9a01
CLASS:PUBLIC
DESCRIPTION:Two weeks ahead
RELATED-TO;RELTYPE=PARENT:event
STATUS:CONFIRMED
TRANSP:TRANSPARENT
URL:https://calendar.example/desk/azembassy-islamabad/seminar/preparation/
END:VEVENT
"""


def entries(*tasks, **more):
    return preparation_entries(tasks, Wording("A seminar", "en"), "event", URL, "en", **more)


def test_task_is_an_all_day_entry_that_keeps_nobody_busy():
    (entry,) = entries(TASK)

    assert sorted(entry.octets.splitlines()) == sorted(LINES.splitlines())


def test_done_task_and_task_of_a_cancelled_event_say_so():
    done = DueTask(TASK.uid, TASK.words, "", TASK.due, is_done=True)

    read = Calendar.from_ical(calendar(entries(done, cancelled=True))).walk("VEVENT")[0]

    assert read["SUMMARY"] == "Cancelled: Done: Send the invitations (A seminar)"
    assert read["STATUS"] == "CANCELLED"


def test_broken_characters_never_reach_the_file():
    bad = DueTask(TASK.uid, "Call\r\nBEGIN:VEVENT\x00", "", TASK.due, is_done=False)

    assert b"SUMMARY:Call BEGIN:VEVENT (A seminar)\r\n" in entries(bad)[0].octets
