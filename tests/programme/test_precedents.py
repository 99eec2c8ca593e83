"""Earlier orders of opening elements: what they were, and what they would make of another agenda."""

import pytest

from events.programme.choices import Kind
from events.programme.precedents import ATTESTED, Element, Row, opening_of, taken_over
from tests.programmes import exhibition, seminar

A, S, R, W, V, D = (
    Element.ANTHEMS,
    Element.SILENCE,
    Element.RECITATION,
    Element.WELCOME,
    Element.VIDEO,
    Element.ADDRESS,
)
SEMINAR = [
    "opening",
    "recitation",
    "anthem",
    "silence",
    "welcome",
    "address",
    "remarks",
    "video",
    "questions",
]
KINDS = {"welcome": Kind.REMARKS}


def rows(names, tied=()):
    return [Row(name, KINDS.get(name) or Kind(name.partition("-")[0]), name in tied) for name in names]


def keys(names, wanted, tied=()):
    return [line.key for line in taken_over(rows(names, tied), wanted)]


def moved(names, wanted):
    return {line.key for line in taken_over(rows(names), wanted) if line.moved}


@pytest.mark.parametrize(
    ("key", "held", "elements"),
    [
        ("seminar-2023", "2023", (A, S, D)),
        ("numl", "", (S, A, V)),
        ("round-table-2026", "2026", (S, R, A, V, D)),
        ("ndu-2016", "2016", (R, W, V)),
        ("museum-2023", "2023", (A, S)),
    ],
)
def test_five_orders_are_attested(key, held, elements):
    attested = {each.key: each for each in ATTESTED}[key]

    assert (attested.held, attested.elements) == (held, elements)
    assert attested.source


def test_the_seminar_of_2023_leaves_out_the_video_of_which_no_source_says_where_it_stood():
    assert opening_of(seminar()) == (R, A, S, W, D)


def test_an_exhibition_is_opened_by_the_ceremony_held_within_it():
    assert opening_of(exhibition()) == (A, S, D)


def test_the_round_table_of_2026_moves_the_silence_first_and_the_video_before_the_address():
    wanted = (S, R, A, V, D)

    assert keys(SEMINAR, wanted) == [
        *(
            "opening",
            "silence",
            "recitation",
            "anthem",
            "video",
            "welcome",
            "address",
            "remarks",
            "questions",
        ),
    ]
    assert moved(SEMINAR, wanted) == {"silence", "video"}


def test_an_order_that_is_there_already_moves_nothing():
    assert keys(SEMINAR, (A, S, D)) == SEMINAR
    assert moved(SEMINAR, (R, A, S, W, D)) == set()


def test_two_anthems_go_together():
    names = ["anthem-1", "anthem-2", "silence", "address"]

    assert keys(names, (S, A, D)) == ["silence", "anthem-1", "anthem-2", "address"]


def test_what_the_agenda_has_not_is_added_at_its_place():
    assert keys(["anthem", "address"], (R, A, S, D)) == ["new:recitation", "anthem", "new:silence", "address"]
    assert keys(["questions"], (A, S)) == ["questions", "new:anthems", "new:silence"]


def test_the_first_address_stays_and_so_do_the_speakers_after_it():
    names = ["address", "remarks", "anthem", "silence"]

    assert keys(names, (A, S, D)) == ["anthem", "silence", "address", "remarks"]


def test_what_starts_at_a_time_of_its_own_stays():
    names = keys(["recitation", "anthem", "silence", "address"], (S, A, D), tied={"silence"})
    assert names == ["recitation", "silence", "anthem", "address"]


def test_remarks_without_an_address_are_one():
    assert keys(["anthem", "remarks", "silence"], (A, S, D)) == ["anthem", "silence", "remarks"]
