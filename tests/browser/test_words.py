"""Every page of the desk in another language once its scripts have run: no English word but for names and content."""

import pytest
from django.conf import settings

from events.operations import demonstration
from tests.made_up import write_made_up_demonstration
from tests.test_words_of_pages import assert_none_wrong, speak, wrong_in
from tests.walking import walk_desk

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def walk(live_server, transactional_db, tmp_path, monkeypatch):
    write_made_up_demonstration(tmp_path)
    monkeypatch.setattr(demonstration, "DATA", tmp_path)
    return walk_desk()


@pytest.mark.parametrize(
    "language", ["ur", *(pytest.param(code, marks=pytest.mark.every_page) for code in ("az", "ru", "tr"))]
)
def test_page_whose_scripts_have_run_has_no_english_word(page, live_server, walk, language):
    client, addresses = walk
    speak(language)
    cookie = {"name": settings.SESSION_COOKIE_NAME, "url": live_server.url}
    page.context.add_cookies([{**cookie, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}])

    found = {}
    for address in addresses:
        answer = page.goto(live_server.url + address, wait_until="domcontentloaded")
        if answer.status == 200 and "<html" in answer.text():
            found[address] = wrong_in(page.content(), language)

    assert len(found) > 60
    assert_none_wrong(found)
