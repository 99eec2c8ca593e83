"""Where as many documents are being set as may be, whoever asks for one is told so, and gets it later."""

from contextlib import ExitStack

import pytest

from tests.views.event_desk import make_desk
from typesetter.client import patience
from typesetter.turns import AT_ONCE, turn

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/azembassy-islamabad/seminar/print/door-sign.pdf"


@pytest.fixture
def impatient():
    token = patience.set(0)
    yield
    patience.reset(token)


@pytest.fixture
def place(settings, tmp_path):
    settings.TYPESETTER_DIR = tmp_path
    return tmp_path


@pytest.mark.usefixtures("impatient")
def test_member_reads_when_to_ask_again_and_then_gets_the_document(place):
    desk = make_desk("viewer")
    with ExitStack() as stack:
        for _ in range(AT_ONCE):
            stack.enter_context(turn(place, 0))

        busy = desk.client.get(ADDRESS, {"lang": "az"})

    assert busy.status_code == 503
    assert busy["Retry-After"] == "20"
    assert "no-store" in busy["Cache-Control"]
    # In the member's language: the address names that of the document.
    assert "Nothing is lost." in busy.content.decode()
    assert desk.client.get(ADDRESS, {"lang": "az"})["Content-Type"] == "application/pdf"
