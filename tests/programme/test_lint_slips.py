"""Slips of the hand: words run together, blanks doubled, “H.E” without its second point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.programme.lint_slips import slips


def marked(text, known=()):
    return [(slip.mark.value, slip.found, slip.proposed) for slip in slips(text, known)]


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("in this direction.In 1994", "direction.In", "direction. In"),
        ("by IlhamAliyev", "IlhamAliyev", "Ilham Aliyev"),
        ("İlhamƏliyev", "İlhamƏliyev", "İlham Əliyev"),
        ("трагедии.Память", "трагедии.Память", "трагедии. Память"),
        ("tea,coffee", "tea,coffee", "tea, coffee"),
        ("آج یومِ سوگ ہے۔ہم", "ہے۔ہم", "ہے۔ ہم"),
    ],
)
def test_words_run_together_are_found(text, found, right):
    assert marked(text) == [("glued", found, right)]


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("H.E Farhadov", "H.E", "H.E."),
        ("H. E Farhadov", "H. E", "H. E."),
        ("H.E.Farhadov", "H.E.", "H.E. "),
        ("the address by H.E", "H.E", "H.E."),
    ],
)
def test_excellency_without_its_second_point_is_found(text, found, right):
    assert marked(text) == [("point", found, right)]


def test_excellency_with_two_blanks_is_found_twice():
    assert marked("H.E  Farhadov") == [("spaces", "  ", " "), ("point", "H.E", "H.E.")]


@pytest.mark.parametrize("blanks", ["  ", "   ", " \u00a0"])
def test_blanks_between_two_words_are_found(blanks):
    assert marked(f"20{blanks}January") == [("spaces", blanks, " ")]


@pytest.mark.parametrize(
    "text",
    [
        "H.E. Khazar Farhadov, Ambassador of Azerbaijan to Pakistan",
        "P.Musayev, T. Yamin, J.F. McDonald and MacArthur",
        "see migration.gov.az/en/news_detail/8901 or www.ips.org.pk",
        "write to Protocol@Embassy.Example",
        "300.000 people; 10:15, 150,744",
        "Dr. Yamin (Ph.D.), e.g. at the NUST/CIPS, a WhatsApp group, #BlackJanuary",
        "first line\nSecond line",
        "“20 January – heroic road…” Yes!",
    ],
)
def test_what_is_written_right_draws_nothing(text):
    assert marked(text) == []


def test_name_of_a_body_is_as_the_body_writes_it():
    assert marked("the ResearchGate library", {"ResearchGate"}) == []
    assert marked("the ResearchGate library") != []


WORDS = st.lists(
    st.sampled_from(
        ["the", "memory", "of", "Baku", "шехидов", "şəhidlər", "یاد", "anma", "1990", "H.E.", "P. Musayev"]
    ),
    min_size=1,
    max_size=12,
)


@given(WORDS, st.sampled_from([" ", ", ", ". ", "; ", " – ", "\n", "، "]))
def test_words_with_one_blank_between_them_draw_nothing(words, joint):
    assert marked(joint.join(words).replace("H.E..", "H.E.")) == []


@given(st.text(max_size=80))
def test_any_text_is_read(text):
    for slip in slips(text):
        assert text[slip.start : slip.end] == slip.found
        assert slip.proposed != slip.found
