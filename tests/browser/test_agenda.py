"""The agenda builder in a real browser: by mouse, keyboard and touch, without a page load, with the line lost."""

import re
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from events.models import Item, Member, Phrase
from events.operations import agenda as operations
from events.scoping import every_mission
from tests.desk import PASSWORD, forget_limits
from tests.exports.printed import text
from tests.views.builder import ADDRESS, make_desk

pytestmark = pytest.mark.django_db(transaction=True)


class Builder:
    """The page, and the desk behind it."""

    def __init__(self, page, desk, url):
        self.page, self.desk, self.url = page, desk, url
        self.faults, self.loads = [], 0
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("load", self._loaded)
        name, cookie = "sessionid", desk.client.cookies["sessionid"].value
        page.context.add_cookies([{"name": name, "value": cookie, "url": url}])

    def _loaded(self):
        self.loads += 1

    def open(self, address="agenda/"):
        self.page.goto(f"{self.url}{ADDRESS}{address}", wait_until="networkidle")
        return self

    def row(self, name):
        return self.page.locator(f"#item-{self.desk.items[name].uid}")

    def starts(self):
        return self.page.locator(".item .at time").all_inner_texts()

    def titles(self):
        return [title.strip() for title in self.page.locator(".item h3").all_inner_texts()]

    def saved(self):
        expect(self.page.locator("#saved")).to_have_text(re.compile(r"Saved \d\d:\d\d"))
        expect(self.page.locator("#saved")).not_to_have_class(re.compile("is-saving"))


@pytest.fixture
def builder(page, live_server):
    page.set_viewport_size({"width": 1280, "height": 900})
    with every_mission():
        Phrase.objects.create(key="memory", kind="dedication", text={"en": "in memory of the martyrs"})
    return Builder(page, make_desk(), live_server.url).open()


def kept(builder):
    return builder.desk.names()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 768, 360])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(builder, width, scheme):
    page = builder.page
    page.set_viewport_size({"width": width, "height": 3600})
    page.emulate_media(color_scheme=scheme)
    findings = {}
    for name, address in {
        "agenda": "agenda/",
        "editor": f"agenda/items/{builder.desk.items['talk'].uid}/edit/",
        "paper": "paper/",
    }.items():
        builder.open(address)
        violations = Axe().run(page).response["violations"]
        findings[name] = [(each["id"], [node["html"] for node in each["nodes"]]) for each in violations]
        assert not page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        ), name

    assert findings == {name: [] for name in findings}
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


def test_length_is_typed_and_times_below_follow_without_a_page_load(builder):
    field = builder.row("talk").locator("input.len")
    loads = builder.loads

    field.fill("7:30")

    expect(builder.row("questions").locator("time")).to_have_text("10:11:30")
    builder.saved()
    expect(field).to_be_focused()
    expect(field).to_have_value("7:30")
    field.blur()
    expect(field).to_have_value("07:30")
    assert builder.loads == loads
    assert builder.desk.item("talk").duration == timedelta(minutes=7, seconds=30)
    assert builder.faults == []


def test_wrong_length_keeps_its_text_and_the_right_one_ends_the_fault(builder):
    field = builder.row("talk").locator("input.len")

    field.fill("soon")
    expect(builder.row("talk").locator(".len-error")).to_contain_text("isn’t a length")
    expect(field).to_have_value("soon")
    expect(field).to_have_attribute("aria-invalid", "true")

    field.fill("10")
    expect(builder.row("talk").locator(".len-error")).to_have_count(0)
    expect(builder.row("questions").locator("time")).to_have_text("10:14")


def test_kind_is_added_with_one_action_after_the_selected_row(builder):
    builder.row("talk").locator("h3 a").focus()

    builder.page.get_by_role("button", name="Video").first.click()

    expect(builder.page.locator(".editing")).to_have_count(1)
    with every_mission():
        added = Item.objects.get(kind="video")
    expect(builder.page.locator(f"#id_{added.uid.hex[:12]}_title_en")).to_be_focused()
    assert builder.starts() == ["10:00", "10:03", "10:04", "10:24", "10:32", "10:47"]
    builder.page.keyboard.type("The events of January 20")
    builder.saved()
    expect(builder.page.locator(".editing h3")).to_have_text("The events of January 20")
    builder.page.keyboard.press("Escape")
    expect(builder.page.locator(".editing")).to_have_count(0)
    expect(builder.page.locator(f"#open-{added.uid}")).to_be_focused()
    assert builder.faults == []


def videos():
    with every_mission():
        return Item.objects.filter(kind="video").count()


def test_button_that_is_pressed_twice_at_once_adds_once_and_again_after_the_answer(builder):
    video = builder.page.get_by_role("button", name="Video", exact=True).first
    video.dblclick()
    expect(builder.page.locator(".editing")).to_have_count(1)
    builder.page.wait_for_load_state("networkidle")
    assert videos() == 1
    builder.page.keyboard.press("Escape")
    expect(builder.page.locator(".editing")).to_have_count(0)

    video.click()

    expect(builder.page.locator(".editing")).to_have_count(1)
    assert videos() == 2
    assert builder.faults == []


def test_fast_typing_does_not_meet_itself(builder):
    builder.row("talk").locator("h3 a").click()
    title = builder.page.locator(".edit-form input[name=title_en]")
    for part in ("One ", "two ", "three ", "four"):
        title.press_sequentially(part, delay=60)
        title.dispatch_event("change")
    builder.page.locator(".edit-form textarea[name=staff_text_en]").fill("Place card 3.")
    builder.page.get_by_role("button", name="Done").click()

    expect(builder.page.locator(".editing")).to_have_count(0)
    expect(builder.page.get_by_role("heading", name="Two people")).to_have_count(0)
    assert builder.desk.item("talk").title.data["en"].startswith("One two three four")
    assert builder.desk.item("talk").staff_text.data == {"en": "Place card 3."}


def test_people_are_found_while_one_types_and_added(builder):
    builder.row("talk").locator("h3 a").click()
    builder.page.get_by_label("Add a person or an organisation").press_sequentially("xezer", delay=20)
    builder.page.get_by_role("button", name=re.compile("Khazar Farhadov")).click()

    expect(builder.page.locator(".person b")).to_have_text("Khazar Farhadov")
    expect(builder.row("talk")).to_contain_text("Khazar Farhadov")
    builder.page.get_by_role("button", name="Done").click()
    expect(builder.row("talk").locator(".chip-p")).to_have_text("Khazar Farhadov")
    assert builder.faults == []


def test_who_is_not_in_the_register_is_entered_there(builder):
    builder.row("talk").locator("h3 a").click()
    builder.page.get_by_label("Add a person or an organisation").fill("Asif Farooq")
    builder.page.get_by_label("Office, if it is known").fill("Photographer")
    builder.page.get_by_role("button", name="Add “Asif Farooq” to the register").click()

    expect(builder.page.locator(".person b")).to_have_text("Asif Farooq")
    expect(builder.page.locator("#settle")).to_contain_text("The spelling of Asif Farooq")


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


def test_second_save_leads_to_both_versions_and_back(builder):
    builder.row("talk").locator("h3 a").click()
    title = builder.page.locator(".edit-form input[name=title_en]")
    expect(title).to_be_focused()
    talk = builder.desk.item("talk")
    with every_mission():
        operations.change_item(talk, talk.version, by=builder.desk.member.user, title={"en": "Theirs"})

    title.fill("Mine")

    expect(builder.page.get_by_role("heading", name="Two people changed the same item")).to_be_visible()
    assert Axe().run(builder.page).response["violations"] == []
    builder.page.get_by_role("radio", name=re.compile("Theirs")).check()
    builder.page.get_by_role("button", name="Save this version").click()
    expect(builder.row("talk").locator("h3")).to_have_text("Theirs")


def test_another_deed_does_not_hide_what_somebody_else_changed_in_the_open_item(builder):
    builder.row("talk").locator("h3 a").click()
    title = builder.page.locator(".edit-form input[name=title_en]")
    expect(title).to_be_focused()
    talk = builder.desk.item("talk")
    with every_mission():
        operations.change_item(talk, talk.version, by=builder.desk.member.user, title={"en": "Theirs"})

    builder.row("hymn").locator("input.len").fill("4")
    expect(builder.row("talk").locator(".at time")).to_have_text("10:05")
    title.fill("Mine")

    expect(builder.page.get_by_role("heading", name="Two people changed the same item")).to_be_visible()
    assert builder.desk.item("talk").title.data == {"en": "Theirs"}


def test_length_of_the_open_item_does_not_meet_its_editor(builder):
    builder.row("talk").locator("h3 a").click()
    title = builder.page.locator(".edit-form input[name=title_en]")
    expect(title).to_be_focused()

    builder.row("talk").locator("input.len").fill("4")
    expect(builder.row("questions").locator(".at time")).to_have_text("10:08")
    title.fill("Mine")
    builder.saved()

    expect(builder.row("talk").locator("h3")).to_have_text("Mine")


def test_lost_line_is_told_and_what_was_typed_is_tried_again(builder):
    field = builder.row("talk").locator("input.len")
    builder.page.context.set_offline(True)

    field.fill("10")
    expect(builder.page.locator("#saved")).to_contain_text("Not saved")
    expect(field).to_have_value("10")
    assert builder.desk.item("talk").duration == timedelta(minutes=20)

    builder.page.context.set_offline(False)
    builder.saved()
    expect(builder.row("questions").locator("time")).to_have_text("10:14")
    assert builder.desk.item("talk").duration == timedelta(minutes=10)


def test_answer_of_a_broken_server_does_not_take_the_agenda_away(builder):
    builder.page.route("**/length/*", lambda route: route.fulfill(status=500, body="broken"))
    builder.row("talk").locator("input.len").fill("10")

    expect(builder.page.get_by_role("button", name="Not saved – try again").first).to_be_visible()
    assert len(builder.titles()) == 5

    builder.page.unroute("**/length/*")
    builder.page.get_by_role("button", name="Not saved – try again").first.click()
    builder.saved()
    assert builder.desk.item("talk").duration == timedelta(minutes=10)


def test_session_that_ended_is_told_and_nothing_typed_is_lost(builder):
    forget_limits()
    user = Member.objects.get(role="officer").user
    builder.page.context.clear_cookies(name="sessionid")

    field = builder.row("talk").locator("input.len")
    field.fill("10")
    again = builder.page.get_by_role("link", name="Log in again in a new tab")
    expect(again).to_be_visible()
    expect(field).to_have_value("10")
    assert len(builder.titles()) == 5

    with builder.page.context.expect_page() as opened:
        again.click()
    login = opened.value
    login.get_by_label("Name or e-mail address").fill(user.username)
    login.get_by_label("Password").fill(PASSWORD)
    login.get_by_role("button", name="Log in").click()
    expect(login).to_have_url(builder.url + ADDRESS + "agenda/")
    login.close()
    builder.page.evaluate("window.dispatchEvent(new Event('focus'))")

    builder.saved()
    expect(again).to_be_hidden()
    assert builder.desk.item("talk").duration == timedelta(minutes=10)


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


def test_escape_leaves_the_editor_and_keeps_what_was_typed(builder):
    builder.page.keyboard.press("j")
    builder.page.keyboard.press("e")
    title = builder.page.locator(".edit-form input[name=title_en]")
    expect(title).to_be_focused()

    builder.page.keyboard.type("The anthem of both countries")
    builder.page.keyboard.press("Escape")

    expect(builder.page.locator(".editing")).to_have_count(0)
    expect(builder.row("hymn").locator("h3")).to_have_text("The anthem of both countries")
    expect(builder.row("hymn").locator("h3 a")).to_be_focused()


def test_sheet_follows_the_agenda(builder):
    page, sheet = builder.page, builder.page.locator(".paper")
    image = sheet.locator("img")
    first = image.get_attribute("src")

    builder.row("hymn").locator("input.len").fill("5")

    expect(image).not_to_have_attribute("src", first)
    expect(image).to_have_js_property("naturalWidth", 900)
    pdf = page.request.get(page.evaluate("document.querySelector('.paper').href")).body()
    assert re.search(r"10:06\s+Address by the Ambassador", text(pdf))
    assert builder.faults == []


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


def test_touch_moves_a_row(browser, live_server):
    desk = make_desk()
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    builder = Builder(context.new_page(), desk, live_server.url).open()

    builder.row("talk").get_by_role("button", name=re.compile("up$")).tap()

    expect(builder.page.locator("#live")).to_contain_text("moved to 2 of 5")
    assert kept(builder) == ["hymn", "talk", "silence", "questions", "photo"]
    context.close()
