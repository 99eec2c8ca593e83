"""A phrase that is never translated keeps its language and is explained once, where it first stands."""

from dataclasses import replace

import pytest

from events.programme.glosses import glossed
from events.programme.phrases import Phrase, Piece, pieces, stretches
from events.programme.text import Text
from tests.programme.agendas import agenda, silence
from tests.programmes import seminar

FORMULA = Phrase(
    "Allah rəhmət eləsin!",
    "az",
    Text.of({"en": "May Allah have mercy on them!", "ur": "اللہ ان پر رحم فرمائے!"}),
)


def event(**texts):
    programme = agenda(
        silence("first", text=Text.of({"en": f"{FORMULA.text} They are remembered."})),
        silence("second", text=Text.of({"en": FORMULA.text})),
        phrases=(FORMULA,),
        languages=("en", "az", "ur"),
    )
    return replace(programme, **texts)


def said(programme, language="en"):
    shown = glossed(programme, [language])
    texts = [shown.dedication, *(item.text for item in shown.items), shown.note]
    return [text.wording(language, shown.languages).text for text in texts]


def test_phrase_is_explained_at_its_first_mention_alone():
    assert said(event()) == [
        "",
        "Allah rəhmət eləsin! (May Allah have mercy on them!) They are remembered.",
        "Allah rəhmət eləsin!",
        "",
    ]


def test_dedication_is_read_before_the_agenda_and_the_note_after_it():
    both = Text.of({"az": FORMULA.text})

    assert said(event(dedication=both, note=both)) == [
        "Allah rəhmət eləsin! (May Allah have mercy on them!)",
        "Allah rəhmət eləsin! They are remembered.",
        "Allah rəhmət eləsin!",
        "Allah rəhmət eləsin!",
    ]


def test_text_that_is_nothing_but_the_phrase_is_explained_in_each_language_of_the_sheet():
    programme = event(dedication=Text.of({"az": FORMULA.text}))
    shown = glossed(programme, ["en", "ur"])

    assert dict(shown.dedication.versions) == {
        "az": "Allah rəhmət eləsin!",
        "en": "Allah rəhmət eləsin! (May Allah have mercy on them!)",
        "ur": "Allah rəhmət eləsin! (اللہ ان پر رحم فرمائے!)",
    }


@pytest.mark.parametrize("language", ["az", "ru"])
def test_own_language_and_one_without_a_gloss_explain_nothing(language):
    programme = event()

    assert replace(glossed(programme, [language]), phrases=(FORMULA,)) == programme


def test_explaining_twice_explains_once():
    once = glossed(event(), ["en"])

    assert glossed(once, ["en"]) == once
    assert [(each.text, each.language) for each in once.phrases] == [("Allah rəhmət eləsin!", "az")]


def test_title_is_kept_without_an_explanation():
    title = Text.of({"en": FORMULA.text})

    assert glossed(event(title=title), ["en"]).title == title


def test_programme_without_phrases_comes_back_itself():
    programme = event(phrases=())

    assert glossed(programme, ["en"]) is programme


def test_longer_phrase_is_kept_whole_where_two_begin_alike():
    short, long = Phrase("Allah rəhmət", "az"), FORMULA

    assert list(pieces(f"a {long.text} b", [short, long])) == [
        Piece("a "), Piece(long.text, long), Piece(" b"),
    ]  # fmt: skip
    assert stretches(f"a {long.text} b", [long]) == [range(2, 22)]
    assert list(pieces("", [long])) == []


def test_phrase_in_the_message_of_the_year_is_explained_there():
    edition = replace(seminar().edition, message=Text.of({"en": f"We remember. {FORMULA.text}"}))
    shown = glossed(event(edition=edition), ["en"])

    assert (
        str(shown.edition.message.wording("en"))
        == f"We remember. {FORMULA.text} (May Allah have mercy on them!)"
    )
    assert ["(" in item.text.wording("en").text for item in shown.items] == [False, False]
