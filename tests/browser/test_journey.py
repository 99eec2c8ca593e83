"""The way from the login to a released programme in one sitting, measured as an officer would feel it."""

import re
from datetime import UTC, datetime
from io import BytesIO

import pytest
from icalendar import Calendar
from playwright.sync_api import expect
from pypdf import PdfReader

from events.operations.demonstration import load_demonstration
from tests.desk import PASSWORD, forget_limits

pytestmark = pytest.mark.django_db(transaction=True)

MOST_INTERACTIONS = 60
TITLE = "National will and determination of the Azerbaijani people – commemoration of January 20, 1990"
# Where each speaks, what is typed to find them, and how they are called in print.
SPEAKERS = (
    ("10:15", "farhadov", "Khazar Farhadov"),
    ("10:35", "rahman", "Khalid Rahman"),
    ("10:45", "abrar", "Seyid Abrar Huseyin"),
    ("10:55", "akram", "Khalid Teymur Akram"),
    ("11:05", "tughral", "Tughral Yamin"),
)
HOSTS = ("Embassy of Azerbaijan in Pakistan", "Institute of Policy Studies")


class Officer:
    """Somebody at the desk; counts the pages that load, the clicks and the fields that are filled in."""

    def __init__(self, page, url):
        self.page, self.url = page, url
        self.loads = self.clicks = self.fields = 0
        self.faults = []
        page.on("load", self._loaded)
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _loaded(self):
        self.loads += 1

    @property
    def interactions(self):
        return self.clicks + self.fields

    def click(self, target):
        target.click()
        self.clicks += 1

    def type(self, field, text):
        field.fill(text)
        self.fields += 1

    def choose(self, field, words):
        field.select_option(label=words)
        self.fields += 1

    def download(self, target):
        with self.page.expect_download() as coming:
            self.click(target)
        return coming.value.path().read_bytes()

    def link(self, name):
        return self.page.get_by_role("link", name=name, exact=True)

    def button(self, name):
        return self.page.get_by_role("button", name=name).last


@pytest.fixture
def officer(page, live_server):
    """A head of protocol in a mission that keeps registers: its people, organisations and places are known."""
    forget_limits()
    load_demonstration(datetime(2026, 11, 1, tzinfo=UTC), PASSWORD)
    page.set_viewport_size({"width": 1280, "height": 900})
    return Officer(page, live_server.url)


def log_in(officer):
    page = officer.page
    page.goto(f"{officer.url}/desk/")
    officer.type(page.locator("#id_login"), "head@azembassy-islamabad.example")
    officer.type(page.locator("#id_password"), PASSWORD)
    officer.click(page.locator("main form").get_by_role("button").first)
    expect(page).to_have_url(f"{officer.url}/desk/")


def make_from_the_pattern(officer):
    page = officer.page
    officer.click(page.get_by_role("link", name=re.compile("^Start from a pattern")))
    expect(page.get_by_role("radio", name=re.compile("^Seminar"))).to_be_checked()
    officer.choose(page.get_by_label("Occasion (optional)"), "20 January tragedy")
    officer.type(page.get_by_label("Title, English"), TITLE)
    officer.type(page.get_by_label("Date"), "20 January 2023")
    officer.choose(page.get_by_label("Place", exact=True), "Institute of Policy Studies")
    second = page.get_by_role("group", name="Host 2")
    officer.choose(second.get_by_label("From the register"), "Institute of Policy Studies")
    officer.click(officer.button("Make the event"))
    expect(page).to_have_url(re.compile("/agenda/$"))


def name_the_speakers(officer):
    """In the builder, which never loads another page."""
    page = officer.page
    page.locator("#h-paper").evaluate("heading => heading.scrollIntoView()")
    expect(page.locator("#paper .paper")).to_be_visible()
    loads = officer.loads
    for at, typed, name in SPEAKERS:
        row = page.locator(f'.item[data-at="{at}"]')
        officer.click(row.locator("h3 a"))
        officer.type(row.get_by_label("Add a person or an organisation"), typed)
        officer.click(row.get_by_role("button", name=re.compile(name)).first)
        expect(row.locator(".person b")).to_contain_text([name])
    officer.click(page.locator(".editing").get_by_role("button", name="Done"))
    expect(page.locator(".editing")).to_have_count(0)
    expect(page.locator("#settle")).to_contain_text("The spelling of")
    assert officer.loads == loads, "a page was loaded inside the builder"


def note_the_answers(officer):
    page = officer.page
    officer.click(officer.link("Answers"))
    rows = page.locator(".asked > li")
    expect(rows).to_have_count(len(SPEAKERS))
    for row in rows.all():
        officer.choose(row.get_by_label("Answer"), "Confirmed")
    officer.click(officer.button("Save the answers"))
    expect(page.get_by_text("Everybody has answered.")).to_be_visible()


def confirm_the_event(officer):
    page = officer.page
    officer.click(officer.link("Facts"))
    officer.choose(page.locator("#id_status"), "Confirmed")
    officer.click(officer.button("Save"))
    expect(page.locator(".facts")).to_contain_text("confirmed", ignore_case=True)


def release(officer):
    page = officer.page
    officer.click(officer.link("Release"))
    officer.click(officer.button("Approve and release 1"))
    expect(page.get_by_text("Release 1 is public.")).to_be_visible()


def test_seminar_from_login_to_print_and_calendar_takes_at_most_sixty_interactions(officer, capsys):
    log_in(officer)
    make_from_the_pattern(officer)
    name_the_speakers(officer)
    note_the_answers(officer)
    confirm_the_event(officer)
    release(officer)
    printed = officer.download(officer.link("Programme (PDF)"))
    calendar = officer.download(officer.link("Calendar file"))

    with capsys.disabled():
        print(
            f"\nThe journey: {officer.loads} page loads, {officer.clicks} clicks, {officer.fields} fields filled in;"
            f" {officer.interactions} interactions."
        )
    assert officer.interactions <= MOST_INTERACTIONS
    assert officer.faults == []
    assert_printed(printed)
    assert_in_the_calendar(calendar)


def assert_printed(content):
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())
    assert [name for name in (*HOSTS, *(name for _at, _typed, name in SPEAKERS)) if name not in words] == []
    assert re.search(r"10:06\s+National anthems of both countries", words)
    assert re.search(r"10:09\s+minute of silence", words, re.IGNORECASE)
    assert "To be announced" not in words


def assert_in_the_calendar(content):
    events = Calendar.from_ical(content).walk("VEVENT")
    assert len(events) == 1
    assert events[0]["DTSTART"].to_ical() == b"20230120T100000"
    told = str(events[0]["DESCRIPTION"])
    assert [name for name in (*HOSTS, *(name for _at, _typed, name in SPEAKERS)) if name not in told] == []
    assert re.search(r"10:06 – National anthems of both countries", told)
    assert re.search(r"10:09 – Minute of silence", told)
