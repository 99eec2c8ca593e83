"""What was acknowledged is there after a web process was killed at its work, and nothing is there by half."""

import os
import random
import signal
import sqlite3
import threading
from contextlib import closing

import pytest
import requests

from tests.served import MISSION, desk_of, served, wait_until

WRITERS = 4
# Rows of one event: of itself, its parts, items and speakers, and the copies in the history of each.
ROWS = """
SELECT event.slug,
       (SELECT count(*) FROM events_historicalevent AS kept WHERE kept.id = event.id),
       count(DISTINCT part.id), count(DISTINCT item.id), count(DISTINCT speaker.id),
       (SELECT count(*) FROM events_historicalitem AS kept WHERE kept.part_id = part.id)
FROM events_event AS event
LEFT JOIN events_part AS part ON part.event_id = event.id
LEFT JOIN events_item AS item ON item.part_id = part.id
LEFT JOIN events_contribution AS speaker ON speaker.item_id = item.id
WHERE event.slug != 'seminar' GROUP BY event.id
"""


class Writer(threading.Thread):
    """An officer who copies events and enters people until told to stop, and notes what the planner said is kept."""

    def __init__(self, desk, number, stopped):
        super().__init__()
        self.desk, self.number, self.stopped = desk, number, stopped
        self.events, self.people, self.odd = [], [], []

    def run(self):
        while not self.stopped.is_set():
            name = f"Person {self.number} {len(self.people)} {random.getrandbits(32):x}"
            try:
                self.note(self.desk.copy_event(), self.events, lambda answer: answer.headers["Location"])
                self.note(self.desk.enter_person(name), self.people, lambda _, name=name: name)
            except requests.RequestException:
                continue

    def note(self, answer, kept, what):
        if answer.status_code == 302:
            kept.append(what(answer))
        else:
            self.odd.append((answer.status_code, answer.text[:300]))


def promised_by(writers):
    return sum(len(writer.events) + len(writer.people) for writer in writers)


def killed_under_load(database, folder, times):
    """Kill every web process at so many random instants; return the writers and the rows of one whole copy."""
    with served(folder, f"sqlite:///{database}", workers=2) as here:
        desks = [desk_of(here.address) for _ in range(WRITERS)]
        desks[0].copy_event()
        (whole,) = rows_of(database)
        stopped = threading.Event()
        writers = [Writer(desk, number, stopped) for number, desk in enumerate(desks)]
        for writer in writers:
            writer.start()
        try:
            for _ in range(times):
                enough = promised_by(writers) + WRITERS
                wait_until(lambda enough=enough: promised_by(writers) >= enough, here.printed.read_text)
                # An instant of the work, not a wait for anything.
                stopped.wait(random.uniform(0, 0.5))  # noqa: S311
                for pid in here.workers():
                    os.kill(pid, signal.SIGKILL)
                wait_until(here.is_up, here.printed.read_text)
        finally:
            stopped.set()
            for writer in writers:
                writer.join()
        return writers, whole[1:], here.printed.read_text()


def rows_of(database):
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(ROWS).fetchall()


def nothing_is_lost_or_half_written(database, folder, times):
    writers, whole, log = killed_under_load(database, folder, times)
    with closing(sqlite3.connect(database)) as connection:
        people = {
            name for (name,) in connection.execute("SELECT json_extract(name, '$.en') FROM events_person")
        }
        (state,) = connection.execute("PRAGMA integrity_check").fetchone()
    found = rows_of(database)
    promised = [path.split("/")[3] for writer in writers for path in writer.events]
    print(f"{times} times killed: {len(promised)} events and {sum(len(w.people) for w in writers)} people")

    assert state == "ok"
    assert promised_by(writers) >= times * WRITERS
    assert all(f"/desk/{MISSION}/" in path for writer in writers for path in writer.events)
    assert set(promised) <= {row[0] for row in found}
    assert {row[1:] for row in found} == {whole}
    assert {name for writer in writers for name in writer.people} <= people
    assert [odd for writer in writers for odd in writer.odd] == []
    assert "locked" not in log


def test_web_processes_killed_under_load_lose_nothing_and_leave_nothing_by_half(database, tmp_path):
    nothing_is_lost_or_half_written(database, tmp_path, times=6)


@pytest.mark.fifty_kills
def test_web_processes_killed_fifty_times_lose_nothing_and_leave_nothing_by_half(database, tmp_path):
    nothing_is_lost_or_half_written(database, tmp_path, times=50)
