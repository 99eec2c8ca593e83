"""One person, many spellings: each with letters, language and source, confirmed or not; one is printed."""

from datetime import date

import pytest

from events.models import NameVariant, Person, User
from events.models.fields import text_of
from events.operations.registers import add_variant, change_entry
from tests.factories import make_member, make_mission, make_organisation, make_person
from tests.views.registers.entries import PEOPLE, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def mission():
    return make_mission(languages=["en", "az", "ru", "ur"])


@pytest.fixture
def huseyin(mission):
    """As source A prints the name, with how the press items about the institute print it."""
    person = make_person(mission, name={"en": "Seyid Abrar Huseyin", "az": "Seyid Abrar Hüseyn"})
    officer = make_member(mission, name="other").user
    source = "press items about the institute"
    add_variant(person, name="Syed Abrar Hussain", language="en", source=source, by=officer)
    return person


def note(desk, person, **values):
    spelling = {"name": "Syed Hussain", "language": "en", "source": "A card"}
    return desk.post(f"{PEOPLE}{person.pk}/spellings/", {**spelling, **values})


def lines(desk, person):
    """What the page tells of each spelling."""
    told = desk.get(f"{PEOPLE}{person.pk}/").context["spellings"]
    return [
        (each.language, each.name, each.is_printed, list(map(str, each.letters)), each.confirmed)
        for each in told
    ]


def test_spelling_is_noted_with_its_source_found_and_taken_out(desk, mission):
    person = make_person(mission, name={"en": "Khalid Rahman"})
    spelling = {"name": "Халид Рахман", "language": "ru", "source": "Letter of 5 January 2023"}

    note(desk, person, **spelling, confirmed="on", confirmed_on="9 January 2023", confirmed_by="His office")

    kept = NameVariant.objects.get()
    assert (kept.name, kept.language, kept.source, kept.confirmed) == (*spelling.values(), True)
    assert (kept.confirmed_on, kept.confirmed_by) == (date(2023, 1, 9), "His office")
    assert "9 January 2023" in text(desk.get(f"{PEOPLE}{person.pk}/"))
    assert len(desk.get(PEOPLE, {"q": "Рахман"}).context["page"]) == 1

    desk.post(f"{PEOPLE}{person.pk}/spellings/{kept.pk}/remove/")
    assert not NameVariant.objects.exists()


def test_spelling_without_source_or_noted_already_is_refused_and_kept(desk, huseyin):
    nowhere = note(desk, huseyin, name="Husayn", source="")
    again = note(desk, huseyin, name="Syed Abrar Hussain")

    assert (nowhere.status_code, again.status_code) == (422, 422)
    assert 'value="Husayn"' in text(nowhere)
    assert "This spelling is noted already." in text(again)
    assert NameVariant.objects.count() == 1


def test_spellings_stand_by_language_the_printed_one_first_with_its_letters(desk, huseyin):
    note(desk, huseyin, name="سید ابرار حسین", language="ur")

    assert lines(desk, huseyin) == [
        ("az", "Seyid Abrar Hüseyn", True, ["Latin letters"], False),
        ("en", "Seyid Abrar Huseyin", True, ["Latin letters"], False),
        ("en", "Syed Abrar Hussain", False, ["Latin letters"], False),
        ("ur", "سید ابرار حسین", False, ["Arabic letters"], False),
    ]


@pytest.mark.parametrize(
    ("language", "name", "words"),
    [
        ("ru", "Vasif Qafarov", "This language is written in Cyrillic letters; “Vasif” has others."),
        ("en", "Васиф Гафаров", "This language is written in Latin letters; “Васиф” has others."),
        ("ur", "Vasif Gafarov", "This language is written in Arabic letters; “Vasif” has others."),
    ],
)
def test_spelling_in_the_wrong_script_is_refused_at_its_field_and_kept(desk, huseyin, language, name, words):
    refused = note(desk, huseyin, name=name, language=language)

    assert refused.status_code == 422
    assert refused.context["form"].errors == {"name": [words]}
    assert f'value="{name}"' in text(refused)
    assert NameVariant.objects.count() == 1


def test_name_in_the_wrong_script_is_refused_at_the_input_of_its_language(desk, mission):
    refused = desk.post(
        f"{PEOPLE}new/",
        {
            "name_en": "Khazar Farhadov",
            "name_ru": "Khazar Farhadov",
            "offices-TOTAL_FORMS": 0,
            "offices-INITIAL_FORMS": 0,
        },
    )

    assert refused.status_code == 422
    assert list(refused.context["form"].errors) == ["name_ru"]
    assert 'id="id_name_ru_error"' in text(refused)
    assert not Person.objects.exists()


def test_spelling_of_an_organisation_may_have_foreign_words_within_but_not_alone(desk, mission):
    centre = make_organisation(mission, name={"en": "Expo Centre"})
    address = f"/desk/azembassy-islamabad/organisations/{centre.pk}/spellings/"

    alone = desk.post(address, {"name": "Expo Centre", "language": "ru", "source": "A card"})
    within = desk.post(address, {"name": "Центр Expo", "language": "ru", "source": "A card"})

    assert (alone.status_code, within.status_code) == (422, 302)


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"confirmed_by": "Her office"}, {"confirmed": ["Tick this, or empty the day and who told it."]}),
        (
            {"confirmed": "on", "confirmed_on": "1 January 2098"},
            {"confirmed_on": ["This day is still to come."]},
        ),
    ],
)
def test_confirmation_that_cannot_be_is_refused_at_its_field(desk, huseyin, typed, errors):
    refused = note(desk, huseyin, **typed)

    assert (refused.status_code, refused.context["form"].errors) == (422, errors)


def test_another_spelling_is_printed_by_one_click_and_the_former_stays_noted(desk, huseyin):
    chosen = NameVariant.objects.get()

    answer = desk.post(f"{PEOPLE}{huseyin.pk}/spellings/{chosen.pk}/print/", follow=True)

    assert "“Syed Abrar Hussain” is printed from now on." in text(answer)
    kept = Person.objects.get()
    assert dict(text_of(kept.name).versions) == {"az": "Seyid Abrar Hüseyn", "en": "Syed Abrar Hussain"}
    assert [(each[1], each[2]) for each in lines(desk, huseyin)] == [
        ("Seyid Abrar Hüseyn", True),
        ("Syed Abrar Hussain", True),
        ("Seyid Abrar Huseyin", False),
    ]
    assert len(desk.get(PEOPLE, {"q": "Huseyin"}).context["page"]) == 1


def test_person_is_confirmed_in_the_spelling_that_is_printed_or_is_not(desk, huseyin):
    """The officer telephones, is told the spelling, prints it; then tries the first one again."""
    note(desk, huseyin, name="Syed A. Hussain", confirmed="on", confirmed_by="The secretary")
    told = NameVariant.objects.get(confirmed=True)
    desk.post(f"{PEOPLE}{huseyin.pk}/spellings/{told.pk}/print/")

    now = Person.objects.get()
    assert (now.confirmed, now.confirmed_by) == (True, "The secretary")

    first = NameVariant.objects.get(name="Seyid Abrar Huseyin")
    desk.post(f"{PEOPLE}{huseyin.pk}/spellings/{first.pk}/print/")
    assert not Person.objects.get().confirmed
    assert NameVariant.objects.get(name="Syed A. Hussain").confirmed


def test_confirming_the_printed_spelling_confirms_the_person(desk, huseyin):
    note(desk, huseyin, name="Seyid Abrar Huseyin", source="The institute’s letter", confirmed="on")

    assert Person.objects.get().confirmed


@pytest.mark.parametrize("words", ["Syed Abrar Hussain", "seyid abrar huseyin", "Hüseyn", "HUSSAIN", "Сейид"])
def test_person_is_found_by_every_spelling(desk, huseyin, words):
    assert [line.entry for line in desk.get(PEOPLE, {"q": words}).context["page"]] == [huseyin]


def test_page_in_each_language_names_the_person_as_that_language_spells(desk, mission):
    make_person(mission, name={"en": "Vasif Gafarov", "az": "Vasif Qafarov"})

    found = {}
    for language in ("en", "az"):
        User.objects.update(language=language)
        found[language] = str(desk.get(PEOPLE, {"q": "gafarov"}).context["page"][0].name)

    assert found == {"en": "Vasif Gafarov", "az": "Vasif Qafarov"}


# Confirmed, and changed afterwards


@pytest.fixture
def confirmed(mission):
    return make_person(
        mission,
        name={"en": "Khalid Rahman"},
        confirmed=True,
        confirmed_on=date(2023, 1, 9),
        confirmed_by="His office",
    )


def changed(desk, person, **values):
    address = f"{PEOPLE}{person.pk}/change/"
    form = desk.get(address).context["form"]
    kept = {name: form[name].value() for name in form.fields}
    counts = {"offices-TOTAL_FORMS": 0, "offices-INITIAL_FORMS": 0}
    data = {**{name: value for name, value in kept.items() if value not in (None, False)}, **counts, **values}
    return desk.post(address, {name: value for name, value in data.items() if value is not None})


def test_changed_spelling_is_not_confirmed_by_what_was_said_of_another(desk, confirmed):
    refused = changed(desk, confirmed, name_en="Khaled Rahman")

    assert refused.status_code == 422
    assert list(refused.context["form"].errors) == ["confirmed"]
    assert 'value="Khaled Rahman"' in text(refused)


@pytest.mark.parametrize(
    ("values", "is_confirmed"),
    [
        ({"name_en": "Khaled Rahman", "confirmed_by": "His secretary, by telephone"}, True),
        (
            {"name_en": "Khaled Rahman", "confirmed": None, "confirmed_on": "", "confirmed_by": ""},
            False,
        ),
        # Another language is added, nothing that was confirmed changes.
        ({"name_ru": "Халид Рахман"}, True),
    ],
)
def test_changed_spelling_is_saved_with_who_confirmed_it_or_unconfirmed(
    desk, confirmed, values, is_confirmed
):
    assert changed(desk, confirmed, **values).status_code == 302

    assert Person.objects.get().confirmed is is_confirmed


def test_two_officers_at_the_day_of_confirmation_read_it_in_words(desk, confirmed, mission):
    address = f"{PEOPLE}{confirmed.pk}/change/"
    before = desk.get(address).context["form"]["version"].value()
    with_another = make_member(mission, name="other").user
    change_entry(confirmed, before, by=with_another, confirmed_on=date(2023, 1, 10))

    met = changed(desk, confirmed, version=before, confirmed_on="11 January 2023")

    assert met.status_code == 409
    assert "10 January 2023" in text(met)
