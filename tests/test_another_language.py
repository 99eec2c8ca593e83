"""A language that is added in one place: pages, print and calendars have it, and fall back in words."""

from dataclasses import replace
from io import BytesIO

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from pypdf import PdfReader

from events.exports import FORMATS
from events.models.fields import validate_languages
from events.programme.language_words import ENGLISH, LANGUAGES
from events.scoping import every_mission
from tests.factories import make_member, make_mission
from tests.programmes import seminar
from tests.views.published import SEMINAR, publish_programme

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
GERMAN = replace(
    ENGLISH,
    code="de",
    native_name="Deutsch",
    months=MONTHS,
    month_titles=MONTHS,
    date="{day}. {month} {year}",
    conjunction="und",
)


@pytest.fixture
def german(monkeypatch):
    monkeypatch.setitem(LANGUAGES, "de", GERMAN)


def test_languages_of_the_interface_are_those_of_the_programme():
    assert dict(settings.LANGUAGES) == {code: each.native_name for code, each in LANGUAGES.items()}


@pytest.fixture
def german_seminar(german):
    return replace(seminar(), languages=("en", "az", "de"))


@pytest.mark.django_db
def test_page_is_there_with_its_own_dates_and_marks_what_it_has_in_another_language_alone(
    client, german_seminar
):
    publish_programme(german_seminar)

    page = client.get(SEMINAR, {"lang": "de"})

    html = page.content.decode()
    assert page.status_code == 200
    assert '<html lang="de" dir="ltr"' in html
    assert "20. Januar 2023" in html
    assert '<bdi lang="en" dir="ltr">National will and determination' in html
    assert 'hreflang="de"' in client.get(SEMINAR).content.decode()


def test_programme_is_printed_in_it_with_its_own_dates(german_seminar):
    octets = FORMATS["a4"].render(german_seminar, ("de",), "https://planner.example")

    text = PdfReader(BytesIO(octets)).pages[0].extract_text()
    assert "20. Januar 2023" in text
    assert "National will and determination" in " ".join(text.split())


@pytest.mark.django_db
def test_calendar_says_in_which_language_its_texts_are(client, german_seminar):
    publish_programme(german_seminar)

    entries = client.get("/calendars/azembassy-islamabad.ics", {"lang": "de"}).content.decode()

    assert "SUMMARY;LANGUAGE=en:" in entries.replace("\r\n ", "")


@pytest.mark.django_db
def test_member_may_choose_it_for_the_desk_without_a_migration(german):
    with every_mission():
        member = make_member(make_mission())
    member.user.language = "de"

    member.user.full_clean(exclude=["password"])


@pytest.mark.parametrize("code", ["xx", "english"])
def test_code_of_no_language_is_refused_in_words(code):
    with pytest.raises(ValidationError, match=f"no language with the code “{code}”"):
        validate_languages(["en", code])
