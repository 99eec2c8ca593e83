"""What each kind of item brings with it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from events.programme.agenda import Item, Start
from events.programme.choices import Cue, Kind
from events.programme.kinds import KINDS, item_title
from events.programme.languages import LANGUAGES
from events.programme.text import Text, Wording

SILENCE = Item("uid", Kind.SILENCE, Text(), None, Start(), timedelta(seconds=60))


def test_every_kind_has_a_title_in_five_languages_and_a_length():
    assert set(KINDS) == set(Kind)
    for kind, facts in KINDS.items():
        assert set(facts.title.languages) == set(LANGUAGES), kind
        assert facts.usual > timedelta(0), kind


def test_titles_tell_kinds_apart_in_every_language_but_for_speeches():
    # An address and remarks are one word in Azerbaijani, Russian and Turkish.
    kinds = [kind for kind in Kind if kind is not Kind.REMARKS]
    for language in LANGUAGES:
        titles = [KINDS[kind].title.wording(language).text for kind in kinds]
        assert len(set(titles)) == len(titles), language


@pytest.mark.parametrize(
    ("kind", "language", "title"),
    [
        (Kind.ANTHEM, "az", "Dövlət Himni"),
        (Kind.ANTHEM, "ur", "قومی ترانہ"),
        (Kind.ANTHEM, "tr", "Milli marş"),
        (Kind.SILENCE, "en", "Minute of silence"),
        (Kind.SILENCE, "az", "Bir dəqiqəlik sükut"),
        (Kind.SILENCE, "ru", "Минута молчания"),
        (Kind.SILENCE, "ur", "ایک منٹ کی خاموشی"),
        (Kind.SILENCE, "tr", "Bir dakikalık saygı duruşu"),
        (Kind.RECITATION, "ur", "تلاوتِ قرآنِ پاک"),
        (Kind.WREATH_LAYING, "ru", "Возложение венков"),
        (Kind.QUESTIONS, "az", "Sual-cavab"),
    ],
)
def test_titles_are_those_of_the_field(kind, language, title):
    assert KINDS[kind].title.wording(language) == Wording(title, language)


def test_anthem_asks_to_rise_and_silence_to_remain_standing_without_applause():
    assert KINDS[Kind.ANTHEM].cues == (Cue.RISE,)
    assert KINDS[Kind.SILENCE].cues == (Cue.REMAIN_STANDING, Cue.NO_APPLAUSE)
    assert KINDS[Kind.SILENCE].usual == timedelta(seconds=60)


def test_protected_kinds_are_those_that_may_never_be_cut():
    assert {kind for kind, facts in KINDS.items() if facts.protected} == {
        Kind.ANTHEM,
        Kind.SILENCE,
        Kind.RECITATION,
        Kind.BUGLE_CALL,
    }


def test_kinds_that_sound_or_draw_applause_leave_out_the_silence():
    assert {kind for kind, facts in KINDS.items() if facts.sounds} == {
        Kind.ANTHEM,
        Kind.VIDEO,
        Kind.MUSIC,
        Kind.MARCH,
        Kind.BUGLE_CALL,
    }
    assert {Kind.ADDRESS, Kind.REMARKS, Kind.MUSIC} <= {
        kind for kind, facts in KINDS.items() if facts.draws_applause
    }
    assert not KINDS[Kind.ANTHEM].draws_applause
    assert not KINDS[Kind.SILENCE].sounds
    assert not KINDS[Kind.SILENCE].draws_applause


def test_item_title_is_its_own_before_that_of_its_kind():
    named = replace(SILENCE, title=Text.of({"en": "Silence for the martyrs"}))

    assert item_title(named, "en") == Wording("Silence for the martyrs", "en")
    assert item_title(named, "ur", ("en",)) == Wording("Silence for the martyrs", "en")
    assert item_title(SILENCE, "ur", ("en",)) == Wording("ایک منٹ کی خاموشی", "ur")


def test_item_title_of_the_kind_falls_back_along_the_order_and_then_to_english():
    assert item_title(SILENCE, "de", ("tr", "en")) == Wording("Bir dakikalık saygı duruşu", "tr")
    assert item_title(SILENCE, "de") == Wording("Minute of silence", "en")


def test_item_title_calls_no_other_silence_a_minute():
    two_minutes = replace(SILENCE, duration=timedelta(minutes=2))

    assert [str(item_title(two_minutes, language)) for language in LANGUAGES] == [
        "Silence",
        "Sükut",
        "Минута молчания",
        "خاموشی",
        "Saygı duruşu",
    ]
