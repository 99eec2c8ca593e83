"""Who may do what at the desk: each of its addresses for each role. A new address needs a row here."""

import pytest
from django.urls import reverse
from django.utils import timezone

from events import account_urls, desk_urls
from events.models import Invitation
from events.operations.membership import invite
from events.scoping import every_mission
from tests.factories import make_event, make_member, make_mission, make_person

pytestmark = pytest.mark.django_db

WHO = ("anonymous", "viewer", "officer", "head", "administrator", "stranger")

# Method, what is sent, and the answer to each of WHO; "in" leads to the login. A stranger administers another mission.
ROWS = {
    "desk:everything": ("get", {}, "in 200 200 200 200 200"),
    "desk:account": ("get", {}, "in 200 200 200 200 200"),
    "desk:language": ("post", {"language": "az"}, "in 302 302 302 302 302"),
    "desk:invitation": ("get", {}, "200 200 200 200 200 200"),
    "desk:desk": ("get", {}, "in 200 200 200 200 404"),
    "desk:members": ("get", {}, "in 404 404 404 200 404"),
    "desk:invite_member": ("post", {"email": "a@b.example", "role": "viewer"}, "in 404 404 404 302 404"),
    "desk:change_member": ("post", {"role": "head"}, "in 404 404 404 302 404"),
    "desk:remove_member": ("post", {}, "in 404 404 404 302 404"),
    "desk:withdraw_invitation": ("post", {}, "in 404 404 404 302 404"),
    "desk:register": ("get", {}, "in 200 200 200 200 404"),
    "desk:new_entry": ("get", {}, "in 404 200 200 200 404"),
    "desk:doubles": ("get", {}, "in 404 200 200 200 404"),
    "desk:entry": ("get", {}, "in 200 200 200 200 404"),
    "desk:change_entry": ("get", {}, "in 404 200 200 200 404"),
    "desk:add_spelling": ("post", {}, "in 404 422 422 422 404"),
    "desk:remove_spelling": ("post", {}, "in 404 302 302 302 404"),
    "desk:draft_pdf": ("get", {}, "in 200 200 200 200 404"),
    "account_login": ("get", {}, "200 302 302 302 302 302"),
    "account_logout": ("get", {}, "in 200 200 200 200 200"),
    "account_inactive": ("get", {}, "200 200 200 200 200 200"),
    "account_signup": ("get", {}, "200 200 200 200 200 200"),
    "account_reauthenticate": ("get", {}, "in 200 200 200 200 200"),
    "account_change_password": ("get", {}, "in 200 200 200 200 200"),
    "account_set_password": ("get", {}, "in 302 302 302 302 302"),
    "account_reset_password": ("get", {}, "200 200 200 200 200 200"),
    "account_reset_password_done": ("get", {}, "200 200 200 200 200 200"),
    "account_reset_password_from_key": ("get", {}, "200 200 200 200 200 200"),
    "account_reset_password_from_key_done": ("get", {}, "200 200 200 200 200 200"),
    "mfa_index": ("get", {}, "in 200 200 200 200 200"),
    "mfa_authenticate": ("get", {}, "in 302 302 302 302 302"),
    "mfa_reauthenticate": ("get", {}, "in 302 302 302 302 302"),
    "mfa_activate_totp": ("get", {}, "in 302 302 302 302 302"),
    "mfa_deactivate_totp": ("get", {}, "in 404 404 404 404 404"),
    "mfa_view_recovery_codes": ("get", {}, "in 404 404 404 404 404"),
    "mfa_generate_recovery_codes": ("get", {}, "in 302 302 302 302 302"),
    "socialaccount_connections": ("get", {}, "in 200 200 200 200 200"),
    "socialaccount_login_cancelled": ("get", {}, "200 200 200 200 200 200"),
    "socialaccount_login_error": ("get", {}, "401 401 401 401 401 401"),
    "openid_connect_login": ("get", {}, "404 404 404 404 404 404"),
    "openid_connect_callback": ("get", {}, "404 404 404 404 404 404"),
}


def parts_of_registers(mission):
    with every_mission():
        person = make_person(mission)
        spelling = person.variants.create(mission=mission, name="A. Speaker", language="en", source="A card")
    register = [mission.slug, "people"]
    entry = [*register, person.pk]
    return {
        **dict.fromkeys(("desk:register", "desk:new_entry", "desk:doubles"), register),
        **dict.fromkeys(("desk:entry", "desk:change_entry", "desk:add_spelling"), entry),
        "desk:remove_spelling": [*entry, spelling.pk],
    }


def address_of(name, mission, member):
    """An address with every part filled in from the mission."""
    with every_mission():
        administrator = mission.members.order_by("-pk").first()
        pending, token = invite(
            mission, "guest@example.org", "viewer", by=administrator.user, now=timezone.now()
        )
    parts = {
        "desk:invitation": [token],
        "desk:change_member": [mission.slug, member.pk],
        "desk:remove_member": [mission.slug, member.pk],
        "desk:withdraw_invitation": [mission.slug, pending.pk],
        **parts_of_registers(mission),
        "desk:draft_pdf": [mission.slug, "seminar"],
        "account_reset_password_from_key": ["1", "nothing"],
        "openid_connect_login": ["oidc"],
        "openid_connect_callback": ["oidc"],
    }
    own = [mission.slug] if name in ("desk:desk", "desk:members", "desk:invite_member") else []
    return reverse(name, args=parts.get(name, own))


def test_every_address_of_the_desk_has_a_row():
    names = {f"desk:{each.name}" for each in desk_urls.urlpatterns}

    assert names | {each.name for each in account_urls.urlpatterns} == set(ROWS)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("name", ROWS)
def test_address_answers_each_role_as_the_table_says(client, name, who):
    method, sent, answers = ROWS[name]
    with every_mission():
        mission, elsewhere = make_mission(), make_mission(slug="migration-service")
        make_event(mission)
        people = {role: make_member(mission, role=role, name=role) for role in WHO[1:-1]}
        people["stranger"] = make_member(elsewhere, role="administrator", name="stranger")
        address = address_of(name, mission, people["viewer"])
    if who != "anonymous":
        client.force_login(people[who].user)

    answer = getattr(client, method)(address, sent)

    leads_in = answer.status_code == 302 and answer.url.startswith("/desk/login/")
    assert ("in" if leads_in else str(answer.status_code)) == answers.split()[WHO.index(who)]
    if answer.status_code == 404:
        assert Invitation._base_manager.filter(email="a@b.example").count() == 0


def test_address_that_is_nobodys_asks_a_stranger_to_log_in_like_any_other(client):
    make_mission()

    there = client.get("/desk/azembassy-islamabad/")
    not_there = client.get("/desk/no-such-mission/")

    assert (there.status_code, not_there.status_code) == (302, 302)
