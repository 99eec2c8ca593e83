"""How people and organisations are named."""

from dataclasses import replace

import pytest

from events.programme.languages import LANGUAGES
from events.programme.names import (
    full_name,
    offices,
    organisation_name,
    party_name,
    party_offices,
    second_mention,
    short_name,
    spoken_name,
    with_initials,
)
from events.programme.people import Office, Organisation, Party, Person
from events.programme.text import NOTHING, Text, Wording
from tests.programmes import exhibition, people, seminar

FARHADOV, RAHMAN, _, AKRAM, YAMIN = people(seminar())
(MUSAYEV,) = people(exhibition())


def person(**texts) -> Person:
    given = {name: Text.of(versions) for name, versions in texts.items()}
    return Person("uid", **{"name": Text.of({"en": "Jane Roe"}), **given})


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "H.E. Khazar Farhadov"),
        ("az", "Zati-aliləri Xəzər Fərhadov"),
        ("ru", "Его Превосходительство Хазар Фархадов"),
        ("ur", "عزت مآب خضر فرہادوف"),
    ],
)
def test_full_name_has_the_honorific_of_its_language(language, expected):
    assert full_name(FARHADOV, language) == Wording(expected, language)


def test_full_name_never_mixes_the_honorific_of_another_language():
    # There is an honorific in Turkish, but no name.
    assert full_name(FARHADOV, "tr", ("en",)) == Wording("H.E. Khazar Farhadov", "en")
    assert full_name(person(honorific={"ur": "عزت مآب"}), "ur", ("en",)) == Wording("Jane Roe", "en")


@pytest.mark.parametrize("slip", ["H.E", "H.E ", "H. E.", "H.E.", " H.E. "])
def test_full_name_puts_both_points_and_one_blank_after_excellency(slip):
    assert str(full_name(person(name={"en": "Jane  Roe"}, honorific={"en": slip}), "en")) == "H.E. Jane Roe"


def test_full_name_keeps_letters_as_they_are():
    named = person(name={"az": "İlham İsmayılov", "en": "ilham ismayilov"})

    assert str(full_name(named, "az")) == "İlham İsmayılov"
    assert str(second_mention(named, "az")) == "İ. İsmayılov"
    assert str(second_mention(named, "en")) == "i. ismayilov"


def test_short_name_is_the_name_alone():
    assert short_name(FARHADOV, "ur") == Wording("خضر فرہادوف", "ur")
    assert short_name(person(name={}), "en") == Wording("", "en")


def test_second_mention_is_what_the_office_of_the_person_wants():
    assert second_mention(FARHADOV, "en") == Wording("Mr. Farhadov", "en")
    assert second_mention(MUSAYEV, "ru") == Wording("П. Мусаев", "ru")


def test_second_mention_has_initials_where_nothing_is_asked_for():
    assert second_mention(FARHADOV, "az") == Wording("X. Fərhadov", "az")
    assert second_mention(AKRAM, "en") == Wording("K. T. Akram", "en")
    assert second_mention(AKRAM, "ur") == Wording("خالد تیمور اکرم", "ur")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Parviz Musayev", "P. Musayev"),
        ("Пярвиз Мусаев", "П. Мусаев"),
        ("Khalid Teymur Akram", "K. T. Akram"),
        ("Jean-Pierre Dupont", "J.-P. Dupont"),
        ("Ludwig van der Berg", "L. van der Berg"),
        ("Khalid bin Walid", "K. bin Walid"),
        ("van Beethoven", "van Beethoven"),
        ("Pərviz Əli oğlu Musayev", "P. Ə. Musayev"),
        ("Лейла Ариф кызы Мамедова", "Л. А. Мамедова"),
        ("John Roe Jr.", "J. Roe Jr."),
        ("P. Musayev", "P. Musayev"),
        ("P.Musayev", "P.Musayev"),
        ("Madonna", "Madonna"),
        ("خضر فرہادوف", "خضر فرہادوف"),
        ("N\u0303ame Roe", "N\u0303. Roe"),
        ("N\u0303 Roe", "N\u0303. Roe"),
        ("Khalid خضر Roe", "Khalid خضر Roe"),
        ("III", "III"),
        ("van", "van"),
        ("", ""),
    ],
)
def test_initials(name, expected):
    assert with_initials(name) == expected


def test_spoken_name_is_how_it_is_pronounced_if_that_is_known():
    spoken = replace(FARHADOV, spoken=Text.of({"en": "KHA-zar far-HA-dov"}))

    assert spoken_name(spoken, "en") == Wording("KHA-zar far-HA-dov", "en")
    assert spoken_name(spoken, "az") == Wording("Zati-aliləri Xəzər Fərhadov", "az")


def test_offices_have_commas_inside_and_semicolons_between():
    assert offices(YAMIN, "en") == Wording(
        "Associate Professor; Dean, International Peace and Stability Center, "
        "National University of Science and Technology",
        "en",
    )


def test_offices_end_with_the_rank():
    assert offices(MUSAYEV, "en") == Wording(
        "Deputy chief, State Migration Service; III rank state migration service counselor", "en"
    )
    assert str(offices(MUSAYEV, "az")) == (
        "Rəis müavini, Dövlət Miqrasiya Xidməti; III dərəcəli Dövlət Miqrasiya Xidməti müşaviri"
    )


def test_offices_in_urdu_have_its_comma_and_semicolon():
    dean = replace(
        YAMIN,
        offices=(Office(YAMIN.offices[0].title, YAMIN.offices[0].organisation.parent),),
    )

    assert offices(dean, "ur") == Wording(
        "ایسوسی ایٹ پروفیسر؛ ڈین، نیشنل یونیورسٹی آف سائنسز اینڈ ٹیکنالوجی", "ur"
    )


def test_offices_of_which_a_part_is_missing_stand_whole_in_another_language():
    # The centre has no name in Urdu, the university none in Turkish.
    assert offices(YAMIN, "ur", ("en",)).language == "en"
    assert offices(AKRAM, "az", ("en",)) == Wording(
        "Executive Director, Research Center for a Shared Future Society", "en"
    )


def test_offices_leave_out_a_part_that_no_fuller_language_has():
    director = person()
    director = replace(
        director,
        offices=(Office(Text.of({"az": "Direktor"}), Organisation("o", Text.of({"en": "Institute"}))),),
    )

    assert offices(director, "az", ("en",)) == Wording("Direktor", "az")


def test_offices_do_not_repeat_an_organisation_that_the_title_names():
    institute = Organisation("o", Text.of({"en": "Institute of Policy Studies"}))
    director = replace(
        person(), offices=(Office(Text.of({"en": "Director of the Institute of Policy Studies"}), institute),)
    )

    assert str(offices(director, "en")) == "Director of the Institute of Policy Studies"


def test_nobody_without_offices_has_any():
    assert offices(person(), "ur", ("en",)) == Wording("", "ur")


def test_party_is_a_person_an_organisation_or_words():
    institute = seminar().hosts[1].organisation

    assert party_name(Party(person=FARHADOV), "en") == Wording("H.E. Khazar Farhadov", "en")
    assert party_offices(Party(person=RAHMAN), "en") == Wording("Director, Institute of Policy Studies", "en")
    assert party_name(Party(organisation=institute), "az") == Wording("Siyasi Tədqiqatlar İnstitutu", "az")
    assert party_offices(Party(organisation=institute), "en") == Wording(
        "one of the leading think tanks of this country", "en"
    )
    assert party_name(Party(words=Text.of({"en": "A student"})), "ur") == Wording("A student", "en")
    assert party_offices(Party(words=Text.of({"en": "A student"})), "ur") == Wording("", "ur")


def test_organisation_is_named_with_those_to_which_it_belongs():
    assert organisation_name(YAMIN.offices[0].organisation, "ru") == Wording(
        "Международный центр мира и стабильности, Национальный университет науки и технологий", "ru"
    )


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_nothing_is_made_up_for_nobody(language):
    nobody = Person("uid", NOTHING)
    names = (full_name, short_name, second_mention, spoken_name, offices)

    assert [name(nobody, language) for name in names] == [Wording("", language)] * 5
