"""Items and parts are moved, taken out and brought back in a real browser: by mouse, keyboard and touch."""

import re

import pytest
from playwright.sync_api import expect

from events.operations import agenda as operations
from events.scoping import every_mission
from tests.browser.builder import Builder, kept
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db(transaction=True)


def test_alt_with_the_arrows_moves_and_the_focus_goes_along(builder):
    builder.row("talk").locator("h3 a").focus()

    builder.page.keyboard.press("Alt+ArrowUp")

    expect(builder.page.locator("#live")).to_have_text(
        "Address by the Ambassador, moved to 2 of 5, begins 10:03"
    )
    expect(builder.row("talk").locator("h3 a")).to_be_focused()
    assert kept(builder) == ["hymn", "talk", "silence", "questions", "photo"]
    builder.page.keyboard.press("Alt+ArrowUp")
    expect(builder.page.locator("#live")).to_contain_text("moved to 1 of 5")
    assert kept(builder)[0] == "talk"


def test_grip_lifts_with_space_and_escape_puts_it_back(builder):
    grip = builder.row("talk").locator(".grip")
    grip.focus()
    builder.page.keyboard.press("Space")
    expect(grip).to_have_attribute("aria-pressed", "true")
    builder.page.keyboard.press("ArrowDown")
    expect(builder.page.locator("#live")).to_have_text("Address by the Ambassador, 4 / 5")
    builder.page.keyboard.press("Escape")
    expect(grip).to_have_attribute("aria-pressed", "false")
    assert kept(builder) == ["hymn", "silence", "talk", "questions", "photo"]

    builder.page.keyboard.press("Space")
    builder.page.keyboard.press("ArrowDown")
    builder.page.keyboard.press("ArrowDown")
    builder.page.keyboard.press("Space")
    expect(builder.page.locator("#live")).to_contain_text("moved to 4 of 5")
    expect(grip).to_be_focused()
    assert kept(builder) == ["hymn", "silence", "questions", "talk", "photo"]
    assert builder.desk.item("talk").part == builder.desk.items["photo"].part


def test_buttons_move_by_one(builder):
    builder.row("talk").get_by_role("button", name="Move Address by the Ambassador down").click()

    expect(builder.page.locator("#live")).to_contain_text("moved to 4 of 5")
    assert kept(builder) == ["hymn", "silence", "questions", "talk", "photo"]


def test_row_is_dragged_by_its_grip(builder):
    source = builder.row("questions").locator(".grip").bounding_box()
    target = builder.row("silence").bounding_box()
    mouse = builder.page.mouse

    builder.take_the_mouse()
    mouse.move(source["x"] + 20, source["y"] + 20)
    mouse.down()
    for y in (source["y"] - 10, target["y"] + 6, target["y"] + 5):
        mouse.move(source["x"] + 20, y, steps=10)
        # While rows slide out of the way, a row takes no other place.
        builder.page.evaluate("Promise.allSettled(document.getAnimations().map(each => each.finished))")
    mouse.up()

    expect(builder.page.locator("#live")).to_contain_text("moved to 2 of 5")
    assert kept(builder) == ["hymn", "questions", "silence", "talk", "photo"]
    assert builder.faults == []


def test_removed_row_comes_back_by_undo_and_by_its_key(builder):
    row = builder.row("talk")
    row.locator("summary").click()
    row.get_by_role("button", name="Remove item").click()

    expect(row).to_have_count(0)
    expect(builder.page.locator("#undo-button")).to_be_focused()
    builder.page.keyboard.press("Control+z")
    expect(row).to_be_visible()
    assert kept(builder) == ["hymn", "silence", "talk", "questions", "photo"]


def test_old_order_is_refused_and_the_present_agenda_shown(builder):
    talk = builder.desk.item("talk")
    with every_mission():
        operations.change_item(talk, talk.version, by=builder.desk.member.user, title={"en": "Words"})

    builder.row("questions").get_by_role("button", name=re.compile("up$")).click()

    expect(builder.page.get_by_role("alert")).to_contain_text("Somebody else changed the agenda")
    expect(builder.row("talk").locator("h3")).to_have_text("Words")
    assert kept(builder) == ["hymn", "silence", "talk", "questions", "photo"]


def test_part_is_moved_and_taken_out_by_keyboard_and_comes_back(builder):
    page, part = builder.page, builder.desk.items["photo"].part.uid
    page.locator(f"#h-{part}").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("#live")).to_have_text("After, moved to 1 of 2")
    expect(page.locator(f"#h-{part}")).to_be_focused()
    assert kept(builder) == ["photo", "hymn", "silence", "talk", "questions"]

    page.locator(f"#part-{part} .part-h summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Remove the part and its item").press("Enter")
    expect(page.locator("#undo-button")).to_be_focused()
    expect(page.locator(".part")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(".part")).to_have_count(2)
    assert kept(builder) == ["photo", "hymn", "silence", "talk", "questions"]
    assert builder.faults == []


def test_touch_moves_a_row(browser, live_server):
    desk = make_desk()
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    builder = Builder(context.new_page(), desk, live_server.url).open()

    builder.row("talk").get_by_role("button", name=re.compile("up$")).tap()

    expect(builder.page.locator("#live")).to_contain_text("moved to 2 of 5")
    assert kept(builder) == ["hymn", "talk", "silence", "questions", "photo"]
    context.close()
