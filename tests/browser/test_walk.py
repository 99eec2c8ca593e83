"""Every page of the desk with the demonstration's data: a new address is walked without being named here."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from events.models import Event, Item, Member, Organisation, Person, Place, Release, User
from events.operations.demonstration import load_demonstration
from events.operations.membership import invite
from events.programme.choices import Kind
from events.scoping import every_mission
from tests.views.test_desk_access import ROWS

pytestmark = pytest.mark.django_db(transaction=True)
MISSION, SEMINAR = "azembassy-islamabad", "islamabad-seminar-2023"
EXHIBITION = ("migration-service", "migration-service-exhibition-2015")
REGISTERS = {"people": Person, "organisations": Organisation, "places": Place}
SENT = {"desk:search": "?q=seminar", "desk:compare": "?first=1&second=1"}
# What a narrow window and the dark colours may change, once a page has been looked at wide and light. Not the size of
# targets: the bar at the foot of the builder lies over some of them until one scrolls.
BY_LOOK = ["color-contrast", "scrollable-region-focusable", "link-in-text-block"]
FILES = (".pdf", ".png", ".csv", ".xlsx")


def parameters(name):
    """The names of what an address is made of."""
    resolver, _, own = get_resolver(), *name.rpartition(":")[1:]
    if name.startswith("desk:"):
        resolver = resolver.namespace_dict["desk"][1]
    return resolver.reverse_dict.getlist(own)[0][0][0][1]


@pytest.fixture
def walk(live_server, transactional_db):
    """The address of each page, and an administrator's client."""
    load_demonstration(timezone.now(), "a-password")
    client = Client()
    with every_mission():
        admin = User.objects.get(email=f"admin@{MISSION}.example")
        client.force_login(admin)
        mission = Event.objects.get(slug=SEMINAR).mission
        item = Item.objects.filter(part__event__slug=SEMINAR, kind=Kind.ADDRESS).first()
        second = Event.objects.get(slug=EXHIBITION[1]).mission
        Member.objects.create(user=admin, mission=second, role=Member.Role.ADMINISTRATOR)
        values = {
            "mission": MISSION,
            "slug": SEMINAR,
            "uid": item.uid,
            "number": Release.objects.filter(event__slug=SEMINAR).latest("number").number,
            "suffix": "csv",
            "name": "a4",
            "page": 1,
            "token": invite(mission, "guest@example.org", "viewer", by=admin, now=timezone.now())[1],
            "uidb36": "1",
            "key": "nothing",
            "provider_id": "oidc",
        }
        first = {name: model.objects.filter(mission=mission).first().pk for name, model in REGISTERS.items()}
    return client, [page for page in _pages(values, first) if not page.endswith(FILES)]


def _pages(values, first_entries):
    for name, (method, _, answers) in ROWS.items():
        if method != "get" or answers.split()[4] not in ("200", "302"):
            continue
        wanted = parameters(name)
        for register, entry in first_entries.items() if "register" in wanted else [("", 0)]:
            given = {**values, "register": register, "pk": entry}
            yield reverse(name, kwargs={each: given[each] for each in wanted}) + SENT.get(name, "")
        if "slug" in wanted and set(wanted) <= {"mission", "slug"}:
            yield reverse(name, args=EXHIBITION) + SENT.get(name, "")


def findings(page, width, scheme, rules=()):
    page.set_viewport_size({"width": width, "height": 900})
    # Without motion: a colour that is still on its way from one scheme to the other is no finding.
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    violations = Axe().run(page, options={"resultTypes": ["violations"], **only}).response["violations"]
    return [
        f"{width} {scheme} {each['id']}: {node['html']}"
        for each in violations
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ] + [f"wider than {width}"] * wide


def test_axe_finds_nothing_serious_on_any_page_and_none_scrolls_sideways(page, live_server, walk):
    client, addresses = walk
    cookie = {"name": settings.SESSION_COOKIE_NAME, "url": live_server.url}
    page.context.add_cookies([{**cookie, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}])

    page.emulate_media(reduced_motion="reduce")
    found = {}
    for address in addresses:
        answer = page.goto(live_server.url + address)
        # Some addresses answer with a part of a page: they are there for a page that is open already.
        if answer.status == 200 and "<html" in answer.text():
            wide = findings(page, 1280, "light")
            found[address] = wide + findings(page, 360, "dark", BY_LOOK)

    assert len(found) > 60
    assert {address: wrong for address, wrong in found.items() if wrong} == {}
