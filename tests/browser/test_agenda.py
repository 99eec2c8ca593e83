"""The agenda builder in a real browser: its looks, its keys, its sheet, without a script, and for who only reads."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from events.exports.pdf.images import NARROW
from events.models import Member, Phrase
from events.scoping import every_mission
from tests.browser.axe import findings_in_both_schemes
from tests.browser.builder import Builder, kept
from tests.exports.printed import text
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", [1280, 768, 360])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(builder, width):
    page = builder.page
    with every_mission():
        Phrase.objects.create(key="memory", kind="dedication", text={"en": "in memory of the martyrs"})
    page.set_viewport_size({"width": width, "height": 3600})
    found = {}
    for name, address in {
        "agenda": "agenda/",
        "editor": f"agenda/items/{builder.desk.items['talk'].uid}/edit/",
        "paper": "paper/",
    }.items():
        builder.open(address)
        found[name] = findings_in_both_schemes(page)

    assert found == {name: [] for name in found}
    assert builder.faults == []


@pytest.mark.parametrize("width", [1280, 360])
def test_every_target_can_be_hit(builder, width):
    builder.page.set_viewport_size({"width": width, "height": 900})
    builder.open(f"agenda/items/{builder.desk.items['talk'].uid}/edit/")

    small = builder.page.evaluate(
        """[...document.querySelectorAll('main a, main summary, main button, main input, main select')]
            .filter(each => each.offsetParent && !each.closest('.visually-hidden, p'))
            .map(each => [each.outerHTML.slice(0, 90), each.getBoundingClientRect(), each])
            .filter(([, box, each]) => box.width > 1 && (box.width < 24 || box.height < 24)
                && !each.closest('.form-check'))
            .map(([html]) => html)"""
    )

    assert small == []


def test_keys_of_one_letter_work_outside_fields_alone_and_can_be_switched_off(builder):
    page = builder.page
    page.keyboard.press("j")
    expect(builder.row("hymn")).to_be_focused()
    page.keyboard.press("j")
    expect(builder.row("silence")).to_be_focused()
    page.keyboard.press("l")
    expect(builder.row("silence").locator("input.len")).to_be_focused()
    page.keyboard.type("j")
    expect(builder.row("silence").locator("input.len")).to_have_value("j")
    page.keyboard.press("Control+a")
    page.keyboard.type("1")
    builder.saved()
    page.locator("h1").first.click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_label("Keys of one letter work outside fields").uncheck()
    page.keyboard.press("Escape")
    builder.row("talk").focus()
    page.keyboard.press("j")
    expect(builder.row("talk")).to_be_focused()


def test_sheet_follows_the_agenda(builder):
    page, sheet = builder.page, builder.page.locator(".paper")
    image = sheet.locator("img")
    page.locator("#h-paper").evaluate("heading => heading.scrollIntoView()")
    first = image.get_attribute("src")

    builder.row("hymn").locator("input.len").fill("5")
    builder.saved()
    page.locator("#h-paper").evaluate("heading => heading.scrollIntoView()")

    expect(image).not_to_have_attribute("src", first)
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate("image => image.currentSrc").endswith(f"&wide={NARROW}")
    pdf = page.request.get(page.evaluate("document.querySelector('.paper').href")).body()
    assert re.search(r"10:06\s+Address by the Ambassador", text(pdf))
    assert builder.faults == []


def test_viewer_has_no_controls_and_no_fault(page, live_server):
    builder = Builder(page, make_desk(Member.Role.VIEWER), live_server.url).open()

    assert len(builder.titles()) == 5
    expect(page.locator(".grip, .len-box input, .add, .more")).to_have_count(0)
    assert builder.faults == []


def test_builder_works_without_a_script(browser, live_server):
    desk = make_desk()
    context = browser.new_context(java_script_enabled=False)
    builder = Builder(context.new_page(), desk, live_server.url).open()

    builder.row("talk").get_by_role("button", name=re.compile("up$")).click()
    builder.row("talk").locator("input.len").fill("9")
    builder.row("talk").locator("input.len").press("Enter")
    builder.row("talk").locator("h3 a").click()
    builder.page.locator("input[name=title_en]").fill("Words")
    builder.page.get_by_role("button", name="Done").click()

    assert kept(builder)[1] == "talk"
    assert desk.item("talk").duration == timedelta(minutes=9)
    expect(builder.row("talk").locator("h3")).to_have_text("Words")
    context.close()
