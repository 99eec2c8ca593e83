"""At each address of a mission: methods other than those of pages and forms, and sessions that are over."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from events.middleware import SEEN
from events.models import Member, User
from events.operations.membership import remove
from events.scoping import every_mission
from tests.factories import make_member, make_mission
from tests.table_marks import marks
from tests.views.test_desk_access import ROWS
from tests.views.test_walls_between_missions import WORD, make_theirs, their_addresses
from tests.walking import parameters

pytestmark = pytest.mark.django_db

FORM = "application/x-www-form-urlencoded"
OTHERS = ("PUT", "PATCH", "DELETE", "TRACE", "PROPFIND")
# To ask for their head would print them.
PRINTED = (".pdf", ".png", ".webp", ".docx")


@pytest.fixture
def theirs():
    """A mission with a row of each kind that an address may name."""
    with every_mission():
        return make_theirs()


@pytest.fixture
def member(theirs):
    return logged_in(User.objects.get(username__startswith=WORD))


def logged_in(user):
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def asked(client, addresses):
    for address in addresses:
        for method in OTHERS:
            yield address, method, client.generic(method, address, "anyway=1", content_type=FORM)


def test_other_methods_are_refused_to_who_may_do_everything_and_change_nothing(member):
    before = marks()

    wrong = [
        (address, method, answer.status_code)
        for address, method, answer in asked(member, their_addresses())
        if answer.status_code != 405
    ]

    assert wrong == []
    assert marks() == before


def test_other_methods_change_nothing_at_the_addresses_of_an_account(member):
    addresses = [address for address in own_addresses() if "/logout/" not in address]
    before = marks()

    wrong = [
        (address, method, answer.status_code)
        for address, method, answer in asked(member, addresses)
        if answer.status_code >= 500
    ]

    assert wrong == []
    assert marks() == before
    assert member.get("/desk/").status_code == 200


def own_addresses():
    values = {"token": "nothing", "feed": 1, "uidb36": "1", "key": "nothing", "provider_id": "oidc"}
    for name in ROWS:
        wanted = parameters(name)
        if "mission" not in wanted:
            yield reverse(name, kwargs={each: values[each] for each in wanted})


def test_head_of_a_page_tells_a_stranger_no_more_than_the_page_does(member):
    with every_mission():
        strangers = Client(), logged_in(make_member(make_mission(), role="administrator").user)
    addresses = [each for each in their_addresses() if not each.endswith(PRINTED)]
    before, wrong, there = marks(), [], 0
    for address in addresses:
        there += member.head(address).status_code == 200
        for stranger in strangers:
            answer = stranger.head(address)
            if not (is_led_in(answer) or answer.status_code in (404, 405)) or WORD in str(answer.headers):
                wrong.append((address, answer.status_code, answer.headers))

    assert wrong == []
    assert there > 30
    assert marks() == before


def is_led_in(answer):
    return answer.status_code == 302 and answer.url.startswith("/desk/login/")


# Sessions that are over. Each is one of their administrator's, which opened every page before.


def forged(client, _user):
    client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32


def left(client, _user):
    kept = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/desk/account/logout/")
    client.cookies[settings.SESSION_COOKIE_NAME] = kept


def idle(client, _user):
    session = client.session
    session[SEEN] -= settings.SESSION_IDLE_SECONDS
    session.save()


def with_another_password(_client, user):
    user.set_password("another password of theirs")
    user.save()


def closed(_client, user):
    user.is_active = False
    user.save()


def removed(_client, user):
    with every_mission():
        remove(Member.objects.get(user=user), by=user)


OVER = (forged, left, idle, with_another_password, closed, removed)


@pytest.mark.parametrize("ends", OVER)
def test_session_that_is_over_reads_and_changes_nothing_at_any_address(theirs, ends):
    with every_mission():
        user = make_member(theirs, role="administrator", name="leaving").user
    client = logged_in(user)
    addresses = [*their_addresses()]
    assert client.get(f"/desk/{theirs.slug}/members/").status_code == 200
    ends(client, user)
    cookies = client.cookies.output(header="", sep=";")
    before, wrong = marks(), []

    for address in addresses:
        for ask in (client.get, client.post):
            # A session that ended by itself is told once; whoever stole the cookie would go on with it.
            client.cookies.load(cookies)
            answer = ask(address)
            if not (is_led_in(answer) or answer.status_code in (404, 405)) or WORD in answer.content.decode():
                wrong.append((address, answer.status_code))

    assert wrong == []
    assert marks() == before
