"""Pages of the desk come packed, and what may show a secret does not."""

import gzip

import brotli
import pytest

from planner.middleware import packed_by_chance
from tests.factories import make_event, make_member, make_mission

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    mission = make_mission()
    make_event(mission)
    client.force_login(make_member(mission).user)
    client.defaults["HTTP_ACCEPT_ENCODING"] = "gzip"
    return client


@pytest.mark.parametrize("address", ["/desk/", "/desk/azembassy-islamabad/"])
def test_page_of_the_desk_is_packed_for_who_takes_it(desk, address):
    answer = desk.get(address)
    plain = desk.get(address, headers={"Accept-Encoding": "identity"})

    assert answer["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer["Vary"]
    assert gzip.decompress(answer.content).startswith(b"<!DOCTYPE html>")
    assert "Content-Encoding" not in plain
    assert len(answer.content) < len(plain.content) / 2


@pytest.mark.parametrize("accepted", ["br", "gzip, deflate, br, zstd", "br;q=0.5"])
def test_page_of_the_desk_is_packed_tighter_for_who_takes_brotli(desk, accepted):
    answer = desk.get("/desk/azembassy-islamabad/", headers={"Accept-Encoding": accepted})

    assert answer["Content-Encoding"] == "br"
    assert "Accept-Encoding" in answer["Vary"]
    assert answer["Content-Length"] == str(len(answer.content))
    assert brotli.decompress(answer.content).endswith(b"</html>\n")


@pytest.mark.parametrize("accepted", ["gzip, br;q=0", "gzip, br; q=0.0, zstd", "gzip, broken"])
def test_page_is_not_packed_in_a_way_that_is_not_taken(desk, accepted):
    answer = desk.get("/desk/azembassy-islamabad/", headers={"Accept-Encoding": accepted})

    assert answer["Content-Encoding"] == "gzip"


def test_bytes_by_chance_are_skipped_by_who_unpacks(monkeypatch):
    page = "صفحہ ".encode() * 500
    unpacked = set()
    for length in range(100):
        monkeypatch.setattr("planner.middleware.secrets.randbelow", lambda most, length=length: length)
        unpacked.add(brotli.decompress(packed_by_chance(page, 100)))

    assert unpacked == {page}


@pytest.mark.parametrize("accepted", ["gzip", "br"])
def test_length_of_a_packed_page_is_by_chance(desk, accepted):
    asked = {"Accept-Encoding": accepted}
    lengths = {len(desk.get("/desk/search/?q=nothing", headers=asked).content) for _ in range(12)}

    assert len(lengths) > 3


@pytest.mark.parametrize("address", ["/desk/account/", "/desk/account/calendars/", "/desk/login/"])
def test_page_that_may_show_a_secret_is_sent_as_it_is(desk, address):
    assert "Content-Encoding" not in desk.get(address)


def test_answer_to_a_form_is_sent_as_it_is(desk):
    answer = desk.post("/desk/new/azembassy-islamabad/", {})

    assert answer.status_code == 422
    assert "Content-Encoding" not in answer
