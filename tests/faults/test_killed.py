"""What was acknowledged is there after a web process was killed at its work, and nothing is there by half."""

import json
import os
import random
import signal
import sqlite3
import threading
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
import requests

from tests.faults.stood_on import PostgreSQL, postgresql_folder
from tests.served import MISSION, desk_of, fill, served, wait_until

WRITERS = 4
# Rows of one event: of itself, its parts, items and speakers, and the copies in the history of each.
ROWS = """
SELECT event.slug,
       (SELECT count(*) FROM events_historicalevent AS kept WHERE kept.id = event.id),
       count(DISTINCT part.id), count(DISTINCT item.id), count(DISTINCT speaker.id),
       (SELECT count(*) FROM events_historicalitem AS kept JOIN events_part AS own ON own.id = kept.part_id
        WHERE own.event_id = event.id)
FROM events_event AS event
LEFT JOIN events_part AS part ON part.event_id = event.id
LEFT JOIN events_item AS item ON item.part_id = part.id
LEFT JOIN events_contribution AS speaker ON speaker.item_id = item.id
WHERE event.slug != 'seminar' GROUP BY event.id
"""


@dataclass(frozen=True)
class File:
    """A database that is a file."""

    path: Path

    @property
    def address(self):
        return f"sqlite:///{self.path}"

    def rows(self, sql):
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(sql).fetchall()

    def is_whole(self):
        return self.rows("PRAGMA integrity_check") == [("ok",)]


@dataclass(frozen=True)
class Server:
    """A database that others serve: what a web process was at when it was killed ends with its connection."""

    address: str

    def rows(self, sql):
        with psycopg.connect(self.address) as connection:
            return connection.execute(sql).fetchall()

    def is_whole(self):
        return self.rows("SELECT count(*) FROM pg_index WHERE NOT indisvalid") == [(0,)]


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
    with served(folder, database.address, workers=2) as here:
        desks = [desk_of(here.address) for _ in range(WRITERS)]
        desks[0].copy_event()
        (whole,) = database.rows(ROWS)
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


def nothing_is_lost_or_half_written(database, folder, times):
    writers, whole, log = killed_under_load(database, folder, times)
    people = {json.loads(name).get("en") for (name,) in database.rows("SELECT name FROM events_person")}
    found = database.rows(ROWS)
    promised = [path.split("/")[3] for writer in writers for path in writer.events]
    print(f"{times} times killed: {len(promised)} events and {sum(len(w.people) for w in writers)} people")

    assert database.is_whole()
    assert promised_by(writers) >= times * WRITERS
    assert all(f"/desk/{MISSION}/" in path for writer in writers for path in writer.events)
    assert set(promised) <= {row[0] for row in found}
    assert {row[1:] for row in found} == {whole}
    assert {name for writer in writers for name in writer.people} <= people
    assert [odd for writer in writers for odd in writer.odd] == []
    assert "locked" not in log


def test_web_processes_killed_under_load_lose_nothing_and_leave_nothing_by_half(database, tmp_path):
    nothing_is_lost_or_half_written(File(database), tmp_path, times=6)


@pytest.mark.fifty_kills
def test_web_processes_killed_fifty_times_lose_nothing_and_leave_nothing_by_half(database, tmp_path):
    nothing_is_lost_or_half_written(File(database), tmp_path, times=50)


@pytest.fixture
def postgresql(tmp_path):
    """A server with the tables and the first rows."""
    if not postgresql_folder():
        pytest.skip("PostgreSQL's server programs are not installed.")
    cluster = PostgreSQL()
    try:
        fill(tmp_path, cluster.address)
        yield Server(cluster.address)
    finally:
        cluster.end()


@pytest.mark.fifty_kills
def test_web_processes_on_postgresql_killed_fifty_times_lose_nothing(postgresql, tmp_path):
    nothing_is_lost_or_half_written(postgresql, tmp_path, times=50)
