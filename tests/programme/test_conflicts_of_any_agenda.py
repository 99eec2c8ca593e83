"""Whatever the agenda, it is checked and explained."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from events.programme.choices import Audience, Cue, Kind
from events.programme.conflicts import conflicts
from events.programme.explanations import explain
from tests.programme.agendas import (
    ALONGSIDE,
    agenda,
    at,
    fixed,
    item,
    noon_in_baku,
    speech,
)

KINDS = st.sampled_from(Kind)
STARTS = st.one_of(
    st.none(),
    st.just(ALONGSIDE),
    st.builds(fixed, st.integers(9, 14), st.integers(0, 59)),
    st.just(noon_in_baku()),
)
AGENDAS = st.lists(
    st.tuples(
        KINDS,
        st.integers(0, 60),
        STARTS,
        st.sampled_from(Audience),
        st.lists(st.sampled_from(Cue), max_size=2),
    ),
    max_size=7,
)


@given(AGENDAS)
def test_any_agenda_is_checked_and_explained(rows):
    items = [
        item(f"item-{number}", kind, minutes, *cues, start=start, audience=audience)
        for number, (kind, minutes, start, audience, cues) in enumerate(rows)
    ]
    programme = agenda(*items, ends_by=at(12))

    found = conflicts(programme)

    assert found == conflicts(programme)
    assert len({each.key for each in found}) == len(found)
    for each in found:
        sentence = explain(each, programme)
        assert sentence.endswith((".", ")."))
        assert "gone" not in sentence
        assert each.amount is None or each.amount >= timedelta(0)
        if each.starts_at and each.ends_at:
            assert each.starts_at <= each.ends_at


@given(st.lists(st.integers(1, 60), min_size=1, max_size=7))
def test_linked_items_never_leave_a_gap_nor_overlap(lengths):
    programme = agenda(*(speech(f"item-{number}", minutes) for number, minutes in enumerate(lengths)))

    assert conflicts(programme) == []
