"""All documents of an event as page images, before anything is printed."""

import re
from io import BytesIO

import pytest
from PIL import Image

from events.exports import FORMATS
from events.models import AudienceGroup, Event, Item
from events.scoping import every_mission
from tests.exports.printed import text
from tests.views.event_desk import make_desk, release_it

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/azembassy-islamabad/seminar/print/"


@pytest.fixture
def desk():
    return make_desk("viewer")


def test_page_has_a_card_for_every_document_that_suits_the_event_and_asks_for_its_pages_when_it_is_seen(desk):
    page = desk.client.get(ADDRESS).content.decode()

    unsuited = {"leaflet", "press", "correction-slip"}
    printed = [name for name, each in FORMATS.items() if each.printed and name not in unsuited]
    assert re.findall(r'<section [^>]*id="document-([\w-]+)"', page) == printed
    assert page.count('hx-trigger="intersect once"') == len(printed)
    assert f'<a href="{ADDRESS}a4/">Show its pages' in page
    assert "Each says DRAFT" in page


def test_page_carries_the_choice_into_every_address_and_shows_one_document_where_one_is_asked_for(desk):
    release_it()

    page = desk.client.get(
        ADDRESS,
        {"release": "1", "lang": "ur", "beside": "numbers", "script": "nastaliq", "document": "a4"},
    ).content.decode()

    assert re.findall(r'id="document-([\w-]+)"', page) == ["a4"]
    assert f'href="{ADDRESS}a4.pdf?release=1&amp;lang=ur&amp;beside=numbers&amp;script=nastaliq"' in page
    assert "These are the sheets of release 1" in page


def test_card_shows_each_page_as_an_image_that_says_its_size_and_leads_to_it_in_the_pdf(desk):
    page = desk.client.get(f"{ADDRESS}a4/", headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in page
    assert f'<a href="{ADDRESS}a4.pdf#page=1"><img src="{ADDRESS}a4/1.webp" width="900" height="1273"' in page
    assert 'alt="Page 1: Programme"' in page
    assert "<html" in desk.client.get(f"{ADDRESS}a4/").content.decode()


def test_document_of_small_type_says_that_it_stays_in_naskh_where_nastaliq_is_wished(desk):
    page = desk.client.get(ADDRESS, {"lang": "ur", "script": "nastaliq"}).content.decode()

    told = dict(re.findall(r'id="h-([\w-]+)">.*?</h2><span class="small quiet">(.*?)</span><', page))
    stay = {name for name, about in told.items() if "stays in Naskh" in about}
    assert stay == {"run-sheet"}


def test_size_of_envelopes_is_carried_to_the_pdf(desk):
    page = desk.client.get(ADDRESS, {"envelope": "c6", "document": "envelopes"}).content.decode()

    assert f'href="{ADDRESS}envelopes.pdf?envelope=c6"' in page
    assert desk.client.get(f"{ADDRESS}envelopes.pdf?envelope=b4").status_code == 404


def test_image_is_the_page_of_the_pdf(desk):
    answer = desk.client.get(f"{ADDRESS}a4/1.webp")

    assert answer["Content-Type"] == "image/webp"
    image = Image.open(BytesIO(answer.content))
    assert image.size == (900, 1273)
    ink, paper = image.convert("L").getextrema()
    # #161616 on white, as near as 256 colours come to them.
    assert ink < 26 < 252 < paper


def test_working_copy_is_made_anew_when_it_changes_and_a_release_is_not(desk):
    release_it()
    before = desk.client.get(f"{ADDRESS}a4.pdf").content
    with every_mission():
        Item.objects.update(title={"en": "Silence for the fallen"})

    draft = desk.client.get(f"{ADDRESS}a4.pdf")
    kept = desk.client.get(f"{ADDRESS}a4.pdf?release=1")

    assert "SILENCE FOR THE FALLEN" in text(draft.content)
    assert "SILENCE FOR THE FALLEN" not in text(before) + text(kept.content)
    assert draft["Content-Disposition"] == 'inline; filename="seminar-a4-en-draft.pdf"'
    assert kept["Content-Disposition"] == 'inline; filename="seminar-a4-en-release-1.pdf"'


def test_what_cannot_be_printed_is_said_on_its_card_and_by_its_addresses(desk):
    with every_mission():
        Item.objects.update(title={"en": "Music 𝄞"})

    card = desk.client.get(f"{ADDRESS}a4/").content.decode()
    image = desk.client.get(f"{ADDRESS}a4/1.webp")

    assert "The fonts for print cannot draw 𝄞 (U+1D11E). Write this in another way." in card
    assert "<img" not in card
    assert image.status_code == 404


def test_text_without_room_on_a_sign_is_named_on_its_card(desk):
    with every_mission():
        seminar = Event.objects.get(slug="seminar")
        AudienceGroup.objects.create(event=seminar, name={"en": "Guests of honour " * 200})

    card = desk.client.get(f"{ADDRESS}reserved-signs/").content.decode()

    assert "has no room on it. It begins “Guests of honour Guests" in card


def test_choice_that_is_not_there_is_an_error_at_its_field_and_no_page_of_a_document(desk):
    page = desk.client.get(ADDRESS, {"lang": "ru"})

    assert page.status_code == 422
    assert "It is not there in this language." in page.content.decode()
    for address in ("a4/?lang=ru", "a4.pdf?beside=weight", "ics.pdf", "ics/", "a4/?release=4"):
        assert desk.client.get(ADDRESS + address).status_code == 404


def test_pages_of_an_event_lead_to_its_documents(desk):
    release_it()

    for place in ("", "paper/", "release/", "releases/1/"):
        page = desk.client.get(f"/desk/azembassy-islamabad/seminar/{place}").content.decode()
        assert f'href="{ADDRESS}' in page, place


def test_programme_and_run_sheet_are_there_to_edit_by_hand_under_a_name_that_says_so(desk):
    release_it()

    page = desk.client.get(ADDRESS, {"release": "1"}).content.decode()
    released = desk.client.get(f"{ADDRESS}a4.docx?release=1")
    draft = desk.client.get(f"{ADDRESS}run-sheet.docx")

    assert re.findall(rf'href="{ADDRESS}([\w-]+\.docx[^"]*)"', page) == [
        "a4.docx?release=1",
        "run-sheet.docx?release=1",
    ]
    assert released["Content-Type"].endswith("wordprocessingml.document")
    named = 'attachment; filename="seminar-{}.docx"'
    assert released["Content-Disposition"] == named.format("a4-en-edited-after-release-1")
    assert draft["Content-Disposition"] == named.format("run-sheet-en-edited-from-draft")
    for address in ("badges.docx", "ics.docx", "docx.docx", "docx.pdf"):
        assert desk.client.get(ADDRESS + address).status_code == 404
    public = "/azembassy-islamabad/seminar/programme.pdf"
    assert {
        desk.client.get(f"{public}?format={name}").status_code for name in ("docx", "run-sheet-docx")
    } == {404}
