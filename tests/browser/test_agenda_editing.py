"""Items are added and changed in a real browser, without a page load, by one officer or two at once."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from events.models import Item
from events.operations import agenda as operations
from events.scoping import every_mission
from tests.browser.axe import findings

pytestmark = pytest.mark.django_db(transaction=True)


def videos():
    with every_mission():
        return Item.objects.filter(kind="video").count()


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


def open_title_that_somebody_else_changes(builder):
    builder.row("talk").locator("h3 a").click()
    title = builder.page.locator(".edit-form input[name=title_en]")
    expect(title).to_be_focused()
    talk = builder.desk.item("talk")
    with every_mission():
        operations.change_item(talk, talk.version, by=builder.desk.member.user, title={"en": "Theirs"})
    return title


def test_second_save_leads_to_both_versions_and_back(builder):
    title = open_title_that_somebody_else_changes(builder)

    title.fill("Mine")

    expect(builder.page.get_by_role("heading", name="Two people changed the same item")).to_be_visible()
    assert findings(builder.page) == []
    builder.page.get_by_role("radio", name=re.compile("Theirs")).check()
    builder.page.get_by_role("button", name="Save this version").click()
    expect(builder.row("talk").locator("h3")).to_have_text("Theirs")


def test_another_deed_does_not_hide_what_somebody_else_changed_in_the_open_item(builder):
    title = open_title_that_somebody_else_changes(builder)

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
