"""Each mend, when its one action is done, settles its conflict."""

from dataclasses import replace

import pytest

from events.programme.choices import Audience, Cue, Kind, StartMode
from events.programme.conflict import Conflict, ConflictKind, Level
from events.programme.conflicts import conflicts
from events.programme.mend import Action
from events.programme.mends import MENDINGS, mends
from tests.programme.agendas import (
    ALONGSIDE,
    DAY,
    agenda,
    at,
    event,
    fixed,
    item,
    noon_in_baku,
    part,
    person,
    silence,
    speech,
)
from tests.programme.mending import done, offered
from tests.programme.test_fit import elastic, minutes, photograph
from tests.programmes import empty, exhibition, seminar

RAHMAN = person("rahman", "Khalid Rahman")
K = ConflictKind
CASES = [
    (
        agenda(speech("address"), photograph()),
        K.GAP,
        [
            ("follow", "Let “photograph” follow at once at 10:10"),
            ("lengthen", "Lengthen “address” by 20 minutes"),
            ("break", "Put a break of 20 minutes there"),
            ("accept", "Leave it free"),
        ],
    ),
    (
        event(part("one", [speech("address")], at(10)), part("two", [speech("reply")], at(11))),
        K.GAP,
        [
            ("part-follows", "Begin “reply” at once at 10:10"),
            ("lengthen", "Lengthen “address” by 50 minutes"),
            ("accept", "Leave it free"),
        ],
    ),
    (
        agenda(elastic("questions", 33, 10), photograph()),
        K.OVERLAP,
        [
            ("fit", "See the fit that keeps “photograph” at 10:30"),
            ("shift", "Begin “photograph” at 10:33"),
            ("shorten", "Shorten “questions” to 30 minutes"),
        ],
    ),
    (
        event(part("one", [speech("address", 35)], at(10)), part("two", [speech("reply")], at(10, 30))),
        K.OVERLAP,
        [("shift-part", "Begin “reply” at 10:35"), ("shorten", "Shorten “address” to 30 minutes")],
    ),
    (
        agenda(item("anthem", Kind.ANTHEM, 5), speech("reply", start=fixed(10, 3))),
        K.PROTECTED_OVERLAPPED,
        [("shift", "Begin “reply” at 10:05")],
    ),
    (
        agenda(speech("address", 5), item("anthem", Kind.ANTHEM, 2, start=ALONGSIDE)),
        K.PROTECTED_OVERLAPPED,
        [("detach", "Let “anthem” follow “address”")],
    ),
    (
        agenda(speech("address", 20), silence("silence", start=fixed(10, 15))),
        K.NEIGHBOUR_CUT,
        [("shorten", "Shorten “address” to 15 minutes"), ("move-behind", "Move “address” behind “silence”")],
    ),
    (
        agenda(silence(), item("march", Kind.MARCH, 1, start=ALONGSIDE)),
        K.MUSIC_IN_SILENCE,
        [("detach", "Let “march” follow “silence”")],
    ),
    (
        agenda(speech("address", 30), speech("reply", start=fixed(9, 40))),
        K.OUT_OF_ORDER,
        [
            ("move-up", "Move “reply” before “address”"),
            ("next-day", "“reply” is at 09:40 of the next day"),
            ("follow", "Let “reply” follow “address”"),
        ],
    ),
    (
        agenda(
            speech("address", 50),
            elastic("tea", 20, 10, kind=Kind.REFRESHMENTS, optional=True),
            ends_by=at(11),
        ),
        K.OVERRUN,
        [
            ("fit", "See the fit that ends by 11:00"),
            ("leave-out:tea", "Leave out “tea”"),
            ("later-end", "Put the hard end at 11:10"),
        ],
    ),
    (
        agenda(speech("tour", 10, RAHMAN), speech("talk", 10, RAHMAN, start=ALONGSIDE)),
        K.PERSON_TWICE,
        [
            ("detach", "Let “talk” follow “tour”"),
            ("take-out:tour", "Take Khalid Rahman out of “tour”"),
            ("take-out:talk", "Take Khalid Rahman out of “talk”"),
        ],
    ),
    (
        agenda(speech("address"), silence()),
        K.APPLAUSE_BEFORE_SILENCE,
        [("no-applause", "Ask for no applause after “address”")],
    ),
    (
        agenda(item("opening", Kind.OPENING, 2), silence("silence", Cue.REMAIN_STANDING)),
        K.SILENCE_WITHOUT_RISE,
        [
            ("rise-before", "Ask the guests to rise at “opening”"),
            ("rise", "Ask the guests to rise at “silence”"),
        ],
    ),
    (
        agenda(speech("address"), item("break", Kind.BREAK, 5), silence("silence", Cue.NO_APPLAUSE)),
        K.SILENCE_WITHOUT_RISE,
        [("rise", "Ask the guests to rise at “silence”")],
    ),
    (
        agenda(replace(silence(), duration=minutes(1.505))),
        K.SILENCE_LENGTH,
        [("whole", "Let it last 90 seconds"), ("minute", "Let it last 60 seconds")],
    ),
    (
        agenda(speech("address"), silence("silence", start=noon_in_baku())),
        K.SILENCE_OUTSIDE,
        [("staff", "Keep “silence” with staff alone"), ("take-out", "Take “silence” out")],
    ),
]


@pytest.mark.parametrize(
    ("programme", "kind", "expected"), CASES, ids=lambda value: getattr(value, "value", "")
)
def test_mends_are_offered_in_words_the_best_first(programme, kind, expected):
    assert [(mend.key, mend.words) for mend in offered(programme, kind)[1]] == expected


@pytest.mark.parametrize(
    ("programme", "kind", "expected"), CASES, ids=lambda value: getattr(value, "value", "")
)
def test_every_mend_settles_its_conflict_when_it_is_done(programme, kind, expected):
    conflict, found = offered(programme, kind)

    for mend in found:
        if mend.action is not Action.ACCEPT:
            left = {
                each.key: each
                for each in conflicts(done(mend, programme))
                if each.level is not Level.INFORMATION
            }
            assert conflict.key not in left, mend.key


def test_protected_item_is_never_shortened_and_an_anchored_one_never_moved():
    programme = agenda(
        item("anthem", Kind.ANTHEM, 130), silence("silence", start=noon_in_baku()), starts_at=at(11)
    )

    _, found = offered(programme, K.MUSIC_IN_SILENCE)

    assert found == []


def test_start_that_is_shifted_over_midnight_keeps_its_day():
    programme = agenda(
        speech("address", 90),
        item("photograph", Kind.GROUP_PHOTOGRAPH, 5, start=fixed(23, 50)),
        starts_at=at(23),
    )

    mend = next(each for each in offered(programme, K.OVERLAP)[1] if each.key == "shift")

    assert (mend.values["start_at"].hour, mend.values["start_on"].day) == (0, DAY.day + 1)


def test_what_is_not_known_is_filled_in_or_not_stated():
    found = {
        conflict.kind: [(mend.action, mend.values.get("field")) for mend in mends(conflict, empty())]
        for conflict in conflicts(empty())
    }

    assert found == {
        K.NO_DAY: [(Action.FILL_IN, "on")],
        K.NO_PLACE: [(Action.FILL_IN, "place"), (Action.ACCEPT, None)],
    }


def test_seminar_of_the_source_offers_to_confirm_to_accept_and_to_keep_for_staff():
    found = {
        conflict.kind: [mend.words for mend in mends(conflict, seminar())]
        for conflict in conflicts(seminar())
    }

    assert found[K.SPELLING_UNCONFIRMED] == [
        "Confirm this spelling",
        "Choose another spelling",
        "Print it as it is",
    ]
    assert found[K.POSITION_NOT_STATED] == ["Keep it at 11:15"]
    assert found[K.CUSTOM] == ["Keep it, for staff", "Take “Nationwide minute of silence” out"]


def test_every_kind_of_conflict_has_its_mends_and_what_is_only_good_to_know_has_none():
    assert set(MENDINGS) == set(ConflictKind)
    for kind in (K.RESERVE, K.CLOCKS_CHANGE):
        assert mends(Conflict(kind, Level.INFORMATION, ("event",)), agenda()) == []


@pytest.mark.parametrize("kind", ConflictKind)
def test_conflict_of_items_that_are_gone_offers_nothing_to_do_to_them(kind):
    gone = Conflict(kind, Level.WARNING, ("gone", "gone too"))

    assert {mend.action for mend in mends(gone, agenda())} <= {
        *(Action.ACCEPT, Action.FILL_IN, Action.CONFIRM_SPELLING)
    }


@pytest.mark.parametrize("programme", [seminar(), exhibition()])
def test_keys_of_the_mends_of_one_conflict_differ(programme):
    for conflict in conflicts(programme):
        keys = [mend.key for mend in mends(conflict, programme)]
        assert len(set(keys)) == len(keys)


def test_item_kept_for_staff_or_made_to_follow_names_every_field_that_is_written():
    staff = offered(CASES[-1][0], K.SILENCE_OUTSIDE)[1][0]
    follow = offered(CASES[0][0], K.GAP)[1][0]

    assert (staff.uid, dict(staff.values)) == ("silence", {"audience": Audience.STAFF})
    assert dict(follow.values) == {
        "start": StartMode.LINKED,
        "start_at": None,
        "start_on": None,
        "start_zone": "",
    }
