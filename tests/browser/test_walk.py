"""Every page of the desk as axe sees it."""

import pytest
from django.conf import settings

from events.models import User
from events.programme.languages import direction
from events.scoping import every_mission
from tests.browser.axe import BY_COLOUR, is_wider_than_its_window, violations
from tests.walking import walk_desk

pytestmark = pytest.mark.django_db(transaction=True)
# What a narrow window and the dark colours may change, once a page has been looked at wide and light. Not the size of
# targets: the bar at the foot of the builder lies over some of them until one scrolls.
BY_LOOK = (*BY_COLOUR, "scrollable-region-focusable")


@pytest.fixture
def walk(live_server, transactional_db):
    return walk_desk()


def serious(page, width, scheme, rules=()):
    page.set_viewport_size({"width": width, "height": 900})
    # Without motion: a colour that is still on its way from one scheme to the other is no finding.
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    return [
        f"{width} {scheme} {words}"
        for impact, words in violations(page, rules)
        if impact in ("serious", "critical")
    ] + [f"wider than {width}"] * is_wider_than_its_window(page)


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
            wide = serious(page, 1280, "light")
            found[address] = wide + serious(page, 360, "dark", BY_LOOK)

    assert len(found) > 60
    assert {address: wrong for address, wrong in found.items() if wrong} == {}
