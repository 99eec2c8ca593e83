"""Search finds a name in every language, spelling and keyboard, and does not find everything."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.programme.fold import finds, fold, search_terms, search_text, sounds

ANY_TEXT = st.text() | st.text(alphabet="əƏıİIiğşçöüŞÇёЁйЙгхкیيىكکهہھـ‌'’- 0۲٣aAqQxX")

SAME_LETTERS = [
    ("sehidler", "şəhidlər"),
    ("sehidler", "ŞƏHİDLƏR"),
    ("qizi", "qızı"),
    ("ismayıl", "İsmayıl"),
    ("ismayil", "İSMAYIL"),
    ("isik", "IŞIK"),
    ("کراچی", "كراچي"),
    ("کراچی", "کراچى"),
    ("سانحہ", "سانحۂ"),
    ("پیغام", "پـيغام"),
    ("می روم", "می روم"),
    ("میروم", "می\N{ZERO WIDTH NON-JOINER}روم"),
    ("کھلنے", "كهلنے"),
    ("20 جنوری", "۲۰ جنوری"),
    ("Ковалев", "Ковалёв"),
    ("kuran i kerim", "Kur’an-ı Kerim"),
    ("20 yanvar", "20  Yanvar –"),
    ("u̇lker", "Ülker"),
]


@pytest.mark.parametrize(("typed", "kept"), SAME_LETTERS)
def test_same_letters_of_another_keyboard_fold_to_one(typed, kept):
    assert fold(typed) == fold(kept)
    assert finds(typed, search_text([f"… {kept}, 1990"]))


SAME_SOUNDS = [
    ("Qafarov", "Gafarov", "Гафаров"),
    ("Farhadov", "Fərhadov", "Ferhadov", "Фархадов"),
    ("Xəzər", "Khazar", "Hazar", "Хазар"),
    ("Musayev", "Musaev", "Мусаев"),
    ("Əliyev", "Aliyev", "Aliev", "Алиев"),
    ("Pərviz", "Parviz", "Парвиз"),
    ("Qarabağ", "Karabakh", "Garabagh", "Karabagh", "Карабах"),
    ("Sumqayıt", "Sumgait", "Sumgayit", "Сумгаит"),
    ("Heydər", "Heydar", "Гейдар", "Haydar"),
    ("Hüseyn", "Huseyin", "Hussain", "Гусейн"),
    ("Cavid", "Javid", "Djavid", "Джавид"),
    ("Ceyhun", "Jeyhun", "Джейхун"),
    ("Çingiz", "Chingiz", "Cingiz", "Чингиз"),
    ("Şahin", "Shahin", "Sahin", "Шахин"),
    ("Məmməd", "Mammad", "Mamed", "Мамед"),
    ("Yaqub", "Yagub", "Ягуб"),
    ("Rəhman", "Rahman", "Rehman", "Рахман"),
    ("İlham", "Ilham", "Ильхам"),
    ("Wahid", "Vahid", "Вахид"),
    ("Saleem", "Salim", "Səlim"),
]


@pytest.mark.parametrize(
    ("typed", "kept"), [pair for names in SAME_SOUNDS for pair in product(names, names)], ids=str
)
def test_name_is_found_however_it_was_transliterated(typed, kept):
    assert sounds(typed) == sounds(kept)
    assert finds(typed, search_text(["20 January", kept]))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Musayev", "Gafarov"),
        ("Farhadov", "Gafarov"),
        ("Rahman", "Yamin"),
        ("Akram", "Rahman"),
        ("Baku", "Bukhara"),
        ("seminar", "cinema"),
        ("2023", "2015"),
    ],
)
def test_other_names_are_not_found(typed, kept):
    assert not finds(typed, search_text([kept]))


def test_beginning_of_a_name_finds_it_while_it_is_typed():
    kept = search_text(["Vasif Qafarov"])

    assert all(finds("Gafarov"[:typed], kept) for typed in range(3, 8))


def test_every_word_has_to_be_found_in_any_language_of_the_row():
    kept = search_text(["National Mourning Day", "Ümumxalq Hüzn Günü", "День всенародной скорби"])

    assert finds("huzn national", kept)
    assert finds("скорбь"[:-1], kept)
    assert not finds("huzn reception", kept)


def test_short_words_and_figures_are_found_as_written_alone():
    assert search_terms("20 Əl Yamin") == [("20",), ("el",), ("yamin", "~iamin")]


def test_nothing_typed_finds_everything():
    assert search_terms(" – ") == []
    assert finds("", search_text(["Gafarov"]))


def test_search_text_keeps_each_text_once_and_then_the_sounds():
    assert search_text(["Vasif Qafarov", "vasif qafarov", "", "سانحۂ 20"]) == (
        "vasif qafarov\nسانحہ 20\n~vasif ~gafaruv"
    )


@given(ANY_TEXT)
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_capitals_marks_and_blanks_do_not_matter(text):
    assert fold(f"  {text}\t") == fold(text)
    assert "~" not in fold(text)
    assert "%" not in fold(text)
    assert "\n" not in fold(text)


@given(ANY_TEXT)
def test_what_is_kept_is_found_again_by_itself(text):
    assert finds(text, search_text(["Gafarov", text]))


@given(st.text(alphabet="abcçdeəfgğhxıijkqlmnoöprsştuüvyz", min_size=1))
def test_azerbaijani_word_in_capitals_is_found_by_its_small_letters(word):
    capitals = word.replace("i", "İ").replace("ı", "I").upper()

    assert fold(capitals) == fold(word)
