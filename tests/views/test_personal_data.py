"""What is kept of one person is handed out whole, without anybody else; and somebody is erased at the desk."""

import json

import pytest
from django.utils import timezone

from events.models import Invitation, Person
from events.operations.contributors import add_contribution
from events.operations.membership import accept, invite
from events.operations.private_feeds import make_own, make_speakers
from events.operations.registers import add_person, add_variant, change_entry
from events.operations.release import release
from events.scoping import every_mission
from tests.factories import make_event, make_item, make_member, make_mission, make_organisation, make_part

pytestmark = pytest.mark.django_db

DESK = "/desk/azembassy-islamabad/"


@pytest.fixture
def speaker(mission, administrator):
    """Somebody who speaks beside others, all of whom have names that nobody else has."""
    by = administrator.user
    with every_mission():
        institute = make_organisation(mission, name={"en": "An institute"})
        office = {"title": {"en": "Director"}, "organisation": institute}
        person = add_person(mission, name={"en": "Quintus Zebrafinc"}, offices=[office], by=by)
        values = {"name": {"en": "Quintus Zebrafinch"}, "envelope": {"en": "1 Hill Road"}, "confirmed": True}
        person = change_entry(person, person.version, by=by, confirmed_by="Secretary Marabou", **values)
        add_variant(person, name="Q. Zebrafinch", language="en", source="A card", by=by)
        others = [
            add_person(mission, name={"en": f"{name} Marabou"}, by=by) for name in ("Titus", "Rufus", "Linus")
        ]
        item = make_item(make_part(make_event(mission)), title={"en": "Address of Marabou"})
        for row in (
            {"person": person, "manner": "on-behalf-of", "other_person": others[0], "answer": "invited"},
            {"person": others[1]},
            {"person": others[2], "answer": "replaced", "replaced_by": person},
        ):
            add_contribution(item, type(item).objects.get(pk=item.pk).version, by=by, **row)
        make_speakers(person, "Their slots", by=by, now=timezone.now())
        release(item.part.event, name="First programme", released_at=timezone.now())
        return Person.objects.get(pk=person.pk)


def sections_of(answer):
    return json.loads(answer.content)


def test_file_of_a_person_has_all_that_is_kept_and_nobody_else(desk, speaker):
    answer = desk.get(f"{DESK}people/{speaker.pk}/data.json")

    kept = sections_of(answer)
    assert answer["Content-Disposition"] == f'attachment; filename="person-{speaker.pk}.json"'
    assert answer["Cache-Control"].count("no-store") == 1
    assert "Marabou" not in answer.content.decode()
    assert (kept["format"], kept["of"], kept["mission"]) == (1, "person", "azembassy-islamabad")
    assert kept["entry"] == [
        {
            "uid": str(speaker.uid),
            "name": {"en": "Quintus Zebrafinch"},
            "envelope": {"en": "1 Hill Road"},
            "confirmed": True,
        }
    ]
    assert kept["offices"] == [{"title": {"en": "Director"}, "organisation": {"en": "An institute"}}]
    assert [(row["name"], row["source"]) for row in kept["spellings"]] == [("Q. Zebrafinch", "A card")]
    assert [(row["as"], row["role"], row.get("answer")) for row in kept["contributions"]] == [
        ("who", "speaker", "invited"),
        ("instead", "speaker", None),
    ]
    assert kept["answers"] == kept["mails"] == []
    assert [row["label"] for row in kept["calendars"]] == ["Their slots"]
    assert [(row["number"], row["name"]) for row in kept["releases"]] == [(1, {"en": "Quintus Zebrafinch"})]
    told = [(row["thing"], row["change"], row.get("name")) for row in kept["history"]]
    assert ("entry", "added", {"en": "Quintus Zebrafinc"}) in told
    assert ("entry", "changed", {"en": "Quintus Zebrafinch"}) in told
    assert ("contribution", "added", None) in told


def test_page_of_a_person_says_what_the_file_does(desk, speaker):
    page = desk.get(f"{DESK}people/{speaker.pk}/data/").content.decode()

    for words in ("Quintus Zebrafinc", "1 Hill Road", "Director", "Their slots", "A card", "A seminar"):
        assert words in page
    assert "Marabou" not in page


def test_file_of_a_member_has_the_account_and_what_was_done_in_this_mission(desk, mission, administrator):
    now = timezone.now()
    with every_mission():
        elsewhere = make_mission(slug="migration-service")
        host = make_member(elsewhere, role="administrator", name="host")
        member = make_member(mission, name="marcus")
        user = member.user
        invitation, _token = invite(mission, user.email, "officer", by=administrator.user, now=now)
        accept(invitation, user, now)
        accept(invite(elsewhere, user.email, "officer", by=host.user, now=now)[0], user, now)
        make_own(user, "My telephone", now)
        make_event(mission)
        for place, name in ((mission, "Titus Marabou"), (elsewhere, "Rufus Marabou")):
            add_person(place, name={"en": name}, by=user)

    answer = desk.get(f"{DESK}members/{member.pk}/data.json")

    kept = sections_of(answer)
    assert "Marabou" not in answer.content.decode()
    assert "migration-service" not in answer.content.decode()
    assert "host@" not in answer.content.decode()
    assert [(row["email"], row["is_active"]) for row in kept["account"]] == [(user.email, True)]
    assert "password" not in kept["account"][0]
    assert kept["membership"] == [{"role": "officer"}]
    assert [row["email"] for row in kept["mails"]] == [user.email]
    assert [row["label"] for row in kept["calendars"]] == ["My telephone"]
    assert [(row["thing"], row["change"]) for row in kept["history"]] == [
        ("membership", "added"),
        ("invitation", "added"),
    ]
    assert [(row["thing"], row["deed"]) for row in kept["deeds"]] == [("person", "add_person")]
    assert Invitation._base_manager.count() == 2


def test_member_who_is_logged_in_is_told_when_that_ends(desk, administrator):
    kept = sections_of(desk.get(f"{DESK}members/{administrator.pk}/data.json"))

    assert len(kept["logins"]) == 1


def test_person_is_erased_once_that_is_confirmed(desk, speaker):
    address = f"{DESK}people/{speaker.pk}/erase/"

    unsure = desk.post(address, {"version": speaker.version})
    stale = desk.post(address, {"version": speaker.version - 1, "sure": "on"})
    done = desk.post(address, {"version": speaker.version, "sure": "on"}, follow=True)

    assert (unsure.status_code, stale.status_code) == (422, 409)
    assert "Say that they are to be forgotten." in unsure.content.decode()
    assert "nothing was erased" in stale.content.decode()
    assert done.redirect_chain == [(f"{DESK}people/", 302)]
    assert "The entry is erased" in done.content.decode()
    assert desk.get(f"{DESK}people/{speaker.pk}/").status_code == 404
    assert "Erased somebody from the register" in desk.get(f"{DESK}settings/history/").content.decode()
    assert "Erased somebody from the register" in desk.get(f"{DESK}seminar/history/").content.decode()


def test_page_before_the_erasing_says_what_goes_and_what_stays(desk, speaker):
    page = desk.get(f"{DESK}people/{speaker.pk}/erase/").content.decode()

    assert f'value="{speaker.version}"' in page
    assert "/desk/azembassy-islamabad/seminar/releases/1/" in page or "Release 1" in page
    assert "A seminar" in page


def test_organisation_has_no_personal_data(desk, mission):
    with every_mission():
        institute = make_organisation(mission)

    for page in ("data/", "data.json", "erase/"):
        assert desk.get(f"{DESK}organisations/{institute.pk}/{page}").status_code == 404
