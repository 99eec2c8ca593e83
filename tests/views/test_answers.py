"""What holds for every public answer."""

import re
from datetime import UTC, datetime

import pytest
import time_machine

from events.models import Event
from events.scoping import every_mission
from tests.factories import make_event, make_mission
from tests.views.published import SEMINAR, publish, publish_seminar
from tests.views.test_home import page

pytestmark = pytest.mark.django_db

BEFORE = datetime(2023, 1, 18, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(BEFORE, tick=False):
        yield


@pytest.fixture
def seminar():
    return publish_seminar()


ADDRESSES = [
    "/",
    "/?month=2023-01&lang=ur",
    "/azembassy-islamabad/",
    SEMINAR,
    f"{SEMINAR}?lang=ur",
    "/v/",
    "/nothing/",
    "/robots.txt",
    "/favicon.ico",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_public_answers_set_no_cookie_and_vary_by_none(client, seminar, address):
    response = client.get(address, headers={"accept-language": "ru", "cookie": f"sessionid={32 * 'a'}"})

    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()
    assert "language" not in response.get("Vary", "").lower()


@pytest.mark.parametrize(
    "address", [address for address in ADDRESSES if address[-1] == "/" or "?" in address]
)
def test_pages_have_nothing_that_the_policy_blocks(client, seminar, address):
    html = client.get(address).content.decode()

    inline = r'<script(?! type="application/ld\+json">)|\sstyle=|<style|\son[a-z]+=|javascript:'
    assert re.findall(inline, html) == []
    # Everything comes from here; other hosts are only linked to.
    assert re.findall(r'(?:src|<link rel="(?:icon|stylesheet)" href)="(?!/static/)', html) == []


def test_unchanged_page_is_not_sent_again(client, seminar):
    etag = client.get(SEMINAR)["ETag"]

    response = client.get(SEMINAR, headers={"if-none-match": etag})

    assert (response.status_code, response.content) == (304, b"")


@pytest.mark.parametrize("address", ["/", SEMINAR, "/v/"])
def test_pages_are_read_only(client, seminar, address):
    assert client.post(address).status_code == 405


def test_markup_in_texts_is_escaped(client):
    hostile = "</title><script>alert(1)</script>"
    publish(make_mission(name={"en": hostile}), title={"en": hostile}, subtitle={"en": hostile})

    for address in ("/", "/?month=2023-01", "/azembassy-islamabad/", "/azembassy-islamabad/seminar/"):
        assert "<script>alert" not in page(client, address)


def test_draft_of_a_released_event_changes_no_page(client, seminar):
    before = page(client, SEMINAR)
    with every_mission():
        Event.objects.filter(pk=seminar.event_id).update(title={"en": "Not released yet"})
        make_event(seminar.event.mission, "another", title={"en": "Not released either"})

    assert page(client, SEMINAR) == before


@pytest.mark.parametrize(
    ("address", "offered"),
    [
        ("/azembassy-islamabad/", "azembassy-islamabad.ics?items=1"),
        ("/?kind=seminar&lang=az", "all.ics?kind=seminar&amp;lang=az&amp;items=1"),
        (SEMINAR, "azembassy-islamabad.ics?items=1"),
    ],
)
def test_page_offers_the_calendar_item_by_item_too(client, seminar, address, offered):
    html = client.get(address).content.decode().replace("<wbr>", "")
    found = re.findall(r'aria-labelledby="items-label">http://127\.0\.0\.1:8000(/calendars/[^<]+)<', html)

    assert found == [f"/calendars/{offered}"]
    assert client.get(found[0].replace("&amp;", "&")).status_code == 200
