import pytest

from events.programme.cleaning import clean_text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  A minute\tof\r\nsilence ", "A minute of silence"),
        ("a\x00b\x07c\x1bd", "abcd"),
        ("line\u2028after\u0085line", "line after line"),
        ("\u202eevil\u202c \u2066x\u2069", "evil x"),
        ("I\u0307stiqlal", "İstiqlal"),
        ("نیم\u200cفاصلہ", "نیم\u200cفاصلہ"),
        ("double  space", "double  space"),
    ],
)
def test_one_line_is_kept_clean(typed, kept):
    assert clean_text(typed) == kept


def test_several_lines_keep_their_ends_in_one_way():
    assert clean_text("one \r\ntwo\u2029three\x0bfour\n", lines=True) == "one\ntwo\nthree\nfour"


def test_cleaning_twice_changes_nothing():
    once = clean_text("\u202d A\r\x85B \x00", lines=True)

    assert clean_text(once, lines=True) == once
