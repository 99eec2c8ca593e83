"""Two servers on one PostgreSQL, one Redis and one bucket work as one, and what happens when one of these goes away."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
import requests

from tests.faults.bucket import S3
from tests.faults.stood_on import PostgreSQL, Redis, postgresql_folder
from tests.served import MISSION, OFFICER, Desk, desk_of, fill, served, wait_until

PEOPLE = f"/desk/{MISSION}/people/"
# The pages of officers who are logged in, and of anybody.
PAGES = (PEOPLE, f"/desk/{MISSION}/seminar/agenda/", "/", f"/{MISSION}/")
TRIES = 10


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Two servers that share nothing but the database, the cache and the bucket."""
    if not postgresql_folder():
        pytest.skip("PostgreSQL's server is not installed (Debian's package postgresql)")
    if not shutil.which("redis-server"):
        pytest.skip("Redis is not installed (Debian's package redis-server)")
    here, there = tmp_path_factory.mktemp("here"), tmp_path_factory.mktemp("there")
    database, cache, bucket = PostgreSQL(), Redis(here), S3()
    shared = {"STORAGE_URL": bucket.address()}
    try:
        fill(here, database.address)
        with (
            served(here, database.address, CACHE_URL=cache.address, **shared) as one,
            # The same server under its other name: what both keep there is one.
            served(
                there, database.address, CACHE_URL=cache.address.replace("redis:", "valkey:"), **shared
            ) as other,
        ):
            yield SimpleNamespace(database=database, cache=cache, bucket=bucket, one=one, other=other)
    finally:
        bucket.stop()
        cache.stop()
        database.end()


def at(server, desk):
    """The same browser at the other server, as behind a proxy that chooses."""
    other = Desk(server.address)
    other.session.cookies.update(desk.session.cookies)
    return other


def statuses(desk):
    return [desk.get(path).status_code for path in PAGES]


def test_who_logs_in_at_one_server_works_at_the_other(site):
    desk = desk_of(site.one.address)
    elsewhere = at(site.other, desk)

    assert elsewhere.enter_person("Entered elsewhere").status_code == 302
    assert "Entered elsewhere" in desk.get(PEOPLE).text


def test_file_that_one_server_made_is_given_out_by_the_other(site):
    desk = desk_of(site.one.address, f"admin@{MISSION}.example")
    assert desk.send(f"/desk/{MISSION}/seminar/release/", "release/approve/").status_code == 302

    made, kept = (
        Desk(each.address).get(f"/{MISSION}/seminar/programme.json") for each in (site.one, site.other)
    )

    assert made.json()
    assert list(site.bucket.objects.values()) == [made.content] == [kept.content]


def test_form_that_is_sent_to_both_servers_is_done_once(site):
    desk = desk_of(site.one.address)
    form = {
        "offices-TOTAL_FORMS": "0",
        "offices-INITIAL_FORMS": "0",
        "name_en": "Sent to both",
        "once": "one-key",
    }

    first, second = (each.post(f"{PEOPLE}new/", form) for each in (desk, at(site.other, desk)))

    assert (first.status_code, second.headers["Location"]) == (302, first.headers["Location"])


def test_events_that_two_make_at_once_each_get_an_address_of_their_own(site):
    desks = [desk_of(site.one.address), desk_of(site.other.address)] * 3

    with ThreadPoolExecutor(len(desks)) as at_once:
        answers = list(at_once.map(Desk.copy_event, desks))

    assert {answer.status_code for answer in answers} == {302}
    assert len({answer.headers["Location"] for answer in answers}) == len(desks)


def test_wrong_passwords_at_one_server_are_counted_at_the_other(site):
    stranger = Desk(site.one.address)
    for _ in range(TRIES):
        stranger.log_in("nobody@example.org", "wrong")

    refused = Desk(site.other.address).log_in()
    site.cache.stop()
    site.cache.start()

    assert refused.status_code != 302
    assert "Too many wrong passwords" in refused.text
    assert Desk(site.other.address).log_in().status_code == 302


def test_without_the_cache_nobody_logs_in_and_all_else_goes_on(site):
    desk = desk_of(site.one.address)
    site.cache.stop()
    try:
        refused = Desk(site.one.address).log_in(OFFICER)
        pages, kept = statuses(desk), desk.enter_person("Entered without a cache")
    finally:
        site.cache.start()

    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "30")
    assert "nobody can log in for the moment" in refused.text
    assert pages == [200] * len(PAGES)
    assert kept.status_code == 302
    assert Desk(site.one.address).log_in().status_code == 302


def test_without_the_database_each_page_says_so_and_goes_on_by_itself(site):
    desk = desk_of(site.one.address)
    assert statuses(desk) == [200] * len(PAGES)
    site.database.stop()
    try:
        pages = [desk.get(path) for path in PAGES]
        refused = desk.enter_person("Entered without a database")
        health = requests.get(f"{site.one.address}/healthz", timeout=30)
    finally:
        site.database.start()
    wait_until(site.one.is_up, site.one.printed.read_text)

    for answer in (*pages, refused):
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
        assert "The database of the planner does not answer." in answer.text
    # Whose page it is at the desk, nobody can look up.
    for answer in (*pages[:2], refused):
        assert '<section lang="ur" dir="rtl">' in answer.text
    assert health.status_code == 503
    assert statuses(desk) == [200] * len(PAGES)
    assert desk.enter_person("Entered afterwards").status_code == 302
    assert "without a database" not in desk.get(PEOPLE).text
