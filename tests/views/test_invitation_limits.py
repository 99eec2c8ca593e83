"""So many invitations a day go out to one address, by one member, from one mission: nobody's post box is filled."""

import re
from pathlib import Path

import pytest
import time_machine
from django.core import mail
from django.test import Client

import events
from events.models import Invitation, Mission
from tests.desk import forget_limits
from tests.factories import make_member, make_mission
from tests.page_forms import forms_of
from tests.views.test_first_day import ADD, entered, staff

pytestmark = pytest.mark.django_db

PEOPLE = "/desk/azembassy-islamabad/members/"


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    forget_limits()


@pytest.fixture(autouse=True)
def _few(settings):
    """As many are few enough for a test; the figures of the planner are in its settings."""
    settings.ACCOUNT_RATE_LIMITS = {
        **settings.ACCOUNT_RATE_LIMITS,
        "invitations_to_address": "2/d/key",
        "invitations_of_member": "4/d/key",
        "invitations_of_mission": "6/d/key",
    }


def invite(client, email, place=PEOPLE):
    return client.post(f"{place}invite/", {"email": email, "role": "head"})


def forms_sending(page, name):
    return next(form.sent[name] for form in forms_of(page) if "email" in form.sent)


def test_limit_by_member_is_said_at_the_field_and_nothing_typed_is_lost(desk, caplog):
    caplog.set_level("INFO", "planner.audit")
    for number in range(4):
        assert invite(desk, f"guest{number}@example.org").status_code == 302

    refused = invite(desk, "one-more@example.org")

    page = refused.content.decode()
    assert refused.status_code == 429
    assert '<a href="#id_email">' in page
    assert "You have sent as many invitations as go out in a day." in page
    assert 'value="one-more@example.org"' in page
    assert forms_sending(page, "role") == ["head"]
    assert len(mail.outbox) == 4
    assert not Invitation._base_manager.filter(email="one-more@example.org").exists()
    assert '"action": "invitations-of-member"' in caplog.text


def test_same_form_goes_out_once_the_day_is_over(desk, administrator):
    with time_machine.travel("2026-11-01T10:00:00Z", tick=False) as traveller:
        desk.force_login(administrator.user)
        for number in range(4):
            invite(desk, f"guest{number}@example.org")
        once = desk.get(PEOPLE).context["once"]
        sent = {"email": "one-more@example.org", "role": "head", "once": once}
        assert desk.post(f"{PEOPLE}invite/", sent).status_code == 429
        traveller.move_to("2026-11-02T10:00:01Z")
        desk.force_login(administrator.user)

        assert desk.post(f"{PEOPLE}invite/", sent).status_code == 302
    assert mail.outbox[-1].to == ["one-more@example.org"]


def test_limit_by_address_holds_over_missions_and_however_it_is_written(desk):
    elsewhere = make_member(make_mission(slug="migration-service"), role="administrator", name="boss").user
    theirs = Client()
    theirs.force_login(elsewhere)
    invite(desk, "guest@example.org")
    invite(theirs, "Guest@Example.org", "/desk/migration-service/members/")

    refused = invite(desk, "GUEST@example.org")

    assert refused.status_code == 429
    assert "This address has been sent as many invitations" in refused.content.decode()
    assert len(mail.outbox) == 2


def test_limit_by_mission_holds_over_its_administrators(desk, mission):
    second = Client()
    second.force_login(make_member(mission, role="administrator", name="second").user)
    for number in range(3):
        invite(desk, f"guest{number}@example.org")
        invite(second, f"another{number}@example.org")

    refused = invite(desk, "one-more@example.org")

    assert "have left this mission" in refused.content.decode()
    assert len(mail.outbox) == 6


def test_sending_again_counts_as_well(desk):
    invite(desk, "guest@example.org")
    pk = Invitation._base_manager.get().pk
    desk.post(f"{PEOPLE}invitations/{pk}/again/")

    told = desk.post(f"{PEOPLE}invitations/{pk}/again/", follow=True)

    assert "This address has been sent as many invitations" in told.content.decode()
    assert len(mail.outbox) == 2


def test_form_that_is_sent_twice_is_counted_once(desk):
    sent = {"email": "guest@example.org", "role": "viewer", "once": desk.get(PEOPLE).context["once"]}
    for _ in range(3):
        assert desk.post(f"{PEOPLE}invite/", sent).status_code == 302

    assert invite(desk, "guest@example.org").status_code == 302
    assert len(mail.outbox) == 2


def test_what_support_staff_send_counts_with_the_rest_and_a_mission_whose_invitation_is_refused_is_not_kept(
    desk,
):
    support = staff()
    invite(desk, "leyla@example.org")
    assert support.post(ADD, entered()).status_code == 302

    refused = support.post(ADD, entered(slug="azembassy-rome"))

    page = refused.content.decode()
    assert "This address has been sent as many invitations" in page
    assert 'value="azembassy-rome"' in page
    assert not Mission.objects.filter(slug="azembassy-rome").exists()
    assert [letter.to for letter in mail.outbox] == [["leyla@example.org"]] * 2
    assert "This address" in invite(desk, "leyla@example.org").content.decode()


def test_support_staff_send_as_few_as_a_member():
    support = staff()
    for number in range(5):
        address = f"guest{number}@example.org"
        support.post(ADD, entered(slug=f"mission-{number}", first_administrator=address))

    assert len(mail.outbox) == 4
    assert Mission.objects.count() == 4


def test_invitation_is_offered_and_mailed_in_one_place():
    source = Path(events.__file__).parent
    offering = re.compile(
        r"import membership\b|membership import (\([^)]*|[^\n]*)\binvite\b|invitation\.txt|\boffer_again\b"
    )
    naming = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if offering.search(path.read_text(encoding="utf-8"))
    }

    assert naming == {"operations/membership.py", "views/inviting.py"}
