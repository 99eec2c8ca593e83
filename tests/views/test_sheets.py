from datetime import date, timedelta

import pytest
from django.core.management import call_command

from events.models import Event
from events.scoping import every_mission
from tests.exports.printed import text as pdf_text
from tests.factories import make_mission
from tests.views.published import RELEASED_AT, publish, release_again
from tests.views.test_home import page, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def first():
    return publish(make_mission(languages=["en", "az"]), on=date(2023, 1, 20), languages=["en", "az"])


def changed(first):
    return release_again(
        first.event, at=RELEASED_AT + timedelta(days=1), on=date(2023, 1, 25), title={"en": "Another title"}
    )


def make_files():
    """What a release starts after it: the slips are among it."""
    call_command("files")


def test_sheet_of_the_latest_release_is_current(client, first):
    said = text(page(client, f"/v/{first.code}/"))

    assert "This sheet is current" in said
    assert "Your sheet is of release 1 of 18 January 2023 . It is the latest one." in said
    assert "What has changed" not in said


def test_sheet_of_an_earlier_release_is_out_of_date_with_all_that_changed_since(client, first):
    changed(first)
    third = release_again(first.event, at=RELEASED_AT + timedelta(days=2), status="cancelled")

    said = text(page(client, f"/v/{first.code}/"))

    assert "This sheet is out of date" in said
    assert f"The latest one is release {third.number} of 20 January 2023 ." in said
    assert "The day is 25 January 2023. It was 20 January 2023." in said
    assert said.count("The event is cancelled.") == 1
    assert "Cancelled. This event will not be held." in said.replace(" .", ".")


def test_sheet_of_a_withdrawn_event_says_so_and_nothing_else(client, first):
    with every_mission():
        Event.objects.filter(pk=first.event_id).update(withdrawn_at=RELEASED_AT)

    html = page(client, f"/v/{first.code}/")

    assert "This programme has been withdrawn" in html
    assert "A seminar" not in html
    assert "azembassy" not in html


def test_unknown_code_is_named(client, first):
    response = client.get("/v/aaaaaaaa/")

    assert response.status_code == 404
    assert "No programme carries the code “aaaaaaaa”." in response.content.decode()


def test_sheet_speaks_the_language_that_is_asked_for(client, first):
    assert '<html lang="az" dir="ltr">' in page(client, f"/v/{first.code}/?lang=az")
    assert f'hreflang="ur" href="http://127.0.0.1:8000/v/{first.code}/?lang=ur"' in page(
        client, f"/v/{first.code}/"
    )
    assert client.get(f"/v/{first.code}/?lang=xx").status_code == 404


@pytest.mark.parametrize("typed", ["0A1B-2C3D", " oaib2c3d ", "OALB2C3D", "0a1b 2c3d"])
def test_code_is_understood_as_it_is_typed(client, typed):
    response = client.get("/v/", {"code": typed, "lang": "ur"})

    assert response.status_code == 302
    assert response["Location"] == "/v/0a1b2c3d/?lang=ur"


def test_address_with_a_misread_code_leads_to_the_right_one(client):
    assert client.get("/v/OA1B2C3D/")["Location"] == "/v/0a1b2c3d/"


@pytest.mark.parametrize("typed", ["../../admin", "//evil.example", "a" * 300, "%00", "-", "<b>"])
def test_strange_code_is_answered_in_words(client, typed):
    response = client.get("/v/", {"code": typed}, follow=True)

    assert response.status_code in (200, 404)
    assert all(address.startswith("/v/") for address, _ in response.redirect_chain)


def test_form_to_compare_asks_for_the_code_alone(client):
    html = page(client, "/v/?lang=ru")

    assert '<input type="hidden" name="lang" value="ru">' in html
    assert "csrf" not in html


# What to print again, and the slip


def test_sheet_out_of_date_names_what_to_print_again_in_the_language_of_the_page(client, first):
    changed(first)

    html = page(client, f"/v/{first.code}/?lang=az")

    assert "Nəyi yenidən çap etmək lazımdır" in html
    assert 'href="/azembassy-islamabad/seminar/programme.pdf?format=a4&amp;lang=az"' in html
    assert "format=booklet&amp;" in html
    assert "format=leaflet" not in html
    assert "run-sheet" not in html
    assert [f'href="/v/{first.code}/slip.pdf?lang={each}"' in html for each in ("en", "az", "ur")] == [
        True,
        True,
        False,
    ]


def test_sheet_has_nothing_to_print_again_and_no_slip_where_only_staff_read_what_changed(client, first):
    release_again(first.event, at=RELEASED_AT + timedelta(days=1), prints_unconfirmed=True)

    said = text(page(client, f"/v/{first.code}/"))

    assert "Nothing. The printed sheets still read the same." in said
    assert "correction slip" not in said
    assert client.get(f"/v/{first.code}/slip.pdf").status_code == 404


def test_current_sheet_has_no_slip(client, first):
    assert "print again" not in text(page(client, f"/v/{first.code}/"))
    response = client.get(f"/v/{first.code}/slip.pdf")

    assert response.status_code == 404
    assert "there is no slip" in response.content.decode()


def test_slip_tells_all_that_changed_since_the_sheet_in_one_of_its_languages(client, first):
    changed(first)
    third = release_again(first.event, at=RELEASED_AT + timedelta(days=2), status="cancelled")

    before = client.get(f"/v/{first.code}/slip.pdf")
    make_files()
    response = client.get(f"/v/{first.code}/slip.pdf")

    assert (before.status_code, before["Cache-Control"]) == (202, "no-store")
    assert "This file is being made" in before.content.decode()
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == ('inline; filename="seminar-correction-en-release-1-to-3.pdf"')
    told = pdf_text(response.content)
    assert "The day is 25 January 2023. It was 20 January 2023." in told
    assert "The event is cancelled." in told
    assert f"/v/{third.code}/" in told
    assert client.get(f"/v/{first.code}/slip.pdf?lang=ur").status_code == 404
    assert client.get(f"/v/{third.code}/slip.pdf").status_code == 404


def test_slip_of_a_withdrawn_or_unknown_sheet_is_not_there(client, first):
    changed(first)
    make_files()
    with every_mission():
        Event.objects.filter(pk=first.event_id).update(withdrawn_at=RELEASED_AT)

    assert client.get(f"/v/{first.code}/slip.pdf").status_code == 404
    assert client.get("/v/aaaaaaaa/slip.pdf").status_code == 404
