"""Who did what stands in the log, with keys alone."""

import json
import logging

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.test import Client
from django_scopes.exceptions import ScopeError

from events.audit import AuditTrail
from events.exports import FORMATS
from events.exports.pdf import a4
from events.exports.pdf.errors import RefusedAssetError
from events.exports.pdf.render import draw
from events.models import Mission, User
from events.printing import make
from events.scoping import every_mission
from tests.desk import code_of, forget_limits, log_in, set_up_second_factor, show_second_factor
from tests.factories import make_event, make_item, make_member, make_mission, make_part
from tests.programmes import seminar

pytestmark = pytest.mark.django_db
DESK = "/desk/azembassy-islamabad/"


@pytest.fixture
def noted(caplog):
    """Return what was noted since, as (action, result, user, mission)."""
    forget_limits()
    caplog.set_level(logging.INFO, "planner.audit")

    def read():
        lines = [json.loads(each.getMessage()) for each in caplog.records if each.name == "planner.audit"]
        return [(line["action"], line["result"], line["user"], line["mission"]) for line in lines]

    return read


@pytest.fixture
def head():
    mission = make_mission()
    with every_mission():
        member = make_member(mission, "administrator", name="guest-of-honour")
        make_item(make_part(make_event(mission)), title={"en": "Address"})
    return member


def test_login_and_its_failures_are_noted_without_what_was_typed(client, head, noted, caplog):
    client.post("/desk/login/", {"login": "guest-of-honour", "password": "wrong\r\nforged: line"})
    log_in(client, head.user)
    client.post("/desk/account/logout/")

    assert [each[:2] for each in noted() if each[0].startswith("log")] == [
        ("login-failed", "refused"),
        ("login", "done"),
        ("logout", "done"),
    ]
    assert "forged" not in caplog.text
    assert "guest-of-honour" not in caplog.text


def test_second_factor_is_noted(client, head, noted):
    secret = set_up_second_factor(head.user)
    log_in(client, head.user)
    show = "/desk/account/second-factor/show/"
    client.post(show, {"code": "000000"})
    client.post(show, {"code": code_of(secret)})
    client.post("/desk/account/second-factor/remove/")

    actions = [each[0] for each in noted()]
    assert {"second-factor-failed", "login", "second-factor-removed"} <= set(actions)


def test_guesses_beyond_the_limit_are_noted(client, head, noted):
    for _ in range(11):
        client.post("/desk/login/", {"login": head.user.email, "password": "wrong"})

    assert [each[0] for each in noted()].count("account_login") == 11


DEEDS = {
    "desk:invite_member": ("members/invite/", {"email": "new@example.org", "role": "viewer"}, 302),
    "desk:approve": ("seminar/release/approve/", {"name": "Words of a release"}, 422),
    "desk:submit": ("seminar/release/submit/", {"version": "0"}, 409),
    "desk:withdraw": ("seminar/release/withdraw/", {}, None),
    "desk:import_file": ("../new/azembassy-islamabad/file/", {}, 422),
    "desk:delete_event": ("seminar/delete/", {"version": "0"}, None),
}


@pytest.mark.parametrize("action", DEEDS)
def test_deed_is_noted_with_how_it_ended(client, head, noted, action, caplog):
    address, sent, status = DEEDS[action]
    client.force_login(head.user)

    answer = client.post(address.replace("../", "/desk/") if ".." in address else DESK + address, sent)

    assert status in (None, answer.status_code)
    assert noted()[-1] == (action, answer.status_code, head.user.pk, head.mission_id)
    assert not {"new@example.org", "Words of a release"} & set(caplog.text.split('"'))


def test_role_token_and_export_are_noted(client, head, noted):
    client.force_login(head.user)
    client.post(f"{DESK}members/{head.pk}/role/", {"role": "viewer"})
    client.post("/desk/account/calendars/", {"label": "My telephone"})
    client.get(f"{DESK}seminar/agenda.csv")

    assert [each[0] for each in noted()][1:] == ["desk:change_member", "desk:calendars", "desk:agenda_sheet"]


def test_stranger_is_noted_without_the_mission(client, head, noted):
    stranger = User.objects.create_user("stranger", "stranger@example.org")
    client.force_login(stranger)

    client.post(f"{DESK}members/invite/", {"email": "a@b.example"})

    assert noted()[-1] == ("desk:invite_member", 404, stranger.pk, None)


def test_secret_of_an_address_is_not_noted(client, head, noted, caplog):
    client.post("/desk/account/invitation/s3cret-of-a-guest/", {"password1": "s3cret-word"})

    assert noted()
    assert "s3cret" not in "".join(each.getMessage() for each in caplog.records if "audit" in each.name)


def test_scope_error_is_noted(rf, noted):
    AuditTrail(lambda request: None).process_exception(rf.get("/desk/"), ScopeError("no scope"))

    assert noted() == [("scope-error", "refused", None, None)]


def test_all_of_it_is_written_however_quiet_the_log_is():
    assert settings.LOGGING["loggers"]["planner.audit"]["level"] == "INFO"


def test_asset_that_the_typesetter_refused_is_noted_without_its_address(noted, caplog, monkeypatch):
    page = "<html lang='en'><title>x</title><img alt='' src='http://169.254.169.254/latest/'></html>"
    monkeypatch.setattr(a4, "render", lambda *_: draw([page], ("base.css",), "test"))

    with pytest.raises(RefusedAssetError):
        make(FORMATS["a4"], seminar(), ("en",))

    (line,) = (json.loads(each.getMessage()) for each in caplog.records if each.name == "planner.audit")
    assert (line["action"], line["result"]) == ("asset-refused", "refused")
    assert line["object"] == {"document": "a4", "of": seminar().uid}


def test_admin_is_closed_to_staff_who_are_no_support(head):
    staff = User.objects.create_user("half", "half@example.org", is_staff=True)
    staff.user_permissions.set(Permission.objects.all())
    client = Client()
    client.force_login(staff)
    show_second_factor(client, staff)

    for address in ("/admin/", "/admin/events/user/", f"/admin/events/user/{staff.pk}/change/"):
        assert client.get(address).status_code == 302
        assert client.post(address, {"is_superuser": "on"}).status_code in (302, 403)
    assert not User.objects.get(pk=staff.pk).is_superuser
    assert Mission.objects.count() == 1
