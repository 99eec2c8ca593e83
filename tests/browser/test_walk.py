"""Every page of the desk as axe sees it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings

from events.models import User
from events.programme.languages import direction
from events.scoping import every_mission
from tests.walking import walk_desk

pytestmark = pytest.mark.django_db(transaction=True)
# What a narrow window and the dark colours may change, once a page has been looked at wide and light. Not the size of
# targets: the bar at the foot of the builder lies over some of them until one scrolls.
# The second look at a page finds the program there.
THERE_ALREADY = Axe(axe_script="undefined")
BY_LOOK = ["color-contrast", "scrollable-region-focusable", "link-in-text-block"]


@pytest.fixture
def walk(live_server, transactional_db):
    return walk_desk()


def findings(axe, page, width, scheme, rules=()):
    page.set_viewport_size({"width": width, "height": 900})
    # Without motion: a colour that is still on its way from one scheme to the other is no finding.
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    violations = axe.run(page, options={"resultTypes": ["violations"], **only}).response["violations"]
    return [
        f"{width} {scheme} {each['id']}: {node['html']}"
        for each in violations
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ] + [f"wider than {width}"] * wide


@pytest.mark.parametrize(
    "language", ["en", *(pytest.param(code, marks=pytest.mark.every_page) for code in ("az", "ur"))]
)
def test_axe_finds_nothing_serious_on_any_page_and_none_scrolls_sideways(page, live_server, walk, language):
    client, addresses = walk
    with every_mission():
        User.objects.update(language=language)
    cookie = {"name": settings.SESSION_COOKIE_NAME, "url": live_server.url}
    page.context.add_cookies([{**cookie, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}])

    page.emulate_media(reduced_motion="reduce")
    found = {}
    for address in addresses:
        answer = page.goto(live_server.url + address)
        # Some addresses answer with a part of a page: they are there for a page that is open already.
        if answer.status == 200 and "<html" in answer.text():
            assert page.evaluate("document.documentElement.dir") == direction(language)
            wide = findings(Axe(), page, 1280, "light")
            found[address] = wide + findings(THERE_ALREADY, page, 360, "dark", BY_LOOK)

    assert len(found) > 60
    assert {address: wrong for address, wrong in found.items() if wrong} == {}
