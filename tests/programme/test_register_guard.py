"""On a day of mourning words of joy draw a warning with the approved ones, in five languages."""

from dataclasses import replace

import pytest

from events.programme.choices import Register
from events.programme.languages import FIRST_STRONG_ISOLATE, POP_ISOLATE
from events.programme.lint import findings
from events.programme.phrases import Phrase
from events.programme.register_guard import out_of_tone
from events.programme.text import Text
from tests.programme.agendas import agenda, person, speech
from tests.programmes import seminar

EDITION = seminar().edition
FORMULA = Phrase("Allah rəhmət eləsin!", "az", Text.of({"en": "May God have mercy on them"}))


def marked(text, language="en", is_title=False, phrases=()):
    return [(slip.found, slip.proposed) for slip in out_of_tone(text, language, is_title, phrases)]


def bare(words):
    """The words without the characters that keep their direction."""
    return words.replace(FIRST_STRONG_ISOLATE, "").replace(POP_ISOLATE, "")


def event(register=Register.MOURNING, **texts):
    edition = replace(EDITION, occasion=replace(EDITION.occasion, register=register))
    return replace(agenda(speech("address")), edition=edition, **texts)


@pytest.mark.parametrize(
    ("text", "language", "found", "right"),
    [
        ("We celebrate the day", "en", "celebrate", "commemorate"),
        ("Celebration of the day", "en", "Celebration", "Commemoration"),
        ("the jubilee", "en", "jubilee", "anniversary"),
        ("36-cı ildönümü qeyd edilir", "az", "ildönümü qeyd", "ildönümü yad"),
        ("20 Yanvar Ümumxalq Hüzn Günü qeyd olunur", "az", "Günü qeyd", "Günü yad"),
        ("سانحۂ 20 جنوری کی 36ویں سالگرہ", "ur", "سالگرہ", "برسی"),
        ("20 Ocak kutlamaları", "tr", "kutlamaları", "anmaları"),
    ],
)
def test_word_that_has_one_approved_counterpart_is_put_right(text, language, found, right):
    assert marked(text, language) == [(found, right)]


@pytest.mark.parametrize(
    ("text", "language", "found", "approved"),
    [
        ("a gala dinner", "en", "gala dinner", "memorial evening"),
        ("a happy occasion", "en", "happy", "solemn"),
        ("bayram proqramı", "az", "bayram", "anım günü"),
        ("празднование годовщины", "ru", "празднование", "памятное мероприятие"),
        ("праздничный концерт", "ru", "праздничный", "памятный"),
        ("гала-концерт", "ru", "гала-концерт", "вечер памяти"),
        ("جشن", "ur", "جشن", "یادگاری تقریب"),
        ("bu günü kutluyoruz, gala", "tr", "gala", "anma töreni"),
    ],
)
def test_word_with_several_counterparts_shows_the_approved_ones(text, language, found, approved):
    slip = next(each for each in out_of_tone(text, language, False) if each.found == found)

    assert slip.proposed is None
    assert approved in slip.advice


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("National will and determination: a heroic road to freedom, with pride and honour", "en"),
        ("The Communist Party of the Soviet Union; Galatasaray; the Bayramov Foundation", "en"),
        ("Səfir qeyd edib ki, 20 Yanvar faciəsi unudulmur. Cəmil Bayramov", "az"),
        ("bir dəqiqəlik sükutla yad edilib", "az"),
        ("торжественная церемония, галактика, почтили минутой молчания", "ru"),
        ("36ویں برسی، یومِ سوگ", "ur"),
        ("saygı duruşunda bulunuldu, bayrak yarıya indirildi", "tr"),
        ("Feier", "de"),
    ],
)
def test_words_of_the_field_draw_nothing(text, language):
    assert marked(text, language, is_title=True) == []


def test_exclamation_mark_stands_in_no_title_and_may_stand_elsewhere():
    assert marked("Remember!", is_title=True) == [("!", "")]
    assert marked("Remember !!", is_title=True) == [(" !!", "")]
    assert marked("Remember!") == []


def test_phrase_that_is_never_translated_keeps_its_mark():
    assert marked(FORMULA.text, "en", is_title=True, phrases=[FORMULA]) == []
    assert marked(f"{FORMULA.text} Remember!", "en", is_title=True, phrases=[FORMULA]) == [("!", "")]


@pytest.mark.parametrize(
    ("register", "guarded"),
    [
        (Register.MOURNING, True),
        (Register.MOURNING_AND_PRIDE, True),
        (Register.SOLEMN, False),
        (Register.NEUTRAL, False),
        (Register.FESTIVE, False),
    ],
)
def test_days_of_mourning_are_guarded_and_others_are_not(register, guarded):
    programme = event(register, title=Text.of({"en": "We celebrate!"}))

    assert bool(findings(programme)) == guarded


def test_guard_tells_field_language_and_approved_words():
    programme = event(
        title=Text.of({"en": "We celebrate!"}),
        note=Text.of({"en": "A gala"}),
        phrases=(FORMULA,),
        subtitle=Text.of({"az": FORMULA.text}),
    )

    assert [bare(each.words) for each in findings(programme)] == [
        "Title, English: “celebrate” does not suit a day of mourning. Approved: “commemorate”.",
        "Title, English: an exclamation mark does not suit a title on a day of mourning.",
        "Note, English: “gala” does not suit a day of mourning. Approved: “memorial evening”.",
    ]


def test_name_of_a_speaker_is_no_word_of_joy():
    name = Text.of({"tr": "Bayram Mutlu"})
    spoken = speech("address", 10, replace(person("mutlu", ""), name=name))
    programme = replace(event(), parts=agenda(spoken).parts, note=Text.of({"tr": "Bayram Mutlu konuşacak"}))

    assert findings(programme) == []
