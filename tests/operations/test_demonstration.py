from datetime import UTC, datetime

import pytest

from events.models import Claim, Event, Member, OrderRule, Release, Source, User
from events.operations.demonstration import load_demonstration
from events.programme.kinds import item_title
from events.scoping import every_mission
from tests.programmes import exhibition, seminar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("accounts")]
TODAY = datetime(2026, 11, 25, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def accounts(rows_of_the_file):
    """The accounts of the demonstration that is loaded."""
    return load_demonstration(TODAY, "a-password")


def counts():
    return [model.objects.count() for model in (Event, Release, Source, Claim, Member, User)]


def released(slug):
    return Release.published.current().get(event_slug=slug).programme


def test_canonical_programmes_are_released_as_their_documents_have_them():
    for programme in (seminar(), exhibition()):
        kept = released(programme.slug)
        assert (kept.title, kept.parts, kept.children, kept.claims) == (
            programme.title,
            programme.parts,
            programme.children,
            programme.claims,
        )


def test_loading_again_is_harmless_and_keeps_what_members_changed():
    Event.objects.filter(slug="islamabad-seminar-2023").update(title={"en": "Changed by an officer"})
    before = counts()

    load_demonstration(TODAY, "a-password")

    assert counts() == before
    assert str(Event.objects.get(slug="islamabad-seminar-2023").title) == "Changed by an officer"


def test_killed_stands_as_150_in_a_b_e_and_147_in_c_d():
    killed = Claim.objects.filter(subject="killed").values_list("source__key", "value")

    assert sorted(killed) == [("A", 150), ("B", 150), ("C", 147), ("D", 147), ("E", 150)]


def test_orders_say_their_rules_and_the_next_20_january_plays_the_guests_anthem_first():
    with every_mission():
        rules = {
            (row.event.status, row.ordered): (row.rule, row.listed)
            for row in OrderRule.objects.filter(event__releases__isnull=False)
        }
        coming = Release.objects.get(status="tentative").programme
    assert rules == {
        ("confirmed", "hosts"): ("sending-first", []),
        ("confirmed", "speakers"): ("by-hand", []),
        ("tentative", "anthems"): ("sending-last", ["PK", "AZ"]),
    }
    anthems = next(item for item in coming.items if item.anthems)
    assert item_title(anthems, "en").text == "National anthems of both countries: Pakistan, Azerbaijan"


def test_one_event_stays_a_draft():
    assert list(Event.objects.on_their_own().filter(releases=None).values_list("kind", flat=True)) == [
        "round-table"
    ]


def test_accounts_have_each_role_in_each_mission_and_the_password(accounts):
    assert {(m.mission.slug, m.role) for m in Member.objects.select_related("mission")} == {
        (mission, role) for mission in ("azembassy-islamabad", "migration-service") for role in Member.Role
    }
    assert all(User.objects.get(email=email).check_password("a-password") for email in accounts)
