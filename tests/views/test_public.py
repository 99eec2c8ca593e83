import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.utils.translation import gettext, override

from events.models import Event
from events.scoping import every_mission
from tests.factories import make_mission
from tests.views.published import (
    EXHIBITION,
    SEMINAR,
    publish,
    publish_exhibition,
    publish_seminar,
    release_again,
)
from tests.views.test_home import page, text

pytestmark = pytest.mark.django_db

BEFORE = datetime(2023, 1, 18, 9, tzinfo=UTC)
LANGUAGES = {"en": "ltr", "az": "ltr", "ur": "rtl", "ru": "ltr"}


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(BEFORE, tick=False):
        yield


@pytest.fixture
def seminar():
    return publish_seminar()


def test_event_says_day_doors_both_clocks_and_place(client, seminar):
    said = text(page(client, SEMINAR))

    assert "Friday, 20 January 2023" in said
    assert "Doors open at 09:30" in said
    assert "10:00 – 12:20 in Islamabad 09:00 – 11:20 in Baku Islamabad UTC+5 , Baku UTC+4" in said
    assert "Place Institute of Policy Studies Seminar hall, Islamabad" in said
    assert "33rd anniversary of the 20 January tragedy" in said
    assert "A minute of silence is kept at 12:00 in Baku, 13:00 in Islamabad." in re.sub(
        " ([.,])", r"\1", said
    )


def test_agenda_shows_the_public_items_in_order_and_no_other(client, seminar):
    html = page(client, SEMINAR)

    starts = re.findall(r'class="at"><time datetime="2023-01-20T(\d\d:\d\d)\+05:00">', html)
    speeches = ["10:15", "10:35", "10:45", "10:55", "11:05"]
    assert starts == [
        "09:30",
        "10:00",
        "10:02",
        "10:06",
        "10:09",
        "10:10",
        *speeches,
        "11:15",
        "11:23",
        "11:40",
        "11:50",
    ]
    for staff_only in ("Sound check", "Flags, lectern", "Group photograph", "guests of honour", "chancery"):
        assert staff_only not in html


def test_silence_stands_in_its_band_with_what_is_asked_of_guests(client, seminar):
    band = re.search(r'<li class="silence">(.*?)</li>', page(client, SEMINAR), re.DOTALL)[1]

    assert text(f"<body>{band}") == (
        " 10:09 Minute of silence 1 min in memory of the martyrs of January 20"
        " Please remain standing. Please do not applaud. In Baku it is 09:09 . "
    )


def test_figures_stand_with_their_issuer(client, seminar):
    said = text(page(client, SEMINAR))

    assert (
        "150 people were killed. 744 people were seriously injured. Figures as reported by the Ambassador"
        in said
    )


@pytest.mark.parametrize(("language", "direction"), LANGUAGES.items())
def test_event_is_there_in_each_of_its_languages(client, seminar, language, direction):
    html = page(client, f"{SEMINAR}?lang={language}")

    assert f'<html lang="{language}" dir="{direction}">' in html
    assert ("bootstrap-reboot.rtl" in html) is (direction == "rtl")
    title = dict(seminar.programme.title.versions)[language]
    assert f'<h1 class="title">{title}</h1>' in html


def test_event_opens_in_the_first_language_of_its_mission(client):
    publish_exhibition()

    assert '<html lang="az" dir="ltr">' in page(client, EXHIBITION)


@pytest.mark.parametrize("language", ["tr", "xx", "EN", ""])
def test_event_in_another_language_is_not_found(client, seminar, language):
    response = client.get(f"{SEMINAR}?lang={language}")

    assert response.status_code == 404
    with override(language if language == "tr" else "en"):
        words = gettext("This page is not there in the language “{}”.").format(language)
    assert words in response.content.decode()


def test_text_in_another_language_is_marked_and_isolated(client):
    publish_exhibition()
    mission = make_mission("elsewhere", languages=["en", "ur"])
    publish(mission, title={"ur": "آغاز"}, languages=["en", "ur"])

    html = page(client, "/elsewhere/seminar/")

    assert '<h1 class="title"><bdi lang="ur" dir="rtl">آغاز</bdi></h1>' in html


def test_flags_keep_their_order_in_every_direction(client, seminar):
    for language in LANGUAGES:
        hosts = re.search(
            r'<ul class="hosts".*?</ul>', page(client, f"{SEMINAR}?lang={language}"), re.DOTALL
        )[0]
        assert re.findall(r"flags/(\w\w)\.svg", hosts) == ["az", "pk"]


def test_links_keep_the_language(client, seminar):
    html = page(client, f"{SEMINAR}?lang=ur")

    assert 'href="/?lang=ur"' in html
    assert 'href="/azembassy-islamabad/?lang=ur"' in html
    assert 'href="/azembassy-islamabad/islamabad-seminar-2023/programme.pdf?lang=ur"' in html
    assert 'href="/azembassy-islamabad/islamabad-seminar-2023/event.ics?lang=ur"' in html
    assert 'href="/?occasion=20-january&amp;lang=ur"' in html


def test_addresses_for_search_engines(client, seminar, settings):
    settings.SITE_URL = "https://planner.example"
    html = page(client, f"{SEMINAR}?lang=az&utm_source=letter")

    address = f"https://planner.example{SEMINAR}"
    assert f'<link rel="canonical" href="{address}?lang=az">' in html
    assert re.findall(r'hreflang="([\w-]+)" href="(https[^"]+)"', html) == [
        ("en", address),
        ("az", f"{address}?lang=az"),
        ("ur", f"{address}?lang=ur"),
        ("ru", f"{address}?lang=ru"),
        ("x-default", address),
    ]
    assert f'<meta property="og:url" content="{address}?lang=az">' in html
    assert '<meta name="description" content="Seminar. Azərbaycan xalqının milli iradəsi' in html


def test_structured_data_of_the_page_is_json(client, seminar):
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(client, SEMINAR), re.DOTALL)[
        1
    ]

    assert json.loads(data)["startDate"] == "2023-01-20T10:00:00+05:00"


def test_subscription_comes_before_the_single_download(client, seminar):
    html = page(client, SEMINAR)

    address = html.index("/<wbr>azembassy-islamabad.ics</code>")
    assert address < html.index('href="webcal://') < html.index("event.ics")
    assert "A single download never changes." in html


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("tentative", "Tentative. Announced, but not confirmed yet"),
        ("postponed", "Postponed. It is now planned for 20 January 2023"),
        ("cancelled", "Cancelled. This event will not be held."),
    ],
)
def test_status_is_said_before_the_title(client, status, words):
    publish(make_mission(), status=status)

    said = re.sub(" ([.,])", r"\1", text(page(client, "/azembassy-islamabad/seminar/")))

    assert said.index(words) < said.index("A seminar", said.index("Where") if "Where" in said else 0)


def test_event_that_waits_for_a_new_day_no_longer_names_the_old_one(client):
    publish(make_mission(), status="postponed", day_open=True)

    html = page(client, "/azembassy-islamabad/seminar/")

    assert "The new day has not been announced yet." in html
    assert "Date to be announced" in html
    assert "20 January 2023" not in text(html).split("Calendar")[0]


def test_event_without_day_place_or_items_says_what_is_not_stated(client):
    publish(make_mission(), on=None, items=0, status="postponed")

    said = text(page(client, "/azembassy-islamabad/seminar/"))

    assert said.count("Not stated") == 4
    assert "The new day has not been announced yet." in said
    assert "event.ics" not in page(client, "/azembassy-islamabad/seminar/")


def test_past_event_is_not_offered_to_the_calendar_first(client, seminar):
    with time_machine.travel(datetime(2023, 1, 21, 9, tzinfo=UTC), tick=False):
        html = page(client, SEMINAR)

    assert "The day of this event has passed." in html
    assert "Add to your calendar" not in html


def test_changes_are_told_against_the_release_before(client):
    first = publish(make_mission(), on=date(2023, 1, 20))
    release_again(first.event, at=BEFORE + timedelta(days=1), on=date(2023, 1, 25))

    said = re.sub(" ([.,:])", r"\1", text(page(client, "/azembassy-islamabad/seminar/")))

    assert "Current release 2, 19 January 2023." in said
    assert "Release 2 of 19 January 2023, against release 1 of 18 January 2023:" in said
    assert "The day is 25 January 2023. It was 20 January 2023." in said


def test_address_of_an_earlier_release_leads_to_the_one_of_today(client):
    first = publish(make_mission(languages=["en", "az"]), languages=["en", "az"])
    release_again(first.event, slug="renamed", title={"en": "Renamed"})

    response = client.get("/azembassy-islamabad/seminar/?lang=az")

    assert response.status_code == 302
    assert response["Location"] == "/azembassy-islamabad/renamed/?lang=az"


def test_exhibition_names_every_day_and_the_reason_of_the_closed_one(client):
    publish_exhibition()

    html = page(client, f"{EXHIBITION}?lang=en")

    rows = re.findall(r'<tr role="row"( class="\w+")?><th scope="row".*?<time datetime="(\S+)">', html)
    assert [(kind.strip(), day) for kind, day in rows] == [
        ("", "2015-01-19"),
        ('class="closed"', "2015-01-20"),
        ("", "2015-01-21"),
        ("", "2015-01-22"),
        ("", "2015-01-23"),
        ('class="rest"', "2015-01-24"),
        ('class="rest"', "2015-01-25"),
        ("", "2015-01-26"),
        ("", "2015-01-27"),
    ]
    assert "Closed 20 January – National Mourning Day" in text(html)
    assert "Monday, 19 January 2015 , 11:00 – 12:20" in text(html)
    assert "Time of Baku ( UTC+4 )" in text(html)


def test_mission_lists_what_is_coming_and_what_is_past(client):
    mission = make_mission(name={"en": "Embassy of Azerbaijan in Pakistan", "az": "Səfirlik"})
    publish(mission, "coming", on=date(2023, 1, 25), title={"en": "Still to come"})
    publish(mission, "past", on=date(2022, 1, 25), title={"en": "Already held"})
    publish(make_mission("migration-service"), on=date(2023, 1, 25), title={"en": "Held elsewhere"})

    said = text(page(client, "/azembassy-islamabad/"))

    assert said.index("Still to come") < said.index("Past events") < said.index("Already held")
    assert "Held elsewhere" not in said
    assert "azembassy-islamabad.ics" in said
    assert "<h1>Səfirlik</h1>" in page(client, "/azembassy-islamabad/?lang=az")
    assert client.get("/azembassy-islamabad/?lang=ur").status_code == 404


def test_mission_shows_its_latest_past_events_and_the_others_by_year(client, monkeypatch):
    monkeypatch.setattr("events.views.public.PAST_SHOWN", 2)
    mission = make_mission()
    for year in (2019, 2020, 2021):
        publish(mission, f"held-{year}", on=date(year, 1, 20), title={"en": f"Held in {year}"})

    latest = page(client, "/azembassy-islamabad/")
    of_2019 = page(client, "/azembassy-islamabad/?year=2019")

    assert re.findall(r"Held in (\d+)", latest) == ["2021", "2020"]
    assert re.findall(r"Held in (\d+)", of_2019) == ["2019"]
    assert re.findall(r'href="\?year=(\d+)', latest) == ["2021", "2020", "2019"]
    for year in ("2022", "x", "٢٠٢٠"):
        assert client.get(f"/azembassy-islamabad/?year={year}").status_code == 404


def test_unknown_mission_and_event_are_named(client):
    make_mission()

    assert "There is no mission at the address “nobody”." in client.get("/nobody/").content.decode()
    assert (
        "No event has been released at the address “azembassy-islamabad/nothing”."
        in client.get("/azembassy-islamabad/nothing/").content.decode()
    )


@pytest.mark.parametrize(
    ("address", "queries"), [("/azembassy-islamabad/seminar/", 3), ("/azembassy-islamabad/", 4)]
)
def test_queries_do_not_grow_with_the_items(client, django_assert_num_queries, address, queries):
    mission = make_mission()
    first = publish(mission, items=1)
    with django_assert_num_queries(queries):
        client.get(address)
    with every_mission():
        Event.objects.filter(pk=first.event_id).update(slug="first")
        first.event.refresh_from_db()
    release_again(first.event, slug="first", title={"en": "Moved"})
    publish(mission, items=3)
    with django_assert_num_queries(queries):
        client.get(address)


def test_copy_of_a_page_holds_for_nobody_unasked(client):
    code = publish_seminar().code
    for address in ("/", "/azembassy-islamabad/", SEMINAR, f"{SEMINAR}?lang=az", f"/v/{code}/", "/v/"):
        page = client.get(address)
        again = client.get(address, headers={"if-none-match": page["ETag"]})

        assert (page.status_code, again.status_code) == (200, 304), address
        assert page["Cache-Control"] == again["Cache-Control"] == "public, no-cache"
