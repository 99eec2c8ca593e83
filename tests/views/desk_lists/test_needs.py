"""What needs somebody at the desk."""

from datetime import date, time, timedelta

import pytest

from events.models import Event, Item, Person
from events.operations.approval import send_back, submit
from events.operations.settling import settle
from events.programme.settling import answerable
from events.scoping import every_mission
from events.snapshot import take_snapshot
from tests.factories import (
    make_edition,
    make_event,
    make_member,
    make_part,
)
from tests.views.desk_lists.planned import DESK, NOW, needs, released, whole_event

pytestmark = pytest.mark.django_db


def test_whole_event_needs_nobody_and_the_page_says_so(client, mission, officer):
    released(whole_event(mission))

    page = client.get(DESK)

    assert page.context["needs"] == []
    text = page.content.decode()
    assert "Nothing needs you." in text
    assert 'The next event is <a href="/desk/azembassy-islamabad/seminar/agenda/">A seminar</a> on' in text
    assert "Release 1, current" in text


def test_what_is_missing_needs_no_viewer(client, mission, officer):
    make_event(mission, on=date(2023, 3, 1))
    needed = needs(client)
    client.force_login(make_member(mission, role="viewer", name="viewer").user)

    assert [need for need, *_ in needed] == ["incomplete"]
    assert needs(client) == []
    assert "Nothing needs you." in client.get(DESK).content.decode()


def test_first_eight_needs_stand_open_and_the_others_in_a_fold(client, mission, officer):
    for number in range(10):
        make_event(mission, f"event-{number}", on=date(2023, 3, 1 + number))

    page = client.get(DESK).content.decode()

    shown, _fold, folded = page.partition('<details class="rest">')
    assert (shown.count('<li class="need">'), folded.count('<li class="need">')) == (8, 2)
    assert "2 more events" in folded


def test_change_after_a_release_is_told_in_words(client, mission, officer):
    event = whole_event(mission)
    released(event)
    with every_mission():
        Item.objects.filter(kind="remarks").update(duration=timedelta(minutes=12))

    ((need, slug, words, more),) = needs(client)

    assert (need, slug, more) == ("changed", "seminar", 0)
    assert "12 min" in words
    assert "Release 1; changed since" in client.get(DESK).content.decode()


def test_clash_is_told_with_its_times(client, mission, officer):
    event = whole_event(mission)
    released(event)
    with every_mission():
        Item.objects.filter(kind="remarks").update(start="fixed", start_at=time(10, 30))

    first = needs(client)[0]

    assert first[:2] == ("clashing", "seminar")
    assert "27 min" in first[2]
    assert "10:03" in first[2]


def test_event_without_place_and_hosts_is_incomplete(client, mission, officer):
    make_event(mission, "reception", kind="reception")

    need, slug, words, more = needs(client)[0]

    assert (need, slug) == ("incomplete", "reception")
    assert words
    assert more >= 1


def test_words_that_look_wrong_are_told_with_their_place_until_they_are_called_right(
    client, mission, officer
):
    event = whole_event(mission, edition=make_edition(), dedication={"en": "34 years ago"})
    released(event)

    (found,) = [each for each in client.get(DESK).context["needs"] if each.need == "wording"]
    assert "in edition number 33" in str(found.words[0])
    assert found.address == f"{DESK}seminar/#id_dedication_en"
    text = client.get(DESK).content.decode()
    assert f'href="{found.address}"' in text
    assert f'href="{DESK}seminar/#open-matters"' in text

    (key,) = [key for key in answerable(take_snapshot(event)) if key.startswith("wording:")]
    settle(event, key, by=officer, now=NOW, because="It quotes the statement of 2024")
    assert "wording" not in [need for need, *_ in needs(client)]


def test_name_that_nobody_confirmed_is_among_what_is_to_put_right(client, mission, officer):
    whole_event(mission)
    with every_mission():
        Person.objects.update(confirmed=False)

    (told,) = [(words, more) for need, _, words, more in needs(client) if need == "wording"]
    assert "has not been confirmed by the person’s own office" in told[0]
    assert told[1] == 0


def test_submission_waits_for_the_head_alone(client, mission, officer, head):
    event = whole_event(mission)
    submit(event, Event.objects.get(pk=event.pk).version, by=officer, now=NOW, note="Please look")

    assert "approve" not in [need for need, *_ in needs(client)]
    client.force_login(head)
    need, _, words, _ = needs(client)[0]

    assert need == "approve"
    assert words == f"Sent to you by {officer}. It was never released. “Please look”"


def test_what_was_sent_back_shows_the_note(client, mission, officer, head):
    event = whole_event(mission)
    submit(event, Event.objects.get(pk=event.pk).version, by=officer, now=NOW)
    send_back(event, note="The silence is missing", by=head, now=NOW)

    assert needs(client)[0][:3] == ("sent-back", "seminar", "The silence is missing")


def test_pills_count_every_need_and_filter_by_one(client, mission, officer):
    make_event(mission, "reception")
    event = whole_event(mission)
    with every_mission():
        Item.objects.filter(kind="remarks").update(start="fixed", start_at=time(10, 30))
    assert event

    page = client.get(DESK)
    assert [(need.value, count) for need, count, _ in page.context["pills"]] == [
        ("clashing", 1),
        ("incomplete", 1),
    ]
    assert [each[1] for each in needs(client, "?need=clashing")] == ["seminar"]
    assert [each[1] for each in needs(client, "?need=incomplete")] == ["reception"]
    assert [each[1] for each in needs(client, "?need=nonsense")] == ["seminar", "reception"]


def test_hour_that_the_clocks_skip_is_a_clash_and_no_error(client, mission, officer):
    event = make_event(mission, on=date(2023, 3, 26))
    make_part(event, starts_at=time(2, 30))
    with every_mission():
        Event.objects.update(zone="Europe/Berlin")

    need, _, words, _ = needs(client)[0]

    assert need == "clashing"
    assert "02:30" in words


def test_page_stays_bounded_however_many_events_there_are(
    client, mission, officer, django_assert_max_num_queries
):
    edition = make_edition()
    for number in range(40):
        on = date(2023, 2, 1) + timedelta(days=number)
        make_event(mission, f"event-{number}", on=on, edition=edition, note={"en": "34 years ago"})

    with django_assert_max_num_queries(80):
        page = client.get(DESK)

    assert len(page.context["needs"]) == 24
    assert "The next 24 events were looked at." in page.content.decode()
