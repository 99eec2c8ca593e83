"""The desk's own keys on its lists, and lists that answer as one types."""

import re

import pytest
from playwright.sync_api import expect

from events.models import Member
from events.scoping import every_mission
from tests.factories import make_event, make_person
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db(transaction=True)

DESK = "/desk/azembassy-islamabad/"
LISTS = {
    "/desk/search/": "#q-page",
    f"{DESK}people/": "#q-register",
    "/desk/new/azembassy-islamabad/copy/": "#q-copy",
    DESK: "#q",
    f"{DESK}seminar/agenda/": "#q",
}


@pytest.fixture
def show(page, live_server):
    desk = make_desk(Member.Role.OFFICER)
    with every_mission():
        make_person(desk.event.mission, name={"en": "Khalid Rahman"}, confirmed=True)
        make_event(desk.event.mission, slug="film", title={"en": "A film evening"})
    page.set_viewport_size({"width": 1280, "height": 900})
    name, cookie = "sessionid", desk.client.cookies["sessionid"].value
    page.context.add_cookies([{"name": name, "value": cookie, "url": live_server.url}])
    faults = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield lambda address: page.goto(live_server.url + address, wait_until="networkidle")
    assert faults == []


def test_slash_leads_to_the_search_and_the_list_of_keys_opens_and_closes(show, page):
    for address, field in LISTS.items():
        show(address)
        page.keyboard.press("/")
        expect(page.locator(field)).to_be_focused()
        page.keyboard.type("a/?")
        expect(page.locator(field)).to_have_value("a/?")
        page.locator("h1").first.click()
        page.keyboard.press("?")
        expect(page.get_by_role("dialog")).to_contain_text("to the search field")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_list_of_keys_is_found_without_a_key_and_switches_them_off(show, page):
    show(f"{DESK}people/")
    page.locator(".foot").get_by_role("button", name="Keyboard").click()
    page.get_by_label("Keys of one letter work outside fields").uncheck()
    page.get_by_role("button", name="Close").click()

    page.keyboard.press("/")

    expect(page.locator("#q-register")).not_to_be_focused()


def test_escape_closes_a_menu_and_gives_the_focus_back(show, page):
    show(f"{DESK}people/")
    menu = page.locator(".top-end details.menu")
    menu.locator("summary").press("Enter")
    expect(menu.get_by_role("link", name="Your account")).to_be_visible()

    page.keyboard.press("Escape")

    expect(menu.get_by_role("link", name="Your account")).not_to_be_visible()
    expect(menu.locator("summary")).to_be_focused()


def test_builder_lists_all_its_keys(show, page):
    show(f"{DESK}seminar/agenda/")
    page.keyboard.press("?")
    listed = [re.sub(r"\s+", " ", each).strip() for each in page.locator("dialog dt").all_inner_texts()]

    assert listed == ["J K", "Alt", "E Enter", "Esc", "L", "N", "Ctrl Z", "P", "W", "Space", "/", "Esc", "?"]


@pytest.mark.parametrize(
    ("address", "field", "words", "found"),
    [
        ("/desk/search/", "#q-page", "xezer", "Khazar Farhadov"),
        (f"{DESK}people/", "#q-register", "xezer", "Khazar Farhadov"),
        ("/desk/new/azembassy-islamabad/copy/", "#q-copy", "film", "A film evening"),
    ],
)
def test_list_answers_as_one_types(show, page, address, field, words, found):
    loads = []
    show(address)
    page.on("load", lambda _: loads.append(address))

    page.locator(field).press_sequentially(words, delay=10)

    expect(page.locator("main").get_by_role("link", name=found)).to_be_visible()
    expect(page.locator("main li a")).to_have_count(1)
    expect(page.locator("#said")).to_have_text("1 found")
    expect(page.locator(field)).to_be_focused()
    expect(page).to_have_url(re.compile(rf"q={words}$"))
    assert loads == []
