"""Two installations' worth of web processes on one SQLite file: each waits for the other, and none is refused."""

import sqlite3
import threading
from contextlib import closing

from tests.served import desk_of, served

EACH = 12


def test_two_servers_that_write_to_one_file_at_once_are_never_told_that_it_is_locked(database, tmp_path):
    answers = []

    def write(desk, number):
        answers.extend(desk.enter_person(f"Person {number}-{n}").status_code for n in range(EACH))

    with (
        served(tmp_path, f"sqlite:///{database}") as one,
        served(tmp_path, f"sqlite:///{database}") as other,
    ):
        desks = [desk_of(server.address) for server in (one, other) for _ in range(3)]
        writers = [threading.Thread(target=write, args=(desk, number)) for number, desk in enumerate(desks)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        log = one.printed.read_text() + other.printed.read_text()

    with closing(sqlite3.connect(database)) as connection:
        (kept,) = connection.execute(
            "SELECT count(*) FROM events_person WHERE json_extract(name, '$.en') LIKE 'Person %'"
        ).fetchone()
    assert answers == [302] * EACH * 6
    assert kept == EACH * 6
    assert "locked" not in log
