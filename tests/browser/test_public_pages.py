"""The public pages in a real browser: without JavaScript, at every width, in both directions, by keyboard, on paper."""

import gzip
import re
from datetime import date
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles.finders import find
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.axe import findings_in_both_schemes, is_wider_than_its_window
from tests.browser.weights import BUDGET, LATER, PAGE_HEADERS, sent
from tests.factories import make_mission
from tests.views.published import EXHIBITION, SEMINAR, publish, publish_exhibition, publish_seminar

pytestmark = pytest.mark.django_db(transaction=True)

TODAY = date(2023, 1, 18)
PAGES = {
    "home": "/",
    "home in Urdu": "/?lang=ur",
    "exhibition's month": "/?month=2015-01",
    "empty month": "/?month=2023-04&mission=migration-service",
    "mission": "/azembassy-islamabad/",
    "event": SEMINAR,
    "event in Urdu": f"{SEMINAR}?lang=ur",
    "exhibition": f"{EXHIBITION}?lang=en",
    "cancelled": "/azembassy-islamabad/cancelled/",
    "not found": "/azembassy-islamabad/nothing/",
    "sheets": "/v/",
    "sheet": "/v/{code}/",
}
# Being made, and so the page that says it.
YEAR = "/azembassy-islamabad/calendar-2023.pdf"


@pytest.fixture
def address(live_server, monkeypatch):
    """Serve the two canonical events and a cancelled one; return the address of a page."""
    # Not time_machine: it replaces the clock of C under the feet of the server's threads.
    monkeypatch.setattr("django.utils.timezone.localdate", lambda timezone=None: TODAY)
    seminar = publish_seminar()
    publish_exhibition()
    publish(seminar.event.mission, "cancelled", status="cancelled", title={"en": "Evening of poetry"})
    izmir = make_mission(
        "izmir", name={"tr": "İzmir Başkonsolosluğu"}, languages=["tr"], zone="Europe/Istanbul"
    )
    publish(izmir, "toren", languages=["tr"], title={"tr": "20 Ocak şehitlerini anma töreni"})
    return lambda page: live_server.url + PAGES.get(page, page).format(code=seminar.code)


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_no_page_scrolls_sideways(page, address, width):
    page.set_viewport_size({"width": width, "height": 900})
    found = {}
    for name in PAGES:
        page.goto(address(name))
        found[name] = findings_in_both_schemes(page)

    assert found == {name: [] for name in PAGES}


def test_pages_ask_this_host_alone_and_everything_is_there(page, address, faults):
    for name in PAGES:
        if name != "not found":
            page.goto(address(name), wait_until="networkidle")

    assert faults == []


def test_pages_need_no_script_and_set_no_cookie(page, address):
    for name in PAGES:
        page.goto(address(name))
        assert page.locator("script:not([type='application/ld+json'])").count() == 0, name

    assert page.context.cookies() == []


def test_structured_data_is_there_for_who_reads_it(page, address, faults):
    page.goto(address("event"))

    assert '"@type": "Event"' in page.locator("script[type='application/ld+json']").text_content()
    assert faults == []


class Visit:
    """A browser that was never here. What it was sent before it is not sent again."""

    def __init__(self, context):
        self.page, self.asked, self.kept = context.new_page(), set(), set()
        self.page.on("request", lambda request: self.asked.add(urlsplit(request.url).path))

    def weigh(self, address):
        answer = self.page.goto(address, wait_until="networkidle")
        new = {path: sent(path) for path in self.asked - self.kept if path.startswith("/static/")}
        self.kept |= self.asked
        return new | {address: PAGE_HEADERS + len(gzip.compress(answer.body()))}


@pytest.mark.parametrize("language", ["en", "az", "ru", "ur", "tr"])
def test_first_page_stays_within_the_budget_and_later_ones_bring_little_more_than_themselves(
    browser, address, language
):
    """Also where the home page shows an event that has texts in Russian alone."""
    moscow = make_mission(
        "moskva", name={"ru": "Посольство в Москве"}, languages=["ru"], zone="Europe/Moscow"
    )
    publish(moscow, "vecher", languages=["ru"], title={"ru": "Вечер памяти шехидов 20 Января"})
    pages = ["home", "exhibition's month", "mission", "event", "sheets", "sheet", YEAR]
    if language == "tr":
        pages[2:4], pages[6] = ["/izmir/", "/izmir/toren/"], "/izmir/calendar-2023.pdf"
    addresses = [
        address(page) + ("&" if "?" in address(page) else "?") + f"lang={language}" for page in pages
    ]
    for first in (addresses[3], addresses[4]):
        context = browser.new_context()
        visit = Visit(context)
        sizes = visit.weigh(first)
        later = {page: visit.weigh(page) for page in addresses if page != first}
        context.close()

        assert any(path.endswith(".woff2") for path in sizes)
        assert sum(sizes.values()) < BUDGET, sizes
        assert {page: new for page, new in later.items() if sum(new.values()) > LATER} == {}


@pytest.mark.parametrize("name", ["event", "event in Urdu"])
def test_text_is_set_in_our_own_fonts(page, address, name):
    page.goto(address(name), wait_until="networkidle")

    loaded = page.evaluate(
        "[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)"
    )
    failed = page.evaluate(
        "[...document.fonts].filter(font => font.status === 'error').map(font => font.family)"
    )
    assert failed == []
    families = {family.strip('"') for family in loaded}
    assert {"Planner Serif", "Planner Sans", "Planner Names"} <= families
    assert ("Planner Urdu" in families) is (name == "event in Urdu")


def test_keyboard_skips_to_the_content_and_reaches_the_actions_with_a_ring(page, address):
    page.goto(address("event"))

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()

    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        expect(focused).to_have_css("outline-style", "solid")
        expect(focused).to_have_css("outline-width", "3px")
        reached.append(focused.inner_text())
    assert reached.index("What is coming") < reached.index("Add to your calendar")
    assert reached.index("Add to your calendar") < reached.index("Programme to print")


def test_filters_open_and_lead_on_by_keyboard(page, address):
    page.goto(address("exhibition's month"))

    page.get_by_text("Mission: all").press("Enter")
    page.get_by_role("link", name=re.compile("Embassy of Azerbaijan in Pakistan")).first.press("Enter")

    expect(page).to_have_url(re.compile(r"month=2015-01&mission=azembassy-islamabad"))
    expect(page.get_by_role("heading", name="Nothing is announced for January 2015")).to_be_visible()
    page.get_by_role("link", name=re.compile("Remove the filter Mission")).press("Enter")
    expect(page.get_by_role("link", name="Photo and book exhibition").first).to_be_visible()


def test_day_of_the_grid_leads_to_its_events(page, address):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address("home"))

    page.locator("table.month a.day[href='#d20']").click()

    expect(page.locator("#d20")).to_be_in_viewport()


def test_stroke_before_a_place_on_the_way_is_never_alone_in_its_line(page, address):
    page.set_viewport_size({"width": 240, "height": 740})
    page.goto(address("event in Urdu"))
    name = page.locator(".crumbs li:nth-child(2)")

    # The stroke stands before the name, however many lines that takes.
    assert (
        name.evaluate(
            "each => each.firstElementChild.getClientRects()[0].top - each.getBoundingClientRect().top"
        )
        < 12
    )


def test_urdu_runs_from_right_to_left_and_flags_keep_their_order(page, address):
    page.set_viewport_size({"width": 1280, "height": 900})

    def places(name):
        page.goto(address(name))
        az, pk = (page.get_by_role("img").nth(number).bounding_box()["x"] for number in (0, 1))
        hour = page.locator(".agenda .at").first.bounding_box()["x"]
        title = page.locator(".agenda .what").first.bounding_box()["x"]
        return az < pk, hour < title

    assert places("event") == (True, True)
    assert places("event in Urdu") == (True, False)
    expect(page.locator("html")).to_have_css("direction", "rtl")


@pytest.mark.parametrize("name", ["home", "event", "event in Urdu", "exhibition", "sheet"])
def test_wide_text_spacing_cuts_nothing_off(page, address, name):
    """WCAG 1.4.12 at 320 pixels; the style is the reader's own, so the page's policy does not bind it."""
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(address(name))
    page.evaluate(
        """() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important;'
                + ' word-spacing: .16em !important } p { margin-bottom: 2em !important }');
            document.adoptedStyleSheets = [sheet];
        }"""
    )

    assert not is_wider_than_its_window(page)


def test_every_target_can_be_hit(page, address):
    """WCAG 2.5.8: 24 pixels, but for links within a sentence."""
    page.set_viewport_size({"width": 320, "height": 900})
    small = {}
    for name in PAGES:
        page.goto(address(name))
        boxes = page.evaluate(
            """[...document.querySelectorAll('a, summary, button, input')]
                .filter(each => each.offsetParent && !each.closest('p, dd, td .visually-hidden, .skip, h4'))
                .map(each => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
                .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
                .map(([html]) => html)"""
        )
        if boxes:
            small[name] = boxes

    assert small == {}


def test_printed_page_keeps_the_release_and_drops_the_controls(page, address, tmp_path):
    page.goto(address("event"), wait_until="networkidle")
    page.pdf(path=tmp_path / "event.pdf", prefer_css_page_size=True)

    pages = PdfReader(tmp_path / "event.pdf").pages
    printed = re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in pages))
    assert len(pages) == 3
    assert "Current release 1" in printed
    assert "Thanks and closing words" in printed
    for control in ("Add to your calendar", "Programme to print", "Skip to the content", "Subscribe", "JSON"):
        assert control not in printed


def test_static_files_of_a_page_are_where_the_finders_look(page, address):
    page.goto(address("event"))

    for link in page.locator("link[rel=stylesheet], link[rel=icon]").all():
        assert find(link.get_attribute("href").removeprefix("/static/"))
