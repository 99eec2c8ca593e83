"""The register of approved wordings, and the way of one into the texts of an event."""

import pytest

from events.models import Event, Phrase
from events.models.fields import text_of
from events.programme.text import Text
from events.scoping import every_mission
from tests.factories import make_mission
from tests.views.event_desk import facts, make_desk

pytestmark = pytest.mark.django_db
LIST = "/desk/azembassy-islamabad/phrases/"
EVENT = "/desk/azembassy-islamabad/seminar/"
WORDS = {"en": "in memory of the martyrs", "az": "şəhidlərin xatirəsinə"}
SENT = {"kind": "dedication", "text_en": WORDS["en"], "text_az": WORDS["az"], "source": "A"}
FORMULA = {"az": "Allah rəhmət eləsin!"}


@pytest.fixture
def desk():
    return make_desk()


def phrase(mission=None, **values):
    with every_mission():
        given = {"key": "a-phrase", "kind": "dedication", "text": WORDS, **values}
        return Phrase.objects.create(mission=mission, **given)


def formula():
    return phrase(key="formula", kind="closing", text=FORMULA, never_translate=True, gloss={"en": "Mercy!"})


def rows():
    with every_mission():
        return list(Phrase.objects.all())


def test_phrase_is_added_and_listed_under_its_kind(desk):
    sent = desk.client.post(f"{LIST}new/", SENT, follow=True)

    (row,) = rows()
    assert sent.redirect_chain == [(f"{LIST}{row.pk}/", 302)]
    assert (row.mission, text_of(row.text), row.source) == (desk.mission, Text.of(WORDS), "A")
    assert "in memory of the martyrs" in desk.client.get(LIST).content.decode()


def test_form_sent_twice_adds_one_phrase(desk):
    key = desk.client.get(f"{LIST}new/").context["once"]
    for _ in range(2):
        desk.client.post(f"{LIST}new/", {**SENT, "once": key})

    assert len(rows()) == 1


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"text_en": "", "text_az": " "}, "text_en", "Write the phrase in one language at least."),
        ({"never_translate": "on"}, "text_az", "stands in one language alone"),
        ({"gloss_en": "what it means"}, "gloss_en", "Only a phrase that is never translated is explained."),
        (
            {"never_translate": "on", "text_az": "", "gloss_en": "the same"},
            "gloss_en",
            "In its own language it needs no explanation.",
        ),
        ({"kind": "song"}, "kind", "song"),
        ({"source": "x" * 301}, "source", "At most 300 characters"),
    ],
)
def test_what_contradicts_itself_is_refused_at_its_field_and_kept(desk, changed, field, words):
    refused = desk.client.post(f"{LIST}new/", {**SENT, **changed})

    assert refused.status_code == 422
    assert words in str(refused.context["form"].errors[field])
    assert rows() == []
    if changed.get("text_en", "x"):
        assert WORDS["en"] in refused.content.decode()


def test_phrase_is_changed_and_texts_stay(desk):
    row = phrase(desk.mission)
    with every_mission():
        Event.objects.update(dedication=WORDS)

    desk.client.post(f"{LIST}{row.pk}/change/", {**SENT, "text_en": "to the martyrs", "version": "1"})

    assert dict(text_of(rows()[0].text).versions)["en"] == "to the martyrs"
    with every_mission():
        assert text_of(Event.objects.get().dedication) == Text.of(WORDS)


def test_somebody_elses_change_is_shown_beside_what_was_typed(desk):
    row = phrase(desk.mission)
    address = f"{LIST}{row.pk}/change/"
    desk.as_("head").post(address, {**SENT, "text_en": "theirs", "version": "1"})

    met = desk.client.post(address, {**SENT, "text_en": "mine", "version": "1"})

    text = met.content.decode()
    assert met.status_code == 409
    assert "changed this phrase while you were writing" in text
    assert "theirs" in text
    assert "mine" in text
    desk.client.post(
        address, {**SENT, "text_en": "mine", "version": str(met.context["form"]["version"].value())}
    )
    assert dict(text_of(rows()[0].text).versions)["en"] == "mine"


def test_shared_phrase_is_read_and_not_changed(desk):
    row = formula()

    page = desk.client.get(f"{LIST}{row.pk}/").content.decode()
    assert "never translated" in page
    assert "Mercy!" in page
    assert f"{row.pk}/change/" not in page
    assert desk.client.get(f"{LIST}{row.pk}/change/").status_code == 404


def test_phrase_of_another_mission_is_not_there(desk):
    row = phrase(make_mission("another"))

    assert desk.client.get(f"{LIST}{row.pk}/").status_code == 404
    assert WORDS["en"] not in desk.client.get(LIST).content.decode()


def test_page_of_a_phrase_links_each_field_in_which_it_stands(desk):
    row = phrase(desk.mission)
    with every_mission():
        Event.objects.update(dedication=WORDS)

    page = desk.client.get(f"{LIST}{row.pk}/").content.decode()
    assert f'href="{EVENT}#id_dedication_en"' in page
    assert f'href="{EVENT}#id_dedication_az"' in page


def test_phrase_is_put_at_the_end_of_a_text_in_each_language_and_kept_with_the_form(desk):
    row = phrase()
    sent = facts(desk, phrase=str(row.pk), phrase_into="dedication", dedication_en="Held", insert_phrase="1")

    page = desk.client.post(EVENT, sent)

    form = page.context["form"]
    assert page.status_code == 200
    assert form["dedication_en"].value() == "Held in memory of the martyrs"
    assert form["dedication_az"].value() == "şəhidlərin xatirəsinə"
    assert "The phrase is put in. It is kept when you save." in page.content.decode()
    with every_mission():
        assert not text_of(Event.objects.get().dedication)


def test_phrase_that_is_never_translated_is_put_in_as_it_is(desk):
    row = formula()

    page = desk.client.post(EVENT, facts(desk, phrase=str(row.pk), phrase_into="note", insert_phrase="1"))

    form = page.context["form"]
    assert {form[f"note_{code}"].value() for code in ("en", "az", "ur")} == {FORMULA["az"]}


@pytest.mark.parametrize(
    "wrong", [{"phrase": "x"}, {"phrase": "999"}, {"phrase_into": "slug"}, {"phrase_into": ""}]
)
def test_nonsense_puts_nothing_in(desk, wrong):
    row = phrase()
    sent = {"phrase": str(row.pk), "phrase_into": "dedication", "insert_phrase": "1", **wrong}

    page = desk.client.post(EVENT, facts(desk, **sent))

    assert page.status_code == 200
    assert page.context["form"]["dedication_en"].value() in ("", None)
