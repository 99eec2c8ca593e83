"""A name is written in the letters of its language."""

import pytest

from events.programme.scripts import foreign_name, foreign_word, scripts_of


@pytest.mark.parametrize(
    ("name", "scripts"),
    [
        ("Xəzər Fərhadov", ("LATIN",)),
        ("Хазар Фархадов", ("CYRILLIC",)),
        ("خضر فرہادوف", ("ARABIC",)),
        ("Хазар Farhadov", ("CYRILLIC", "LATIN")),
        ("20", ()),
    ],
)
def test_scripts_are_derived_from_the_letters(name, scripts):
    assert scripts_of(name) == scripts


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Syed Abrar Hussain"),
        ("en", "Seyid Abrar Huseyin"),
        ("en", "Jean-Pierre O’Neill Jr."),
        ("az", "Vasif Qafarov"),
        ("az", "Pərviz Əli oğlu Musayev"),
        ("tr", "İsmail Işık"),
        ("ru", "Васиф Гафаров"),
        ("ru", "Иоанн Павел II"),
        ("ur", "سید ابرار حسین"),
        ("ur", "می\N{ZERO WIDTH NON-JOINER}روم"),
        ("en", "ʻAbd al-Raḥmān"),
        ("ka", "ვასიფ Gafarov"),
        ("en", ""),
    ],
)
def test_name_in_the_letters_of_its_language_has_no_foreign_word(language, name):
    assert foreign_word(name, language) == ""


@pytest.mark.parametrize(
    ("language", "name", "word"),
    [
        ("en", "Васиф Гафаров", "Васиф"),
        ("az", "Васиф Гафаров", "Васиф"),
        ("ru", "Vasif Qafarov", "Vasif"),
        ("ur", "Khazar Farhadov", "Khazar"),
        ("en", "سید ابرار حسین", "سید"),
        # The first letter is a Cyrillic one.
        ("en", "Khalid \N{CYRILLIC CAPITAL LETTER A}kram", "\N{CYRILLIC CAPITAL LETTER A}kram"),
        ("ru", "Васиф Qafarov", "Qafarov"),
    ],
)
def test_first_word_in_other_letters_is_named(language, name, word):
    assert foreign_word(name, language) == word


def test_organisation_may_have_words_of_another_script_within_its_name():
    assert foreign_name("Зал Crystal", "ru") == ""
    assert foreign_name("Institute of Policy Studies", "ru") == "Institute"
    assert foreign_name("20/1", "ru") == ""
