"""What people type and paste, at every form that takes such a value: kept whole, or answered at its field."""

import html
from datetime import date, time

import pytest
from django.utils.html import escape

from events.models import AudienceGroup, Event, Item, Office, OpeningDay, Organisation, Part, Person, Place
from events.operations.contributors import add_contribution
from events.programme.conflict import ConflictKind
from events.programme.conflicts import conflicts
from events.scoping import every_mission
from events.snapshot import take_snapshot
from tests.factories import make_item, make_part
from tests.views.builder import ADDRESS, editor, make_desk
from tests.views.event_desk import facts
from tests.views.new_event.form import form as new_event
from tests.views.registers.entries import sent as register_form

pytestmark = pytest.mark.django_db

LONG = "x" * 10_000
# What was typed, and what is kept of it.
TEXTS = {
    "emoji": ("Concert 🎗️ of 👩‍🚀 🇦🇿", "Concert 🎗️ of 👩‍🚀 🇦🇿"),
    "mixed directions": ("یومِ شہدا 20 January “şəhidlər” (2023)", "یومِ شہدا 20 January “şəhidlər” (2023)"),
    "an override": ("Seminar \u202egnorw\u202c", "Seminar gnorw"),
    "Word": ("“The\u00a0martyrs’ day” – co\u00adoperation…", "“The\u00a0martyrs’ day” – co\u00adoperation…"),
    "markup": ("<b>A & B</b> %(x)s {{ y }}", "<b>A & B</b> %(x)s {{ y }}"),
}
CONTROLS = "A\x00 semi\x07nar\x1b"
REGISTERS = {"people": Person, "organisations": Organisation, "places": Place}
ZONE = {"zone": "Asia/Karachi"}


@pytest.fixture
def desk():
    return make_desk()


def post_facts(desk, words):
    return desk.client.post(ADDRESS, facts(desk, title_en=words))


def post_new_event(desk, words):
    return desk.client.post("/desk/new/azembassy-islamabad/", new_event(title=words, on="20 January 2024"))


def post_part(desk, words):
    return desk.post("agenda/parts/", phase="after", audience="public", heading_en=words, starts_at="")


def post_item(desk, words):
    return desk.post(f"agenda/items/{desk.items['talk'].uid}/", **editor(desk, "talk", title_en=words))


def post_group(desk, words):
    return post_row(desk, "groups/", {"name_en": words})


def post_day(desk, words):
    return post_row(desk, "opening-days/", {"on": "20 January 2023", "note_en": words})


def post_row(desk, address, row):
    rows = {f"row-0-{name}": value for name, value in row.items()}
    counts = {"row-TOTAL_FORMS": "1", "row-INITIAL_FORMS": "0", "version": str(desk.version)}
    return desk.client.post(ADDRESS + address, counts | rows)


def entry_poster(register):
    def post(desk, words):
        address = f"/desk/azembassy-islamabad/{register}/new/"
        form = desk.client.get(address).context["form"]
        return desk.client.post(
            address, register_form(form, name_en=words, **(ZONE if "pl" in register else {}))
        )

    return post


def post_office(desk, words, **days):
    address = "/desk/azembassy-islamabad/people/new/"
    form = desk.client.get(address).context["form"]
    office = {"title_en": words, "ORDER": 1, **days}
    # A second person of one name is asked about first.
    name = "Holder of office " + "ABCDEFG"[len(kept_words(Person, "name"))]
    return desk.client.post(address, register_form(form, [office], name_en=name))


# Each form with what it keeps, and the column in which the words are.
FORMS = {
    "facts": (post_facts, Event, "title"),
    "new event": (post_new_event, Event, "title"),
    "part": (post_part, Part, "heading"),
    "item": (post_item, Item, "title"),
    "group": (post_group, AudienceGroup, "name"),
    "opening day": (post_day, OpeningDay, "note"),
    "office": (post_office, Office, "title"),
    **{name: (entry_poster(name), model, "name") for name, model in REGISTERS.items()},
}


def kept_words(model, column):
    with every_mission():
        return [(getattr(row, column).data or {}).get("en") for row in model.objects.all()]


@pytest.mark.parametrize("name", FORMS)
def test_text_is_kept_whole_and_shown_as_it_was_typed(desk, name):
    post, model, column = FORMS[name]
    # Letters of two scripts are no person's name.
    refused = {"mixed directions"} if name == "people" else set()
    for what, (typed, kept) in TEXTS.items():
        answer = post(desk, typed)

        if what in refused:
            assert answer.status_code == 422
            assert escape(typed) in answer.content.decode()
            continue
        assert answer.status_code in (302, 303), typed
        assert kept in kept_words(model, column)
        shown = desk.client.get(answer.url, follow=True)
        assert shown.status_code == 200
        assert "<b>A & B</b>" not in shown.content.decode()


@pytest.mark.parametrize("name", FORMS)
def test_control_characters_are_answered_or_taken_out_and_nothing_else_is(desk, name):
    post, model, column = FORMS[name]

    answer = post(desk, CONTROLS)

    assert answer.status_code in (302, 303, 422)
    if answer.status_code == 422:
        assert "Null characters are not allowed." in answer.content.decode()
    else:
        assert "A seminar" in kept_words(model, column)


@pytest.mark.parametrize("name", FORMS)
def test_text_of_10000_characters_is_answered_and_kept_on_the_page(desk, name):
    post, model, column = FORMS[name]
    before = kept_words(model, column)

    answer = post(desk, LONG)

    page = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "At most 300 characters; this text has 10000." in page
    assert LONG in page
    assert kept_words(model, column) == before


DAYS = {
    "facts": lambda desk, day: desk.client.post(ADDRESS, facts(desk, on=day)),
    "new event": lambda desk, day: desk.client.post("/desk/new/azembassy-islamabad/", new_event(on=day)),
    "opening day": lambda desk, day: post_row(desk, "opening-days/", {"on": day}),
    "office": lambda desk, day: post_office(desk, "Dean", since=day),
}


@pytest.mark.parametrize("name", DAYS)
@pytest.mark.parametrize(
    ("typed", "words"), [("30 February 2023", "has 28 days"), ("soon\x00", "soon"), (LONG, "")]
)
def test_day_that_is_none_is_answered_at_its_field(desk, name, typed, words):
    answer = DAYS[name](desk, typed)

    page = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert words in page
    assert typed.strip("\x00") in page


LENGTHS = ["0", "0:00", "-5", "", "9" * 400, "ten", "\x00"]


@pytest.mark.parametrize("typed", LENGTHS)
def test_length_that_is_none_is_answered_and_the_old_one_stays(desk, typed):
    silence = desk.item("silence")

    answer = desk.post(f"agenda/items/{silence.uid}/length/", length=typed, version=silence.version)

    assert answer.status_code == 422
    assert desk.item("silence").duration == silence.duration


def test_end_before_the_start_is_answered_at_its_field(desk):
    last = desk.client.post(ADDRESS, facts(desk, until="19 January 2023"))
    hour = desk.client.post(ADDRESS, facts(desk, ends_by="9:00"))
    short = desk.client.post(
        "/desk/new/azembassy-islamabad/", new_event(on="20 January 2024", until="19 January 2024")
    )
    day = post_row(desk, "opening-days/", {"on": "20 January 2023", "opens_at": "17:00", "closes_at": "9:00"})
    office = post_office(desk, "Dean", since="2 January 2023", until="1 January 2023")

    assert [answer.status_code for answer in (last, hour, short, day, office)] == [422] * 5
    assert list(last.context["form"].errors) == ["until"]
    assert list(hour.context["form"].errors) == ["ends_by"]
    assert list(day.context["formset"][0].errors) == ["closes_at"]


def test_hour_that_the_clocks_skip_is_answered(desk):
    with every_mission():
        Event.objects.update(zone="Europe/London", on=date(2026, 3, 29))
    talk = desk.items["talk"]
    part = desk.item("talk").part
    short = {"on": "29 March 2026", "starts_at": "1:30", "new_place": "A hall", "new_zone": "Europe/London"}

    answers = {
        "new event": desk.client.post("/desk/new/azembassy-islamabad/", new_event(**short)),
        "part": desk.post(
            f"agenda/parts/{part.uid}/",
            version=part.version,
            phase="programme",
            audience="public",
            starts_at="1:30",
        ),
        "item": desk.post(
            f"agenda/items/{talk.uid}/", **editor(desk, "talk", start="fixed", start_at="1:30")
        ),
        "over by": desk.client.post(ADDRESS, facts(desk, ends_by="1:30")),
    }

    assert {name: answer.status_code for name, answer in answers.items()} == dict.fromkeys(answers, 422)
    assert all("1:30" in answer.content.decode() for answer in answers.values())


def test_person_in_two_places_at_once_is_warned_of_and_not_forbidden(desk):
    with every_mission():
        event = Event.objects.get()
        person = Person.objects.get()
        elsewhere = make_item(make_part(event, time(10, 5)), "panel", 30)
        for item in (Item.objects.get(pk=desk.items["talk"].pk), elsewhere):
            add_contribution(item, item.version, by=desk.member.user, role="speaker", person=person)
        found = {conflict.kind for conflict in conflicts(take_snapshot(event))}

    page = desk.get("agenda/").content.decode()

    assert ConflictKind.PERSON_TWICE in found
    assert "two places" in page or "at the same time" in page
