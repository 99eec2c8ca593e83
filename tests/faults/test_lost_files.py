"""Files of a release follow it by themselves, and come back when a stranger misses one that the storage lost."""

from pathlib import Path

import requests

from tests.served import MISSION, desk_of, served, wait_until

# What the making takes is no matter here.
MADE_WITHIN = 300
PDF = f"/{MISSION}/seminar/programme.pdf"


def test_file_is_made_after_its_release_and_anew_for_a_stranger_who_misses_it(database, tmp_path):
    def asked():
        return requests.get(here.address + PDF, timeout=60)

    with served(tmp_path, f"sqlite:///{database}", FILES_AT_RELEASE="true") as here:
        desk = desk_of(here.address, f"admin@{MISSION}.example")
        assert desk.send(f"/desk/{MISSION}/seminar/release/", "release/approve/").status_code == 302
        wait_until(lambda: asked().status_code == 200, here.printed.read_text, MADE_WITHIN)
        first = asked().content
        for file in Path(tmp_path).rglob("releases/*/*-a4.pdf"):
            file.unlink()
        missed = asked()
        wait_until(lambda: asked().status_code == 200, here.printed.read_text, MADE_WITHIN)

        assert (missed.status_code, missed.headers["Retry-After"]) == (202, "20")
        assert asked().content == first
