"""Groups of guests, opening days and works, each a list on a page of its own."""

from datetime import date, time

import pytest

from events.models import AudienceGroup, Event, Member, OpeningDay, Work
from events.operations.planning import set_audience_groups
from events.programme.text import Text
from events.scoping import every_mission
from tests.views.event_desk import facts, make_desk

pytestmark = pytest.mark.django_db
EVENT = "/desk/azembassy-islamabad/seminar/"
GROUPS, DAYS, WORKS = f"{EVENT}groups/", f"{EVENT}opening-days/", f"{EVENT}works/"


@pytest.fixture
def desk():
    return make_desk()


def sent(desk, *rows, **more):
    data = {"version": str(desk.version), "row-TOTAL_FORMS": str(len(rows)), "row-INITIAL_FORMS": "0"}
    for number, row in enumerate(rows):
        data |= {f"row-{number}-{name}": value for name, value in row.items()}
    return {**data, **more}


def groups():
    with every_mission():
        return [(row.name.data, row.quota) for row in AudienceGroup.objects.all()]


def days():
    with every_mission():
        return [(row.on, row.opens_at, row.closes_at) for row in OpeningDay.objects.all()]


def test_groups_are_kept_in_their_order_and_named_on_the_page_of_the_facts(desk):
    rows = [{"name_en": "Students", "quota": "40"}, {"name_en": ""}, {"name_en": "Media", "name_ur": "میڈیا"}]

    answer = desk.client.post(GROUPS, sent(desk, *rows))

    assert (answer.status_code, answer.url) == (302, EVENT)
    assert groups() == [({"en": "Students"}, 40), ({"en": "Media", "ur": "میڈیا"}, None)]
    page = desk.client.get(EVENT).content.decode()
    assert f'href="{GROUPS}"' in page
    assert "Students" in page
    viewer = desk.as_(Member.Role.VIEWER).get(EVENT).content.decode()
    assert "Students" in viewer
    assert GROUPS not in viewer


def test_two_groups_change_over_without_a_script_and_nothing_is_kept_yet(desk):
    rows = [{"name_en": "Students", "quota": "40"}, {"name_en": "Media"}]

    answer = desk.client.post(GROUPS, sent(desk, *rows, row_up="1"))

    shown = [form["name_en"].value() for form in answer.context["formset"]]
    assert (answer.status_code, shown, groups()) == (200, ["Media", "Students"], [])


def test_another_row_keeps_what_was_typed(desk):
    answer = desk.client.post(DAYS, sent(desk, {"on": "20 January"}, more_rows="1"))

    assert [form["on"].value() for form in answer.context["formset"]] == ["20 January", None]


def test_opening_days_are_kept_by_day_and_one_without_hours_is_closed(desk):
    rows = [
        {"on": "21 January 2023"},
        {"on": "20 January 2023", "opens_at": "9:00", "closes_at": "17:00", "note_en": "Opening"},
    ]

    desk.client.post(DAYS, sent(desk, *rows))

    assert days() == [(date(2023, 1, 20), time(9), time(17)), (date(2023, 1, 21), None, None)]
    version = desk.version
    again = desk.client.get(DAYS).context["formset"]
    assert [form["on"].value() for form in again][:2] == ["20 January 2023", "21 January 2023"]
    desk.client.post(DAYS, sent(desk, *reversed(rows)))
    assert desk.version == version


@pytest.mark.parametrize(
    ("row", "field", "words"),
    [
        ({"on": "30 February 2023"}, "on", "That month of 2023 has 28 days."),
        ({"on": "20 January 2023", "opens_at": "17:00", "closes_at": "9:00"}, "closes_at", "before it opens"),
        ({"on": "20 January 2023", "opens_at": "17:00"}, "closes_at", "both hours"),
        ({"opens_at": "17:00"}, "on", "Say which day this is."),
        ({"on": "20 January 2023", "note_en": "x" * 10_000}, "note_en", "this text has 10000"),
    ],
)
def test_wrong_row_is_told_at_its_field_and_keeps_what_was_typed(desk, row, field, words):
    answer = desk.client.post(DAYS, sent(desk, {"on": "19 January 2023"}, row))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in " ".join(answer.context["formset"][1].errors[field])
    assert f'href="#id_row-1-{field}"' in page
    assert all(value in page for value in row.values())
    assert days() == []


def test_day_named_twice_is_refused(desk):
    answer = desk.client.post(DAYS, sent(desk, {"on": "2023-01-20"}, {"on": "20 January 2023"}))

    assert answer.context["formset"][1].errors == {"on": ["This day is named above already."]}


def test_list_that_another_changed_meanwhile_is_shown_before_it_is_replaced(desk):
    mine = sent(desk, {"name_en": "Students"})
    with every_mission():
        event = Event.objects.get()
        set_audience_groups(event, event.version, [(Text.of({"en": "Media"}), None)], by=desk.member.user)

    answer = desk.client.post(GROUPS, mine)

    assert answer.status_code == 409
    assert "Media" in answer.content.decode()
    assert answer.context["formset"][0]["name_en"].value() == "Students"
    assert groups() == [({"en": "Media"}, None)]
    desk.client.post(GROUPS, mine | {"version": str(answer.context["version"])})
    assert groups() == [({"en": "Students"}, None)]


def test_kind_and_order_of_languages_are_changed_among_the_facts(desk):
    moved = desk.client.post(EVENT, facts(desk, language_up="2"))
    order = moved.context["form"].data.getlist("languages")
    desk.client.post(EVENT, facts(desk, languages=order, kind="round-table"))

    assert order == ["en", "ur", "az"]
    with every_mission():
        kept = Event.objects.get()
        assert (kept.languages, kept.kind) == (["en", "ur", "az"], "round-table")
    page = desk.client.get(EVENT).content.decode()
    assert page.index('value="ur"') < page.index('value="az"')
    assert "Round table" in page


SQUARE = {
    "title_en": "A square at night",
    "title_ur": "رات کا چوک",
    "maker_en": "A photographer",
    "made": "about 1990",
    "caption_en": "Seen from a roof.\nIn snow.",
    "lender_en": "A museum",
}


def works():
    with every_mission():
        return [(row.title.data, row.made, row.caption and row.caption.data) for row in Work.objects.all()]


def test_works_are_kept_in_their_order_told_in_the_history_and_counted_on_the_page_of_the_facts(desk):
    answer = desk.client.post(WORKS, sent(desk, SQUARE, {"title_en": ""}, {"title_en": "A book"}))

    assert (answer.status_code, answer.url) == (302, EVENT)
    assert works() == [
        (
            {"en": "A square at night", "ur": "رات کا چوک"},
            "about 1990",
            {"en": "Seen from a roof.\nIn snow."},
        ),
        ({"en": "A book"}, "", ""),
    ]
    assert f'<a href="{WORKS}">Works shown</a>: 2' in desk.client.get(EVENT).content.decode()
    assert "Changed the works shown" in desk.client.get(f"{EVENT}history/").content.decode()


def test_works_sent_as_they_are_change_nothing(desk):
    desk.client.post(WORKS, sent(desk, SQUARE))
    with every_mission():
        version = Event.objects.get(slug="seminar").version

    desk.client.post(WORKS, {**sent(desk, SQUARE), "version": str(version), "row-INITIAL_FORMS": "1"})

    with every_mission():
        assert Event.objects.get(slug="seminar").version == version


def test_work_without_a_title_is_told_at_its_field(desk):
    answer = desk.client.post(WORKS, sent(desk, {"maker_en": "A photographer"}))

    form = answer.context["formset"].forms[0]
    assert answer.status_code == 422
    assert form.errors["title_en"] == ["Say what this work is called."]
    assert works() == []
