"""The desk: what needs one, what is coming, and search."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from events.models import Event, Item, Organisation, Person, Place
from events.operations.approval import send_back, submit
from events.operations.release import release
from events.operations.settling import settle
from events.programme.settling import answerable
from events.scoping import every_mission
from events.snapshot import take_snapshot
from tests.factories import (
    make_contribution,
    make_edition,
    make_event,
    make_item,
    make_member,
    make_mission,
    make_organisation,
    make_part,
    make_person,
)
from tests.views.published import publish

pytestmark = pytest.mark.django_db

NOW = datetime(2023, 1, 18, 5, 42, tzinfo=UTC)
DESK = "/desk/azembassy-islamabad/"


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def mission():
    with every_mission():
        yield make_mission(city={"en": "Islamabad"}, languages=["en"])


@pytest.fixture
def officer(mission, client):
    member = make_member(mission)
    client.force_login(member.user)
    return member.user


@pytest.fixture
def head(mission):
    return make_member(mission, role="head", name="head").user


def whole_event(mission, slug="seminar", **values):
    """An event of which nothing is missing and in which nothing clashes."""
    host, _ = Organisation.objects.get_or_create(mission=mission, name={"en": "Institute of Policy Studies"})
    event = make_event(mission, slug, place=make_place(mission), dress={"en": "Dark suit"}, **values)
    event.hosts.create(organisation=host)
    part = make_part(event, heading={"en": "Programme"})
    make_item(part, "opening", 2, cues=["rise"])
    make_item(part, "silence", 1)
    remarks = make_item(part, "remarks", 10)
    make_contribution(remarks, person=make_person(mission, confirmed=True))
    return event


def make_place(mission):
    return Place.objects.get_or_create(
        mission=mission, name={"en": "Institute of Policy Studies"}, defaults={"zone": "Asia/Karachi"}
    )[0]


def needs(client, query=""):
    """The needs that the page shows, each with its event and its words."""
    context = client.get(DESK + query).context
    return [
        (each.need.value, each.event.slug, " ".join(map(str, each.words)), each.more)
        for each in context["needs"]
    ]


def released(event, by=None):
    return release(event, name="First", released_at=NOW, released_by=by)


# Needs you


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


# Coming


def test_coming_is_listed_by_month_with_hours_place_and_state(client, mission, officer):
    whole_event(mission)
    make_event(mission, "novruz", on=date(2023, 3, 21), status="tentative", kind="reception")

    page = client.get(DESK)

    assert [line.event.slug for line in page.context["listed"]] == ["seminar", "novruz"]
    text = page.content.decode()
    assert text.index("January 2023") < text.index("March 2023")
    assert "place not stated" in text
    assert '<time datetime="2023-01-20T10:13+05:00">10:13</time>' in text


def test_month_shows_its_events_and_leads_to_its_neighbours(client, mission, officer):
    whole_event(mission, on=date(2023, 2, 26))

    text = client.get(f"{DESK}?view=month&month=2023-02").content.decode()

    assert "?view=month&amp;month=2023-01" in text
    assert "?view=month&amp;month=2023-03" in text
    assert "A seminar" in text
    assert "No event in this month." in client.get(f"{DESK}?view=month&month=2023-04").content.decode()


def test_year_leads_to_its_calendar_in_print_once_something_of_it_is_released(client, mission, officer):
    address = 'href="/azembassy-islamabad/calendar-2023.pdf'
    assert address not in client.get(f"{DESK}?view=year&year=2023").content.decode()

    publish(mission, "released", on=date(2023, 1, 20))

    assert address in client.get(f"{DESK}?view=year&year=2023").content.decode()
    assert address not in client.get(f"{DESK}?view=year&year=2024").content.decode()


def test_year_shows_twelve_months_and_counts_an_event_once(client, mission, officer):
    make_event(mission, "exhibition", on=date(2023, 1, 30), until=date(2023, 2, 5))

    page = client.get(f"{DESK}?view=year&year=2023")

    assert len(page.context["months"]) == 12
    assert "1 event" in page.content.decode()
    days = [
        day.on
        for month in page.context["months"]
        for week in month.weeks
        for day in week
        if day.events and not day.is_outside
    ]
    assert days == [date(2023, 1, 30) + timedelta(days=number) for number in range(7)]


@pytest.mark.parametrize("query", ["?view=month&month=9999-99", "?view=year&year=0", "?month=x&view=z&need="])
def test_nonsense_in_the_address_shows_the_present(client, mission, officer, query):
    assert client.get(DESK + query).status_code == 200


def test_head_of_the_page_names_the_next_observance_and_both_clocks(client, mission, officer):
    make_edition(day_name={"en": "20 January – National Mourning Day"})

    text = client.get(DESK).content.decode()

    assert "in Islamabad" in text
    assert "10:42</time> in Islamabad" in text
    assert "09:42</time> in Baku" in text
    assert "in 2 days" in text
    assert "33rd anniversary of the 20 January tragedy" in text


def test_empty_desk_says_what_to_do_first_and_a_viewer_is_offered_nothing(client, mission, officer):
    assert "No event yet. Make one in one of the three ways." in client.get(DESK).content.decode()
    viewer = make_member(mission, role="viewer", name="viewer")
    client.force_login(viewer.user)

    text = client.get(DESK).content.decode()

    assert "No event is coming." in text
    assert "/desk/new/" not in text


def test_events_of_another_mission_are_nowhere(client, mission, officer):
    elsewhere = make_mission(slug="migration-service")
    make_event(elsewhere, "secret", title={"en": "Secret"})

    for address in (DESK, "/desk/", "/desk/search/?q=secret", f"{DESK}?view=month&month=2023-01"):
        assert "Secret" not in client.get(address).content.decode()


# Search


def found(client, words):
    context = client.get("/desk/search/", {"q": words}).context
    return {
        name: [str(getattr(each, "name", "") and each.name.wording("en")) for each in context[name]]
        for name in ("people", "organisations", "places")
        if context.get(name)
    }


def test_person_is_found_in_every_spelling(client, mission, officer):
    make_person(mission, name={"en": "Vasif Gafarov", "az": "Vasif Qafarov"})

    for words in ("Qafarov", "gafarov", "Гафаров", "QAFAROV vasif"):
        assert found(client, words) == {"people": ["Vasif Gafarov"]}, words


def test_place_is_found_from_both_keyboards(client, mission, officer):
    Place.objects.create(mission=mission, name={"en": "Karachi hall", "ur": "کراچی ہال"}, zone="Asia/Karachi")

    assert found(client, "كراچي") == found(client, "کراچی") == {"places": ["Karachi hall"]}


def test_occasion_and_its_events_are_found_by_every_name(client, mission, officer):
    edition = make_edition(name={"en": "20 January tragedy", "az": "Şəhidlər günü"})
    make_event(mission, edition=edition)

    page = client.get("/desk/search/", {"q": "sehidler"})

    assert [each.slug for each in page.context["occasions"]] == ["20-january"]
    assert [each.slug for each in page.context["events"]] == ["seminar"]
    assert [each.slug for each in client.get("/desk/search/?occasion=20-january").context["events"]] == [
        "seminar"
    ]


@pytest.mark.parametrize("words", ["", " ", "…", "'", "%", "\u202e", "x" * 10_000, "🕊"])
def test_search_for_nothing_or_nonsense_finds_nothing(client, mission, officer, words):
    make_event(mission)

    page = client.get("/desk/search/", {"q": words})

    assert page.status_code == 200
    assert page.context["number"] == 0


def test_search_says_in_which_events_somebody_is(client, mission, officer):
    event = whole_event(mission)
    person = Person.objects.get()

    text = client.get("/desk/search/", {"q": str(person.name)}).content.decode()

    assert f"/desk/azembassy-islamabad/{event.slug}/agenda/" in text
    assert f"/desk/azembassy-islamabad/people/{person.pk}/" in text
    make_organisation(mission, name={"en": "Nobody's"})
    assert "In no event yet" in client.get("/desk/search/", {"q": "Nobody's"}).content.decode()
