"""The event's page, its release and its history in a real browser: axe, no script needed, no sideways scrolling."""

from datetime import time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from events.models import Event, Release, User
from events.operations.agenda import change_item
from events.operations.release import release
from events.scoping import every_mission
from tests.browser.axe import findings, findings_in_both_schemes
from tests.desk import PASSWORD, forget_limits
from tests.factories import make_event, make_item, make_member, make_mission, make_part

pytestmark = pytest.mark.django_db(transaction=True)
EVENT = "/desk/azembassy-islamabad/seminar/"
PAGES = {
    "facts": EVENT,
    "release": f"{EVENT}release/",
    "cancel": f"{EVENT}release/cancel/",
    "postpone": f"{EVENT}release/postpone/",
    "withdraw": f"{EVENT}release/withdraw/",
    "kept release": f"{EVENT}releases/1/",
    "compared": f"{EVENT}releases/compare/?first=1&second=2",
    "history": f"{EVENT}history/",
    "deleted": "/desk/azembassy-islamabad/deleted/",
    "settings": "/desk/azembassy-islamabad/settings/",
}


@pytest.fixture
def desk(live_server, transactional_db):
    """A seminar with two releases and changes since, and an administrator."""
    forget_limits()
    with every_mission():
        mission = make_mission()
        member = make_member(mission, "administrator", "head")
        event = make_event(mission, languages=["en", "az", "ur"])
        part = make_part(event, time(10), heading={"en": "Programme"})
        make_item(part, "silence", 1)
        address = make_item(part, "address", 20, title={"en": "Address by the Ambassador"})
        make_item(part, "remarks", 10)
        release(event, name="First programme", released_at=timezone.now())
        change_item(address, address.version, duration=timedelta(minutes=25), by=member.user)
        release(event, name="Second programme", released_at=timezone.now())
        address.refresh_from_db()
        change_item(address, address.version, duration=timedelta(minutes=30), by=member.user)
        make_event(mission, "gone", deleted_at=timezone.now())
    return live_server.url


def log_in(page, address):
    page.goto(f"{address}/desk/login/")
    page.locator("#id_login").fill("head@azembassy-islamabad.example")
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    expect(page).to_have_url(f"{address}/desk/")


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(page, desk, width):
    page.set_viewport_size({"width": width, "height": 900})
    log_in(page, desk)

    found = {}
    for name, address in PAGES.items():
        page.goto(desk + address)
        found[name] = findings_in_both_schemes(page)

    assert found == {name: [] for name in PAGES}


def test_axe_finds_nothing_in_urdu_either(page, desk):
    User.objects.update(language="ur")
    page.set_viewport_size({"width": 360, "height": 900})
    log_in(page, desk)

    found = {}
    for name in ("facts", "release", "history"):
        page.goto(desk + PAGES[name])
        found[name] = findings(page)

    assert found == {"facts": [], "release": [], "history": []}


@pytest.mark.parametrize("language", ["en", "ru", "ur"])
def test_choices_of_what_to_print_have_room_for_their_words(page, desk, language):
    User.objects.update(language=language)
    page.set_viewport_size({"width": 1280, "height": 900})
    log_in(page, desk)
    page.goto(f"{desk}{EVENT}print/?document=badges")

    cut = page.locator(".print-f select").evaluate_all(
        """fields => fields.filter(field => {
            const style = getComputedStyle(field), pen = document.createElement("canvas").getContext("2d");
            pen.font = style.font;
            const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
            return pen.measureText(field.selectedOptions[0].text).width > room;
        }).map(field => field.name)"""
    )

    assert cut == []


def test_wrong_date_is_led_to_from_the_summary_and_the_page_has_no_finding(page, desk):
    log_in(page, desk)
    page.goto(desk + EVENT)
    page.get_by_label("Date", exact=True).fill("30 February 2023")
    page.get_by_role("button", name="Save").click()

    page.get_by_role("alert").get_by_role("link", name="Date").click()

    expect(page.get_by_label("Date", exact=True)).to_be_focused()
    expect(page.get_by_label("Date", exact=True)).to_have_value("30 February 2023")
    assert findings(page) == []


def test_two_versions_are_compared_and_the_chosen_one_is_kept(page, desk):
    log_in(page, desk)
    page.goto(desk + EVENT)
    with every_mission():
        event = Event.objects.get()
        event.title = {"en": "Their title"}
        event.keep_change(User.objects.get())
    page.get_by_label("Title, English", exact=True).first.fill("My title")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Two people changed this event")).to_be_visible()
    assert findings(page) == []

    page.get_by_label("Their title").check()
    page.get_by_role("button", name="Save this version").click()

    expect(page.get_by_label("Title, English", exact=True).first).to_have_value("Their title")


def test_release_is_made_without_a_script(browser, desk):
    page = browser.new_context(java_script_enabled=False).new_page()
    log_in(page, desk)
    page.goto(desk + EVENT)
    page.get_by_role("link", name="Release", exact=True).click()
    page.get_by_label("Name of the release").fill("Third programme")
    page.get_by_role("button", name="Approve and release 3").click()

    expect(page.get_by_text("Release 3 is public.")).to_be_visible()
    expect(page.get_by_text("Nothing printed or public changes.").first).to_be_visible()
    with every_mission():
        assert Release.objects.count() == 3


def test_pages_on_their_way_show_a_bar(desk, page):
    log_in(page, desk)
    page.route("**/print/a4/", lambda route: None)
    page.goto(f"{desk}{EVENT}print/?document=a4")
    page.locator("#document-a4").scroll_into_view_if_needed()

    expect(page.get_by_role("progressbar", name="The pages are being made.")).to_be_visible()


def test_release_on_its_way_shows_a_bar(desk, page):
    log_in(page, desk)
    page.goto(f"{desk}{EVENT}release/")
    # The page stays: a browser that is on its way cannot be looked at.
    page.evaluate("addEventListener('submit', (event) => event.preventDefault())")
    page.get_by_label("Name").fill("Third programme")
    page.get_by_role("button", name="Approve and release").click()

    bar = page.get_by_role("progressbar", name="This can take some seconds. The page goes on by itself.")
    expect(bar).to_be_visible()


def test_form_sent_after_the_session_ended_stays_with_what_was_typed(desk, page):
    page.clock.install()
    log_in(page, desk)
    page.goto(f"{desk}{EVENT}")
    title = page.get_by_label("Title, English", exact=True)
    title.fill("A seminar in memory")
    page.context.clear_cookies(name="sessionid")
    page.clock.fast_forward("05:00")
    save = page.get_by_role("button", name="Save").first
    save.click()

    again = page.get_by_role("link", name="Log in again in a new tab")
    expect(again).to_be_visible()
    expect(title).to_have_value("A seminar in memory")

    with page.context.expect_page() as opened:
        again.click()
    log_in(opened.value, desk)
    opened.value.close()
    page.bring_to_front()
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(again).to_be_hidden()
    save.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("A seminar in memory")
