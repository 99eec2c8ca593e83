"""A small agenda built with the keyboard alone, and at 360 pixels with fingers alone."""

import re
from datetime import time, timedelta

import pytest
from playwright.sync_api import expect

from events.models import Contribution, Item
from events.scoping import every_mission
from tests.browser.builder import Builder, kept
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db(transaction=True)
MOST_TABS = 120


def video():
    with every_mission():
        return Item.objects.get(kind="video")


def kinds(desk):
    with every_mission():
        return [item.kind for part in desk.event.parts.all() for item in part.items.all()]


class Keys:
    """Hands on the keyboard; the mouse is never used."""

    def __init__(self, page):
        self.page = page

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def write(self, text):
        self.page.keyboard.type(text)
        return self

    def tab_to(self, target, way="Tab"):
        expect(target).to_be_visible()
        for _ in range(MOST_TABS):
            if target.evaluate("each => each === document.activeElement"):
                return self
            self.page.keyboard.press(way)
        raise AssertionError(f"{target} is not reached by {way}")


def test_agenda_is_built_with_the_keyboard_alone(builder):
    page, desk, keys = builder.page, builder.desk, Keys(builder.page)
    part = page.locator(f"#part-{desk.items['talk'].part.uid}")

    keys.press("j", "j", "j")
    expect(builder.row("talk")).to_be_focused()
    keys.press("n").tab_to(part.locator(".add summary", has_text="All kinds")).press("Enter")
    keys.tab_to(part.get_by_role("button", name="Video").nth(1)).press("Enter")
    title = page.locator(".editing input[name=title_en]")
    expect(title).to_be_focused()
    keys.write("The events of January 20")
    builder.saved()
    assert kinds(desk) == ["anthem", "silence", "address", "video", "questions", "group-photograph"]

    keys.tab_to(page.get_by_label("Add a person or an organisation")).write("xezer")
    expect(page.locator("#people-found .found-one")).to_have_count(1)
    keys.press("Enter", "Enter")
    expect(page.locator(".person b")).to_have_text("Khazar Farhadov")
    expect(page.locator("#people-found .found-one")).to_have_count(0)

    keys.tab_to(page.locator(".editing input[name=start][value=linked]")).press("ArrowDown", "ArrowDown")
    expect(page.locator(".editing input[name=start][value=fixed]")).to_be_checked()
    keys.tab_to(page.locator(".editing input[name=start_at]")).write("10:30")
    expect(page.locator(".editing .at time")).to_have_text("10:30")
    builder.saved()
    keys.press("Escape")
    expect(page.locator(".editing")).to_have_count(0)
    expect(page.locator(f"#open-{video().uid}")).to_be_focused()

    keys.press("l").write("6")
    expect(builder.row("questions").locator(".at time")).to_have_text("10:36")
    builder.saved()
    row = page.locator(f"#item-{video().uid}")
    keys.tab_to(row.locator("h3 a")).press("Alt+ArrowUp")
    expect(page.locator("#live")).to_contain_text("The events of January 20, moved to 3 of 6")
    expect(row.locator("h3 a")).to_be_focused()

    keys.tab_to(row.locator("summary")).press("Enter")
    keys.tab_to(row.get_by_role("button", name="Duplicate")).press("Enter")
    expect(page.locator(".item")).to_have_count(7)
    keys.tab_to(builder.row("questions").locator("summary")).press("Enter")
    keys.tab_to(builder.row("questions").get_by_role("button", name="Remove item")).press("Enter")
    expect(page.locator("#undo-button")).to_be_focused()
    assert "questions" not in kept(builder)
    keys.press("Enter")
    expect(builder.row("questions")).to_be_visible()

    with every_mission():
        first, _copy = Item.objects.filter(kind="video").order_by("order")
        assert (first.start_at, first.duration) == (time(10, 30), timedelta(minutes=6))
        assert [each.person.name.data["en"] for each in Contribution.objects.filter(item=first)] == [
            "Khazar Farhadov"
        ]
    assert kinds(desk)[2:5] == ["video", "video", "address"]
    assert builder.faults == []


@pytest.fixture
def phone(browser, live_server):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    yield Builder(context.new_page(), make_desk(), live_server.url).open()
    context.close()


class Finger:
    """One finger on the glass, as the browser itself gets it."""

    def __init__(self, page):
        self.page = page
        self.glass = page.context.new_cdp_session(page)

    def _touch(self, kind, *points):
        self.glass.send(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]}
        )

    def lay(self, target):
        target.scroll_into_view_if_needed()
        box = target.bounding_box()
        self.x, self.y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self._touch("touchStart", (self.x, self.y))

    def draw(self, y, steps=12):
        start = self.y
        for step in range(1, steps + 1):
            self.y = start + (y - start) * step / steps
            self._touch("touchMove", (self.x, self.y))

    def lift(self):
        self._touch("touchEnd")


def rows(page):
    return page.locator(".rows[data-part] > .item:not(.sortable-fallback)")


def test_row_is_dragged_by_its_grip_with_a_finger(phone):
    page, finger = phone.page, Finger(phone.page)
    uid = str(phone.desk.items["questions"].uid)
    phone.row("talk").evaluate("row => row.scrollIntoView({ block: 'center' })")

    finger.lay(phone.row("questions").locator(".grip"))
    finger.draw(phone.row("silence").bounding_box()["y"] + 12)
    expect(rows(page).nth(1)).to_have_attribute("data-item", uid)
    finger.lift()

    expect(page.locator("#live")).to_contain_text("moved to 2 of 5")
    assert kept(phone) == ["hymn", "questions", "silence", "talk", "photo"]
    assert phone.faults == []


def test_finger_beside_the_grip_scrolls_and_moves_nothing(phone):
    page, finger = phone.page, Finger(phone.page)
    phone.row("talk").evaluate("row => row.scrollIntoView({ block: 'center' })")
    before = page.evaluate("document.documentElement.scrollTop")

    finger.lay(phone.row("talk").locator(".meta"))
    finger.draw(finger.y - 300)
    finger.lift()

    expect(page.locator("html")).not_to_have_js_property("scrollTop", before)
    assert kept(phone) == ["hymn", "silence", "talk", "questions", "photo"]
    expect(page.locator(".editing")).to_have_count(0)


def test_agenda_is_built_at_360_pixels_with_touch(phone):
    page, desk = phone.page, phone.desk
    part = page.locator(f"#part-{desk.items['talk'].part.uid}")

    part.locator(".add summary", has_text="All kinds").tap()
    part.get_by_role("button", name="Video").nth(1).tap()
    page.locator(".editing input[name=title_en]").fill("The events of January 20")
    phone.saved()
    page.get_by_label("Add a person or an organisation").fill("xezer")
    page.locator("#people-found .found-one").tap()
    expect(page.locator(".person b")).to_have_text("Khazar Farhadov")
    expect(page.locator("#people-found .found-one")).to_have_count(0)
    page.locator(".editing input[name=start][value=fixed]").tap()
    expect(page.locator(".editing .at .i")).to_be_visible()
    expect(page.locator(".editing input[name=start_at]")).to_have_value("10:39")
    page.locator(".editing input[name=start_at]").fill("10:45")
    expect(page.locator(".editing .at time")).to_have_text("10:45")
    page.get_by_role("button", name="Done").tap()
    expect(page.locator(".editing")).to_have_count(0)

    row = page.locator(f"#item-{video().uid}")
    row.locator("input.len").fill("6")
    expect(phone.row("photo").locator(".at time")).to_have_text("10:51")
    phone.saved()
    row.get_by_role("button", name=re.compile("up$")).tap()
    expect(page.locator("#live")).to_contain_text("The events of January 20, moved to 4 of 6")
    row.locator("summary").tap()
    row.get_by_role("button", name="Duplicate").tap()
    expect(page.locator(".item")).to_have_count(7)
    phone.row("questions").locator("summary").tap()
    phone.row("questions").get_by_role("button", name="Remove item").tap()
    expect(phone.row("questions")).to_have_count(0)
    page.locator("#undo-button").tap()
    expect(phone.row("questions")).to_be_visible()

    assert kinds(desk) == [
        "anthem", "silence", "address", "video", "video", "questions", "group-photograph"
    ]  # fmt: skip
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert phone.faults == []


def test_what_is_touched_at_360_pixels_is_44_wide_and_high(phone):
    small = phone.page.evaluate(
        """[...document.querySelectorAll('.grip, .row-d .icon-btn, .part-h .end > *, .part-h .icon-btn, .add > .btn')]
            .filter(each => each.offsetParent)
            .map(each => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
            .filter(([, box]) => box.width < 43.5 || box.height < 43.5)
            .map(([html, box]) => `${html} ${box.width} ${box.height}`)"""
    )

    assert small == []
