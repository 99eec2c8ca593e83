"""What an officer on a slow line is sent of the desk: little, and only what they come to see."""

import re
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import expect

from tests.browser.weights import BUDGET, LATER, PAGE_HEADERS, sent
from tests.views.builder import ADDRESS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def asked(page):
    """The paths that the browser asks for."""
    paths = []
    page.on("request", lambda request: paths.append(urlsplit(request.url).path))
    return paths


def weigh(page, asked, address):
    """Return what came with the page; what came before it is kept."""
    before = set(asked)
    answer = page.goto(address, wait_until="networkidle")
    files = {path: sent(path) for path in set(asked) - before if path.startswith("/static/")}
    return files | {address: PAGE_HEADERS + len(brotli.compress(answer.body(), quality=5))}


def visit(browser, builder, *addresses):
    """Return what somebody who was never here is sent for each of these pages of the desk."""
    context = browser.new_context(storage_state=builder.page.context.storage_state())
    page, paths = context.new_page(), []
    page.on("request", lambda request: paths.append(urlsplit(request.url).path))
    sizes = [weigh(page, paths, builder.url + address) for address in addresses]
    context.close()
    return sizes


def test_agenda_stays_within_the_budget_of_a_first_page_and_of_a_later_one(builder, browser):
    [whole] = visit(browser, builder, f"{ADDRESS}agenda/")
    begun, added = visit(browser, builder, "/desk/azembassy-islamabad/", f"{ADDRESS}agenda/")

    assert any(path.endswith(".woff2") for path in whole)
    assert sum(whole.values()) < BUDGET, whole
    assert sum(begun.values()) < BUDGET, begun
    assert sum(added.values()) < LATER, added


def test_sheet_is_asked_for_once_it_is_in_sight_and_what_drags_once_a_mouse_comes(builder, asked):
    page = builder.page
    page.set_viewport_size({"width": 360, "height": 740})
    builder.open()
    asked.clear()

    builder.row("hymn").locator("input.len").fill("5")
    builder.saved()
    assert not [path for path in asked if re.search(r"/paper/|\.webp$|Sortable", path)]

    page.locator("#h-paper").evaluate("heading => heading.scrollIntoView()")
    expect(page.locator(".paper img")).to_have_js_property("complete", True)
    assert [path for path in asked if path.endswith(".webp")]
    builder.take_the_mouse()
    assert [path for path in asked if "Sortable" in path]


def test_agenda_in_five_languages_fetches_the_fonts_of_the_one_that_it_shows(builder):
    families = set(
        builder.page.evaluate(
            "[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)"
        )
    )

    assert builder.page.locator("option[lang=ur]").count() == 1
    assert {family.strip('"') for family in families} == {"Planner Serif", "Planner Sans", "Planner Latin"}
