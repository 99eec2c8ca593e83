"""The speaking order at the desk: looked at by rule, accepted as a whole, undone, and told in the history."""

import pytest

from events.models import Office, OrderRule
from events.scoping import every_mission
from tests.factories import make_contribution, make_item, make_person
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db
PAGE = "agenda/speakers/"


@pytest.fixture
def desk():
    desk = make_desk()
    with every_mission():
        for name, precedence, item in (("Khazar Farhadov", 10, "talk"), ("Khalid Rahman", 30, "second")):
            person = make_person(desk.member.mission, name={"en": name})
            Office.objects.create(person=person, title={"en": "Office"}, precedence=precedence)
            if item == "second":
                desk.items["second"] = make_item(desk.items["talk"].part, "remarks", 10)
            make_contribution(desk.items[item], person=person)
    return desk


def accepted(desk, rule="ascending", order=("second", "talk"), **values):
    speeches = [str(desk.items[name].uid) for name in order]
    return desk.post(PAGE, rule=rule, speech=speeches, version=desk.version, **values)


def test_the_new_order_stands_beside_the_present_one_with_its_reasons_and_source(desk):
    page = desk.get(f"{PAGE}?rule=ascending").content.decode()

    assert "Number 10 in precedence." in page
    assert "Protocol office of Alberta: speeches normally ascend" in page
    assert page.index("<ins><b>Khalid Rahman") < page.index("<ins><b>Khazar Farhadov")
    assert desk.names() == ["hymn", "silence", "talk", "questions", "second", "photo"]


def test_accepting_moves_the_speeches_and_offers_to_undo_it(desk):
    answer = accepted(desk)

    assert (answer.status_code, desk.names()) == (
        303,
        ["hymn", "silence", "second", "questions", "talk", "photo"],
    )
    page = desk.get("agenda/").content.decode()
    assert "The order of speaking is kept." in page
    assert "/agenda/speakers/back/" in page


def test_undo_brings_the_order_back(desk):
    accepted(desk)

    desk.post(
        f"{PAGE}back/",
        version=desk.version,
        speech=[str(desk.items["talk"].uid), str(desk.items["second"].uid)],
    )

    assert desk.names() == ["hymn", "silence", "talk", "questions", "second", "photo"]
    with every_mission():
        assert not OrderRule.objects.exists()


def test_by_hand_without_a_reason_is_refused_at_its_field(desk):
    answer = accepted(desk, "by-hand", ("talk", "second"))

    assert answer.status_code == 422
    assert "Say why the order is as it is." in answer.content.decode()


def test_a_rule_that_does_not_exist_is_refused_in_words(desk):
    assert desk.get(f"{PAGE}?rule=loudest").status_code == 422
    assert accepted(desk, "loudest").status_code == 422


def test_an_agenda_that_moved_on_since_is_refused_with_409(desk):
    answer = desk.post(PAGE, rule="ascending", speech=[str(desk.items["talk"].uid)], version=desk.version)

    assert answer.status_code == 409


def test_an_agenda_that_was_moved_by_hand_since_is_said_to_follow_the_rule_no_more(desk):
    accepted(desk)
    assert "no longer follows" not in desk.get(PAGE).content.decode()

    order = desk.order()
    order[3], order[5] = order[5], order[3]
    desk.post("agenda/order/", version=desk.version, order=order)

    assert "no longer follows this rule" in desk.get(PAGE).content.decode()


def test_history_tells_the_rule_and_the_reason(desk):
    accepted(desk, because="The Ambassador speaks last.")

    page = desk.get("history/").content.decode()
    assert "Put the speakers into order" in page
    assert "Rule of order “speakers” was added." in page
    assert "Ascending" in page
    assert "The Ambassador speaks last." in page
