"""The order of hosts and of anthems is kept with its rule, stands in the Programme, and can be taken back."""

import pytest
from django.core.exceptions import ValidationError

from events.models import Host, OrderRule, Place
from events.operations.copying import copy_event
from events.operations.import_programme import Outcome, import_programme
from events.operations.stale import StaleError
from events.operations.state_orders import (
    hosts_of,
    order_anthems,
    order_hosts,
    take_anthems_back,
    take_hosts_back,
)
from events.programme.choices import Kind
from events.programme.document import from_document, to_document
from events.programme.kinds import item_title
from events.programme.state_orders import AnthemOrder, HostOrder
from events.snapshot import take_snapshot
from tests.factories import make_item, make_organisation
from tests.operations.planned import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def seminar(desk):
    """In Pakistan, held by the embassy and an institute; a media partner stands between them."""
    desk.event.place = Place.objects.create(
        mission=desk.mission, name={"en": "Hall"}, zone="Asia/Karachi", country="PK"
    )
    desk.event.save()
    for order, (name, country, role) in enumerate(
        (("Embassy", "AZ", "host"), ("Newspaper", "PK", "media-partner"), ("Institute", "PK", "co-host"))
    ):
        organisation = make_organisation(desk.mission, name={"en": name}, country=country)
        Host.objects.create(event=desk.event, order=order, organisation=organisation, role=role)
    return desk


def names(desk):
    return [host.organisation.name.wording("en").text for host in take_snapshot(desk.event).hosts]


def keys(desk):
    return [host.key for host in hosts_of(desk.event)]


def honour(desk, **values):
    shown = values.pop("shown", None) or keys(desk)[::-1]
    rule = values.pop("rule", HostOrder.RECEIVING_HONOURED)
    order_hosts(desk.event, desk.version, rule, shown=shown, by=desk.officer, now=NOW, **values)


def play(desk, rule=AnthemOrder.SENDING_LAST, **values):
    order_anthems(desk.event, desk.version, rule, by=desk.officer, now=NOW, **values)


def titles(desk, language="en"):
    items = take_snapshot(desk.event).items
    return [item_title(item, language).text for item in items if item.kind is Kind.ANTHEM]


def test_hosts_change_places_and_the_media_partner_keeps_its_own(seminar):
    honour(seminar)

    assert names(seminar) == ["Institute", "Newspaper", "Embassy"]
    assert OrderRule.objects.get().rule == "receiving-honoured"


def test_hosts_are_taken_back_with_their_rule(seminar):
    before = keys(seminar)
    honour(seminar)

    take_hosts_back(seminar.event, seminar.version, before, by=seminar.officer)

    assert names(seminar) == ["Embassy", "Newspaper", "Institute"]
    assert not OrderRule.objects.exists()


def test_an_order_of_hosts_that_the_rule_does_not_give_is_refused(seminar):
    with pytest.raises(StaleError):
        honour(seminar, shown=keys(seminar))
    with pytest.raises(ValidationError):
        honour(seminar, rule=HostOrder.BY_HAND, shown=keys(seminar))


def test_the_states_are_named_after_the_title_of_one_anthem_in_each_language(seminar):
    assert titles(seminar) == ["National anthem"]

    play(seminar)

    assert titles(seminar) == ["National anthem: Pakistan, Azerbaijan"]
    assert titles(seminar, "az") == ["Dövlət Himni: Pakistan, Azərbaycan"]
    assert titles(seminar, "ur") == ["قومی ترانہ: پاکستان، آذربائیجان"]


def test_as_many_anthems_as_states_take_one_each(seminar):
    make_item(seminar.part, "anthem", 2)

    play(seminar, AnthemOrder.RECEIVING_LAST)

    assert titles(seminar) == ["National anthem: Azerbaijan", "National anthem: Pakistan"]


def test_several_anthems_with_titles_of_their_own_name_no_state(seminar):
    make_item(seminar.part, "anthem", 2, title={"en": "Anthem of Pakistan"})

    play(seminar)

    assert titles(seminar) == ["National anthem", "Anthem of Pakistan"]


def test_anthems_by_hand_need_a_reason_and_every_state(seminar):
    with pytest.raises(ValidationError):
        play(seminar, AnthemOrder.BY_HAND, listed=["AZ", "PK"])
    with pytest.raises(StaleError):
        play(seminar, AnthemOrder.BY_HAND, listed=["AZ"], because="As agreed.")
    play(seminar, AnthemOrder.BY_HAND, listed=["AZ", "PK"], because="As agreed.")

    assert titles(seminar) == ["National anthem: Azerbaijan, Pakistan"]


def test_anthems_are_taken_back_to_the_rule_before(seminar):
    play(seminar)
    play(seminar, AnthemOrder.AS_HOSTS)

    take_anthems_back(seminar.event, seminar.version, by=seminar.officer)

    assert titles(seminar) == ["National anthem: Pakistan, Azerbaijan"]


def test_the_first_order_of_anthems_taken_back_leaves_none(seminar):
    play(seminar)

    take_anthems_back(seminar.event, seminar.version, by=seminar.officer)

    assert titles(seminar) == ["National anthem"]


def test_the_order_of_anthems_goes_through_a_file_and_into_a_copy(seminar):
    play(seminar)
    programme = take_snapshot(seminar.event)
    again = from_document(to_document(programme))

    assert import_programme(again).outcome is Outcome.UNCHANGED
    OrderRule.objects.all().delete()
    assert import_programme(again).outcome is Outcome.CHANGED
    assert take_snapshot(seminar.event) == programme
    copy = copy_event(seminar.event, None, by=seminar.officer)
    assert [row.listed for row in OrderRule.objects.filter(event=copy)] == [["PK", "AZ"]]
