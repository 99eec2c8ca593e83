"""Two installations' worth of web processes on one SQLite file: each waits for the other, and none is refused."""

import sqlite3
import threading
from contextlib import closing

from tests.served import MISSION, desk_of, served

WRITERS, ROUNDS = 6, 4


def work(desk, number, answers):
    """An event of one's own, to which items are added and which is released, while people are entered."""
    event = "/".join(desk.copy_event().headers["Location"].split("/")[:4])
    for n in range(ROUNDS):
        answers += [
            desk.enter_person(f"Person {number}-{n}").status_code,
            desk.send(f"{event}/agenda/", "agenda/items/", kind="remarks").status_code,
            desk.send(f"{event}/release/", "release/approve/").status_code,
        ]


def test_two_servers_that_write_to_one_file_at_once_are_never_told_that_it_is_locked(database, tmp_path):
    answers = [[] for _ in range(WRITERS)]
    with (
        served(tmp_path, f"sqlite:///{database}") as one,
        served(tmp_path, f"sqlite:///{database}") as other,
    ):
        desks = [desk_of((one, other)[n % 2].address, f"admin@{MISSION}.example") for n in range(WRITERS)]
        writers = [
            threading.Thread(target=work, args=(desk, number, answers[number]))
            for number, desk in enumerate(desks)
        ]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        log = one.printed.read_text() + other.printed.read_text()

    with closing(sqlite3.connect(database)) as connection:
        (people,) = connection.execute(
            "SELECT count(*) FROM events_person WHERE json_extract(name, '$.en') LIKE 'Person %'"
        ).fetchone()
        releases = connection.execute("SELECT count(*) FROM events_release GROUP BY event_id").fetchall()
    assert answers == [[302, 303, 302] * ROUNDS] * WRITERS
    assert people == WRITERS * ROUNDS
    assert releases == [(ROUNDS,)] * WRITERS
    assert "locked" not in log
