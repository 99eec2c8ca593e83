"""Sentences that can be said in another language than the one they were made in."""

import ast
import re
from datetime import date, timedelta
from pathlib import Path

from events.programme import explanations, mends
from events.programme.conflicts import conflicts
from events.programme.languages import isolate
from events.programme.sentence import Sentence, in_language, named, sentence, titled
from tests.programmes import exhibition, seminar

RULES = Path(explanations.__file__).parent
RUSSIAN = {
    "%(item)s lasts %(amount)s": "%(item)s длится %(amount)s",
    "%(what)s on %(day)s": "%(what)s, %(day)s",
    "%(items)s are late.": "Опаздывают: %(items)s.",
}


def russian(words):
    return in_language(words, "ru", lambda msgid: RUSSIAN.get(msgid, msgid))


def test_sentence_is_english_as_it_stands():
    words = sentence("%(item)s lasts %(amount)s", item="“Film”", amount=timedelta(minutes=65))

    assert words == "“Film” lasts 1 hour 5 minutes"


def test_title_and_name_are_said_as_they_are_called_in_the_language_of_the_sentence():
    film = {"en": "Film", "ru": "Фильм"}
    words = sentence("%(items)s are late.", items=(titled(film.__getitem__), named(film.__getitem__)))

    assert words == "“Film” and Film are late."
    assert russian(words) == "Опаздывают: «Фильм» и Фильм."


def test_what_is_no_sentence_is_set_apart_where_the_language_runs_from_right_to_left():
    words = sentence("%(time)s in %(zone)s", time="10:15", zone=sentence("the zone"))

    said = in_language(words, "ur", lambda msgid: {"the zone": "زون"}.get(msgid, msgid))

    assert said == f"{isolate('10:15')} in زون"


def test_lengths_days_and_sentences_within_are_said_in_the_language():
    words = sentence(
        "%(what)s on %(day)s",
        what=sentence("%(item)s lasts %(amount)s", item="“Film”", amount=timedelta(minutes=5)),
        day=date(2023, 1, 20),
    )

    assert words == "“Film” lasts 5 minutes on 20 January 2023"
    assert russian(words) == "“Film” длится 5 мин, 20 января 2023 г."


def test_list_is_joined_in_the_language():
    words = sentence("%(items)s are late.", items=("One", "Two", "Three"))

    assert (words, russian(words)) == ("One, Two and Three are late.", "Опаздывают: One, Two и Three.")


def test_words_without_a_translation_and_names_stay_as_they_are():
    assert russian(sentence("Leave it free")) == "Leave it free"
    assert russian("Jane Roe") == "Jane Roe"


def test_percent_sign_in_a_title_is_no_name_of_a_value():
    words = sentence("%(item)s lasts %(amount)s", item="100 %(off)s", amount=timedelta(seconds=90))

    assert russian(words) == "100 %(off)s длится 90 с"


def test_all_that_is_warned_of_and_offered_can_be_said_in_another_language():
    for programme in (seminar(), exhibition()):
        for conflict in conflicts(programme):
            offered = [mend.words for mend in mends.mends(conflict, programme)]
            told = [explanations.explain(conflict, programme), *offered]

            assert [type(words) for words in told] == [Sentence] * len(told)


def test_rules_make_no_sentence_of_pieces():
    """A formatted string of English words would never be translated."""
    pieces = [
        part.value
        for name in ("completeness", "explanations", "fit", "mends", "rules")
        for node in ast.walk(ast.parse((RULES / f"{name}.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        for part in node.values
        if isinstance(part, ast.Constant) and re.search(r"[a-z]{2,} ", str(part.value))
    ]

    assert pieces == []
