"""A disk without room: what cannot be kept is said, what can be read is shown, and all goes on when room is made."""

import resource
import sqlite3
from contextlib import closing

from tests.served import MISSION, desk_of, served

ENOUGH_TO_FILL = 200


def people_in(database):
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = connection.execute(
            "SELECT json_extract(name, '$.en') FROM events_person ORDER BY id"
        ).fetchall()
    return [name for (name,) in found if name.startswith("Person")]


def until_refused(desk):
    """Return the names that the planner said it kept, and the first answer that says otherwise."""
    promised = []
    for number in range(ENOUGH_TO_FILL):
        answer = desk.enter_person(f"Person {number}")
        if answer.status_code != 302:
            return promised, answer
        promised.append(f"Person {number}")
    raise AssertionError("The disk was never full.")


def test_full_disk_is_told_keeps_nothing_by_half_and_pages_go_on(database, tmp_path):
    with served(tmp_path, f"sqlite:///{database}") as here:
        desk = desk_of(here.address)
        (worker,) = here.workers()
        before = resource.prlimit(worker, resource.RLIMIT_FSIZE)
        # As on a full disk, what is there may be written over, and no file grows.
        resource.prlimit(worker, resource.RLIMIT_FSIZE, (database.stat().st_size, before[1]))

        promised, refused = until_refused(desk)
        page = desk.get(f"/desk/{MISSION}/people/")
        kept_meanwhile = people_in(database)
        resource.prlimit(worker, resource.RLIMIT_FSIZE, before)
        kept = desk.enter_person("Person at last")

    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "30")
    assert "The server has no room left" in refused.text
    assert "Traceback" not in refused.text
    assert page.status_code == 200
    assert kept_meanwhile == promised
    assert kept.status_code == 302
    assert people_in(database) == [*promised, "Person at last"]
