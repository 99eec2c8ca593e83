"""A decision that is refused because somebody else was there before loses no word that was typed."""

from datetime import timedelta

import pytest

from events.models import Event, Member, Release
from events.operations.agenda import change_item
from events.scoping import every_mission
from tests.page_forms import forms_of
from tests.views.event_desk import make_desk

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/azembassy-islamabad/seminar/release/"
TYPED = "In memory of the martyrs"


@pytest.fixture
def desk():
    return make_desk(Member.Role.HEAD)


def release(desk):
    answer = desk.client.post(f"{ADDRESS}approve/", {"version": desk.version, "approve-name": "First"})
    assert answer.status_code == 302


def somebody_else_changes(desk):
    with every_mission():
        item = type(desk.item).objects.get(pk=desk.item.pk)
        change_item(item, item.version, duration=timedelta(minutes=3), by=desk.member.user)


def sent_by_forms(answer, name):
    return [value.strip() for form in forms_of(answer.content.decode()) for value in form.sent.get(name, ())]


@pytest.mark.parametrize("what", ["cancel", "postpone"])
def test_name_of_a_release_stays_in_the_form_that_is_stale_and_is_taken_when_sent_again(desk, what):
    release(desk)
    version = desk.version
    somebody_else_changes(desk)

    refused = desk.client.post(f"{ADDRESS}{what}/", {"version": version, "name": TYPED, "on": ""})

    assert refused.status_code == 409
    assert sent_by_forms(refused, "name") == [TYPED]
    assert "changed this event while you were reading" in refused.content.decode()
    assert refused.context["changes"]
    (again,) = sent_by_forms(refused, "version")
    assert int(again) > version
    kept = desk.client.post(f"{ADDRESS}{what}/", {"version": again, "name": TYPED, "on": ""})
    assert kept.status_code == 302
    with every_mission():
        assert Release.objects.get(number=2).name == TYPED


def test_new_date_stays_in_the_form_to_postpone_that_is_stale(desk):
    release(desk)
    version = desk.version
    somebody_else_changes(desk)

    typed = {"version": version, "name": TYPED, "on": "21 February 2023", "shown": "2023-02-21"}
    refused = desk.client.post(f"{ADDRESS}postpone/", typed)

    assert refused.status_code == 409
    assert sent_by_forms(refused, "on") == ["21 February 2023"]


def test_name_typed_for_an_approval_stays_in_its_field(desk):
    version = desk.version
    somebody_else_changes(desk)

    refused = desk.client.post(f"{ADDRESS}approve/", {"version": version, "approve-name": TYPED})

    assert refused.status_code == 409
    assert TYPED in sent_by_forms(refused, "approve-name")


def test_note_to_the_head_of_protocol_stays_when_somebody_changed_the_event(desk):
    officer = desk.as_(Member.Role.OFFICER)
    version = desk.version
    somebody_else_changes(desk)

    refused = officer.post(f"{ADDRESS}submit/", {"version": version, "submit-note": TYPED})

    assert refused.status_code == 409
    assert TYPED in sent_by_forms(refused, "submit-note")


def test_note_that_sends_back_can_be_read_when_somebody_else_was_quicker(desk):
    """The field for it is gone with what was submitted."""
    refused = desk.client.post(f"{ADDRESS}send-back/", {"back-note": TYPED})

    assert refused.status_code == 409
    assert f'<q dir="auto">{TYPED}</q>' in refused.content.decode()


def test_name_of_a_cancellation_that_four_eyes_refuse_can_be_read(desk):
    release(desk)
    with every_mission():
        mission = Event.objects.get().mission
        mission.four_eyes = True
        mission.save()

    refused = desk.client.post(f"{ADDRESS}cancel/", {"version": desk.version, "name": TYPED})

    assert refused.status_code == 409
    assert TYPED in refused.content.decode()
