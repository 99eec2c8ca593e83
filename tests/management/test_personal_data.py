"""Who has no entry and no membership any more is answered too: by the names under which something was kept."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from events.models import Person
from events.operations.agenda import change_item
from events.operations.contributors import add_contribution
from events.operations.erasure import erase_person
from events.operations.membership import remove
from events.operations.registers import add_person
from events.operations.release import release
from events.scoping import every_mission
from tests.factories import make_event, make_item, make_member, make_mission, make_part

pytestmark = pytest.mark.django_db

NAME = "Quintus Zebrafinch-Çələbi"


@pytest.fixture
def mission():
    with every_mission():
        yield make_mission()


@pytest.fixture
def administrator(mission):
    return make_member(mission, role="administrator", name="administrator").user


def told(tmp_path, *names, mission="azembassy-islamabad"):
    path = tmp_path / "kept.json"
    call_command("personal_data", mission, *names, output=path, stdout=(said := StringIO()))
    assert path.stat().st_mode & 0o777 == 0o600
    return json.loads(path.read_text()), said.getvalue()


def test_who_was_erased_is_found_in_what_was_released_and_in_words_of_the_officers(
    tmp_path, mission, administrator
):
    person = add_person(mission, name={"en": NAME}, by=administrator)
    item = make_item(make_part(make_event(mission)), title={"en": "Address"})
    add_contribution(item, item.version, by=administrator, person=person)
    release(item.part.event, name="First programme", released_at=timezone.now())
    erase_person(Person.objects.get(pk=person.pk), person.version, by=administrator, now=timezone.now())
    item.refresh_from_db()
    note = {"en": f"In the place of {NAME}"}
    change_item(item, item.version, by=administrator, staff_text=note)

    kept, said = told(tmp_path, NAME)

    assert (kept["of"], kept["asked_for"], kept["register"]) == ("name", [{"name": NAME}], [])
    assert [(row["event"], row["number"], row["words"]) for row in kept["releases"]] == [
        ({"en": "A seminar"}, 1, NAME)
    ]
    assert [(row["thing"], row["words"]) for row in kept["texts"]] == [("item", note["en"])]
    assert [(row["thing"], row["words"]) for row in kept["history"]] == [("item", note["en"])]
    assert "register 0, texts 1, releases 1, history 1, accounts 0." in said


def test_member_who_left_is_told_of_the_account_and_of_what_was_done_here(tmp_path, mission, administrator):
    member = make_member(mission)
    add_person(mission, name={"en": "An Envoy"}, by=member.user)
    remove(member, by=administrator)

    kept, _ = told(tmp_path, member.user.email.upper())

    (account,) = kept["accounts"]
    assert account["account"][0]["email"] == member.user.email
    assert account["membership"] == []
    assert [(row["thing"], row["change"]) for row in account["history"]] == [
        ("membership", "added"),
        ("membership", "removed"),
    ]
    assert [row["thing"] for row in account["deeds"]] == ["person"]


def test_nothing_of_another_mission_is_told(tmp_path, mission, administrator):
    elsewhere = make_mission(slug="migration-service")
    stranger = make_member(elsewhere)
    add_person(elsewhere, name={"en": NAME}, by=stranger.user)

    kept, _ = told(tmp_path, NAME, stranger.user.email)

    assert [kept[key] for key in ("register", "texts", "releases", "history", "accounts")] == [
        [],
        [],
        [],
        [],
        [],
    ]


@pytest.mark.parametrize(
    ("mission_name", "name", "words"),
    [
        ("no-mission", NAME, "There is no mission “no-mission”."),
        ("azembassy-islamabad", "Ali", "“Ali” is too short"),
    ],
)
def test_question_that_has_no_answer_is_refused_in_words(tmp_path, mission, mission_name, name, words):
    with pytest.raises(CommandError, match=words):
        told(tmp_path, name, mission=mission_name)
    assert list(tmp_path.iterdir()) == []


def test_file_that_is_there_is_left_as_it_is(tmp_path, mission):
    (tmp_path / "kept.json").write_text("kept")

    with pytest.raises(CommandError, match="is there already"):
        told(tmp_path, NAME)
    assert (tmp_path / "kept.json").read_text() == "kept"
