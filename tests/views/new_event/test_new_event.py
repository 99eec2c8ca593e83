"""A new event from a pattern, and as a copy: what the forms take, what they refuse in words, and only once."""

import re
from datetime import UTC, date, datetime, time

import pytest
import time_machine
from django.core.cache import cache

from events.models import Contribution, Event, Host, Organisation, Place
from events.models.fields import text_of
from events.scoping import every_mission
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

pytestmark = pytest.mark.django_db

NEW = "/desk/new/azembassy-islamabad/"
COPY = f"{NEW}copy/seminar/"
NOW = datetime(2022, 11, 1, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now():
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def mission():
    with every_mission():
        yield make_mission(languages=["en", "az"], country="AZ")


@pytest.fixture
def officer(mission, client):
    member = make_member(mission)
    client.force_login(member.user)
    return member.user


def form(hosts=(), **values):
    """What a browser sends; ``hosts`` are pairs of a key in the register and a new name."""
    rows = list(hosts) or [("", "")]
    sent = {
        "kind": "seminar",
        "title": "A commemoration",
        "languages": ["en"],
        "hosts-TOTAL_FORMS": len(rows),
        "hosts-INITIAL_FORMS": 0,
        **values,
    }
    for number, (key, name) in enumerate(rows):
        sent |= {f"hosts-{number}-organisation": key, f"hosts-{number}-new_name": name}
    return sent


def errors(page):
    """The summary's lines, each with the id of the field that it leads to."""
    summary = page.content.decode().partition('id="error-summary"')[2].partition("</ul>")[0]
    links = re.findall(r'<a href="#([\w-]*)">(.*?)</a>', summary)
    return [(field, words.replace("&#x27;", "'")) for field, words in links]


def assert_each_error_is_at_its_field(page):
    """Every link of the summary leads to a field, which says the same and is marked."""
    text = page.content.decode()
    for field, words in errors(page):
        tag = re.search(rf'<(?:input|select)[^>]*id="{field}"[^>]*>', text)
        assert tag, field
        assert words.partition(": ")[2] in text.partition("</ul>")[2]
        assert 'aria-invalid="true"' in tag[0] or "checkbox" in tag[0] or "radio" in tag[0]


# From a pattern


def test_short_form_makes_an_event_with_its_agenda_hosts_and_edition(client, mission, officer):
    edition = make_edition()
    place = Place.objects.create(
        mission=mission, name={"en": "Institute of Policy Studies"}, zone="Asia/Karachi", country="PK"
    )
    host = make_organisation(mission, name={"en": "Embassy of Azerbaijan in Pakistan"})

    answer = client.post(
        NEW,
        form(
            occasion=edition.occasion.pk,
            title="National Will and Determination",
            on="20 January 2023",
            starts_at="10:15",
            place=place.pk,
            languages=["az", "en"],
            hosts=[(host.pk, ""), ("", "Institute of Policy Studies")],
        ),
    )

    event = Event.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/desk/azembassy-islamabad/{event.slug}/agenda/")
    assert (event.on, event.zone, event.edition, event.place) == (
        date(2023, 1, 20),
        "Asia/Karachi",
        edition,
        place,
    )
    assert (event.languages, event.status) == (["en", "az"], "tentative")
    assert event.parts.get(phase="programme").starts_at == time(10, 15)
    assert [(str(host.organisation), host.role) for host in event.hosts.all()] == [
        ("Embassy of Azerbaijan in Pakistan", "host"),
        ("Institute of Policy Studies", "co-host"),
    ]
    assert "silence" in [item.kind for part in event.parts.all() for item in part.items.all()]


def test_title_alone_is_enough(client, mission, officer):
    assert client.post(NEW, form(kind="other")).status_code == 302

    event = Event.objects.get()
    assert (event.on, event.place, event.zone, event.slug) == (None, None, "Asia/Karachi", "a-commemoration")


def test_new_place_and_organisation_are_entered_once_in_the_register(client, mission, officer):
    new = {"new_place": "Shakarparian hall", "new_city": "Islamabad", "hosts": [("", "An institute")]}

    client.post(NEW, form(**new))
    client.post(NEW, form(**{**new, "new_place": "SHAKARPARIAN  hall"}))

    assert [str(place) for place in Place.objects.all()] == ["Shakarparian hall"]
    assert [str(each) for each in Organisation.objects.all()] == ["An institute"]
    assert Host.objects.count() == Event.objects.count() == 2


def test_same_form_sent_twice_makes_one_event(client, mission, officer):
    first = client.post(NEW, form(once="a-key"))
    second = client.post(NEW, form(once="a-key"))

    assert Event.objects.count() == 1
    assert first.url == second.url


def test_refused_form_may_be_sent_again(client, mission, officer):
    assert client.post(NEW, form(once="a-key", on="30 February 2023")).status_code == 422
    assert client.post(NEW, form(once="a-key", on="28 February 2023")).status_code == 302


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"title": ""}, [("id_title", "Title, English: Give the event a title.")]),
        ({"title": "\u202e\u0007 "}, [("id_title", "Title, English: Give the event a title.")]),
        (
            {"title": "x" * 10_000},
            [("id_title", "Title, English: At most 300 characters; this text has 10000.")],
        ),
        ({"on": "30 February 2023"}, [("id_on", "Date: That month of 2023 has 28 days.")]),
        ({"on": "soon"}, [("id_on", "Date: “soon” isn’t a day. Write, for instance, 20 January 2023.")]),
        (
            {"starts_at": "10:75"},
            [("id_starts_at", "Start: Minutes go up to 59. Write, for instance, 10:15.")],
        ),
        (
            {"on": "20 January 2023", "until": "19 January 2023"},
            [("id_until", "Last day: The last day is before the first.")],
        ),
        ({"until": "19 January 2023"}, [("id_on", "Date: A last day needs a first one.")]),
        (
            {"new_place": "Hall", "new_zone": "Europe/Berlin", "on": "26 March 2023", "starts_at": "02:30"},
            [
                (
                    "id_starts_at",
                    "Start: The clocks in Europe/Berlin go forward that day and skip 02:30. Choose another hour.",
                )
            ],
        ),
        (
            {"new_place": "Hall", "new_zone": "Mars/Base"},
            [("id_new_zone", "Its time zone: “Mars/Base” is not the name of a time zone (Asia/Karachi).")],
        ),
        ({"languages": []}, [("id_languages_0", "Languages: Choose at least one language.")]),
        (
            {"hosts": [("", "An institute"), ("", "AN INSTITUTE")]},
            [("id_hosts-1-new_name", "Hosts: This host is named above already.")],
        ),
    ],
)
def test_wrong_field_is_answered_at_the_field_and_in_the_summary(client, mission, officer, values, told):
    page = client.post(NEW, form(**values))

    assert page.status_code == 422
    assert errors(page) == told
    assert_each_error_is_at_its_field(page)
    assert Event.objects.count() == Place.objects.count() == Organisation.objects.count() == 0


def test_what_was_typed_is_kept_with_the_errors(client, mission, officer):
    page = client.post(
        NEW, form(title="Kept 🕊 title", on="30 February 2023", starts_at="10:75", hosts=[("", "Kept host")])
    )

    text = page.content.decode()
    for kept in ("Kept 🕊 title", "30 February 2023", "10:75", "Kept host"):
        assert f'value="{kept}"' in text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Evening of remembrance 🕊", "Evening of remembrance 🕊"),
        ("شہداء کی یاد میں (2023) Baku", "شہداء کی یاد میں (2023) Baku"),
        ("\u202eevil\u202c and \u2067good\u2069", "evil and good"),
        ("“Smart”\u00a0quotes\u2028and a break\u000b— Word", "“Smart”\u00a0quotes and a break — Word"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_any_text_is_kept_without_what_turns_or_breaks_a_line(client, mission, officer, typed, kept):
    client.post(NEW, form(title=typed))

    event = Event.objects.get()
    assert text_of(event.title).wording("en").text == kept
    page = client.get("/desk/azembassy-islamabad/").content.decode()
    assert "<script>alert" not in page


@pytest.mark.parametrize("button", ["more_hosts", "look"])
def test_button_that_asks_for_the_page_makes_nothing_and_keeps_what_was_typed(
    client, mission, officer, button
):
    page = client.post(NEW, form(title="", on="20 January 2023", hosts=[("", "A host")], **{button: "1"}))

    text = page.content.decode()
    assert page.status_code == 200
    assert "error-summary" not in text
    assert 'value="20 January 2023"' in text
    assert 'value="A host"' in text
    assert page.context["hosts"].total_form_count() == (2 if button == "more_hosts" else 1)
    assert Event.objects.count() == 0


@pytest.mark.parametrize(
    ("button", "left"),
    [
        ({"host_up": "1"}, ["B", "A"]),
        ({"host_out": "0"}, ["B"]),
        ({"host_up": "0"}, ["A", "B"]),
        ({"host_out": "x"}, ["A", "B"]),
        ({"host_up": "7"}, ["A", "B"]),
    ],
)
def test_hosts_are_moved_up_and_taken_out_without_a_script(client, mission, officer, button, left):
    page = client.post(NEW, form(hosts=[("", "A"), ("", "B")], **button))

    assert [host["new_name"].value() for host in page.context["hosts"]] == left
    assert Event.objects.count() == 0


def test_forged_forms_are_refused_and_never_an_error(client, mission, officer):
    with every_mission():
        elsewhere = make_mission(slug="migration-service")
        foreign = Place.objects.create(mission=elsewhere, name={"en": "Theirs"}, zone="Asia/Baku")
        other = make_organisation(elsewhere)

    for values in (
        {"place": foreign.pk},
        {"hosts": [(other.pk, "")]},
        {"kind": "coup"},
        {"languages": ["xx"]},
        {"occasion": "999"},
        {"hosts-TOTAL_FORMS": "x"},
        {"hosts-TOTAL_FORMS": "100000"},
    ):
        assert client.post(NEW, form(**values)).status_code in (302, 422), values
    assert not Event.objects.filter(place=foreign).exists()
    assert not Host.objects.filter(organisation=other).exists()


# What follows


def hints(client, **values):
    return re.sub(r"<[^>]+>|\s+", " ", client.get(f"{NEW}hints/", values).content.decode())


def test_hints_tell_weekday_anniversary_silence_custom_and_tone(client, mission, officer):
    edition = make_edition()
    place = Place.objects.create(
        mission=mission,
        name={"en": "Institute"},
        city={"en": "Islamabad"},
        zone="Asia/Karachi",
        country="PK",
    )

    text = " ".join(
        hints(
            client,
            kind="seminar",
            occasion=edition.occasion.pk,
            on="20 January 2023",
            starts_at="10:00",
            place=place.pk,
        ).split()
    )

    for told in (
        "Friday, 20 January 2023",
        "33rd anniversary of the 20 January tragedy",
        "2023 − 1990",
        "At 12:00 in Baku 13:00 at the place",
        "Friday break 12:30 – 14:30",
        "The event would end",
        "no applause after the silence",
    ):
        assert told in text, told


def test_hints_offer_the_earlier_years_and_what_else_is_on_that_day(client, mission, officer):
    edition = make_edition(2022)
    make_event(mission, "earlier", edition=edition, on=date(2022, 1, 20))
    make_event(mission, "same-day", on=date(2023, 1, 20), title={"en": "Silence at the chancery"})

    text = client.get(
        f"{NEW}hints/", {"occasion": edition.occasion.pk, "on": "2023-01-20", "kind": "seminar"}
    ).content.decode()

    assert "/desk/new/azembassy-islamabad/copy/earlier/" in text
    assert "Silence at the chancery" in text


@pytest.mark.parametrize(
    "values", [{}, {"on": "30 February", "starts_at": "99", "place": "x", "occasion": "y", "kind": "z"}]
)
def test_hints_of_nothing_and_of_nonsense_are_no_error(client, mission, officer, values):
    assert client.get(f"{NEW}hints/", values).status_code == 200


# As a copy


@pytest.fixture
def seminar(mission):
    event = make_event(mission, edition=make_edition(), languages=["en", "az"])
    part = make_part(event)
    make_item(part, "silence", 1, title={"en": "The silence of 2023"})
    speech = make_item(part, "address", 20)
    make_contribution(speech, person=make_person(mission), answer="confirmed")
    return event


def test_copy_moves_the_day_and_the_anniversary_and_forgets_the_answers(client, mission, officer, seminar):
    answer = client.post(COPY, {"on": "20 January 2024"})

    copy = Event.objects.exclude(pk=seminar.pk).get()
    assert answer.url == f"/desk/azembassy-islamabad/{copy.slug}/agenda/"
    assert (copy.on, copy.edition.year, copy.status) == (date(2024, 1, 20), 2024, "tentative")
    assert not copy.releases.exists()
    assert Contribution.objects.get(item__part__event=copy).answer == "invited"


def test_page_proposes_the_same_day_next_year_and_shows_the_orders_of_other_years(
    client, mission, officer, seminar
):
    earlier = make_event(mission, "earlier", edition=make_edition(2022), on=date(2022, 1, 20))
    make_item(make_part(earlier), "poetry", 3, title={"en": "The poem of 2022"})

    text = client.get(COPY).content.decode()

    assert 'value="20 January 2024"' in text
    assert "34th anniversary of the 20 January tragedy" in text
    assert "The silence of 2023" in text
    assert "The poem of 2022" in text


def test_29_february_is_proposed_as_the_28th(client, mission, officer, seminar):
    with every_mission():
        Event.objects.update(on=date(2024, 2, 29))

    assert 'value="28 February 2025"' in client.get(COPY).content.decode()


@pytest.mark.parametrize("on", ["30 February 2024", "never"])
def test_copy_to_a_day_that_is_none_is_refused_at_the_field(client, mission, officer, seminar, on):
    page = client.post(COPY, {"on": on})

    assert page.status_code == 422
    assert f'value="{on}"' in page.content.decode()
    assert 'href="#id_on"' in page.content.decode()
    assert Event.objects.count() == 1


def test_copy_onto_a_day_that_skips_an_hour_of_the_agenda_is_refused_at_the_day(
    client, mission, officer, seminar
):
    with every_mission():
        Event.objects.update(zone="Europe/Berlin")
        seminar.parts.update(starts_at=time(2, 30))

    page = client.post(COPY, {"on": "31 March 2024"})

    assert page.status_code == 422
    assert 'href="#id_on"' in page.content.decode()
    assert Event.objects.count() == 1


def test_copy_sent_twice_is_made_once_and_may_have_no_day(client, mission, officer, seminar):
    for _ in range(2):
        client.post(COPY, {"on": "", "once": "a-key"})

    assert Event.objects.exclude(pk=seminar.pk).get().on is None


def test_event_to_copy_is_found_by_search(client, mission, officer, seminar):
    make_event(mission, "other", title={"en": "Reception"})

    page = client.get(f"{NEW}copy/", {"q": "seminar"})

    assert [event.slug for event in page.context["events"]] == ["seminar"]
    assert "No event is found" in client.get(f"{NEW}copy/", {"q": "xyz"}).content.decode()
