"""Every text of an event is read before it is printed; what looks wrong is told with where it stands."""

from dataclasses import replace

import pytest

from events.programme.choices import Kind
from events.programme.every_text import every_text
from events.programme.languages import FIRST_STRONG_ISOLATE, POP_ISOLATE
from events.programme.lint import findings
from events.programme.people import Contribution, Party
from events.programme.text import Text
from events.programme.value import AudienceGroup, OpeningDay, Work
from tests.programme.agendas import DAY, agenda, item, part, silence
from tests.programmes import exhibition, seminar

EDITION = replace(seminar().edition, year=2026)


def bare(words):
    """The words without the characters that keep their direction."""
    return words.replace(FIRST_STRONG_ISOLATE, "").replace(POP_ISOLATE, "")


def event(*items, **texts):
    return replace(agenda(*items), edition=EDITION, **texts)


def told(programme):
    return [bare(each.words) for each in findings(programme)]


@pytest.mark.parametrize("programme", [seminar, exhibition])
def test_the_two_canonical_programmes_draw_nothing(programme):
    assert told(programme()) == []
    assert len(list(every_text(programme()))) > 100


def test_finding_says_where_in_which_language_what_and_what_is_right():
    programme = event(
        silence("silence", text=Text.of({"en": "34 years ago"})), title=Text.of({"az": "34-cü ildönümü"})
    )

    assert told(programme) == [
        "Title, Azerbaijani: “34-cü ildönümü” in edition number 36. Right: “36-cı ildönümü”.",
        "For guests of “silence”, English: “34 years” in edition number 36. Right: “36 years”.",
    ]


def test_each_kind_of_slip_has_its_sentence():
    text = "H.E Farhadov  spoke of this direction.In the 36st anniversary, IlhamAliyev"

    assert told(event(note=Text.of({"en": text}))) == [
        "Note, English: “H.E” is written “H.E.”.",
        "Note, English: more than one blank between two words.",
        "Note, English: “direction.In” runs two words together. Right: “direction. In”.",
        "Note, English: “36st anniversary” has the wrong ending. Right: “36th anniversary”.",
        "Note, English: “IlhamAliyev” runs two words together. Right: “Ilham Aliyev”.",
    ]


SLIP = Text.of({"en": "H.E Farhadov"})
FIELDS = [
    *({name: SLIP} for name in ("title", "short_title", "subtitle", "dedication", "theme", "objective")),
    *({name: SLIP} for name in ("note", "guest_notes", "dress")),
    {"audience_groups": (AudienceGroup(SLIP),)},
    {"days": (OpeningDay(DAY, note=SLIP),)},
    *(
        {"works": (Work(**{"title": Text(), name: SLIP}),)}
        for name in ("title", "maker", "caption", "lender")
    ),
    {"parts": (replace(part("part", []), heading=SLIP),)},
    *(
        {"parts": (part("part", [replace(silence("silence"), **{name: SLIP})]),)}
        for name in ("title", "dedication", "text", "staff_text", "words")
    ),
    {"parts": (part("part", [silence("s", contributions=(Contribution(Party(words=SLIP)),))]),)},
    {
        "parts": (
            part(
                "part",
                [silence("s", contributions=(Contribution(Party(), other=Party(words=SLIP)),))],
            ),
        )
    },
]


@pytest.mark.parametrize("texts", FIELDS)
def test_no_text_of_the_event_is_left_unread(texts):
    assert [each.slip.found for each in findings(event(**texts))] == ["H.E"]


def test_what_is_held_within_is_read_as_of_its_own_event():
    child = replace(event(), uid="child", note=SLIP)
    programme = replace(event(), children=(child,))

    assert [(each.place.event, each.slip.proposed) for each in findings(programme)] == [("child", "H.E.")]


def test_words_put_right_are_found_no_more_and_the_rest_stays():
    programme = event(note=Text.of({"en": "In the 34th anniversary. H.E Farhadov,  Ambassador"}))
    while found := findings(programme):
        programme = replace(programme, note=Text.of({"en": found[0].corrected}))

    assert programme.note == Text.of({"en": "In the 36th anniversary. H.E. Farhadov, Ambassador"})


def test_key_stays_while_other_words_change_and_is_another_for_other_words():
    def keys(text, **changes):
        return [each.key for each in findings(replace(event(note=Text.of({"en": text})), **changes))]

    first = keys("34 years ago")
    assert keys("Of this, 34 years ago, we speak") == first
    assert keys("33 years ago") != first
    assert keys("34 years ago", edition=replace(EDITION, year=2027)) != first
    twice = keys("34 years ago, 34 years ago")
    assert len(set(twice)) == 2
    assert twice[0] == first[0]


def test_name_in_the_register_is_written_as_it_is():
    host = replace(seminar().hosts[0].organisation, name=Text.of({"en": "ResearchGate"}))
    programme = event(note=Text.of({"en": "With ResearchGate"}))

    assert len(findings(programme)) == 1
    assert findings(replace(programme, hosts=(replace(seminar().hosts[0], organisation=host),))) == []


def test_item_is_named_by_its_title():
    line = replace(item("talk", Kind.ADDRESS, 5, title=Text.of({"en": "Address"})), staff_text=SLIP)

    assert told(event(line)) == ["For staff of “Address”, English: “H.E” is written “H.E.”."]
    assert [each.place.is_for_staff for each in findings(event(line))] == [True]


def test_words_of_the_other_direction_do_not_turn_the_sentence_round():
    (found,) = findings(event(title=Text.of({"ur": "34ویں برسی"})))

    assert f"“{FIRST_STRONG_ISOLATE}34ویں برسی{POP_ISOLATE}”" in found.words
