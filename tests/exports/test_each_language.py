"""How print sets each language: capitals with and without their dots, and words divided only by a dictionary."""

import subprocess
from dataclasses import replace

import pytest

from events.exports import FORMATS
from events.exports.pdf.render import draw
from events.programme.choices import Status
from events.programme.text import Text
from tests.exports.printed import text, words
from tests.exports.released import SITE, released
from tests.programmes import seminar

LONG = {
    "en": "commemoration international responsibility",
    "ru": "достопримечательность международная ответственность",
    "az": "ədəbiyyatşünaslığımızdakılardan beynəlxalq məsuliyyətimizdən",
    "tr": "uluslararasılaştırılabilenlerden sorumluluğumuzdan",
}


def drawn(name, programme, language):
    return text(FORMATS[name].render(programme, (language,), SITE))


@pytest.mark.parametrize("name", ["a4", "booklet", "run-sheet", "place-cards"])
@pytest.mark.parametrize(
    ("language", "warning"), [("az", "LAYİHƏ · LƏĞV EDİLİB"), ("tr", "TASLAK · İPTAL EDİLDİ")]
)
def test_running_head_in_capitals_keeps_the_dots_of_its_language(name, language, warning):
    draft = replace(seminar(), status=Status.CANCELLED)

    assert warning in drawn(name, draft, language)


def test_english_words_on_a_turkish_sheet_have_no_dotted_capitals():
    told = drawn("a4", released(seminar()), "tr")

    assert "SEMİNER" in told
    assert "IN MEMORY OF THE MARTYRS" in told


@pytest.mark.parametrize(
    ("language", "is_divided"), [("en", True), ("ru", True), ("az", False), ("tr", False)]
)
def test_only_languages_with_a_dictionary_are_divided_at_the_end_of_a_line(language, is_divided):
    column = f'<p class="prose" style="width: 24mm">{LONG[language]}</p>'
    pdf = draw(
        [f'<html lang="{language}"><title>T</title><body>{column}</body></html>'], ("base.css",), "trial"
    )

    ends = [word for _, word, *_ in words(pdf) if word.endswith(("-", "‐"))]

    assert bool(ends) is is_divided


def test_words_of_another_language_are_divided_by_their_own_dictionary():
    column = f'<p class="prose" lang="ru" style="width: 24mm">{LONG["ru"]}</p>'
    pdf = draw([f'<html lang="az"><title>T</title><body>{column}</body></html>'], ("base.css",), "trial")

    assert any(word.endswith(("-", "‐")) for _, word, *_ in words(pdf))


@pytest.mark.parametrize("name", ["a4", "press", "door-sign", "correction-slip", "place-cards"])
def test_nothing_slants_on_an_urdu_sheet(name):
    told = released(seminar(), subtitle=Text.of({"ur": "(20) جنوری"}))
    pdf = FORMATS[name].render(told, ("ur",), SITE)

    fonts = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True).stdout.decode()

    assert "Italic" not in fonts
