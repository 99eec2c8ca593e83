"""The desk in a real browser: without JavaScript, at every width, in both schemes and directions, by keyboard."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from events.models import User
from events.operations.membership import invite
from events.scoping import every_mission
from tests.browser.axe import findings, findings_in_both_schemes
from tests.desk import PASSWORD, code_of, forget_limits
from tests.factories import make_event, make_member, make_mission

pytestmark = pytest.mark.django_db(transaction=True)

LONG = "A seminar on the national will and determination of the people, with a very long title in two lines"
BEFORE = {
    "login": "/desk/login/",
    "login in Urdu": "/desk/login/?lang=ur",
    "reset": "/desk/account/password/reset/",
    "reset sent": "/desk/account/password/reset/sent/",
    "by invitation": "/desk/account/by-invitation/",
    "new account": "/desk/account/invitation/{token}/",
    "link that is not open": "/desk/account/password/reset/1-nothing/",
}
INSIDE = {
    "everything": "/desk/",
    "desk": "/desk/azembassy-islamabad/",
    "members": "/desk/azembassy-islamabad/members/",
    "account": "/desk/account/",
    "password": "/desk/account/password/",
    "set-up": "/desk/account/second-factor/set-up/",
    "second factor": "/desk/account/second-factor/",
    "join": "/desk/account/invitation/{token}/",
    "log out": "/desk/account/logout/",
}


@pytest.fixture
def desk(live_server, transactional_db):
    """A mission with an event, members and an invitation; returns the address of a page."""
    forget_limits()
    with every_mission():
        mission, second = make_mission(), make_mission(slug="migration-service")
        make_event(mission, title={"en": LONG}, on=timezone.localdate())
        make_event(mission, slug="undated", on=None, status="tentative", title={"az": "Dəyirmi masa"})
        member = make_member(mission, role="administrator", name="administrator.with.a.long.name")
        second.members.create(user=member.user, role="viewer")
        make_member(mission)
        _, token = invite(mission, "guest@example.org", "head", by=member.user, now=timezone.now())
    return lambda name: live_server.url + {**BEFORE, **INSIDE}.get(name, name).format(token=token)


def log_in(page, desk, name="administrator.with.a.long.name"):
    page.goto(desk("login"))
    page.get_by_label("Name or e-mail address").fill(f"{name}@azembassy-islamabad.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page).to_have_url(desk("everything"))


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_comes_from_elsewhere(page, desk, faults, width):
    page.set_viewport_size({"width": width, "height": 900})

    found = {}
    for name in BEFORE:
        page.goto(desk(name))
        found[name] = findings_in_both_schemes(page)
    log_in(page, desk)
    for name in INSIDE:
        page.goto(desk(name))
        found[name] = findings_in_both_schemes(page)

    assert found == {name: [] for name in [*BEFORE, *INSIDE]}
    assert faults == []


@pytest.mark.parametrize("width", [320, 1280])
def test_desk_in_urdu_runs_from_the_right_and_axe_finds_nothing(page, desk, width):
    User.objects.update(language="ur")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(desk("login"))
    page.locator("#id_login").fill("administrator.with.a.long.name@azembassy-islamabad.example")
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main form button").click()

    found = {}
    for name in ("everything", "members", "account"):
        page.goto(desk(name))
        found[name] = findings(page)

    assert found == {"everything": [], "members": [], "account": []}
    brand, account = page.locator(".brand").bounding_box(), page.locator(".top-end").bounding_box()
    assert brand["x"] > account["x"]


def test_opened_menus_and_refusals_hold_to_the_same(page, desk):
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(desk("login"))
    page.get_by_label("Name or e-mail address").fill("nobody")
    page.get_by_label("Password").fill("nothing")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("alert")).to_be_focused()
    refused = findings(page)
    log_in(page, desk)
    page.goto(desk("members"))
    for summary in page.locator("summary").all():
        summary.click()
    page.locator("#members summary").last.click()

    assert (refused, findings(page)) == ([], [])


def test_keyboard_leads_from_the_login_to_the_account_and_out(page, desk):
    page.goto(desk("login"))
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("officer@azembassy-islamabad.example")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(desk("everything") + "#main")

    summary = page.locator(".top-end summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Your account")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Log out")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page).to_have_url(desk("login"))


def test_without_javascript_a_member_is_administered_and_a_second_factor_set_up(browser, desk):
    page = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    log_in(page, desk)
    page.locator(".brand-box summary").click()
    page.get_by_role("link", name="Embassy of Azerbaijan in Pakistan").first.click()
    page.get_by_role("link", name="Members", exact=True).first.click()
    page.get_by_label("Role of officer@azembassy-islamabad.example").select_option("Head of protocol")
    page.get_by_role("button", name="Change officer@azembassy-islamabad.example").click()
    expect(page.get_by_text("officer@azembassy-islamabad.example is Head of protocol now.")).to_be_visible()

    page.goto(desk("set-up"))
    secret = page.locator(".secret").inner_text()
    page.get_by_label("The six digits that your app shows").fill(code_of(secret))
    page.get_by_role("button", name="Set it up").click()

    expect(page.locator(".codes li")).to_have_count(10)


def test_picture_of_the_second_factor_is_black_on_white_in_the_dark(page, desk):
    page.emulate_media(color_scheme="dark")
    log_in(page, desk)
    page.goto(desk("set-up"))

    box = page.locator(".qr").evaluate("node => getComputedStyle(node).backgroundColor")
    line = page.locator(".qr path").first.evaluate("node => getComputedStyle(node).stroke")

    assert (box, line) == ("rgb(255, 255, 255)", "rgb(22, 22, 22)")
