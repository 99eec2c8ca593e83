"""The words of an anthem, an ode or a prayer: the officer writes them at the item, and the programme prints them."""

import pytest

from events.exports.pdf.voice import Voice
from events.exports.pdf.words import words_of
from events.scoping import every_mission
from events.snapshot import take_snapshot
from tests.page_forms import forms_of
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db

STANZAS = "First line\nSecond line\n\nThird line"


@pytest.fixture
def desk():
    return make_desk()


def address(desk, rest=""):
    return f"agenda/items/{desk.items['hymn'].uid}/{rest}"


def written(desk, **words):
    page = desk.get(address(desk, "edit/")).content.decode()
    (form,) = [each for each in forms_of(page) if "words_en" in each.typed]
    return desk.post(address(desk), **{**form.sent, **words})


def test_words_are_kept_with_their_stanzas_and_printed_beside_the_original(desk):
    written(desk, words_en=STANZAS, words_tr="Birinci\nİkinci\n\nÜçüncü")

    with every_mission():
        printed = words_of(take_snapshot(desk.event), Voice("en", ("en",)))
    assert desk.item("hymn").words.data == {"en": STANZAS, "tr": "Birinci\nİkinci\n\nÜçüncü"}
    assert [[cell.language for cell in stanza] for each in printed for stanza in each.stanzas] == [
        ["tr", "en"],
        ["tr", "en"],
    ]


def test_words_that_are_too_long_stay_in_their_field_with_the_fold_open(desk):
    answer = written(desk, words_tr="a" * 20_001)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "At most 20000 characters; this text has 20001." in page
    assert "a" * 20_001 in page
    assert '<details class="more-texts" open><summary>Words to print' in page
    assert not desk.item("hymn").words.data
