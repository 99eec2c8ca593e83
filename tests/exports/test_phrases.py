"""A phrase that is never translated: kept, marked with its language and explained once, in print and in calendars."""

from dataclasses import replace

import pytest

from events.exports import FORMATS
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
