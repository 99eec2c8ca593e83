"""Figures are said in five languages so that they are read back as what they are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.programme.choices import Qualifier
from events.programme.figure_reading import Figure, read_figures
from events.programme.figure_wording import attribution, issuer_of, say, say_either, stated
from events.programme.text import NOTHING, Text
from tests.programme.ledgers import claims

SENTENCES = {
    "en": "{} people were killed",
    "az": "{} nəfər həlak olub",
    "ru": "Погибли {} человек",
    "tr": "{} kişi hayatını kaybetti",
    "ur": "{} افراد شہید ہوئے",
}
QUALIFIERS = (Qualifier.EXACTLY, Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.MORE_THAN)
numbers = st.integers(1, 999_999)
figures = st.one_of(
    st.builds(Figure, st.sampled_from(QUALIFIERS), numbers),
    st.builds(lambda low, more: Figure(Qualifier.BETWEEN, low, low + more), numbers, st.integers(1, 9999)),
)


def read(language, said):
    text = SENTENCES[language].format(said)
    return [(each.subject, each.figures) for each in read_figures(text, language)]


@pytest.mark.parametrize("language", SENTENCES)
@given(figure=figures)
def test_what_is_said_is_read_back(language, figure):
    # Four digits without a separator are taken for a year; said they have one.
    assert read(language, say(figure, language)) == [("killed", (figure,))]


@pytest.mark.parametrize("language", SENTENCES)
@given(first=numbers, more=st.integers(1, 9999))
def test_both_are_read_back_as_two(language, first, more):
    both = (Figure(Qualifier.EXACTLY, first), Figure(Qualifier.EXACTLY, first + more))

    assert read(language, say_either(both, language)) == [("killed", both)]


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [
        ("az", 700, "700-dən çox"),
        ("az", 740, "740-dan çox"),
        ("az", 6, "6-dan çox"),
        ("az", 250_000, "250.000-dən çox"),
        ("tr", 700, "700’den fazla"),
        ("tr", 743, "743’ten fazla"),
        ("tr", 740, "740’tan fazla"),
        ("tr", 9, "9’dan fazla"),
        ("tr", 2_000_000, "2.000.000’dan fazla"),
    ],
)
def test_endings_follow_the_last_word_that_is_spoken(language, value, said):
    assert say(Figure(Qualifier.MORE_THAN, value), language) == said


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "(according to the State Migration Service)"),
        ("az", "(Dövlət Miqrasiya Xidməti tərəfindən bildirilib)"),
        ("ru", "(как сообщает Государственная миграционная служба)"),
        ("tr", "(the State Migration Service tarafından bildirilmiştir)"),
        ("ur", "(بحوالہ the State Migration Service)"),
    ],
)
def test_attribution_is_said_in_the_language_of_the_text(language, words):
    claim = next(each for each in claims() if each.source == "D" and each.subject == "killed")

    assert attribution(claim, language, ("en",)) == words


def test_claim_whose_issuer_is_not_stated_is_attributed_to_its_document():
    claim = next(each for each in claims() if each.source == "E" and each.subject == "killed")

    assert claim.issuer == NOTHING
    assert issuer_of(claim, "en") == "“20 January - heroic road to freedom and independence of Azerbaijan”"


def test_own_wording_goes_before_the_plain_one_and_a_statement_has_no_other():
    claim = next(each for each in claims() if each.source == "D" and each.subject == "wounded")
    worded = stated(replace(claim, wording=Text.of({"ru": "Более 700 раненых"})))
    place = next(each for each in claims() if each.subject == "places")

    assert worded.wording("ru").text == "Более 700 раненых"
    assert worded.wording("az").text == "Yaralananlar: 700-dən çox"
    assert stated(place) == place.wording
