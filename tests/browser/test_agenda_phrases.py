"""An approved phrase is put into an item in a browser, with the script and without it."""

import pytest
from playwright.sync_api import expect

from events.models import Phrase
from events.scoping import every_mission
from tests.browser.builder import Builder
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "in memory of the martyrs"


def put_in(browser, live_server, **options):
    page = browser.new_context(viewport={"width": 1280, "height": 900}, **options).new_page()
    desk = make_desk()
    with every_mission():
        Phrase.objects.create(key="memory", kind="dedication", text={"en": WORDS})
    uid = desk.items["talk"].uid
    Builder(page, desk, live_server.url).open(f"agenda/items/{uid}/edit/")
    field = page.locator(f"#id_{uid.hex[:12]}_text_en")
    field.fill("Spoken")
    page.locator("#id_phrase_into").select_option("text")
    page.get_by_role("button", name="Put it in").click()
    return page, field


@pytest.mark.parametrize("script", [True, False])
def test_phrase_stands_behind_what_was_typed_and_its_field_has_the_focus(browser, live_server, script):
    page, field = put_in(browser, live_server, java_script_enabled=script)

    expect(field).to_have_value(f"Spoken {WORDS}")
    if script:
        expect(field).to_be_focused()
        expect(page.locator("#live")).to_have_text("The phrase is put in and saved.")
    page.context.close()
