"""The page of an event is made once, and never told when it says something else by now."""

import gzip
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from events.models import Event, Mission
from events.operations.approval import cancel, publish_again, withdraw
from events.operations.removal import delete_event, restore_event
from events.scoping import every_mission
from events.views.kept_pages import MOST, PAGES
from tests.factories import make_member
from tests.views.published import SEMINAR, publish, publish_seminar, release_again

pytestmark = pytest.mark.django_db

NOW = datetime(2023, 1, 18, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    PAGES.forget()
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def seminar():
    return publish_seminar().event


@pytest.fixture
def head(seminar):
    return make_member(seminar.mission, "head", "head").user


def answers(client, **headers):
    """Return status and octets of the page in each language, as they are told now."""
    found = {lang: client.get(f"{SEMINAR}{lang}", **headers) for lang in ("", "?lang=az", "?lang=ur")}
    return {lang: (answer.status_code, answer.content) for lang, answer in found.items()}


def made_anew(client):
    PAGES.forget()
    return answers(client)


def test_page_that_was_made_is_told_again_with_one_query(client, seminar, django_assert_num_queries):
    before = answers(client)

    with django_assert_num_queries(3):
        again = answers(client)

    assert again == before == made_anew(client)
    assert len(set(before.values())) == 3


def test_whoever_has_the_page_is_told_so_with_one_query(client, seminar, django_assert_num_queries):
    plain = client.get(SEMINAR)
    packed = client.get(SEMINAR, headers={"Accept-Encoding": "br, gzip"})

    for answer, accepted in ((plain, "identity"), (packed, "gzip")):
        with django_assert_num_queries(1):
            headers = {"If-None-Match": answer["ETag"], "Accept-Encoding": accepted}
            unchanged = client.get(SEMINAR, headers=headers)
        assert (unchanged.status_code, unchanged.content) == (304, b"")
        assert unchanged["ETag"] == answer["ETag"]

    assert gzip.decompress(packed.content) == plain.content
    assert (packed["Content-Encoding"], packed["Vary"], packed["Content-Language"]) == (
        "gzip",
        "Accept-Encoding",
        "en",
    )
    assert plain["ETag"] != packed["ETag"]


def withdrawn(seminar, head):
    withdraw(seminar, by=head, now=NOW)


def withdrawn_and_public_again(seminar, head):
    withdraw(seminar, by=head, now=NOW)
    publish_again(Event.objects.get(pk=seminar.pk), by=head)


def cancelled(seminar, head):
    cancel(seminar, Event.objects.get(pk=seminar.pk).version, name="Cancelled", by=head, now=NOW)


def released(seminar, head):
    release_again(seminar, room={"en": "Another hall"})


def moved_to_another_address(seminar, head):
    release_again(seminar, slug="another-address")


def deleted(seminar, head):
    delete_event(seminar, Event.objects.get(pk=seminar.pk).version, by=head, now=NOW)


def deleted_and_back(seminar, head):
    deleted(seminar, head)
    restore_event(Event.with_deleted.get(pk=seminar.pk), by=head, now=NOW)


def mission_renamed(seminar, head):
    mission = Mission.objects.get(pk=seminar.mission_id)
    mission.name = {"en": "Another name"}
    mission.save()


CHANGED = (withdrawn, cancelled, released, moved_to_another_address, deleted)
UNCHANGED = (withdrawn_and_public_again, deleted_and_back, mission_renamed)


@pytest.mark.parametrize("deed", [*CHANGED, *UNCHANGED], ids=lambda deed: deed.__name__)
def test_page_says_what_is_so_after(client, seminar, head, deed):
    before = answers(client)

    with every_mission():
        deed(seminar, head)

    after = answers(client)
    assert after == made_anew(client)
    assert (after != before) == (deed in CHANGED)


def test_page_of_an_event_that_was_withdrawn_is_gone_for_whoever_has_it(client, seminar, head):
    tag = client.get(SEMINAR)["ETag"]
    with every_mission():
        withdraw(seminar, by=head, now=NOW)

    assert client.get(SEMINAR, headers={"If-None-Match": tag}).status_code == 404


def test_page_says_that_the_day_has_come_and_passed_by_the_clock_of_the_event(client, seminar, clock):
    """Islamabad is five hours before UTC: its day begins at 19:00 of the day before."""
    said = {}
    for hours in (33.9, 34.1, 57.9, 58.1):
        clock.move_to(NOW + timedelta(hours=hours), tick=False)
        page = client.get(SEMINAR).content.decode()
        said[hours] = ("Changes appear on this page at once." in page, "has passed" in page)

    assert said == {33.9: (False, False), 34.1: (True, False), 57.9: (True, False), 58.1: (False, True)}


def test_address_with_anything_else_in_it_is_answered_and_not_kept(
    client, seminar, django_assert_num_queries
):
    kept = client.get(SEMINAR).content

    for query in ("?from=mail", "?lang=en&lang=en"):
        assert client.get(SEMINAR + query).status_code == 200
    assert client.get(f"{SEMINAR}?lang=fr").status_code == 404

    with django_assert_num_queries(1):
        assert client.get(SEMINAR).content == kept
    assert len(PAGES._pages) == 1


def test_no_more_than_so_many_pages_are_kept_and_those_asked_for_last(client, seminar):
    client.get(SEMINAR)
    for number in range(MOST):
        PAGES.page(_Asked(f"/made-up/{number}/"), "code", lambda: None)
        if number == MOST // 2:
            client.get(SEMINAR)

    assert len(PAGES._pages) == MOST
    assert any(SEMINAR in key for key in PAGES._pages)
    assert not any("/made-up/0/" in key for key in PAGES._pages)


class _Asked:
    META = {"QUERY_STRING": ""}

    def __init__(self, path):
        self.path = path


def test_two_events_are_two_pages(client, seminar):
    with every_mission():
        publish(seminar.mission, slug="another")

    assert client.get(SEMINAR).content != client.get("/azembassy-islamabad/another/").content
