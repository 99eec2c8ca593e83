"""An approved phrase is put into the texts of an item, from the editor."""

import pytest

from events.models import Phrase
from events.models.fields import text_of
from events.scoping import every_mission
from tests.factories import make_mission
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db
FORMULA = "Allah rəhmət eləsin!"


@pytest.fixture
def desk():
    return make_desk()


def phrase(key, text, mission=None, **values):
    with every_mission():
        return Phrase.objects.create(key=key, kind="dedication", text=text, mission=mission, **values)


def edited(desk):
    """What the editor's form holds, as a browser sends it."""
    form = desk.get(f"agenda/items/{desk.items['talk'].uid}/edit/").context["editor"].form
    values = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in values.items() if value not in (None, "", [])}
    return {**sent, "version": str(desk.item("talk").version)}


def put_in(desk, row, into, **more):
    values = {**edited(desk), "insert_phrase": "1", "phrase": str(row.pk), "phrase_into": into, **more}
    return desk.post(f"agenda/items/{desk.items['talk'].uid}/", **values)


def texts(desk, field):
    return dict(text_of(getattr(desk.item("talk"), field)).versions)


def test_phrase_goes_to_the_end_of_the_text_in_each_language_in_which_it_is_approved(desk):
    row = phrase("memory", {"en": "in memory of the martyrs", "az": "şəhidlərin xatirəsinə"})

    sent = put_in(desk, row, "dedication", dedication_en="A minute")

    uid = desk.items["talk"].uid
    assert sent.status_code == 303
    assert f"agenda/items/{uid}/edit/" in sent.url
    assert sent.url.endswith(f"#id_{uid.hex[:12]}_dedication_en")
    assert texts(desk, "dedication") == {
        "en": "A minute in memory of the martyrs",
        "az": "şəhidlərin xatirəsinə",
    }


def test_phrase_that_is_never_translated_goes_into_every_language_as_it_is(desk):
    row = phrase("formula", {"az": FORMULA}, never_translate=True)

    put_in(desk, row, "text")

    assert texts(desk, "text") == dict.fromkeys(("en", "az", "ur"), FORMULA)


def test_what_was_typed_is_saved_with_it_and_the_rest_stays(desk):
    row = phrase("memory", {"en": "in memory of the martyrs"})

    put_in(desk, row, "text", title_en="Words of the Ambassador", staff_text_en="Water")

    assert texts(desk, "title") == {"en": "Words of the Ambassador"}
    assert texts(desk, "staff_text") == {"en": "Water"}
    assert texts(desk, "text") == {"en": "in memory of the martyrs"}


@pytest.mark.parametrize("into", ["staff_text", "kind", "", "title"])
def test_field_that_takes_no_phrase_stays_as_it_is(desk, into):
    row = phrase("memory", {"en": "in memory of the martyrs"})

    assert put_in(desk, row, into).status_code == 303
    assert texts(desk, "title") == {"en": "Address by the Ambassador"}
    assert texts(desk, "staff_text") == {}


def test_phrase_of_another_mission_is_neither_offered_nor_put_in(desk):
    phrase("ours", {"en": "in memory of the martyrs"})
    with every_mission():
        other = make_mission("another")
    theirs = phrase("theirs", {"en": "Words of another"}, mission=other)

    page = desk.get(f"agenda/items/{desk.items['talk'].uid}/edit/").content.decode()
    put_in(desk, theirs, "text")

    assert "in memory of the martyrs" in page
    assert "Words of another" not in page
    assert texts(desk, "text") == {}


def test_text_that_would_become_too_long_is_refused_at_its_field_with_all_that_was_typed(desk):
    row = phrase("memory", {"en": "in memory of the martyrs"})
    long = "x" * 300

    sent = put_in(desk, row, "dedication", dedication_en=long)

    assert sent.status_code == 422
    assert sent.context["editor"].form.errors["dedication_en"]
    assert long in sent.content.decode()


def test_editor_offers_nothing_where_no_phrase_is_approved(desk):
    assert (
        'name="insert_phrase"'
        not in desk.get(f"agenda/items/{desk.items['talk'].uid}/edit/").content.decode()
    )
