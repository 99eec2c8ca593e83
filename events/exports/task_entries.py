"""The preparation of an event in the calendar of who prepares it: each task on the day by which it is to be done."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from icalendar import Event

from events.exports import ical_text as text
from events.exports.vevents import Entry
from events.programme.preparation import DueTask
from events.programme.text import Wording


def preparation_entries(
    tasks: Iterable[DueTask],
    event: Wording,
    event_uid: str,
    url: str,
    language: str,
    *,
    cancelled: bool = False,
) -> list[Entry]:
    """Return the tasks as all-day entries that keep nobody busy, without stamps. Those of a cancelled event are so too.

    ``url`` is where the tasks are ticked. Nothing comes from the clock: what is overdue is told at the desk alone.
    """
    with translation.override(language):
        return [_entry(task, event, event_uid, url, cancelled) for task in tasks]


def _entry(task: DueTask, event: Wording, event_uid: str, url: str, cancelled: bool) -> Entry:
    words = [pgettext("status of an event", "Cancelled")] if cancelled else []
    if task.is_done:
        words.append(pgettext("a task of preparation", "Done"))
    summary = text.summary(Wording(task.words, ""), words, event)
    vevent = Event()
    vevent.add("uid", task.uid)
    vevent.add("dtstart", task.due)
    vevent.add("dtend", task.due + timedelta(days=1))
    vevent.add("summary", text.one_line(summary.text))
    lines = [_("Responsible: %(officer)s") % {"officer": task.responsible}] if task.responsible else []
    if note := text.clean("\n".join([*lines, *([task.note] if task.note else [])])):
        vevent.add("description", note)
    vevent.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    vevent.add("transp", "TRANSPARENT")
    vevent.add("class", "PUBLIC")
    vevent.add("url", url)
    vevent.add("related-to", event_uid, parameters={"RELTYPE": "PARENT"})
    return Entry(datetime.combine(task.due, time(), UTC), task.uid, "", vevent.to_ical())
