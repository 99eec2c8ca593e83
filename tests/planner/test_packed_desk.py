"""Pages of the desk come packed, and what may show a secret does not."""

import gzip

import pytest

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


def test_length_of_a_packed_page_is_by_chance(desk):
    assert len({len(desk.get("/desk/search/?q=nothing").content) for _ in range(12)}) > 3


@pytest.mark.parametrize("address", ["/desk/account/", "/desk/account/calendars/", "/desk/login/"])
def test_page_that_may_show_a_secret_is_sent_as_it_is(desk, address):
    assert "Content-Encoding" not in desk.get(address)


def test_answer_to_a_form_is_sent_as_it_is(desk):
    answer = desk.post("/desk/new/azembassy-islamabad/", {})

    assert answer.status_code == 422
    assert "Content-Encoding" not in answer
