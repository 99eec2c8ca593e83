"""First and second mention, spoken, on a card and on an envelope: by the rules of each language, or as wanted."""

from dataclasses import replace

import pytest

from events.programme.envelopes import envelope
from events.programme.honorifics import HONORIFICS, honorific, parted
from events.programme.names import card_name, first_mention, full_name, second_mention, spoken_name
from events.programme.people import Office, Organisation, Person
from events.programme.text import Text, Wording
from tests.programmes import exhibition, people, seminar

FARHADOV, RAHMAN, *_, YAMIN = people(seminar())
(MUSAYEV,) = people(exhibition())
BY_RULE = replace(FARHADOV, second_mention=Text())


def with_honorific(words: str, language: str = "en", person: Person = BY_RULE) -> Person:
    return replace(person, honorific=Text.of({language: words}))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "H.E. Khazar Farhadov, Ambassador of Azerbaijan to Pakistan"),
        ("az", "Zati-aliləri Xəzər Fərhadov, Azərbaycanın Pakistandakı səfiri"),
        ("ru", "Его Превосходительство Хазар Фархадов, Посол Азербайджана в Пакистане"),
        ("ur", "عزت مآب خضر فرہادوف، پاکستان میں آذربائیجان کے سفیر"),
    ],
)
def test_first_mention_is_the_full_name_with_the_office(language, words):
    assert first_mention(FARHADOV, language) == Wording(words, language)


def test_first_mention_leaves_out_offices_that_are_not_there_in_its_language():
    director = replace(RAHMAN, offices=(Office(Text.of({"az": "Direktor"})),))

    assert str(first_mention(director, "en")) == "Khalid Rahman"


@pytest.mark.parametrize(
    ("language", "before", "again"),
    [
        ("en", "H.E.", "H.E. Farhadov"),
        ("en", "H.E Mr", "H.E. Mr Farhadov"),
        ("en", "Mr.", "Mr. Farhadov"),
        ("en", "", "K. Farhadov"),
        ("en", "Sheikh", "K. Farhadov"),
        ("az", "Zati-aliləri", "X. Fərhadov"),
        ("az", "cənab", "cənab Fərhadov"),
        ("ru", "Его Превосходительство", "Х. Фархадов"),
        ("ru", "г-н", "г-н Фархадов"),
        ("ur", "عزت مآب", "عزت مآب خضر فرہادوف"),
    ],
)
def test_second_mention_goes_by_the_honorific_and_the_language(language, before, again):
    assert second_mention(with_honorific(before, language), language) == Wording(again, language)


def test_turkish_repeats_the_courtesy_with_the_family_name_and_the_excellency_with_initials():
    person = replace(BY_RULE, name=Text.of({"tr": "Hazar Farhadov"}))

    assert str(second_mention(with_honorific("Sayın", "tr", person), "tr")) == "Sayın Farhadov"
    assert str(second_mention(with_honorific("Ekselansları", "tr", person), "tr")) == "H. Farhadov"


def test_second_mention_of_the_service_is_the_initial_and_the_family_name():
    assert str(second_mention(MUSAYEV, "en")) == "P. Musayev"


@pytest.mark.parametrize(
    ("before", "spoken"),
    [
        ("H.E. Mr", "His Excellency Mr Khazar Farhadov"),
        ("H.E. Ms", "Her Excellency Ms Khazar Farhadov"),
        ("Prof.", "Professor Khazar Farhadov"),
        # Of which sex the excellency is, nobody has said.
        ("H.E.", "H.E. Khazar Farhadov"),
    ],
)
def test_spoken_form_says_in_full_what_is_shortened_before_the_name(before, spoken):
    assert str(spoken_name(with_honorific(before), "en")) == spoken


def test_each_form_can_be_wanted_otherwise():
    wanted = replace(
        FARHADOV,
        first_mention=Text.of({"en": "His Excellency  Ambassador Farhadov"}),
        place_card=Text.of({"en": "The Ambassador of Azerbaijan"}),
        spoken=Text.of({"en": "KHA-zar far-HA-dov"}),
    )

    assert str(full_name(wanted, "en")) == "His Excellency Ambassador Farhadov"
    assert str(card_name(wanted, "en")) == "The Ambassador of Azerbaijan"
    assert str(spoken_name(wanted, "en")) == "KHA-zar far-HA-dov"
    assert str(second_mention(wanted, "en")) == "Mr. Farhadov"
    # In another language the rules hold.
    assert str(card_name(wanted, "az")) == "Zati-aliləri Xəzər Fərhadov"


def test_card_says_the_first_mention_unless_it_is_wanted_otherwise():
    wanted = replace(FARHADOV, first_mention=Text.of({"en": "Ambassador Farhadov"}))

    assert str(card_name(wanted, "en")) == str(spoken_name(wanted, "en")) == "Ambassador Farhadov"


def test_envelope_has_name_office_organisations_and_city_a_line_each():
    university = Organisation("u", Text.of({"en": "A University"}), city=Text.of({"en": "Islamabad"}))
    centre = replace(university, name=Text.of({"en": "A Centre"}), parent=university)
    dean = replace(
        RAHMAN,
        honorific=Text.of({"en": "Dr"}),
        academic_title=Text.of({"en": "Associate Professor"}),
        offices=(Office(Text.of({"en": "Dean"}), centre), Office(Text.of({"en": "Chair"}), university)),
    )

    assert envelope(dean, "en") == Wording(
        "Dr Khalid Rahman\nAssociate Professor\nDean\nA Centre\nA University\nIslamabad", "en"
    )


def test_envelope_does_not_mix_languages():
    assert envelope(YAMIN, "ur").language == "ur"
    assert "International" not in envelope(YAMIN, "ur").text


def test_envelope_does_not_repeat_an_organisation_that_the_office_names():
    institute = Organisation("o", Text.of({"en": "Institute of Policy Studies"}))
    director = replace(
        RAHMAN, offices=(Office(Text.of({"en": "Director of the Institute of Policy Studies"}), institute),)
    )

    assert str(envelope(director, "en")) == "Khalid Rahman\nDirector of the Institute of Policy Studies"


@pytest.mark.parametrize(
    ("typed", "before", "name"),
    [
        ("H.E  Farhadov", "H.E.", "Farhadov"),
        ("H. E. Mr Farhadov", "H.E. Mr", "Farhadov"),
        ("Prof. Dr Tughral Yamin", "Prof. Dr", "Tughral Yamin"),
        ("cənab Xəzər Fərhadov", "cənab", "Xəzər Fərhadov"),
        # The name of a woman.
        ("Xanım Məmmədova", "", "Xanım Məmmədova"),
        ("Khazar Farhadov", "", "Khazar Farhadov"),
        ("H.E.", "", "H.E."),
        ("", "", ""),
    ],
)
def test_what_is_before_a_name_is_told_from_the_name(typed, before, name):
    assert parted(typed) == (before, name)


def test_honorifics_of_the_glossary_are_known():
    assert {language: several[0].words for language, several in HONORIFICS.items()} == {
        "en": "H.E.",
        "az": "Zati-aliləri",
        "ru": "Его Превосходительство",
        "ur": "عزت مآب",
        "tr": "Ekselansları",
    }
    assert honorific("H.E", "en") == HONORIFICS["en"][0]


def test_each_language_has_its_own_spelling():
    gafarov = Person(
        "gafarov", Text.of({"en": "Vasif Gafarov", "az": "Vasif Qafarov", "ru": "Васиф Гафаров"})
    )

    said = {language: str(full_name(gafarov, language)) for language in ("en", "az", "ru")}
    assert said == {"en": "Vasif Gafarov", "az": "Vasif Qafarov", "ru": "Васиф Гафаров"}
