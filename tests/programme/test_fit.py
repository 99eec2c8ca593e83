"""A fit keeps what is pinned and the hard end, from what may be shortened alone, and says when it cannot."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.programme.choices import Audience, Kind, Phase
from events.programme.conflicts import ConflictKind, conflicts
from events.programme.fit import least_of, propose
from events.programme.kinds import KINDS
from events.programme.retiming import with_lengths
from events.programme.sharing import shares
from events.programme.text import Text
from events.programme.value import Programme
from tests.programme.agendas import ALONGSIDE, agenda, at, event, fixed, item, part, silence, speech
from tests.programmes import empty, exhibition, seminar

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


def minutes(amount: float) -> timedelta:
    return amount * MINUTE


def elastic(uid: str, length: float, least: float, cut: int | None = 1, kind: Kind = Kind.REMARKS, **changes):
    return item(uid, kind, length, least=minutes(least), cut_order=cut, **changes)


def photograph(hour: int = 10, minute: int = 30):
    return item("photograph", Kind.GROUP_PHOTOGRAPH, 5, start=fixed(hour, minute))


def lengths(proposal) -> dict[str, float]:
    return {uid: length / MINUTE for uid, length in proposal.lengths.items()}


def test_nothing_is_proposed_where_nothing_is_run_into():
    assert propose(agenda(elastic("questions", 20, 10), photograph())) is None
    assert propose(empty()) is None


def test_questions_give_three_minutes_so_that_the_photograph_stays():
    programme = agenda(speech("address", 20), elastic("questions", 13, 5), photograph())

    proposal = propose(programme, "photograph")

    assert lengths(proposal) == {"questions": 10}
    assert (proposal.taken, proposal.missing, proposal.keeps) == (minutes(3), minutes(0), ("photograph",))
    assert (
        " ".join(proposal.reasons) == "“photograph” stays at 10:30 if “questions” is shortened by 3 minutes."
    )


def test_hard_end_is_kept_from_what_comes_after_the_last_pinned_item():
    programme = agenda(
        elastic("questions", 20, 5),
        photograph(),
        elastic("tea", 30, 15, kind=Kind.REFRESHMENTS),
        ends_by=at(11),
    )

    proposal = propose(programme)

    assert lengths(proposal) == {"tea": 25}
    assert (proposal.keeps, proposal.keeps_end) == ((), True)
    assert " ".join(proposal.reasons) == "The programme ends by 11:00 if “tea” is shortened by 5 minutes."


def test_lower_cut_order_gives_all_before_the_next_one_gives_anything():
    programme = agenda(
        elastic("address", 15, 10, cut=None),
        elastic("remarks", 10, 6, cut=2),
        elastic("questions", 15, 10, cut=1),
        photograph(),
    )

    assert lengths(propose(programme)) == {"remarks": 6, "questions": 10, "address": 14}


def test_one_cut_order_gives_in_proportion_and_in_whole_minutes():
    programme = agenda(
        elastic("long", 20, 10), elastic("short", 10, 5), elastic("other", 10, 5), photograph()
    )

    assert lengths(propose(programme)) == {"long": 15, "short": 7, "other": 8}


def test_seconds_over_are_given_by_one_item():
    programme = agenda(elastic("a", 16, 8), elastic("b", 16.5, 8), photograph())

    assert lengths(propose(programme)) == {"a": 15, "b": 15}


def test_protected_items_never_give_even_if_somebody_gave_them_a_least_length():
    programme = agenda(
        silence(least=minutes(0.5), cut_order=1),
        elastic("anthem", 4, 1, kind=Kind.ANTHEM),
        elastic("questions", 28, 20),
        photograph(),
    )

    assert lengths(propose(programme)) == {"questions": 25}


def test_what_is_missing_is_told_with_what_can_be_given():
    programme = agenda(elastic("questions", 20, 18), speech("address", 20), photograph())

    proposal = propose(programme)

    assert (lengths(proposal), proposal.missing, proposal.fits) == ({"questions": 18}, minutes(8), False)
    assert " ".join(proposal.reasons) == (
        "“photograph” cannot be kept at 10:30: 8 minutes are still missing when “questions” is shortened "
        "by 2 minutes."
    )


def test_where_nothing_may_be_shortened_the_proposal_is_empty_and_says_so():
    proposal = propose(agenda(speech("address", 31), photograph()))

    assert (proposal.lengths, proposal.missing) == ({}, MINUTE)
    assert " ".join(proposal.reasons) == (
        "“photograph” cannot be kept at 10:30: 1 minute is missing, and nothing before it may be shortened."
    )


def test_items_side_by_side_are_shortened_together():
    programme = agenda(
        elastic("tour", 35, 20, kind=Kind.TOUR),
        elastic("second tour", 33, 20, kind=Kind.TOUR, start=ALONGSIDE),
        speech("short", 5, start=ALONGSIDE),
        photograph(),
    )

    assert lengths(propose(programme)) == {"tour": 30, "second tour": 30}


def test_start_of_a_part_is_kept_like_a_pinned_item():
    programme = event(
        part("before", [elastic("welcome", 20, 5)], at(9, 45), phase=Phase.BEFORE),
        part("programme", [speech("address")], at(10)),
    )

    assert lengths(propose(programme)) == {"welcome": 15}


def test_part_without_a_start_passes_the_need_on_to_the_one_before():
    programme = event(
        part("first", [elastic("questions", 30, 10)], at(10)),
        part("second", [speech("closing", 5), photograph()]),
    )

    assert lengths(propose(programme)) == {"questions": 25}


def test_what_staff_do_elsewhere_is_not_cut_for_the_guests():
    programme = event(
        part("staff", [elastic("sound check", 60, 10, kind=Kind.SET_UP)], at(9, 30), Audience.STAFF),
        part("programme", [speech("address", 10)], at(10)),
    )

    assert propose(programme) is None


def test_every_pinned_item_and_the_end_are_kept_at_once_or_one_alone_by_its_uid():
    programme = agenda(
        elastic("a", 35, 20),
        photograph(),
        elastic("b", 30, 10),
        silence(start=fixed(11)),
        elastic("c", 10, 5),
        ends_by=at(11, 8),
    )

    assert lengths(propose(programme)) == {"a": 30, "b": 25, "c": 7}
    assert lengths(propose(programme, "silence")) == {"b": 25}
    assert lengths(propose(programme, programme.uid)) == {"c": 7}
    assert propose(programme, "somebody else") is None


def test_event_within_the_event_is_fitted_on_its_own():
    ceremony = replace(agenda(elastic("tour", 40, 20), photograph()), uid="ceremony")
    programme = replace(agenda(), children=(ceremony,))

    assert lengths(propose(programme)) == {"tour": 30}


@pytest.mark.parametrize("programme", [seminar(), exhibition(), empty()])
def test_no_other_length_leaves_the_times_as_they_were(programme):
    assert with_lengths(programme, {}) == programme


@st.composite
def programmes(draw) -> Programme:
    kinds = st.sampled_from(
        (Kind.REMARKS, Kind.QUESTIONS, Kind.ANTHEM, Kind.SILENCE, Kind.RECITATION, Kind.TOUR)
    )
    parts = []
    for number in range(draw(st.integers(1, 3))):
        items = []
        for place in range(draw(st.integers(0, 5))):
            start = draw(
                st.sampled_from((None, None, None, None, ALONGSIDE))
                | st.builds(fixed, st.integers(10, 12), st.integers(0, 59))
            )
            seconds = draw(st.integers(1, 40)) * 60 + draw(st.sampled_from((0, 0, 0, 15, 30, 59)))
            least = draw(st.none() | st.integers(0, 2400))
            items.append(
                item(
                    f"{number}.{place}",
                    draw(kinds),
                    seconds / 60,
                    start=start,
                    least=None if least is None else least * SECOND,
                    cut_order=draw(st.none() | st.integers(1, 3)),
                    audience=draw(st.sampled_from((Audience.PUBLIC, Audience.PUBLIC, Audience.STAFF))),
                )
            )
        starts_at = at(10) if not number else draw(st.none() | st.builds(at, st.integers(10, 12)))
        parts.append(part(f"part {number}", items, starts_at, draw(st.sampled_from(list(Audience)))))
    ends_by = draw(st.none() | st.builds(at, st.integers(10, 13), st.integers(0, 59)))
    return event(*parts, ends_by=ends_by)


@given(programmes())
@settings(deadline=None)
def test_no_item_goes_below_its_least_and_no_protected_one_is_touched(programme):
    proposal = propose(programme)

    items = {each.uid: each for each in programme.items}
    for uid, length in (proposal.lengths if proposal else {}).items():
        assert not KINDS[items[uid].kind].protected
        assert items[uid].least <= length < items[uid].duration
        assert least_of(items[uid]) <= length


@given(programmes())
@settings(deadline=None)
def test_accepted_fit_needs_no_other_and_leaves_nothing_run_into_unless_it_says_so(programme):
    proposal = propose(programme)
    if proposal is None:
        return
    fitted = with_lengths(programme, proposal.lengths)

    again = propose(fitted)

    if proposal.fits:
        assert again is None
        assert ConflictKind.OVERRUN not in {conflict.kind for conflict in conflicts(fitted)}
    else:
        assert (again.lengths, again.missing) == ({}, proposal.missing)


@given(
    st.lists(
        st.tuples(st.integers(1, 1200), st.integers(0, 1200), st.none() | st.integers(1, 3)), min_size=1
    ),
    st.integers(0, 59),
)
def test_exactly_as_much_is_taken_as_is_run_into(items, minute):
    lines = [
        elastic(str(number), seconds / 60, least / 60, cut)
        for number, (seconds, least, cut) in enumerate(items)
    ]
    programme = agenda(*lines, photograph(10, minute))
    late = sum((line.duration for line in lines), timedelta(0)) - minutes(minute)
    can_give = sum((line.duration - least_of(line) for line in lines), timedelta(0))

    proposal = propose(programme)

    if late <= timedelta(0):
        assert proposal is None
    else:
        assert proposal.taken == min(late, can_give)
        assert proposal.missing == late - proposal.taken


@given(programmes())
@settings(deadline=None)
def test_same_programme_gives_the_same_fit(programme):
    assert propose(programme) == propose(replace(programme, title=Text.of({"en": "Event"})))


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=6), st.data())
def test_shares_sum_up_and_stay_below_what_each_can_give(most, data):
    limits = [SECOND * seconds for seconds in most]
    amount = SECOND * data.draw(st.integers(0, sum(most)))

    given_shares = shares(amount, limits)

    assert sum(given_shares, timedelta(0)) == amount
    assert all(timedelta(0) <= share <= limit for share, limit in zip(given_shares, limits, strict=True))


@given(st.lists(st.integers(1, 60), min_size=1, max_size=6), st.data())
def test_shares_of_whole_minutes_are_whole_minutes_near_their_proportion(most, data):
    wanted = data.draw(st.integers(0, sum(most)))

    given_shares = shares(minutes(wanted), [minutes(limit) for limit in most])

    for share, limit in zip(given_shares, most, strict=True):
        assert share % MINUTE == timedelta(0)
        assert abs(share / MINUTE - wanted * limit / sum(most)) < 1


def test_shares_by_the_second_where_nobody_can_give_a_minute():
    assert shares(minutes(1), [30 * SECOND, 30 * SECOND, 30 * SECOND]) == [20 * SECOND] * 3


def test_more_than_all_can_give_is_refused():
    with pytest.raises(ValueError, match="cannot be shared out"):
        shares(minutes(2), [MINUTE])
