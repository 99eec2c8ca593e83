"""The desk's lists, search and new events in a real browser: with and without JavaScript, by keyboard."""

from datetime import date, time, timedelta

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from events.models import Event, Place
from events.scoping import every_mission
from tests.browser.axe import findings
from tests.factories import (
    make_edition,
    make_event,
    make_item,
    make_member,
    make_mission,
    make_organisation,
    make_part,
    make_person,
)

pytestmark = pytest.mark.django_db(transaction=True)

DESK = "/desk/azembassy-islamabad/"
NEW = "/desk/new/azembassy-islamabad/"
PAGES = {
    "everything": "/desk/",
    "list": DESK,
    "month": f"{DESK}?view=month",
    "year": f"{DESK}?view=year",
    "one need": f"{DESK}?need=clashing",
    "search": "/desk/search/?q=seminar",
    "nothing found": "/desk/search/?q=nothing-of-the-kind",
    "new": NEW,
    "copies": f"{NEW}copy/",
    "copy": f"{NEW}copy/seminar/",
    "file": f"{NEW}file/",
}
SHEET = "part;start;length;kind;title en\nProgramme;10:00;2;opening;\n;;1;silence;\n"
WRONG = "kind;length\naddress;soon\nanthemm;2\n"


@pytest.fixture
def page(page, live_server):
    """A member at the desk of a mission with events that need somebody."""
    cache.clear()
    today = timezone.localdate()
    with every_mission():
        mission = make_mission(country="AZ")
        member = make_member(mission)
        edition = make_edition(today.year)
        place = Place.objects.create(
            mission=mission,
            name={"en": "Institute", "ur": "انسٹی ٹیوٹ"},
            city={"en": "Islamabad"},
            zone="Asia/Karachi",
        )
        make_organisation(mission)
        make_person(mission, name={"en": "Vasif Gafarov", "az": "Vasif Qafarov"})
        event = make_event(mission, edition=edition, on=today + timedelta(days=3), place=place)
        part = make_part(event)
        make_item(part, "remarks", 10)
        make_item(part, "silence", 1, start="fixed", start_at=time(10, 5))
        make_event(mission, "undated", on=None, title={"ur": "یومِ یاد"}, languages=["ur"])
        make_event(mission, "past", on=today - timedelta(days=400))
    client = Client()
    client.force_login(member.user)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    page.goto_desk = lambda path: page.goto(live_server.url + path)
    return page


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_no_page_scrolls_sideways(page, faults, width):
    page.set_viewport_size({"width": width, "height": 900})
    found = {}
    for name, path in PAGES.items():
        page.goto_desk(path)
        found[name] = findings(page)

    assert found == {name: [] for name in PAGES}
    assert faults == []


@pytest.mark.parametrize("width", [360, 1280])
def test_refusals_hold_to_the_same_and_take_the_focus(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto_desk(NEW)
    page.get_by_label("Date").fill("30 February 2023")
    page.get_by_role("button", name="Make the event").last.click()
    expect(page.locator("#error-summary")).to_be_focused()
    refused = findings(page)
    page.get_by_role("link", name="Title, English").click()
    expect(page.get_by_label("Title, English")).to_be_focused()
    page.goto_desk(f"{NEW}file/")
    page.get_by_label("File").set_input_files(
        {"name": "a.csv", "mimeType": "text/csv", "buffer": WRONG.encode()}
    )
    page.get_by_label("Title of the new event").fill("From a sheet")
    page.get_by_role("button", name="Look at the file").click()
    expect(page.locator("#error-summary")).to_contain_text("2 rows to mend; nothing was kept")

    assert (refused, findings(page)) == ([], [])


def test_what_follows_is_said_while_one_types(page, faults):
    page.goto_desk(NEW)
    page.get_by_label("Occasion").select_option(label="20 January tragedy")
    page.get_by_label("Date").fill("20 January 2023")
    page.get_by_label("Date").press("Tab")

    expect(page.locator("#hints")).to_contain_text("33rd anniversary")
    expect(page.locator("#hints")).to_contain_text("Friday, 20 January 2023")
    assert faults == []


@pytest.fixture
def without_javascript(browser, page, live_server):
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    yield context.new_page()
    context.close()


def test_event_is_made_without_javascript_by_keyboard_alone(without_javascript, live_server):
    page = without_javascript
    page.goto(live_server.url + NEW)
    page.get_by_label("Title, English").focus()
    page.keyboard.type("Made by keyboard")
    page.keyboard.press("Tab")
    page.keyboard.type("20 January 2027")
    page.keyboard.press("Tab")
    page.keyboard.type("10:30")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{live_server.url}{DESK}made-by-keyboard-2027/agenda/")

    with every_mission():
        event = Event.objects.get(slug="made-by-keyboard-2027")
        assert (event.on, event.parts.get(phase="programme").starts_at) == (date(2027, 1, 20), time(10, 30))


def test_another_host_and_what_follows_are_asked_for_without_javascript(without_javascript, live_server):
    page = without_javascript
    page.goto(live_server.url + NEW)
    page.get_by_label("Title, English").fill("Kept")
    page.get_by_label("Occasion").select_option(label="20 January tragedy")
    page.get_by_label("Date").fill("20 January 2023")
    page.get_by_role("button", name="Add a co-host").click()
    expect(page.get_by_role("group", name="Host 3")).to_be_visible()
    page.get_by_role("button", name="See what follows").click()

    expect(page.get_by_label("Title, English")).to_have_value("Kept")
    expect(page.locator("#hints")).to_contain_text("33rd anniversary")


def test_sheet_is_looked_at_and_kept_without_javascript(without_javascript, live_server):
    page = without_javascript
    page.goto(f"{live_server.url}{NEW}file/")
    page.get_by_label("File").set_input_files(
        {"name": "a.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
    )
    page.get_by_label("Title of the new event").fill("From a sheet")
    page.get_by_role("button", name="Look at the file").click()
    expect(page.get_by_role("table")).to_contain_text("Minute of silence")
    page.get_by_role("button", name="Make the event").click()

    expect(page).to_have_url(f"{live_server.url}{DESK}from-a-sheet/agenda/")


def test_search_in_the_head_finds_a_person_in_another_spelling(page):
    page.goto_desk(DESK)
    page.get_by_role("searchbox").fill("Qafarov")
    page.keyboard.press("Enter")

    expect(page.locator("#found")).to_contain_text("Vasif Gafarov")
