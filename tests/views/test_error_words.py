"""What goes wrong is said in the language of who reads it, with nothing left in English."""

import pytest
from django.db import OperationalError
from django.test import Client

from events.programme.languages import LANGUAGES, direction
from events.scoping import every_mission
from tests.factories import make_member, make_mission
from tests.reading import read
from tests.test_words_of_pages import foreign, speak

pytestmark = pytest.mark.django_db


def said_in(answer, language):
    """Return the heading of a page that is in the language, whole and mirrored where it has to be."""
    html = answer.content.decode()
    assert f'<html lang="{language}" dir="{direction(language)}">' in html
    spoken = [said for said in read(html) if said.language == language]
    if language != "en":
        assert [said.text for said in spoken if foreign(said, language)] == []
    return next(said.text for said in spoken if said.where == "h1")


@pytest.fixture
def desk(request):
    with every_mission():
        member = make_member(make_mission())
    speak(request.param)
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(member.user)
    return client, request.param


def broken_by(error):
    def view(*args, **kwargs):
        raise error

    return view


each_desk = pytest.mark.parametrize("desk", LANGUAGES, indirect=True)


@each_desk
def test_form_without_its_token_is_refused_in_the_members_language(desk):
    client, language = desk

    answer = client.post("/desk/account/language/", {"language": "en"})

    assert answer.status_code == 403
    assert said_in(answer, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_login_without_its_token_is_refused_in_the_language_of_the_address(language):
    client = Client(enforce_csrf_checks=True)

    answer = client.post(f"/desk/login/?lang={language}", {"login": "a", "password": "b"})

    assert answer.status_code == 403
    assert said_in(answer, language)


@each_desk
def test_error_at_the_desk_offers_no_other_language_since_none_would_answer(desk):
    client, language = desk

    answer = client.get("/desk/nothing-of-the-kind/")

    assert answer.status_code == 404
    assert said_in(answer, language)
    html = answer.content.decode()
    assert "bar-lang" not in html
    assert '<a class="btn btn-ink" href="/desk/">' in html


@each_desk
def test_address_of_a_deed_opened_as_a_page_says_what_it_is_for(desk):
    client, language = desk

    answer = client.get("/desk/account/language/")

    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert said_in(answer, language)


@each_desk
def test_too_much_at_once_is_413_and_says_how_much_goes(desk, settings):
    client, language = desk
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 2**20

    client.handler.enforce_csrf_checks = False

    answer = client.post("/desk/account/language/", {"language": "x" * (3 * 2**20 + 1)})

    assert answer.status_code == 413
    assert said_in(answer, language)
    assert " 3 " in answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_address_with_too_many_questions_is_answered_and_does_not_break_the_answer(client, language):
    answer = client.get(f"/?lang={language}&" + "&".join(f"a{number}=1" for number in range(2001)))

    assert answer.status_code == 413
    assert said_in(answer, language)


@each_desk
def test_broken_page_of_the_desk_is_told_in_the_members_language_alone(desk, monkeypatch):
    client, language = desk
    monkeypatch.setattr("events.views.account._page", broken_by(RuntimeError("a secret")))

    answer = client.get("/desk/account/")

    assert answer.status_code == 500
    assert said_in(answer, language)
    assert answer.content.decode().count("<h1>") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_broken_public_page_is_told_in_the_language_of_the_address(client, monkeypatch, language):
    client.raise_request_exception = False
    monkeypatch.setattr("events.views.home.month_to_open", broken_by(RuntimeError("a secret")))

    answer = client.get("/", {"lang": language})

    assert answer.status_code == 500
    assert said_in(answer, language)


@each_desk
def test_database_that_is_away_before_the_member_is_known_is_told_in_every_language(desk, monkeypatch):
    client, _ = desk
    monkeypatch.setattr("events.middleware.DeskLanguage.language_of", broken_by(OperationalError("away")))

    html = client.get("/desk/account/").content.decode()

    told = {said.language: said.text for said in read(html) if said.where == "h1"}
    assert list(told) == list(LANGUAGES)
    assert [said.text for said in read(html) if said.language == "ur" and foreign(said, "ur")] == []


@each_desk
def test_database_that_goes_away_within_a_page_is_told_in_the_members_language(desk, monkeypatch):
    client, language = desk
    monkeypatch.setattr("events.views.account._page", broken_by(OperationalError("away")))

    answer = client.get("/desk/account/")

    assert answer.status_code == 503
    assert said_in(answer, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_too_many_tries_are_told_in_the_language_of_the_address(client, language):
    for _ in range(30):
        answer = client.post(f"/desk/account/password/reset/?lang={language}", {"email": "a@b.example"})

    assert answer.status_code == 429
    assert said_in(answer, language)
