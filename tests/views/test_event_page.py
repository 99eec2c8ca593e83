from datetime import date, time

import pytest
from django.test import Client
from django.urls import reverse

from events.models import Event, Host, Member
from events.scoping import every_mission
from tests.factories import (
    make_edition,
    make_event,
    make_item,
    make_mission,
    make_organisation,
    make_part,
)
from tests.views.event_desk import facts, make_desk

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/azembassy-islamabad/seminar/"


@pytest.fixture
def desk():
    return make_desk()


def test_page_shows_the_facts_with_an_explanation_and_the_direction_of_each_language(desk):
    page = desk.client.get(ADDRESS).content.decode()

    assert 'name="title_en"' in page
    assert 'name="title_ur"' in page
    assert 'lang="ur" dir="rtl"' in page
    assert "As it is printed at the head of the programme." in page
    assert "Only where it lasts several days." in page
    assert "20 January 2023" in page


def test_page_links_each_tab_and_what_is_missing_to_where_it_is_settled(desk):
    page = desk.client.get(ADDRESS)

    for tab in ("agenda/", "release/", "history/"):
        assert f'<a href="{ADDRESS}{tab}"' in page.content.decode()
    assert f'<a href="{ADDRESS}" aria-current="page">Facts</a>' in page.content.decode()
    addresses = {matter.words: matter.address for matter in page.context["matters"]}
    assert addresses["It is not said where the event is held."] == f"{ADDRESS}#id_place"
    assert addresses["It is not said who holds the event."] == f"{ADDRESS}#hosts"
    assert b'id="hosts"' in page.content
    assert b'id="id_place"' in page.content


def test_saving_keeps_every_fact_and_counts_one_version_at_a_time(desk):
    with every_mission():
        host = make_organisation(desk.mission, name={"en": "Embassy"})
        other = make_organisation(desk.mission, name={"en": "Institute"})
        make_edition(2024)
    sent = facts(
        desk,
        title_en="Another title",
        title_ur="عنوان",
        dedication_en="of the 20 January martyrs",
        on="5 February 2024",
        until="2024-02-06",
        status="tentative",
        languages=["en", "ur"],
        host_0=str(other.pk),
        host_role_0="host",
        host_1=str(host.pk),
        host_role_1="co-host",
        note_en="First line\r\nsecond line",
    )

    answer = desk.client.post(ADDRESS, sent)

    assert (answer.status_code, answer.url) == (302, ADDRESS)
    with every_mission():
        kept = Event.objects.get()
        assert (kept.title.data, kept.on, kept.until) == (
            {"en": "Another title", "ur": "عنوان"},
            date(2024, 2, 5),
            date(2024, 2, 6),
        )
        assert (kept.status, kept.languages, kept.note.data) == (
            "tentative",
            ["en", "ur"],
            {"en": "First line\nsecond line"},
        )
        assert [(row.organisation, row.role) for row in kept.hosts.all()] == [
            (other, "host"),
            (host, "co-host"),
        ]
        assert kept.changed_by == desk.member.user


def test_another_occasion_is_kept_in_the_year_of_the_event(desk):
    with every_mission():
        occasion = make_edition(2020).occasion

    desk.client.post(ADDRESS, facts(desk, occasion=str(occasion.pk)))

    with every_mission():
        assert Event.objects.get().edition.year == 2023


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("on", "30 February 2023", "That month of 2023 has 28 days."),
        ("on", "soon", "soon"),
        ("until", "19 January 2023", "The last day is before the first."),
        ("title_en", "x" * 10_000, "At most 300 characters; this text has 10000."),
        ("ends_by", "25:00", "Hours go up to 23."),
        ("zone", "Mars/Olympus", "Mars/Olympus"),
        ("languages", [], "Choose at least one language."),
        ("place", "4711", "choices"),
        ("status", "unheard-of", "unheard-of"),
    ],
)
def test_wrong_value_is_told_at_its_field_with_a_linked_summary_and_all_input_kept(desk, field, value, words):
    answer = desk.client.post(ADDRESS, facts(desk, **{"subtitle_en": "Typed 🎗 text", field: value}))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in " ".join(answer.context["form"].errors[field])
    assert f'href="#{answer.context["form"][field].id_for_label}"' in page or field == "languages"
    assert 'id="error-summary"' in page
    assert "Typed 🎗 text" in page
    if isinstance(value, str) and field not in ("place", "status"):
        assert value in page
    with every_mission():
        assert Event.objects.get().version == desk.version == 1


def test_title_in_no_language_is_asked_for(desk):
    answer = desk.client.post(ADDRESS, facts(desk, title_en="", title_az="", title_ur=""))

    assert answer.status_code == 422
    assert answer.context["form"].errors == {"title_en": ["Give the event a title."]}


def test_hour_that_the_clocks_skip_on_the_new_day_is_told_at_the_date(desk):
    with every_mission():
        make_part(desk.event, time(2, 30))

    answer = desk.client.post(ADDRESS, facts(desk, zone="Europe/Berlin", on="26 March 2023"))

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["on"]
    with every_mission():
        assert Event.objects.get().on == date(2023, 1, 20)


def test_same_host_twice_is_told_at_the_second(desk):
    with every_mission():
        host = str(make_organisation(desk.mission).pk)

    answer = desk.client.post(ADDRESS, facts(desk, host_0=host, host_1=host))

    assert answer.context["form"].errors == {"host_1": ["This host is named above already."]}


def test_host_moved_up_is_shown_and_kept_with_the_next_saving_alone(desk):
    with every_mission():
        first, second = (
            make_organisation(desk.mission, name={"en": name}) for name in ("Embassy", "Institute")
        )
        desk.event.hosts.create(organisation=first, order=0)
        desk.event.hosts.create(organisation=second, order=1)

    answer = desk.client.post(ADDRESS, facts(desk, host_up="1"))

    form = answer.context["form"]
    assert answer.status_code == 200
    assert [form["host_0"].value(), form["host_1"].value()] == [str(second.pk), str(first.pk)]
    with every_mission():
        assert [row.organisation for row in desk.event.hosts.all()] == [first, second]


def test_host_is_taken_out_with_its_role_once_the_facts_are_kept(desk):
    with every_mission():
        host = make_organisation(desk.mission)
        desk.event.hosts.create(organisation=host, order=0)

    answer = desk.client.post(ADDRESS, facts(desk, host_out="0"))

    form = answer.context["form"]
    assert (answer.status_code, form["host_0"].value(), form["host_role_0"].value()) == (200, "", "")
    with every_mission():
        assert [row.organisation for row in desk.event.hosts.all()] == [host]


def test_host_of_another_mission_cannot_be_chosen(desk):
    with every_mission():
        stranger = make_organisation(make_mission("migration-service"))

    answer = desk.client.post(ADDRESS, facts(desk, host_0=str(stranger.pk)))

    assert list(answer.context["form"].errors) == ["host_0"]


def test_viewer_reads_and_finds_no_form():
    desk = make_desk(Member.Role.VIEWER)

    page = desk.client.get(ADDRESS).content.decode()

    assert "You can read this event." in page
    assert "A seminar" in page
    assert "<dt>Place</dt><dd>not stated</dd>" in page
    assert 'id="facts"' not in page
    assert "Delete" not in page
    assert desk.client.post(ADDRESS, {"title_en": "Mine"}).status_code == 404


def test_event_of_another_mission_is_not_there(desk):
    with every_mission():
        make_event(make_mission("migration-service"), "theirs")

    assert desk.client.get("/desk/azembassy-islamabad/theirs/").status_code == 404
    assert desk.client.get("/desk/migration-service/theirs/").status_code == 404
    assert Client().get(ADDRESS).status_code == 302


def test_deleted_event_can_be_brought_back(desk):
    answer = desk.client.post(f"{ADDRESS}delete/", {"version": desk.version})

    assert answer.url == reverse("desk:deleted", args=["azembassy-islamabad"])
    assert desk.client.get(ADDRESS).status_code == 404
    assert "A seminar" in desk.client.get(answer.url).content.decode()
    desk.client.post(f"{answer.url}seminar/restore/")
    assert desk.client.get(ADDRESS).status_code == 200


def test_event_that_somebody_changed_meanwhile_is_not_deleted(desk):
    answer = desk.client.post(f"{ADDRESS}delete/", {"version": desk.version - 1}, follow=True)

    assert "it was not deleted" in answer.content.decode()
    assert desk.client.get(ADDRESS).status_code == 200


def test_number_of_queries_is_the_same_for_one_item_and_for_thirty(desk, django_assert_max_num_queries):
    with every_mission():
        for _ in range(30):
            make_item(desk.event.parts.get())

    with django_assert_max_num_queries(45):
        desk.client.get(ADDRESS)


def test_page_says_which_hosts_print_no_flag_since_none_is_drawn(desk):
    with every_mission():
        organisation = make_organisation(desk.mission, country="DE")
        Host.objects.create(event=desk.event, organisation=organisation)

    assert "No flag is printed for these hosts" in desk.client.get(ADDRESS).content.decode()
