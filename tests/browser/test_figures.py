"""A choice between figures in a real browser: without a script, with the keyboard, in a narrow window."""

from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from events.models import Event, Release, Source, User
from events.operations.demonstration import load_demonstration
from events.operations.ledger import set_source_of_record
from events.operations.planning import change_event
from events.printing import file_of
from events.scoping import every_mission
from tests.browser.axe import findings
from tests.browser.test_release import log_in
from tests.desk import forget_limits
from tests.operations.planned import NOW

pytestmark = pytest.mark.django_db(transaction=True)
RELEASE = "/desk/azembassy-islamabad/islamabad-seminar-2023/release/"
NOTE = {"en": "147 people were killed.", "az": "147 nəfər həlak olub.", "ur": "147 افراد شہید ہوئے۔"}


@pytest.fixture
def desk(live_server, transactional_db):
    """The demonstration's seminar, with a note that says 147 where the statement of the ministry says 150."""
    forget_limits()
    load_demonstration(NOW, "a-password-for-tests")
    with every_mission():
        event = Event.objects.get(slug="islamabad-seminar-2023")
        officer = User.objects.get(username="officer@azembassy-islamabad.example")
        record = Source.objects.get(key="B")
        set_source_of_record(event.mission, event.edition, record, by=officer)
        change_event(event, event.version, by=officer, note=NOTE)
    return live_server.url


def test_both_figures_are_chosen_with_the_keyboard_and_printed_with_their_sources(browser, desk):
    page = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800}).new_page()
    log_in(page, desk)
    page.goto(desk + RELEASE)
    approve = page.get_by_role("button", name="Approve and release 2")
    expect(approve).to_have_count(0)

    page.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Give both with their sources")).to_be_checked()
    page.keyboard.press("Enter")

    expect(page.locator("#figures")).to_contain_text("Give both with their sources")
    approve.click()
    expect(page.get_by_text("Release 2 is public.")).to_be_visible()
    page.goto(f"{desk}/desk/azembassy-islamabad/islamabad-seminar-2023/releases/2/")
    expect(page.locator("main")).to_contain_text("Chosen between figures")
    with every_mission():
        released = Release.objects.get(event__slug="islamabad-seminar-2023", number=2)
        printed = file_of(released, "press", ("en",))
    text = " ".join("".join(each.extract_text() for each in PdfReader(BytesIO(printed)).pages).split())
    assert "150 people were killed" in text
    assert "147 killed" in text
    assert "147 or 150 people were killed (147: Vasif Gafarov" in text


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_at_the_choice(page, desk, width):
    page.set_viewport_size({"width": width, "height": 900})
    log_in(page, desk)
    page.goto(desk + RELEASE)
    expect(page.locator("#figures")).to_be_visible()

    inside = {"include": [["#figures"]]}

    assert findings(page, within=inside) == []
    assert page.locator("#figures").evaluate("each => each.scrollWidth <= each.clientWidth")
