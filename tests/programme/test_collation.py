"""The order of the alphabet in each of our languages."""

import pytest

from events.programme.collation import sort_key

SORTED = {
    "en": "Abrar, Ahmed Khan, Ahmedov, Élise, Farhadov, Zafar",
    "az": "Camal, Çingiz, Əliyev, Fərhadov, Gülnar, Hüseyn, Xəzər, Ilqar, İlham, Qafarov, Ömər, Şəhla, Vasif, Zülfü",
    "tr": "Can, Çağlar, Deniz, Gül, Ğ, Hasan, Irmak, İbrahim, Jale, Okan, Ömer, Su, Şule, Umut, Ümit, Zeki",
    "ru": "Алиев, Ёлкин, Жанна, Иванов, Йод, Керимов, Щукин, Юсиф, Яшар",
    "ur": "ابرار, آصف, بلال, پرویز, تغرل, ٹیپو, خالد, خزر, سید, شکیل, کریم, گل, ہارون, یامین",
}


@pytest.mark.parametrize("language", SORTED)
def test_names_stand_in_the_order_of_the_alphabet_of_their_language(language):
    names = SORTED[language].split(", ")

    assert sorted(reversed(names), key=lambda name: sort_key(name, language)) == names


def test_letters_of_their_own_are_sorted_apart_in_azerbaijani_and_with_their_like_in_english():
    names = ["Cz", "Ça", "Da"]

    assert sorted(names, key=lambda name: sort_key(name, "az")) == ["Cz", "Ça", "Da"]
    assert sorted(names, key=lambda name: sort_key(name, "en")) == ["Ça", "Cz", "Da"]


def test_the_two_letters_i_of_azerbaijani_and_turkish_are_told_apart_in_capitals():
    assert sort_key("ILQAR", "az")[0] == sort_key("ılqar", "az")[0]
    assert sort_key("İLHAM", "tr")[0] == sort_key("ilham", "tr")[0]
    assert sort_key("ILHAM", "az")[0] != sort_key("ilham", "az")[0]


def test_a_shorter_word_comes_first_and_marks_and_apostrophes_do_not_count():
    names = ["Ali Zafar", "Alia", "O’Neil", "Oneil B"]

    assert sorted(reversed(names), key=lambda name: sort_key(name, "en")) == names


def test_what_is_written_in_another_script_comes_last():
    assert sorted(["خالد", "Zafar", "Хазар"], key=lambda name: sort_key(name, "en")) == [
        "Zafar",
        "Хазар",
        "خالد",
    ]


def test_arabic_forms_of_a_letter_are_filed_under_the_urdu_one():
    assert sort_key("علي", "ur")[0] == sort_key("علی", "ur")[0]
    assert sort_key("كريم", "ur")[0] == sort_key("کریم", "ur")[0]
