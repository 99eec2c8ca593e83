"""A disk without room: what cannot be kept is said, what can be read is shown, and all goes on when room is made."""

import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from io import BytesIO

import pytest
from PIL import Image

from tests.faults.disks import Limited, Small, kinds, mounted
from tests.served import MISSION, ROOT, desk_of, environment, served

ENOUGH_TO_FILL = 200
# What Python would keep of a module beside it is cut off by the limit, and is taken for whole afterwards.
NO_BYTECODE = {"PYTHONDONTWRITEBYTECODE": "1"}
AGENDA = f"/desk/{MISSION}/seminar/agenda/"
RELEASE = f"/desk/{MISSION}/seminar/release/"
SETTINGS = f"/desk/{MISSION}/settings/"
# What nobody has asked for before, and would be kept to be quicker the next time.
READ = (
    f"/desk/{MISSION}/people/",
    AGENDA,
    RELEASE,
    "/",
    f"/{MISSION}/seminar/",
    f"/desk/{MISSION}/seminar/releases/1/programme.pdf?lang=en",
    f"/calendars/{MISSION}.ics",
    "/calendars/all.ics?items=1",
)


@pytest.fixture(params=kinds())
def disk(request, tmp_path):
    """A disk with a database on it, of which the desk's administrator has released one event."""
    if request.param is Limited:
        yield Limited(tmp_path)
        return
    with mounted() as folder:
        yield Small(folder)


def noise():
    """An emblem that takes as many octets as it has pixels."""
    picture = Image.frombytes("L", (600, 600), random.Random(1).randbytes(600 * 600))  # noqa: S311
    picture.save(octets := BytesIO(), "PNG")
    return octets.getvalue()


def in_database(database, query):
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [value for (value,) in connection.execute(query)]


def people_in(database):
    names = in_database(database, "SELECT json_extract(name, '$.en') FROM events_person ORDER BY id")
    return [name for name in names if name.startswith("Person")]


def until_refused(desk):
    """Return the names that the planner said it kept, and the first answer that says otherwise."""
    promised = []
    for number in range(ENOUGH_TO_FILL):
        answer = desk.enter_person(f"Person {number}")
        if answer.status_code != 302:
            return promised, answer
        promised.append(f"Person {number}")
    raise AssertionError("The disk was never full.")


def deeds(desk):
    """Whatever is kept in a way of its own."""
    return {
        "agenda": lambda: desk.send(AGENDA, "agenda/items/", kind="remarks"),
        "release": lambda: desk.send(RELEASE, "release/approve/"),
        "copy": desk.copy_event,
        "emblem": lambda: desk.send(SETTINGS, "settings/look/", files={"emblem": ("emblem.png", noise())}),
    }


def back_up(database, path, first=None):
    command = [sys.executable, "manage.py", "backup", "--output", str(path)]
    variables = environment(database.parent, f"sqlite:///{database}", **NO_BYTECODE)
    return subprocess.run(
        command, cwd=ROOT, env=variables, capture_output=True, text=True, preexec_fn=first, check=False
    )


def files_on(disk):
    return {str(path.relative_to(disk.folder)) for path in disk.folder.rglob("*") if path.is_file()}


def test_full_disk_is_told_keeps_nothing_by_half_and_all_goes_on_when_there_is_room(database, disk):
    database = shutil.copy(database, disk.folder / "here.sqlite3")
    with served(disk.folder, f"sqlite:///{database}", **NO_BYTECODE) as here:
        desk = desk_of(here.address, f"admin@{MISSION}.example")
        assert desk.send(RELEASE, "release/approve/").status_code == 302
        assert deeds(desk)["agenda"]().status_code == 303
        disk.fill_but_for_little(*here.workers())
        promised, refused = until_refused(desk)
        disk.fill(*here.workers())
        before = files_on(disk)

        answers = {name: deed() for name, deed in deeds(desk).items()}
        pages = {address: desk.get(address) for address in READ}
        backup = back_up(database, disk.folder / "while-full.zip", disk.begin)
        kept_meanwhile = people_in(database)
        releases = in_database(database, "SELECT number FROM events_release")
        left = files_on(disk) - before
        disk.make_room(*here.workers())
        kept = desk.enter_person("Person at last")
        afterwards = {name: deed().status_code for name, deed in deeds(desk).items()}

    for answer in (refused, *(answers[name] for name in ("agenda", "release", "copy"))):
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
        assert "The server has no room left" in answer.text
        assert "Traceback" not in answer.text
    assert answers["emblem"].status_code == (503 if isinstance(disk, Limited) else 422)
    assert "any room left" in answers["emblem"].text or "no room left" in answers["emblem"].text
    assert {address: page.status_code for address, page in pages.items()} == dict.fromkeys(READ, 200)
    assert pages[READ[5]].content.startswith(b"%PDF")
    assert (backup.returncode, len(backup.stderr.splitlines())) == (1, 1), backup.stderr
    assert kept_meanwhile == promised
    assert releases == [1]
    assert {name for name in left if "media" in name or "zip" in name or "part" in name} == set()
    assert kept.status_code == 302
    assert people_in(database) == [*promised, "Person at last"]
    assert afterwards == {"agenda": 303, "release": 302, "copy": 302, "emblem": 302}
    assert back_up(database, disk.folder / "afterwards.zip").returncode == 0
