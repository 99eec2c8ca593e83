"""The order of speaking is taken over as a whole, kept with its rule, and taken back as a whole."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError

from events.models import Host, Item, Office, OrderRule
from events.operations.speaking import order_speakers, speeches_of, take_speakers_back
from events.operations.stale import StaleError
from events.programme.choices import Ordered
from events.programme.speaking import SpeakingRule
from tests.factories import make_contribution, make_item, make_organisation, make_person
from tests.operations.planned import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def seminar(desk):
    """Silence, the director of the co-host, a video, the ambassador, a closing word without a speaker."""
    desk.remarks.delete()
    embassy, institute = make_organisation(desk.mission), make_organisation(desk.mission)
    Host.objects.create(event=desk.event, order=0, organisation=embassy, role="host")
    Host.objects.create(event=desk.event, order=1, organisation=institute, role="co-host")
    department = make_organisation(desk.mission, parent=institute)
    desk.speakers = {}
    for name, organisation, precedence, since, minutes in (
        ("Khalid Rahman", department, 30, None, 10),
        ("Khazar Farhadov", embassy, 10, date(2020, 9, 1), 20),
    ):
        person = make_person(desk.mission, name={"en": name})
        Office.objects.create(
            person=person,
            title={"en": "Office"},
            organisation=organisation,
            since=since,
            precedence=precedence,
        )
        talk = make_item(desk.part, "remarks", minutes, cues=["be-seated"] if minutes == 10 else [])
        make_contribution(talk, person=person)
        desk.speakers[name.split()[0]] = talk
        if minutes == 10:
            make_item(desk.part, "video", 8)
    make_item(desk.part, "remarks", 5, title={"en": "Closing words"})
    return desk


def kept_order(desk):
    return [(item.kind, item.duration // timedelta(minutes=1)) for item in desk.part.items.all()]


def accept(desk, rule, **values):
    shown = values.pop("shown", None) or [uid(desk, name) for name in ("Khazar", "Khalid")] + closing(desk)
    order_speakers(desk.event, desk.version, rule, shown=shown, by=desk.officer, now=NOW, **values)


def uid(desk, name):
    return str(desk.speakers[name].uid)


def closing(desk):
    return [speech.uid for speech in speeches_of(desk.event) if speech.speaker is None]


def test_speeches_are_read_with_host_precedence_and_date_of_the_office_held_on_the_day(seminar):
    speakers = [speech.speaker for speech in speeches_of(seminar.event)]

    assert [(each.host, each.precedence, each.since) for each in speakers if each] == [
        (1, 30, None),
        (0, 10, date(2020, 9, 1)),
    ]
    assert speakers[2] is None


def test_an_office_that_has_ended_by_the_day_does_not_count(seminar):
    Office.objects.filter(precedence=10).update(until=date(2022, 12, 31))

    assert speeches_of(seminar.event)[1].speaker.precedence is None


def test_speeches_change_places_with_their_lengths_and_all_else_stays(seminar):
    accept(seminar, SpeakingRule.HOST_FIRST)

    assert kept_order(seminar) == [
        ("anthem", 3),
        ("silence", 1),
        ("remarks", 20),
        ("video", 8),
        ("remarks", 10),
        ("remarks", 5),
    ]


def test_guests_are_asked_to_sit_where_they_were_whoever_speaks_there(seminar):
    accept(seminar, SpeakingRule.HOST_FIRST)

    assert [item.cues for item in seminar.part.items.filter(kind="remarks")] == [["be-seated"], [], []]


def test_the_rule_is_kept_with_who_and_when(seminar):
    accept(seminar, SpeakingRule.HOST_FIRST, because="The Embassy invites.")

    row = OrderRule.objects.get(event=seminar.event)
    assert (row.ordered, row.rule, row.because) == (Ordered.SPEAKERS, "host-first", "The Embassy invites.")
    assert (row.by, row.at) == (seminar.officer, NOW)


def test_an_order_that_the_register_no_longer_gives_is_refused(seminar):
    Office.objects.filter(precedence=10).update(precedence=40)
    shown = [uid(seminar, "Khazar"), uid(seminar, "Khalid"), *closing(seminar)]
    before = kept_order(seminar)

    with pytest.raises(StaleError):
        accept(seminar, SpeakingRule.DESCENDING, shown=shown)
    assert kept_order(seminar) == before
    assert not OrderRule.objects.exists()


def test_by_hand_needs_a_reason_and_leaves_the_agenda(seminar):
    before = kept_order(seminar)
    shown = [speech.uid for speech in speeches_of(seminar.event)]

    with pytest.raises(ValidationError):
        accept(seminar, SpeakingRule.BY_HAND, shown=shown)
    accept(seminar, SpeakingRule.BY_HAND, shown=shown, because="The director has to leave early.")

    assert kept_order(seminar) == before
    assert OrderRule.objects.get().because == "The director has to leave early."


def test_taking_it_back_restores_agenda_cues_and_the_rule_before(seminar):
    shown = [speech.uid for speech in speeches_of(seminar.event)]
    accept(seminar, SpeakingRule.BY_HAND, shown=shown, because="As agreed.")
    before = kept_order(seminar), [item.cues for item in seminar.part.items.all()]
    accept(seminar, SpeakingRule.HOST_FIRST)

    take_speakers_back(seminar.event, seminar.version, shown, by=seminar.officer)

    assert (kept_order(seminar), [item.cues for item in seminar.part.items.all()]) == before
    row = OrderRule.objects.get()
    assert (row.rule, row.because) == ("by-hand", "As agreed.")


def test_taking_the_first_rule_back_leaves_none(seminar):
    shown = [speech.uid for speech in speeches_of(seminar.event)]
    accept(seminar, SpeakingRule.HOST_FIRST)

    take_speakers_back(seminar.event, seminar.version, shown, by=seminar.officer)

    assert not OrderRule.objects.exists()


def test_a_speech_at_a_fixed_hour_keeps_its_place(seminar):
    Item.objects.filter(pk=seminar.speakers["Khazar"].pk).update(start="fixed", start_at=time(10, 30))
    shown = [speech.uid for speech in speeches_of(seminar.event)]
    before = kept_order(seminar)

    accept(seminar, SpeakingRule.HOST_FIRST, shown=shown)

    assert kept_order(seminar) == before
