"""The desk in Urdu in a real browser: what scripts put there is in Urdu, and Latin names keep their order."""

import re

import pytest
from playwright.sync_api import expect

from events.models import Occasion, User
from events.scoping import every_mission
from tests.browser.builder import Builder
from tests.factories import make_edition
from tests.reading import Said
from tests.test_words_of_pages import foreign
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def builder(page, live_server):
    page.set_viewport_size({"width": 1280, "height": 900})
    desk = make_desk()
    with every_mission():
        User.objects.update(language="ur")
    return Builder(page, desk, live_server.url).open()


def is_urdu(words):
    return bool(words) and foreign(Said("ur", "", words), "ur") == []


def expect_in_urdu(locator, change):
    """Expect that the text of the element becomes another one, in Urdu."""
    before = locator.inner_text()
    change()
    expect(locator).not_to_have_text(before)
    assert is_urdu(locator.inner_text())


def shorten(builder, length):
    field = builder.row("talk").locator("input.len")
    field.fill(length)
    field.press("Tab")


def test_saving_and_what_could_not_be_saved_are_told_in_urdu(builder):
    page, state = builder.page, builder.page.locator("#saved [data-state]")
    words = page.evaluate("({ ...document.getElementById('saved').dataset })")
    assert set(words) == {"saving", "failed", "offline", "loggedOut"}
    assert all(map(is_urdu, words.values()))

    page.route("**/length/**", lambda route: route.abort())
    shorten(builder, "8")
    expect(state.locator("button")).to_have_text(words["failed"])

    page.unroute("**/length/**")
    state.locator("button").click()
    expect(state).to_have_text(re.compile(r"\d\d:\d\d"))
    assert is_urdu(state.inner_text())


def test_session_that_ended_is_told_in_urdu_and_leads_to_the_login_in_urdu(builder):
    page, note = builder.page, builder.page.locator("#logged-out")
    page.context.clear_cookies(name="sessionid")

    shorten(builder, "8")

    expect(note).to_be_visible()
    assert is_urdu(note.inner_text())
    with page.context.expect_page() as opened:
        note.locator("a").click()
    expect(opened.value.locator("html")).to_have_attribute("lang", "ur")


def test_item_that_is_lifted_is_announced_without_a_word_of_english(builder):
    grip = builder.row("silence").locator(".grip")
    grip.focus()

    expect_in_urdu_but_for_its_title(builder, lambda: grip.press("Space"))
    expect_in_urdu_but_for_its_title(builder, lambda: grip.press("ArrowDown"))


def expect_in_urdu_but_for_its_title(builder, change):
    live = builder.page.locator("#live")
    before = live.text_content()
    change()
    expect(live).not_to_have_text(before)
    title = builder.row("silence").get_attribute("data-title")
    assert not re.search("[A-Za-z]", live.text_content().replace(title, ""))


def test_list_of_keys_opens_in_urdu(builder):
    builder.page.keyboard.press("?")

    keys = builder.page.locator("#keys")
    expect(keys).to_be_visible()
    said = [words for words in keys.locator("dd, h2, label, button").all_inner_texts() if words.strip()]
    assert said
    assert [words for words in said if not is_urdu(words)] == []


def test_what_is_copied_is_told_in_urdu(builder, live_server):
    page = builder.page
    page.context.grant_permissions(["clipboard-write"], origin=live_server.url)
    page.goto(f"{live_server.url}/desk/account/calendars/")
    page.locator("main form button[type=submit]").first.click()

    expect_in_urdu(page.locator("[data-copy] + [role=status]"), page.locator("[data-copy]").click)


def test_form_that_takes_long_says_so_in_urdu(builder, live_server):
    page = builder.page
    page.goto(f"{live_server.url}/desk/new/azembassy-islamabad/file/")
    page.route("**/file/", lambda route: route.fulfill(status=204))

    def send():
        page.evaluate("document.querySelector('form:has([data-busy])').requestSubmit()")

    expect_in_urdu(page.locator("[data-busy]"), send)
    assert is_urdu(page.locator("[data-busy] progress").get_attribute("aria-label"))


def test_latin_name_in_a_list_keeps_its_order_and_its_beginning(builder, live_server):
    with every_mission():
        make_edition()
        occasion = Occasion.objects.get()
    page = builder.page
    page.goto(f"{live_server.url}/desk/azembassy-islamabad/seminar/")

    option = page.locator(f"select[name=occasion] option[value='{occasion.pk}']")

    expect(option).to_have_text("20 January tragedy")
    assert option.evaluate("each => each.matches(':dir(ltr)')")
    with every_mission():
        Occasion.objects.update(name={"en": "20 January tragedy", "ur": "سانحۂ 20 جنوری"})
    page.reload()
    expect(option).to_have_text("سانحۂ 20 جنوری")
    assert option.evaluate("each => each.matches(':dir(rtl)')")
