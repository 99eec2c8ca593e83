"""How many copies of what for the day, and the one file of them."""

import pytest

from events.models import Event, Item
from events.scoping import every_mission
from tests.exports.printed import pages
from tests.factories import make_organisation
from tests.views.event_desk import make_desk, release_it

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/azembassy-islamabad/seminar/print/day/"
FILE = "/desk/azembassy-islamabad/seminar/print/day.pdf"


@pytest.fixture
def desk():
    return make_desk("viewer")


def counts(page):
    return {
        name: page.context["form"][name].value()
        for name in ("a4_en", "run-sheet_en", "script_en", "booklet_en")
    }


def test_copies_are_worked_out_from_guests_and_team(desk):
    with every_mission():
        first, *_ = Item.objects.all()
        Item.objects.filter(pk=first.pk).update(responsible="Second Secretary")

    usual = desk.client.get(ADDRESS)
    asked = desk.client.get(ADDRESS, {"guests": "80", "team": "6", "a4_en": "3", "anew": "1"})

    assert counts(usual) == {"a4_en": 50, "run-sheet_en": 1, "script_en": 1, "booklet_en": 0}
    assert counts(asked) == {"a4_en": "80", "run-sheet_en": "6", "script_en": 1, "booklet_en": 0}
    assert usual.context["form"]["a4_az"].value() == 0
    assert f'href="{ADDRESS}"' in desk.client.get(ADDRESS.removesuffix("day/")).content.decode()


def test_last_release_is_printed_unless_another_one_is_asked_for(desk):
    assert "Each says DRAFT" in desk.client.get(ADDRESS).content.decode()
    release_it()

    assert desk.client.get(ADDRESS).context["form"]["release"].value() == "1"
    assert "Each says DRAFT" not in desk.client.get(ADDRESS).content.decode()
    assert "Each says DRAFT" in desk.client.get(ADDRESS, {"release": "draft"}).content.decode()
    assert desk.client.get(ADDRESS, {"release": "9"}).status_code == 404


def test_file_holds_what_is_asked_for_and_nothing_else(desk):
    release_it()

    response = desk.client.get(FILE, {"release": "1", "a4_en": "2", "a4_az": "1", "run-sheet_en": "0"})

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="seminar-day-release-1.pdf"'
    cover, _back, first, *_ = pages(response.content)
    assert "Programme English 2 1 both sides A4" in cover
    assert "Programme Azərbaycanca 1 1 both sides A4" in cover
    assert "Run sheet" not in cover
    assert first


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"a4_en": "0"}, "Ask for one copy at least."),
        ({"a4_en": "-1"}, "Ensure this value is greater than or equal to 0."),
        ({"a4_en": "1001"}, "Ensure this value is less than or equal to 1000."),
        ({"a4_en": "many"}, "Enter a whole number."),
    ],
)
def test_what_cannot_be_printed_is_said_and_what_was_typed_stays(desk, data, words):
    response = desk.client.get(FILE, data)

    assert response.status_code == 422
    assert words in response.content.decode()
    assert response.context["form"]["a4_en"].value() == data["a4_en"]


def test_document_that_cannot_be_made_is_said_at_its_field(desk):
    with every_mission():
        Item.objects.update(title={"en": "☃"})

    response = desk.client.get(FILE, {"a4_en": "1"})

    assert response.status_code == 422
    assert "cannot draw ☃" in response.context["form"].errors["a4_en"][0]


def test_programme_may_be_asked_for_in_two_languages_on_one_sheet(desk):
    release_it()

    page, response = desk.client.get(ADDRESS), desk.client.get(FILE, {"a4_en_az": "3"})

    assert "English + Azərbaycanca" in page.content.decode()
    assert "run-sheet_en_az" not in page.context["form"].fields
    cover, _back, first, *_ = pages(response.content)
    assert "Programme English · Azərbaycanca 3" in cover
    assert "SEMINAR A seminar SEMİNAR A seminar" in first


def two_hosts(desk):
    with every_mission():
        event = Event.objects.get()
        for order, (name, role) in enumerate((("The Embassy", "host"), ("The Institute", "co-host"))):
            event.hosts.create(
                organisation=make_organisation(desk.mission, name={"en": name}), role=role, order=order
            )


def test_each_host_has_a_copy_of_its_own_that_lists_it_first(desk):
    two_hosts(desk)
    release_it()

    assert desk.client.get(ADDRESS).context["form"]["own"].value() == 1
    response = desk.client.get(FILE, {"release": "1", "a4_en": "2", "run-sheet_en": "1", "own": "1"})

    cover, _back, *sheets = pages(response.content)
    assert "Programme English 2" in cover
    assert "Programme, copy for The Embassy English 1" in cover
    assert "Programme, copy for The Institute English 1" in cover
    assert "Run sheet, copy" not in cover
    hosts = [sheet for sheet in sheets if "The Embassy" in sheet and "The Institute" in sheet]
    first = [
        "Embassy" if sheet.index("The Embassy") < sheet.index("The Institute") else "Institute"
        for sheet in hosts
    ]
    assert first[:4] == ["Embassy", "Embassy", "Embassy", "Institute"]


def test_own_copies_are_left_out_on_request_and_not_offered_to_one_host(desk):
    assert "own" not in desk.client.get(ADDRESS).context["form"].fields
    two_hosts(desk)
    release_it()

    cover, *_ = pages(desk.client.get(FILE, {"a4_en": "1", "own": "0"}).content)
    assert "copy for" not in cover
