"""A new event from a pattern, and as a copy: what the forms take, what they refuse in words, and only once."""

import re
from datetime import date, time

import pytest

from events.models import Event, Host, Organisation, Place
from events.models.fields import text_of
from events.scoping import every_mission
from tests.factories import make_edition, make_mission, make_organisation
from tests.views.new_event.form import NEW, form

pytestmark = pytest.mark.django_db


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
