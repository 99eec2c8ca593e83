"""Approved wordings belong to a mission or to all; one that is never translated goes along in the programme."""

import pytest
from django.core.exceptions import ValidationError

from events.models import Event, Item, Phrase
from events.operations.deeds import NotAllowedError
from events.operations.phrases import add_phrase, change_phrase, phrases_for, used_in
from events.operations.stale import StaleError
from events.programme.lint import findings
from events.scoping import of_mission
from events.snapshot import take_snapshot, take_snapshots
from tests.factories import make_mission

pytestmark = pytest.mark.django_db
FORMULA = {"az": "Allah rəhmət eləsin!"}
GLOSS = {"en": "May Allah have mercy on them!"}


@pytest.fixture
def formula(db):
    return Phrase.objects.create(
        key="formula", kind="closing", text=FORMULA, never_translate=True, gloss=GLOSS
    )


def own(desk, **values):
    given = {"kind": "dedication", "text": {"en": "in memory of the martyrs"}, **values}
    return add_phrase(desk.mission, by=desk.officer, **given)


def test_phrase_is_kept_with_its_version_and_history(desk):
    phrase = own(desk)
    change_phrase(phrase, 1, by=desk.head, text={"en": "in memory of the martyrs of 20 January"})

    row = Phrase.objects.get(pk=phrase.pk)
    assert (str(row.text), row.version) == ("in memory of the martyrs of 20 January", 2)
    assert [copy.history_user for copy in row.history.order_by("history_id")] == [desk.officer, desk.head]


def test_stale_change_is_refused(desk):
    phrase = own(desk)
    change_phrase(phrase, 1, by=desk.head, source="A")

    with pytest.raises(StaleError):
        change_phrase(phrase, 1, by=desk.officer, source="B")


def test_what_all_missions_share_is_changed_by_none_of_them(desk, formula):
    with pytest.raises(NotAllowedError):
        change_phrase(formula, 1, by=desk.head, source="x")


@pytest.mark.parametrize(
    "values",
    [
        {"text": {"en": "one", "az": "iki"}, "never_translate": True},
        {"gloss": {"en": "one"}},
        {"text": {}},
    ],
)
def test_phrase_that_contradicts_itself_is_refused(desk, values):
    with pytest.raises(ValidationError):
        own(desk, **values)


def test_mission_sees_its_own_and_the_shared_ones_alone(desk, formula):
    mine = own(desk)
    other = make_mission("another")
    theirs = Phrase.objects.create(mission=other, key="x", kind="closing", text=FORMULA)

    assert set(phrases_for(desk.mission)) == {mine, formula}
    with of_mission(desk.mission.pk):
        assert set(Phrase.objects.all()) == {mine, formula}
    with of_mission():
        assert set(Phrase.objects.all()) == {formula}
    with of_mission(other.pk):
        assert set(Phrase.objects.all()) == {theirs, formula}


def test_places_where_a_phrase_stands_are_found_in_any_case(desk):
    phrase = own(desk)
    Event.objects.filter(pk=desk.event.pk).update(dedication={"en": "In memory of the martyrs"})
    Item.objects.filter(pk=desk.silence.pk).update(text={"en": "Kept in memory of the martyrs."})

    ((event, _programme, places),) = used_in(phrase, desk.mission)

    assert event == desk.event
    assert [(place.of, place.field, place.language) for place in places] == [
        ("event", "dedication", "en"),
        ("item", "text", "en"),
    ]


def test_programme_takes_along_the_phrases_in_its_texts_that_are_never_translated(desk, formula):
    assert take_snapshot(desk.event).phrases == ()
    Item.objects.filter(pk=desk.silence.pk).update(text={"en": f"{FORMULA['az']} Rise."})

    programme = take_snapshot(desk.event)

    assert [(each.text, each.language, dict(each.gloss.versions)) for each in programme.phrases] == [
        (FORMULA["az"], "az", GLOSS)
    ]
    assert take_snapshots([desk.event])[desk.event.pk] == programme


def test_phrase_of_another_mission_does_not_go_along(desk):
    other = make_mission("another")
    Phrase.objects.create(mission=other, key="x", kind="closing", text=FORMULA, never_translate=True)
    Event.objects.filter(pk=desk.event.pk).update(title=FORMULA)

    assert take_snapshot(desk.event).phrases == ()


def test_mark_of_a_phrase_in_a_title_is_allowed_on_a_day_of_mourning(desk, formula):
    Event.objects.filter(pk=desk.event.pk).update(subtitle=FORMULA)

    assert findings(take_snapshot(desk.event)) == []
