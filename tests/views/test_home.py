import re
from datetime import UTC, date, datetime

import pytest
import time_machine

from events.models import Event
from events.scoping import every_mission
from events.views.filters import Row
from events.views.home import month_to_open
from tests.factories import make_edition, make_event, make_mission
from tests.views.published import publish, publish_exhibition, publish_seminar

pytestmark = pytest.mark.django_db

TODAY = datetime(2023, 1, 18, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def mission():
    return make_mission(city={"en": "Islamabad"})


def page(client, address="/"):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def text(html):
    """What one reads, without the head and in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("<body>")[2]))


def row(starts_on, ends_on=None):
    return Row("mission", "seminar", "", starts_on, ends_on or starts_on)


@pytest.mark.parametrize(
    ("rows", "opens"),
    [
        ([], date(2023, 1, 1)),
        ([row(date(2023, 1, 25))], date(2023, 1, 1)),
        ([row(date(2023, 1, 10)), row(date(2023, 3, 2)), row(date(2023, 5, 2))], date(2023, 3, 1)),
        ([row(date(2022, 12, 1), date(2023, 2, 1))], date(2023, 1, 1)),
        ([row(None)], date(2023, 1, 1)),
    ],
    ids=["nothing", "later this month", "over this month", "under way", "without a day"],
)
def test_home_opens_the_month_of_the_next_event(rows, opens):
    assert month_to_open(rows, TODAY.date()) == opens


def test_home_says_so_when_it_opens_a_later_month(client, mission):
    publish(mission, on=date(2023, 3, 2))

    said = text(page(client))

    assert "Nothing more is announced for January 2023. The next event is in March 2023." in said


def test_home_shows_the_day_with_its_observance_silence_and_hours_in_both_cities(client):
    publish_seminar()

    html = page(client)

    assert re.search(r'<td class=" observed">.*?10:00.*?Seminar.*?Islamabad', html, re.DOTALL)
    assert "Silence at 12:00 , Baku" in text(html)
    assert "10:00 – 12:20 Islamabad 09:00 – 11:20 in Baku" in text(html)
    assert 'datetime="2023-01-20T10:00+05:00"' in html
    assert 'datetime="2023-01-20T09:00+04:00"' in html


def test_home_marks_today(client):
    html = page(client)

    assert html.count("today-word") == 1
    assert re.search(r'<td class="[^"]* today"><span class="day"><time datetime="2023-01-18">', html)


def test_day_of_observance_is_marked_though_no_event_is_held(client):
    make_edition(day_name={"en": "20 January – National Mourning Day"})

    html = page(client)

    assert html.count('class="observance">National Mourning Day<') == 1
    assert "No event is announced for this day." in html
    assert "Nothing is announced for January 2023" in html


def test_exhibition_is_a_bar_that_its_closed_days_break(client):
    publish_exhibition()

    html = page(client, "/?month=2015-01")

    starts = re.findall(r'datetime="(2015-01-\d\d)"(?:(?!</td>).)*?span-start', html, re.DOTALL)
    ends = re.findall(r'datetime="(2015-01-\d\d)"(?:(?!</td>).)*?span-end', html, re.DOTALL)
    assert starts == ["2015-01-19", "2015-01-21", "2015-01-26"]
    assert ends == ["2015-01-19", "2015-01-23", "2015-01-27"]
    assert "Closed on 20 January and at the weekend" in html
    assert "#held-migration-service-ceremony-2015" in html


@pytest.mark.parametrize(
    ("status", "tag"), [("tentative", "Tentative"), ("postponed", "Postponed"), ("cancelled", "Cancelled")]
)
def test_status_is_said_in_a_word(client, mission, status, tag):
    publish(mission, on=date(2023, 1, 25), status=status)

    assert re.search(rf'class="tag[^"]*">{tag}<', page(client))


def test_event_without_a_day_is_listed_apart(client, mission):
    publish(mission, on=None, items=0, title={"en": "Evening of poetry"})

    said = text(page(client))

    assert said.index("Day to be announced") < said.index("Evening of poetry")


def test_past_events_are_listed_latest_first(client, mission):
    publish(mission, "first", on=date(2015, 1, 19), title={"en": "The first"})
    publish(mission, "second", on=date(2022, 1, 20), title={"en": "The second"})

    said = text(page(client))

    assert said.index("From earlier years") < said.index("The second") < said.index("The first")


def test_earlier_days_of_this_month_are_folded_away(client, mission):
    publish(mission, "past", on=date(2023, 1, 10))
    publish(mission, "coming", on=date(2023, 1, 25))

    assert "Earlier this month: 1 event" in text(page(client))


def test_draft_is_nowhere(client, mission):
    with every_mission():
        make_event(mission, "draft", title={"en": "Not for the public"}, on=date(2023, 1, 25))

    for address in ("/", "/?month=2023-01", "/azembassy-islamabad/"):
        assert "Not for the public" not in page(client, address)
    assert "Seminar" not in page(client).partition("<main")[2].partition('class="filters"')[2]
    assert client.get("/azembassy-islamabad/draft/").status_code == 404


def test_withdrawn_event_is_nowhere(client, mission):
    held = publish(mission, on=date(2023, 1, 25), title={"en": "Withdrawn since"})
    with every_mission():
        Event.objects.filter(pk=held.event_id).update(withdrawn_at=TODAY)

    assert "Withdrawn since" not in page(client)
    assert client.get("/azembassy-islamabad/seminar/").status_code == 404


def test_filters_leave_what_passes_and_keep_the_month_and_the_language(client, mission):
    other = make_mission("migration-service", name={"en": "State Migration Service"})
    publish(mission, on=date(2023, 1, 25), title={"en": "In Islamabad"})
    publish(other, on=date(2023, 1, 26), kind="reception", title={"en": "In Baku"})

    html = page(client, "/?month=2023-01&lang=tr&mission=migration-service")

    assert "In Baku" in html
    assert "In Islamabad" not in html
    assert 'href="?month=2023-02&amp;lang=tr&amp;mission=migration-service"' in html
    assert 'href="?month=2023-01&amp;lang=tr" ' not in html
    assert re.search(r'class="pill pill-on" href="\?month=2023-01&amp;lang=tr"', html)
    assert "/calendars/migration-service.ics" in html


def test_chosen_kind_is_named_and_can_be_let_go(client, mission):
    publish(mission, "one", on=date(2023, 1, 25), title={"en": "A seminar"})
    publish(mission, "two", on=date(2023, 1, 26), title={"en": "An evening"}, kind="reception")

    html = page(client, "/?month=2023-01&kind=reception")

    assert "An evening" in html
    assert "A seminar" not in html
    assert "Remove the filter Kind: Reception" in text(html)
    assert '<a class="pill pill-on" href="?month=2023-01">' in html


def test_filter_says_how_many_events_of_the_month_it_leaves(client, mission):
    publish(mission, "one", on=date(2023, 1, 25))
    publish(mission, "two", on=date(2023, 1, 26), kind="reception")
    publish(mission, "three", on=date(2023, 2, 26), kind="reception")

    html = page(client, "/?month=2023-01")

    assert re.findall(r'kind=([a-z]+)".*?<span aria-hidden="true">(\d+)<', html) == [
        ("reception", "1"),
        ("seminar", "1"),
    ]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("month=2027-13", "There is no month “2027-13”."),
        ("month=soon", "There is no month “soon”."),
        ("month=0000-01", "There is no month “0000-01”."),
        ("mission=nobody", "There is no mission “nobody” here."),
        ("kind=party", "There is no kind of event “party”."),
        ("occasion=never", "There is no occasion “never” here."),
        ("lang=xx", "This page is not there in the language “xx”."),
    ],
)
def test_what_is_not_there_is_said(client, query, words):
    response = client.get(f"/?{query}")

    assert response.status_code == 404
    assert words in response.content.decode()


@pytest.mark.parametrize("month", ["1900-01", "2199-12", "2024-02"])
def test_months_at_the_edges_are_shown(client, month):
    assert f'datetime="{month}-01"' in page(client, f"/?month={month}")


def test_months_end_for_programs_that_follow_every_link(client):
    assert 'rel="next"' not in page(client, "/?month=2024-12")
    assert 'rel="prev"' not in page(client, "/?month=2022-01")


def test_queries_do_not_grow_with_the_events(client, mission, django_assert_num_queries):
    make_edition()
    for count in (1, 3):
        for number in range(count):
            publish(mission, f"held-{count}-{number}", on=date(2023, 1, 25), items=count)
            publish(mission, f"past-{count}-{number}", on=date(2022, 1, 25), items=count)
        with django_assert_num_queries(6):
            client.get("/")
