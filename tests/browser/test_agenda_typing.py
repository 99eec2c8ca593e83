"""What is typed while answers are on their way stays typed, and is what is kept."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)


class Line:
    """The line to the server, on which deeds wait until the test lets them through."""

    def __init__(self, page):
        self.page, self.waiting, self.is_free = page, [], False
        page.route("**/desk/**", self._hold)

    def _hold(self, route):
        if route.request.method == "POST" and not self.is_free:
            self.waiting.append(route)
        else:
            route.continue_()

    def sending(self):
        """Expect the next deed to set out."""
        return self.page.expect_request(lambda request: request.method == "POST")

    def let_one_through(self):
        self.waiting.pop(0).continue_()

    def let_all_through(self):
        self.is_free = True
        while self.waiting:
            self.let_one_through()


@pytest.fixture
def line(builder):
    return Line(builder.page)


@pytest.fixture
def title(builder):
    builder.row("talk").locator("h3 a").click()
    title = builder.page.locator(".edit-form input[name=title_en]")
    expect(title).to_be_focused()
    return title


def save_the_beginning(line, title):
    """Type a title of which the first word is on its way, and the second is not."""
    with line.sending():
        title.fill("Words")
        title.dispatch_event("change")
    title.fill("Words of welcome")
    title.dispatch_event("change")


def test_old_answer_does_not_take_back_what_was_typed_since(builder, line, title):
    page = builder.page
    save_the_beginning(line, title)
    page.locator(".edit-form textarea[name=staff_text_en]").fill("Place card 3.")
    with line.sending():
        line.let_one_through()

    expect(page.locator(".editing h3")).to_have_text("Words")
    expect(title).to_have_value("Words of welcome")
    page.get_by_role("button", name="Done").click()
    line.let_all_through()

    expect(page.locator(".editing")).to_have_count(0)
    expect(builder.row("talk").locator("h3")).to_have_text("Words of welcome")
    assert builder.desk.item("talk").title.data["en"] == "Words of welcome"
    assert builder.desk.item("talk").staff_text.data == {"en": "Place card 3."}
    assert builder.faults == []


def test_old_answer_does_not_take_back_a_text_of_several_lines(builder, line, title):
    text = builder.page.locator(".edit-form textarea[name=staff_text_en]")
    with line.sending():
        text.fill("Place card 3.")
        text.dispatch_event("change")
    text.fill("Place card 3.\nWater, no ice.")
    title.focus()
    with line.sending():
        line.let_one_through()

    expect(text).to_have_value("Place card 3.\nWater, no ice.")
    line.let_all_through()
    builder.saved()
    assert builder.desk.item("talk").staff_text.data == {"en": "Place card 3.\nWater, no ice."}


def test_adding_a_person_does_not_overtake_the_title(builder, line, title):
    page = builder.page
    page.get_by_label("Add a person or an organisation").fill("xezer")
    khazar = page.get_by_role("button", name=re.compile("Khazar Farhadov"))
    expect(khazar).to_be_visible()
    save_the_beginning(line, title)
    khazar.click()
    line.let_all_through()

    expect(page.locator(".person b")).to_have_text("Khazar Farhadov")
    expect(page.locator(".editing h3")).to_have_text("Words of welcome")
    builder.saved()
    assert builder.desk.item("talk").title.data["en"] == "Words of welcome"


def test_length_that_could_not_be_saved_stays_while_another_is(builder):
    page = builder.page
    talk, hymn = (builder.row(name).locator("input.len") for name in ("talk", "hymn"))
    page.route("**/length/*", lambda route: route.abort())
    talk.fill("10")
    expect(page.locator("#saved")).to_contain_text("Not saved")
    page.unroute("**/length/*")

    hymn.fill("4")

    expect(builder.row("silence").locator(".at time")).to_have_text("10:04")
    expect(talk).to_have_value("10")
    page.get_by_role("button", name=re.compile("^Not saved")).first.click()
    expect(builder.row("questions").locator(".at time")).to_have_text("10:15")
    builder.saved()
    expect(talk).to_have_value("10:00")


def test_fold_in_which_somebody_writes_stays_open_when_it_is_saved(builder, title):
    page = builder.page
    words = page.locator(".edit-form textarea[name=words_az]")
    page.locator(".edit-form summary", has_text="Words to print").click()
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        words.press_sequentially("Birinci misra")
        words.dispatch_event("change")

    expect(page.locator(".edit-form summary", has_text="Words to print")).to_contain_text(
        "Words to print written"
    )
    expect(words).to_be_focused()
    words.press_sequentially(", ikinci misra")
    expect(words).to_have_value("Birinci misra, ikinci misra")
