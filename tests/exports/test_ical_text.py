"""Any text in a calendar: its lines folded, cleaned and isolated, read back as it was."""

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from events.exports.ical import render
from events.exports.ical_text import LONGEST_DESCRIPTION, clean, one_line
from events.programme.agenda import Place
from events.programme.text import Text
from tests.exports.entries import description, entries
from tests.exports.released import SITE, at, item, released, small
from tests.programmes import seminar

HOSTILE = "A, B; C\\D\nE\rF\r\nG\x00\x07H\x85I\u2028J\u2029K\ufeff:\"'<b>&amp;END:VEVENT"


@pytest.mark.parametrize("language", ["en", "az", "ru", "ur", "tr"])
def test_lines_are_folded_between_characters_within_75_octets(language):
    octets = render(released(seminar()), (language,), SITE)

    lines = octets.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert [line.decode() for line in lines]
    assert octets.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in octets.replace(b"\r\n", b"")


def test_names_that_run_the_other_way_are_isolated_in_the_description():
    lines = description(small(item("One", at(10))), "ur").split("\n")

    assert "10:00 – \u2068One\u2069" in lines


@pytest.mark.parametrize("field", ["title", "dedication"])
def test_hostile_text_adds_no_line_and_comes_back_clean(field):
    programme = small(item(HOSTILE, at(10)), **{field: Text.of({"en": HOSTILE})})
    octets = render(programme, ("en",), SITE)

    (event,) = entries(octets)
    assert vobject.readOne(octets.decode()).vevent.uid.value == programme.uid
    assert octets.decode().splitlines() == octets.decode().split("\r\n")[:-1]
    names = {line.partition(b":")[0] for line in octets.split(b"\r\n") if line.startswith(b"END")}
    assert names == {b"END"}
    assert [line for line in octets.split(b"\r\n") if line == b"END:VEVENT"] == [b"END:VEVENT"]
    shown = str(event["SUMMARY" if field == "title" else "DESCRIPTION"])
    assert "A, B; C\\D E F G" in shown
    assert "H I J K" in shown.replace("\n", " ")


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=120))
def test_any_text_at_all_leaves_a_calendar_that_can_be_read(title):
    programme = small(
        item(title, at(10)), title=Text.of({"en": title}), place=Place(Text.of({"en": title}), "UTC")
    )

    octets = render(programme, ("en",), SITE)

    (event,) = entries(octets)
    assert str(event.get("SUMMARY", "")) == one_line(title)
    assert max(len(line) for line in octets.split(b"\r\n")) <= 75
    assert octets.decode().count("BEGIN:VEVENT\r\n") == 1
    assert octets.decode().splitlines() == octets.decode().split("\r\n")[:-1]


def test_one_line_joins_lines_and_tabs_with_single_blanks():
    assert one_line(" a \r\n\t b\x85c\u2028 d\n") == "a b c d"


def test_clean_turns_line_ends_to_one_kind_and_drops_controls():
    assert clean("a\r\nb\rc\x85d\u2028e\u2029f\x0bg\x00h\x1bi\x7fj\x9fk\ud800l") == "a\nb\nc\nd\ne\nf\nghijkl"


def test_hostile_language_code_writes_no_parameter():
    programme = small(
        item("One", at(10)), title=Text.of({"en;X=1:y\r\nX-EVIL": "Title"}), languages=("en;X=1:y\r\nX-EVIL",)
    )

    octets = render(programme, ("en",), SITE)

    assert b"SUMMARY:Title\r\n" in octets
    assert b"EVIL" not in octets


def test_long_agenda_is_cut_before_the_links():
    items = [item("A long title " * 20, at(10), uid=f"00000000-0000-4000-8000-{n:012}") for n in range(60)]

    text = description(small(*items))

    assert LONGEST_DESCRIPTION - 400 < len(text) <= LONGEST_DESCRIPTION
    assert text.split("\n")[-4:-2] == ["…", ""]
    assert text.endswith("/programme.pdf")
