"""Nothing is torn and nothing lost: where the pages of the A4 programme break, and what they refuse."""

import re
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from events.exports.pdf import a4
from events.exports.pdf.errors import LanguagesNotOfferedError, MissingGlyphError, ProgrammeTooLongError
from events.programme.agenda import Part
from events.programme.choices import Cue, Kind, Phase
from events.programme.value import OpeningDay
from tests.exports.printed import canonical, drawn, pages, text, words
from tests.exports.released import SITE, at, english, item, named, released, small, speaker
from tests.programmes import exhibition, seminar

A4_WIDTH, A4_HEIGHT = 595.3, 841.9
SHEETS = [("seminar", language) for language in ("en", "az", "ru", "ur")] + [("exhibition", "az")]


def test_no_word_stands_outside_the_page():
    for name, language in SHEETS:
        for _, word, left, top, right, bottom in words(canonical(name, language)):
            assert 0 <= left <= right <= A4_WIDTH, (name, language, word)
            assert 0 <= top <= bottom <= A4_HEIGHT, (name, language, word)


def test_longest_word_and_longest_title_stay_within_the_frame():
    word = "W" * 100
    programme = small(
        item(word, at(10), contributions=(speaker(word),)), title=english(f"{word} {'long title ' * 25}")
    )

    for _, drawn_word, left, _, right, _ in words(drawn(programme)):
        assert 30 < left < right < A4_WIDTH - 30, drawn_word


def test_row_is_never_torn_and_the_head_of_the_table_is_repeated():
    # Two rows and a half to the page: its end would fall within one.
    crowd = [f"{letter}{letter.lower()}" for letter in "ABCDEFGHIJKLMNOPQRSTU"]
    items = [
        item(f"Topic {n}.", at(10, n), contributions=tuple(named(f"{who}{n}.") for who in crowd))
        for n in range(6)
    ]
    parted = [page for page in pages(drawn(small(*items))) if "Topic" in page]

    assert len(parted) > 2
    for page in parted:
        topics = re.findall(r"10:0(\d) Topic (\d)\.", page)
        assert [[number, number] for number, _ in topics] == [list(topic) for topic in topics]
        for who in crowd:
            assert re.findall(rf"{who}(\d)\.", page) == [number for number, _ in topics]
        assert "TIME PROCEEDINGS SPEAKER" in page


def test_heading_of_a_part_never_stands_alone_at_the_foot():
    # Where a page ends, there is nearly always room for one more heading, and none for the row after it.
    crowd = tuple(named(f"Name {n}") for n in range(12))
    parts = tuple(
        Part(str(n), english(f"Part {n}."), Phase.PROGRAMME, (item(f"First {n}.", contributions=crowd),))
        for n in range(9)
    )
    parted = pages(drawn(replace(small(item()), parts=parts)))

    assert len(parted) > 2
    for page in parted:
        assert re.findall(r"Part (\d)\.", page) == re.findall(r"First (\d)\.", page)


def test_silence_stays_with_the_item_before_it():
    items = [item(f"Item {n:02}.", at(10) + n * timedelta(minutes=1)) for n in range(36)]
    for n in range(10, 36, 3):
        items[n] = replace(items[n], kind=Kind.SILENCE, cues=(Cue.REMAIN_STANDING,))

    for page in pages(drawn(small(*items))):
        numbers = re.findall(r"I(?:tem|TEM) (\d\d)\.", page)
        assert not numbers or int(numbers[0]) not in range(10, 36, 3)


def test_agenda_of_more_than_300_rows_is_refused():
    with pytest.raises(ProgrammeTooLongError, match="301 items do not fit a programme; 300 at most"):
        drawn(small(*(item() for _ in range(301))))


@pytest.mark.parametrize("words", ["x" * 101, "word " * 801])
def test_text_that_no_page_can_hold_is_refused(words):
    with pytest.raises(ProgrammeTooLongError, match="at most"):
        drawn(small(item(words)))


def test_character_that_no_font_has_is_named():
    with pytest.raises(MissingGlyphError) as raised:
        drawn(small(item("Candles 🕯 and 汉")))

    assert raised.value.characters == ("汉", "🕯")
    assert "“汉” (U+6C49), “🕯” (U+1F56F)" in str(raised.value)


@pytest.mark.parametrize("languages", [(), ("en", "ur", "az"), ("en", "en"), ("de",)])
def test_one_or_two_languages_of_the_planners_are_offered(languages):
    with pytest.raises(LanguagesNotOfferedError):
        a4.render(released(seminar()), languages, SITE)


def test_open_end_of_a_day_is_said():
    day = OpeningDay(date(2015, 1, 20), time(10))

    assert "Tuesday, 20 January from 10:00" in text(
        drawn(replace(released(exhibition()), days=(day,), children=()))
    )
