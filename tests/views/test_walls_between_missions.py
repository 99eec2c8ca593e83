"""No address and no field leads across the wall between two missions, and nobody's attempt changes a row."""

import re
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, resolve, reverse
from django.utils import timezone

from events import urls
from events.models import Member, NameVariant, Office, PrivateFeed, Task, User
from events.operations.membership import invite
from events.operations.release import release
from events.scoping import every_mission
from tests.factories import (
    make_claim,
    make_contribution,
    make_event,
    make_item,
    make_member,
    make_mission,
    make_organisation,
    make_part,
    make_person,
    make_source,
)
from tests.page_forms import forms_on
from tests.table_marks import marks
from tests.views.test_desk_access import ROWS, names_of
from tests.walking import MISSION, SEMINAR, parameters, same_browser, walk_desk

pytestmark = pytest.mark.django_db

THEIRS = "ministry"
WORD = "zyxwvut"
# All their rows have one key and one uid, so that one value names a row of theirs whatever a field means by it.
KEY = 7_000_001
UID = UUID("7a7a7a7a-7a7a-4a7a-8a7a-7a7a7a7a7a7a")
NAMES_A_ROW = re.compile(r"\A(?:[a-z_-]+:)?(?:\d+|[0-9a-f]{8}-[0-9a-f-]{27})\Z")
ROLES = ("viewer", "officer", "head", "admin")
COUNTED = {"version", "began", "once", "language_up", "page", "number"}


def make_theirs():
    """Another mission with a row of each kind that an address or a field of the desk may name."""
    word, one = {"en": WORD}, {"pk": KEY, "uid": UID}
    mission = make_mission(THEIRS, id=KEY, name=word)
    member = make_member(mission, role=Member.Role.ADMINISTRATOR, name=WORD)
    Member.objects.filter(pk=member.pk).update(id=KEY)
    person = make_person(mission, name=word, **one)
    NameVariant.objects.create(pk=KEY, mission=mission, person=person, name=WORD, language="en", source=WORD)
    Office.objects.create(pk=KEY, person=person, title=word)
    make_organisation(mission, name=word, **one)
    apps.get_model("events", "Place").objects.create(mission=mission, name=word, zone="Asia/Baku", pk=KEY)
    make_claim(make_source(mission, key="theirs", title=word, pk=KEY), pk=KEY, wording=word)
    event = make_event(mission, "theirs", title=word, **one)
    item = make_item(make_part(event, heading=word, **one), title=word, **one)
    make_contribution(item, pk=KEY, person=person)
    Task.objects.create(event=event, what=WORD, days=-1, **one)
    PrivateFeed.objects.create(pk=KEY, person=person, label=WORD, made_at=timezone.now(), token_hash=WORD)
    invitation, _token = invite(mission, f"{WORD}@example.org", "viewer", by=member.user, now=timezone.now())
    type(invitation).objects.filter(pk=invitation.pk).update(id=KEY)
    release(event, name=WORD, released_at=timezone.now())
    return mission


def names_of_the_project(resolver, namespace=""):
    for each in resolver.url_patterns:
        if hasattr(each, "url_patterns"):
            yield from names_of_the_project(each, each.namespace or namespace)
        else:
            yield namespace, each.name


def test_every_address_of_the_project_is_in_a_table():
    """Those of the public are in ``test_secrets_stay_inside``, those of the desk in ``test_desk_access``."""
    found = {*names_of_the_project(get_resolver())}
    public = {("events", name) for name in names_of(urls.urlpatterns)} | {("", "healthz"), ("", "readyz")}
    desk = {tuple(name.rpartition(":")[::2]) for name in ROWS}

    assert {each for each in found if each[0] != "admin"} == public | desk


@pytest.fixture(scope="module")
def made(rows_of_the_file):
    """An administrator's client, their pages and the forms on them, beside the other mission."""
    client, pages = walk_desk()
    with every_mission():
        make_theirs()
    return client, pages, list(forms_on(client, pages))


@pytest.fixture
def client(made):
    return same_browser(made[0])


@pytest.fixture
def pages(made):
    return made[1]


@pytest.fixture
def forms(made):
    return made[2]


# What stands in an address for a row of theirs; a part that names no row is left as it is.
THEIR_PARTS = {
    "mission": THEIRS,
    "slug": "theirs",
    "uid": UID,
    "token": "nothing",
    **dict.fromkeys(("pk", "source", "claim", "spelling", "feed"), KEY),
}
PLAIN_PARTS = {
    "number": 1,
    "suffix": "csv",
    "name": "a4",
    "page": 1,
    "occasion": "20-january",
    "register": "people",
}
OWN_PARTS = {"mission": MISSION, "slug": SEMINAR}


def their_addresses(*own):
    """Return each address with a row of theirs; the parts named in ``own`` are of our mission."""
    for name in ROWS:
        wanted = parameters(name)
        theirs = set(wanted) & set(THEIR_PARTS) - set(own)
        if "mission" not in wanted or not theirs or not set(own) <= set(wanted):
            continue
        values = THEIR_PARTS | PLAIN_PARTS | {each: OWN_PARTS[each] for each in own}
        registers = ("people", "organisations", "places") if "register" in wanted else ("people",)
        for register in registers:
            given = {**values, "register": register}
            yield reverse(name, kwargs={each: given[each] for each in wanted})


@pytest.fixture
def sent(forms):
    """What an untouched form of ours sends, by the name of the address that takes it."""
    found = {}
    for _address, view, form in forms:
        found.setdefault(view, form.sent)
    return found


def clients_of_others():
    """Everybody who is no member of theirs, and who is of no mission at all."""
    nobody = User.objects.create_user("nobody", "nobody@example.org")
    others = User.objects.filter(email__in=[f"{role}@{MISSION}.example" for role in ROLES])
    clients = []
    for user in (None, nobody, *others):
        client = Client()
        if user:
            client.force_login(user)
        clients.append(client)
    return clients


def refused(client, address, body):
    """Ask and send; return what is wrong with the answers."""
    for answer in (client.get(address), client.post(address, body)):
        leads_in = answer.status_code == 302 and answer.url.startswith("/desk/login/")
        if not (leads_in or answer.status_code in (404, 405)) or WORD.encode() in answer.content:
            yield address, answer.request["REQUEST_METHOD"], answer.status_code


def test_stranger_of_any_role_reads_and_changes_nothing_of_a_mission(sent):
    clients = clients_of_others()
    before = marks()

    wrong = [
        each
        for client in clients
        for address in their_addresses()
        for each in refused(client, address, sent.get(resolve(address).view_name, {}))
    ]

    assert wrong == []
    assert marks() == before


def test_row_of_another_mission_is_not_there_at_an_address_of_ones_own(client, sent):
    before = marks()

    wrong = [
        each
        for own in (["mission"], ["mission", "slug"])
        for address in their_addresses(*own)
        for each in refused(client, address, sent.get(resolve(address).view_name, {}))
    ]

    assert wrong == []
    assert marks() == before


def test_viewer_changes_nothing_at_any_address_of_the_mission(pages, sent):
    viewer = Client()
    viewer.force_login(User.objects.get(email=f"viewer@{MISSION}.example"))
    before = marks()

    for page in sorted({urlsplit(page).path for page in pages}):
        if "mission" in resolve(page).kwargs:
            viewer.post(page, sent.get(resolve(page).view_name, {}))
    assert marks() == before


# Fields that name a row


def that_name_rows(forms):
    """Yield each form of ours once, with the fields that name a row by its key or its uid."""
    seen = set()
    for address, view, form in forms:
        names = {name for name, values in form.offered.items() if is_of_rows(name, values)}
        mark = view, frozenset(re.sub(r"\d+", "0", each) for each in names)
        if names and mark not in seen:
            seen.add(mark)
            yield address, form, sorted(names)


def is_of_rows(name, values):
    plain = name.rpartition("-")[2]
    return plain not in COUNTED and not plain.isupper() and any(NAMES_A_ROW.match(each) for each in values)


def values_of_theirs(values):
    """Return their row named as the field names rows: by key, uid, or what it is and its uid."""
    kinds = {each.partition(":")[0] for each in values if ":" in each}
    return [str(KEY), str(UID), *(f"{kind}:{which}" for kind in sorted(kinds) for which in (UID, KEY))]


def naming_theirs():
    """Return which rows name a row of theirs by its key."""
    return {
        (model.__name__, field.name, key)
        for model in apps.get_app_config("events").get_models()
        for field in model._meta.concrete_fields
        if field.is_relation
        for key in model._base_manager.filter(**{field.attname: KEY}).values_list("pk", flat=True)
    }


def test_no_field_takes_a_row_of_another_mission(client, forms):
    before, tried = naming_theirs(), 0
    for address, form, names in that_name_rows(forms):
        for name in names:
            for value in values_of_theirs(form.offered[name]):
                cache.clear()
                with transaction.atomic():
                    answer = client.post(address, {**form.sent, name: value})
                    tried += 1
                    assert answer.status_code < 500, (address, name, value)
                    assert WORD not in answer.content.decode(), (address, name, value)
                    if answer.status_code < 400:
                        assert naming_theirs() == before, (address, name, value)
                    transaction.set_rollback(True)
    assert tried > 50
