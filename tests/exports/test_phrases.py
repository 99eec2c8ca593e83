"""A phrase that is never translated: kept, marked with its language and explained once, in print and in calendars."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from events.exports import FORMATS
from events.exports.pdf.booklet import _dedications
from events.exports.pdf.voice import Voice
from events.programme.phrases import Phrase
from events.programme.text import Text, Wording
from tests.exports.printed import text
from tests.exports.released import SITE, item, released, small

WORDS = "Allah rəhmət eləsin!"
FORMULA = Phrase(WORDS, "az", Text.of({"en": "May Allah have mercy on them!"}))


def programme():
    lines = [item(title, text=Text.of({"en": f"{WORDS} We remember."})) for title in ("First", "Second")]
    return released(replace(small(*lines), phrases=(FORMULA,)))


@pytest.mark.parametrize("name", ["a4", "booklet"])
def test_print_keeps_the_phrase_and_explains_it_once(name):
    said = text(FORMATS[name].render(programme(), ("en",), SITE))

    assert said.count("May Allah have mercy on them!") == 1
    assert said.count("Allah rəhmət eləsin!") == 2
    assert said.index("(May Allah") < said.rindex("Allah rəhmət")


def test_calendar_explains_it_once():
    event = replace(programme(), dedication=Text.of({"az": WORDS}))
    said = FORMATS["ics"].render(event, ("en",), SITE).decode().replace("\r\n ", "")

    assert said.count(f"{WORDS} (May Allah have mercy on them!)") == 1


def test_data_keep_the_phrase_and_its_meaning_apart():
    said = FORMATS["json"].render(programme(), ("en",), SITE).decode()

    assert said.count("May Allah have mercy on them!") == 1
    assert '"phrases"' in said


def test_sheet_marks_the_phrase_with_its_language_within_another_text():
    voice = Voice("en", phrases=(FORMULA,))

    assert voice.mark(Wording(f"Rise. {WORDS} <b>", "en")) == (
        'Rise. <span lang="az" dir="ltr">Allah rəhmət eləsin!</span> &lt;b&gt;'
    )
    assert voice.mark(Wording("Rise.", "en")) == "Rise."


def test_sheet_from_right_to_left_keeps_the_direction_of_the_phrase():
    said = Voice("ur", phrases=(FORMULA,)).mark(Wording(f"دعا {WORDS}", "ur"))

    assert '<span lang="az" dir="ltr">\u2066Allah rəhmət eləsin!\u2069</span>' in said


def spoken(programme, name="ics"):
    return FORMATS[name].render(programme, ("en",), SITE).decode().replace("\r\n ", "")


def test_summary_that_is_a_phrase_is_marked_with_its_language_and_one_that_holds_it_with_its_own():
    alone = replace(programme(), title=Text.of({"en": WORDS}))
    within = replace(programme(), title=Text.of({"en": f"{WORDS} An evening in memory of the martyrs"}))

    assert f"SUMMARY;LANGUAGE=az:{WORDS}" in spoken(alone)
    assert "DESCRIPTION;LANGUAGE=en:" in spoken(alone)
    assert "SUMMARY;LANGUAGE=en:" in spoken(within)


def test_broken_heading_and_every_dedication_of_the_booklet_keep_the_language():
    voice = Voice("en", phrases=(FORMULA,))
    marked = '<span lang="az" dir="ltr">Allah rəhmət eləsin!</span>'
    event = replace(
        programme(),
        languages=("en", "az"),
        dedication=Text.of({"en": f"To the martyrs. {WORDS}", "az": "Şəhidlərə"}),
    )

    assert voice.title(Text.of({"en": f"To the martyrs. {WORDS}"}), 20) == f"To the martyrs. {marked}"
    assert [each.lines for each in _dedications(event, ("en",))] == [
        [f"To the martyrs. {marked}"],
        ["Şəhidlərə"],
    ]


@pytest.mark.parametrize("name", ["docx", "run-sheet-docx"])
def test_word_file_tags_the_run_of_the_phrase(name):
    line = item("First", text=Text.of({"en": WORDS}), staff_text=Text.of({"en": f"{WORDS} Rise."}))
    event = released(replace(small(line), phrases=(FORMULA,)))
    with ZipFile(BytesIO(FORMATS[name].render(event, ("en",), SITE))) as file:
        document = file.read("word/document.xml").decode()

    runs = [run for run in document.split("<w:r>") if WORDS in run]
    assert runs
    assert all('<w:lang w:val="az' in run for run in runs)
