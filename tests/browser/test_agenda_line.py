"""The line is lost, or the lid closed: what was typed stays, says so, and is saved once the line is back."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from events.models import Member
from tests.desk import PASSWORD, forget_limits
from tests.views.builder import ADDRESS

pytestmark = pytest.mark.django_db(transaction=True)


def test_fields_of_the_editor_are_kept_while_the_line_is_lost_and_saved_when_it_is_back(builder):
    page = builder.page
    builder.row("talk").locator("h3 a").click()
    title = page.locator(".edit-form input[name=title_en]")
    expect(title).to_be_focused()
    page.context.set_offline(True)

    title.fill("Words of the Ambassador")
    expect(page.locator("#saved")).to_have_text("Not saved – kept on this page")
    page.locator(".edit-form textarea[name=staff_text_en]").fill("Place card 3.")
    expect(page.locator(".edit-end .saved")).to_contain_text("kept on this page")
    assert builder.desk.item("talk").title.data == {"en": "Address by the Ambassador"}

    page.context.set_offline(False)
    builder.saved()
    expect(builder.row("talk").locator("h3")).to_have_text("Words of the Ambassador")
    expect(title).to_have_value("Words of the Ambassador")
    assert builder.desk.item("talk").title.data["en"] == "Words of the Ambassador"
    assert builder.desk.item("talk").staff_text.data == {"en": "Place card 3."}


def test_each_length_typed_without_a_line_is_saved_when_it_is_back(builder):
    builder.page.context.set_offline(True)
    for name, length in {"hymn": "4", "talk": "10"}.items():
        builder.row(name).locator("input.len").fill(length)
        expect(builder.page.locator("#saved")).to_contain_text("kept on this page")

    builder.page.context.set_offline(False)

    expect(builder.row("questions").locator(".at time")).to_have_text("10:15")
    builder.saved()
    assert builder.desk.item("hymn").duration == timedelta(minutes=4)
    assert builder.desk.item("talk").duration == timedelta(minutes=10)


def test_row_moved_without_a_line_is_moved_when_it_is_back(builder):
    builder.row("talk").locator("h3 a").focus()
    builder.page.context.set_offline(True)
    builder.page.keyboard.press("Alt+ArrowUp")
    expect(builder.page.locator("#saved")).to_contain_text("kept on this page")

    builder.page.context.set_offline(False)

    builder.saved()
    expect(builder.page.locator("#live")).to_contain_text("moved to 2 of 5")
    assert builder.desk.names() == ["hymn", "talk", "silence", "questions", "photo"]


def test_who_closes_the_page_with_something_unsaved_is_asked_first(builder):
    page = builder.page
    builder.row("talk").locator("input.len").click(click_count=3)
    page.context.set_offline(True)
    page.keyboard.type("10")
    expect(page.locator("#saved")).to_contain_text("kept on this page")

    with page.expect_event("dialog") as asked:
        page.close(run_before_unload=True)

    assert asked.value.type == "beforeunload"
    asked.value.dismiss()
    expect(builder.row("talk").locator("input.len")).to_have_value("10")


def test_what_is_being_typed_counts_as_unsaved_from_the_first_letter(builder):
    page = builder.page
    builder.row("talk").locator("h3 a").click()
    expect(page.locator(".edit-form input[name=title_en]")).to_be_focused()
    page.keyboard.type("W")

    with page.expect_event("dialog") as asked:
        page.close(run_before_unload=True)

    assert asked.value.type == "beforeunload"
    asked.value.dismiss()


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
