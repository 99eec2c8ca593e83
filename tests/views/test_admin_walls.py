"""The admin is for support staff alone: each of its addresses, for everybody else, reads and changes nothing."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from events.models import Occasion, Phrase, Place, Release, User
from events.operations.release import release
from events.scoping import every_mission
from tests.desk import set_up_second_factor, show_second_factor
from tests.factories import (
    make_contribution,
    make_edition,
    make_event,
    make_item,
    make_member,
    make_mission,
    make_organisation,
    make_part,
    make_person,
    make_source,
)
from tests.page_forms import forms_of
from tests.table_marks import marks

pytestmark = pytest.mark.django_db

WORD = "zyxwvut"
# Where support staff leaves; it may be asked by anybody and opens nothing.
LEAVES = "logout"


@pytest.fixture
def mission():
    """A mission with rows of what the admin shows."""
    word = {"en": WORD}
    mission = make_mission(name=word)
    with every_mission():
        event = make_event(mission, title=word, edition=make_edition(name=word))
        person = make_person(mission, name=word)
        make_contribution(make_item(make_part(event, heading=word), title=word), person=person)
        make_organisation(mission, name=word)
        Place.objects.create(mission=mission, name=word, zone="Asia/Baku")
        make_source(mission, title=word)
        Phrase.objects.create(mission=mission, key="own", kind="dedication", text=word)
        user = make_member(mission, name=WORD).user
        set_up_second_factor(user)
        SocialAccount.objects.create(user=user, provider="oidc", uid=WORD)
        Group.objects.create(name=WORD)
        release(event, name=WORD, released_at=timezone.now())
    return mission


def addresses():
    """Return each address of the admin's resolver, with a row that is there wherever it names one."""
    resolver = get_resolver().namespace_dict["admin"][1]
    names = {
        name: resolver.reverse_dict.getlist(name)[0][0][0][1]
        for name in resolver.reverse_dict
        if isinstance(name, str)
    }
    return {name: reverse(f"admin:{name}", kwargs=parts_of(name, wanted)) for name, wanted in names.items()}


def parts_of(name, wanted):
    rows = {model._meta.label_lower.replace(".", "_"): model for model in admin.site._registry}
    model = rows.get(name.rpartition("_")[0], User)
    row = model._base_manager.first()
    given = {
        "object_id": row.pk if row else 1,
        "id": User.objects.first().pk,
        "app_label": "events",
        "content_type_id": ContentType.objects.get_for_model(Occasion).pk,
        "url": "events/",
    }
    return {each: given[each] for each in wanted}


def support():
    user = User.objects.create_superuser("support", "support@example.org", "a-password-for-tests")
    client = Client()
    client.force_login(user)
    show_second_factor(client, user)
    return client


def strangers(mission):
    """Whoever is not support: nobody, a member of each role, and staff that was given each single right."""
    staff = User.objects.create_user("half", "half@example.org", is_staff=True)
    staff.user_permissions.set(Permission.objects.all())
    idle = User.objects.create_user("idle", "idle@example.org", is_superuser=True)
    roles = ("viewer", "officer", "head", "administrator")
    yield "anonymous", Client()
    for user in (staff, idle, *(make_member(mission, role, name=role).user for role in roles)):
        client = Client()
        client.force_login(user)
        show_second_factor(client, user)
        yield user.username, client


def bodies(client, at):
    """Return what the support staff's own untouched forms send, by address; a deletion is confirmed in it."""
    found = {}
    for name, address in at.items():
        page = client.get(address)
        sent = [form.sent for form in forms_of(page.content.decode()) if form.method == "post"]
        found[name] = {field: value for each in sent for field, value in each.items()} | {"post": "yes"}
        if name.endswith("_changelist"):
            found[name] |= {
                "action": "delete_selected",
                "_selected_action": [str(each) for each in range(1, 9)],
            }
    return found


def test_address_of_each_model_is_there_for_support(mission):
    at, client = addresses(), support()
    wanted = {
        f"{model._meta.app_label}_{model._meta.model_name}_{deed}"
        for model in admin.site._registry
        for deed in ("changelist", "add", "change", "delete", "history")
    }
    closed = {name for name in wanted if client.get(at[name]).status_code != 200}

    assert wanted <= set(at)
    # What is kept for good, and what is nobody's to write.
    assert closed == CLOSED


CLOSED = {
    "events_person_delete",
    "events_release_add",
    "events_release_delete",
    "mfa_authenticator_add",
}


def test_whoever_is_no_support_reads_and_changes_nothing_in_the_admin(mission):
    at, client = addresses(), support()
    sent = bodies(client, at)
    others = dict(strangers(mission))
    before, wrong = marks(), []

    for who, other in others.items():
        for name, address in at.items():
            if name in (LEAVES, "login"):
                continue
            for answer in (other.get(address), other.post(address, sent[name])):
                is_sent_away = answer.status_code == 302 and "login" in answer.url
                if not (is_sent_away or answer.status_code in (403, 404)) or WORD in answer.content.decode():
                    wrong.append((who, name, answer.request["REQUEST_METHOD"], answer.status_code))

    assert wrong == []
    assert marks() == before
    # What was sent would have done its deed for support.
    client.post(at["events_release_delete"], sent["events_release_delete"])
    assert Release._base_manager.count() == 1
    client.post(at["events_source_delete"], sent["events_source_delete"])
    client.post(at["events_user_add"], sent["events_user_add"])
    assert marks() != before
