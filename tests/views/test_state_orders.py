"""Hosts, flags and anthems at the desk: by rule, with the texts of both states; each host's own copy in print."""

import pytest

from events.models import Host, Organisation, Place
from events.scoping import every_mission
from tests.exports.printed import text
from tests.factories import make_organisation
from tests.views.builder import ADDRESS, make_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    desk = make_desk()
    with every_mission():
        mission = desk.member.mission
        mission.country = "AZ"
        mission.save()
        desk.event.place = Place.objects.create(
            mission=mission, name={"en": "Hall"}, zone="Asia/Karachi", country="PK"
        )
        desk.event.save()
        for order, (name, country) in enumerate((("The Embassy", "AZ"), ("The Institute", "PK"))):
            organisation = make_organisation(mission, name={"en": name}, country=country)
            role = "co-host" if order else "host"
            Host.objects.create(event=desk.event, order=order, organisation=organisation, role=role)
    return desk


def hosts(desk):
    with every_mission():
        return [str(host.organisation) for host in Host.objects.filter(event=desk.event)]


def keys(desk):
    with every_mission():
        return [host.pk for host in Host.objects.filter(event=desk.event)]


def test_both_texts_are_told_where_they_clash(desk):
    page = desk.get("hosts/?rule=receiving-honoured").content.decode()

    assert "the flag of the host country has the place of honour" in page
    assert (
        "the State Flag stands to the left of the flags of other states. <b>This order does not do so.</b>"
        in page
    )
    assert page.index("flags/pk") < page.index("flags/az")
    assert hosts(desk) == ["The Embassy", "The Institute"]


def test_an_order_of_hosts_is_accepted_told_and_undone(desk):
    before = keys(desk)

    answer = desk.post("hosts/", rule="receiving-honoured", host=before[::-1], version=desk.version)

    assert (answer.status_code, hosts(desk)) == (303, ["The Institute", "The Embassy"])
    assert "The order of the hosts is kept." in desk.get("agenda/").content.decode()
    history = desk.get("history/").content.decode()
    assert "Put the hosts into order" in history
    assert "The receiving state in the place of honour" in history
    desk.post("hosts/back/", host=before, version=desk.version)
    assert hosts(desk) == ["The Embassy", "The Institute"]


def test_the_order_of_anthems_stands_in_the_agenda_and_the_history(desk):
    desk.post("anthems/", rule="sending-last", version=desk.version, because="As guests are used to.")

    assert "National anthem: Pakistan, Azerbaijan" in desk.get("agenda/").content.decode()
    history = desk.get("history/").content.decode()
    assert "Chose the order of the anthems" in history
    assert "As guests are used to." in history
    assert "The anthem of the sending state last" in desk.get("anthems/").content.decode()


def test_anthems_by_hand_without_a_reason_are_refused_at_the_field(desk):
    answer = desk.post("anthems/", rule="by-hand", listed="PK,AZ", version=desk.version)

    assert answer.status_code == 422
    assert "Say why the order is as it is." in answer.content.decode()
    assert desk.post("anthems/", rule="by-hand", listed="XX", version=desk.version).status_code == 422


def test_anthems_of_one_state_need_no_order(desk):
    with every_mission():
        Organisation.objects.filter(country="PK").update(country="")

    assert "needs hosts of two states" in desk.get("anthems/").content.decode()
    assert desk.post("anthems/", rule="as-hosts", version=desk.version).status_code == 422


def test_hosts_that_changed_since_are_refused_with_409(desk):
    assert desk.post("hosts/", rule="sending-first", host=["1"], version=desk.version).status_code == 409
    assert desk.post("hosts/", rule="by-hand", because="So.", host=keys(desk), version=0).status_code == 409


def test_the_copy_for_a_host_prints_that_host_first(desk):
    with every_mission():
        uid = Organisation.objects.get(country="PK").uid
    page = desk.get("print/").content.decode()
    usual = desk.client.get(f"{ADDRESS}print/a4.pdf")
    own = desk.client.get(f"{ADDRESS}print/a4.pdf?copy_for={uid}")

    assert f'value="{uid}"' in page
    assert text(usual.content).index("The Embassy") < text(usual.content).index("The Institute")
    assert text(own.content).index("The Institute") < text(own.content).index("The Embassy")
    assert "copy-2-draft.pdf" in own["Content-Disposition"]


def test_a_copy_is_offered_for_two_hosts_and_for_no_stranger(desk):
    assert desk.client.get(f"{ADDRESS}print/a4.pdf?copy_for=stranger").status_code == 404
    with every_mission():
        Host.objects.filter(role="co-host").delete()

    assert "copy_for" not in desk.get("print/").content.decode()
