"""The texts of an event in its other languages stand in a fold for each, behind how many of them are written."""

import re

import pytest

from tests.views.event_desk import facts, make_desk

pytestmark = pytest.mark.django_db

ADDRESS = "/desk/azembassy-islamabad/seminar/"


@pytest.fixture
def desk():
    return make_desk()


def folds(page):
    """Return each fold's language, whether it is open, and what it says of itself."""
    found = re.findall(r'<details class="more-texts" id="texts-(\w+)"( open)?><summary>(.*?)</summary>', page)
    return {code: (bool(is_open), re.sub("<[^>]+>", "", words)) for code, is_open, words in found}


def test_fold_says_how_many_of_the_original_texts_are_written(desk):
    desk.client.post(
        ADDRESS, facts(desk, title_en="Seminar", note_en="A note", title_az="Seminar", dress_az="Tünd")
    )

    assert folds(desk.client.get(ADDRESS).content.decode()) == {
        "az": (False, "Azərbaycanca 1 of 2 written"),
        "ur": (False, "اردو 0 of 2 written"),
    }


def test_fold_with_a_wrong_text_is_open_and_the_others_are_not(desk):
    answer = desk.client.post(ADDRESS, facts(desk, title_az="a" * 301))

    assert answer.status_code == 422
    assert {code: is_open for code, (is_open, _words) in folds(answer.content.decode()).items()} == {
        "az": True,
        "ur": False,
    }


def test_event_in_one_language_has_no_fold(desk):
    desk.client.post(ADDRESS, facts(desk, languages=["en"]))

    page = desk.client.get(ADDRESS).content.decode()
    assert folds(page) == {}
    assert "The same in other languages" not in page
