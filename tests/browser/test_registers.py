"""The registers in a real browser: without JavaScript, at both widths, in both directions."""

from datetime import date

import pytest
from playwright.sync_api import expect

from events.models import Member, Person, User
from events.scoping import every_mission
from tests.browser.axe import findings
from tests.desk import PASSWORD, forget_limits
from tests.factories import (
    make_contribution,
    make_event,
    make_item,
    make_member,
    make_mission,
    make_organisation,
    make_part,
    make_person,
)

pytestmark = pytest.mark.django_db(transaction=True)

DESK = "/desk/azembassy-islamabad/"
LONG = "Azərbaycan Respublikasının Pakistan İslam Respublikasındakı Səfirliyinin protokol xidməti"


@pytest.fixture
def addresses(live_server, transactional_db):
    """A mission with entries of every kind, some of them long; returns the addresses of its pages."""
    forget_limits()
    with every_mission():
        mission = make_mission(languages=["en", "az", "ur"])
        make_member(mission)
        make_member(mission, Member.Role.VIEWER, "viewer")
        institute = make_organisation(mission, name={"en": "An institute", "az": LONG})
        name = {"en": "Khazar Farhadov", "az": "Xəzər Fərhadov", "ur": "خضر فرہادوف"}
        one = make_person(mission, name=name, honorific={"en": "H.E."}, rank={"en": LONG})
        one.offices.create(
            title={"en": "Ambassador", "ur": "سفیر"}, organisation=institute, since=date(2020, 9, 1)
        )
        one.variants.create(mission=mission, name="Khazar Ferhadov", language="en", source=LONG)
        other = make_person(mission, name={"az": "Xəzər Fərhadov"}, confirmed=True)
        event = make_event(mission, languages=["en", "az", "ur"])
        part = make_part(event)
        make_contribution(make_item(part), person=one, answer="invited")
        make_contribution(make_item(part), person=other, answer="replaced", replaced_by=one)
    people = f"{DESK}people/"
    pages = {
        "people": people,
        "places": f"{DESK}places/",
        "found": f"{people}?q=ferhadov",
        "nothing": f"{people}?q=nobody",
        "new": f"{people}new/",
        "new place": f"{DESK}places/new/",
        "entry": f"{people}{one.pk}/",
        "change": f"{people}{one.pk}/change/",
        "organisation": f"{DESK}organisations/{institute.pk}/change/",
        "doubles": f"{people}doubles/",
        "answers": f"{DESK}seminar/answers/",
        "compare": f"{people}doubles/?one={one.pk}&other={other.pk}",
    }
    return {name: live_server.url + address for name, address in pages.items()}


def log_in(page, live_server, name="officer"):
    page.goto(f"{live_server.url}/desk/login/")
    page.locator("#id_login").fill(f"{name}@azembassy-islamabad.example")
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main form button").click()
    page.wait_for_url("**/desk/")


@pytest.mark.parametrize(("width", "language"), [(360, "en"), (1280, "en"), (360, "ur")])
def test_axe_finds_nothing_and_no_page_scrolls_sideways(page, live_server, addresses, width, language):
    User.objects.update(language=language)
    page.set_viewport_size({"width": width, "height": 900})
    log_in(page, live_server)

    found = {}
    for name, address in addresses.items():
        page.goto(address)
        found[name] = findings(page)

    assert found == {name: [] for name in addresses}


def test_refused_form_holds_to_the_same_and_leads_to_its_fields(page, live_server, addresses):
    page.set_viewport_size({"width": 360, "height": 900})
    log_in(page, live_server)
    page.goto(addresses["new"])
    page.get_by_label("Since").fill("30 February 2020")
    page.get_by_role("button", name="Save").last.click()

    expect(page.get_by_role("alert")).to_be_focused()
    assert findings(page) == []
    page.get_by_role("alert").get_by_role("link").first.click()
    expect(page.locator("#id_name_en")).to_be_focused()


def test_without_javascript_a_person_is_added_with_two_offices_and_merged(browser, live_server, addresses):
    page = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    log_in(page, live_server)
    page.goto(addresses["new"])
    page.locator("#id_name_en").fill("Xazar Farhadov")
    page.locator("#id_offices-0-title_en").fill("Dean")
    page.get_by_role("button", name="Another office").click()
    page.locator("#id_offices-1-title_en").fill("Rector")
    page.locator("#id_offices-1-since").fill("1 September 2020")
    page.get_by_role("button", name="Save").last.click()
    expect(page.get_by_role("heading", name="Xazar Farhadov")).to_be_visible()
    expect(page.get_by_text("since 1 September 2020")).to_be_visible()

    page.get_by_role("link", name="Merge with a double").click()
    page.get_by_label("The other entry").select_option("Khazar Farhadov")
    page.get_by_role("button", name="Compare the two").click()
    page.get_by_role("radio", name="Khazar Farhadov").check()
    page.get_by_label("Where the other name stands").fill("A card of 2022")
    page.get_by_label("They are one and the same").check()
    page.get_by_role("button", name="Merge the two").click()

    expect(page.get_by_text("The two are one now.")).to_be_visible()
    with every_mission():
        kept = Person.objects.get(name__contains="Khazar")
        assert sorted(str(office) for office in kept.offices.all()) == ["Ambassador", "Dean", "Rector"]
        assert kept.variants.filter(name="Xazar Farhadov").exists()


def test_without_javascript_an_answer_is_noted(browser, live_server, addresses):
    page = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    log_in(page, live_server)
    page.goto(addresses["answers"])
    expect(page.get_by_text("1 has not answered yet.")).to_be_visible()
    page.get_by_label("Answer Khazar Farhadov").select_option("Confirmed")
    page.get_by_role("button", name="Save the answers").click()

    expect(page.get_by_text("Everybody has answered.")).to_be_visible()


def test_forms_of_a_name_follow_the_typing_and_can_be_written_otherwise(page, addresses, live_server):
    log_in(page, live_server)
    page.goto(addresses["new"])
    named = page.locator("#naming")
    expect(named).to_contain_text("Write a name")

    page.locator("#id_name_en").fill("Khazar Farhadov")
    page.locator("#id_honorific_en").fill("H.E Mr")
    page.locator("#id_offices-0-title_en").fill("Ambassador of Azerbaijan to Pakistan")
    expect(named).to_contain_text("H.E. Mr Khazar Farhadov, Ambassador of Azerbaijan to Pakistan")
    expect(named).to_contain_text("H.E. Mr Farhadov")

    page.get_by_text("Write a form yourself").click()
    page.locator("#id_place_card_en").fill("The Ambassador of Azerbaijan")
    expect(named).to_contain_text("The Ambassador of Azerbaijan written here")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("The Ambassador of Azerbaijan", exact=True)).to_be_visible()
