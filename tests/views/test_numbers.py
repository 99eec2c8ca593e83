"""A number that somebody wrote into a page by hand: Python itself refuses to read one of more than 4300 digits."""

import pytest

from events.views.numbers import whole_number
from tests.views.builder import ADDRESS, make_desk

pytestmark = pytest.mark.django_db

DIGITS = "9" * 5_000
SENT = {
    "/desk/new/azembassy-islamabad/": [{"host_up": DIGITS}, {"host_out": DIGITS}],
    ADDRESS: [{"host_up": DIGITS}, {"host_out": DIGITS}, {"language_up": DIGITS}, {"version": DIGITS}],
    f"{ADDRESS}agenda/order/": [{"place": DIGITS, "version": DIGITS}],
    f"{ADDRESS}answers/": [{"find": f"{DIGITS}:"}, {"choose": f"{DIGITS}:"}],
    f"{ADDRESS}settle/spelling/": [{"spelling": DIGITS}],
    "/desk/azembassy-islamabad/figures/claims/new/": [{"value": DIGITS}],
}


@pytest.mark.parametrize("address", SENT)
def test_number_without_end_in_a_form_is_answered(address):
    desk = make_desk()

    answers = [desk.client.post(address, sent).status_code for sent in SENT[address]]

    assert set(answers) <= {200, 302, 404, 409, 422}


def test_number_without_end_in_an_address_is_answered():
    desk = make_desk()

    addresses = [f"{ADDRESS}answers/people/?row={DIGITS}", f"{ADDRESS}agenda/?show={DIGITS}"]
    answers = [desk.client.get(address).status_code for address in addresses]
    editing = desk.client.post(f"{ADDRESS}agenda/order/", {}, headers={"planner-editing": f"a {DIGITS}"})

    assert [*answers, editing.status_code] == [404, 200, 409]


@pytest.mark.parametrize(
    ("text", "number"), [("7", 7), ("٣", 3), ("", None), ("-1", None), ("²", None), (DIGITS, None)]
)
def test_whole_number_is_digits_and_not_too_many(text, number):
    assert whole_number(text) == number
