"""The ledger at the desk: the figures side by side, and bad input refused at its field."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from events.models import Claim, Event, Member, Occasion, Source, SourceOfRecord, User
from events.operations.demonstration import load_demonstration
from events.scoping import every_mission
from events.views.ledger import subjects_of
from tests.factories import make_claim, make_edition, make_event, make_member, make_mission, make_source
from tests.programme.test_demonstration_registers import REGISTERS

pytestmark = pytest.mark.django_db
SOURCE = {
    "key": "mfa-2024",
    "title_en": "Statement",
    "issuer_en": "The ministry",
    "kind": "statement",
    "published_on": "19.01.2024",
    "language": "en",
    "authority": "high",
}


@pytest.fixture
def mission():
    with every_mission():
        mission = make_mission()
        make_event(mission, edition=make_edition())
        return mission


@pytest.fixture
def officer(client, mission):
    with every_mission():
        client.force_login(make_member(mission, Member.Role.OFFICER).user)
    return client


def address(name, *more):
    return reverse(f"desk:{name}", args=["azembassy-islamabad", *more])


def claim_of(source, **values):
    with every_mission():
        occasion = Occasion.objects.get()
    return {
        "source": source.pk,
        "occasion": occasion.pk,
        "year": "2023",
        "subject": "killed",
        "qualifier": "exactly",
        "value": "150",
        "wording": "150 killed",
        **values,
    }


def errors(answer):
    assert answer.status_code == 422
    return {name: [str(each) for each in told] for name, told in answer.context["form"].errors.items()}


def side_by_side():
    """The table of the sources: by subject the figures and who states them."""
    with every_mission():
        rows = Claim.objects.filter(mission=None).select_related("source")
        return {
            subject.key: [(each.headline, each.marks) for each in subject.standings]
            for subject in subjects_of(rows, "en")
        }


def test_demonstration_shows_the_five_sources_side_by_side(client):
    load_demonstration(timezone.now(), "a-password")

    table = side_by_side()

    assert table["killed"] == [("150", ["A", "B", "E"]), ("147", ["C", "D"])]
    assert table["wounded"] == [("744", ["A", "B", "E"]), ("hundreds", ["C"]), ("more than 700", ["D"])]
    assert table["missing"] == [("4", ["B", "E"])]
    assert table["arrested"] == [("many", ["C"])]
    assert dict(map(reversed_pair, table["deported"])) == {
        ("A", "B"): "hundreds of thousands",
        ("C",): "mass deportation",
        ("D",): "250,000",
        ("E",): "about 300,000",
    }
    with every_mission():
        client.force_login(User.objects.get(email="viewer@azembassy-islamabad.example"))
        assert Claim.objects.count() == len(REGISTERS["claims"]) == 47
    page = client.get(address("ledger"))
    assert page.status_code == 200
    assert "one source only" in page.content.decode()


def reversed_pair(pair):
    return tuple(pair[1]), pair[0]


def test_source_is_added_changed_and_removed(officer, mission):
    assert officer.post(address("new_source"), SOURCE).status_code == 302
    with every_mission():
        source = Source.objects.get()
    assert (source.mission, source.published_on, source.language) == (mission, date(2024, 1, 19), "en")

    changed = officer.post(
        address("change_source", source.pk), {**SOURCE, "version": "1", "carrier": "Ednews"}
    )
    stale = officer.post(address("change_source", source.pk), {**SOURCE, "version": "1", "carrier": "X"})
    removed = officer.post(address("remove_source", source.pk), {"version": "2"})

    assert (changed.status_code, stale.status_code, removed.status_code) == (302, 409, 302)
    assert "Ednews" in stale.content.decode()
    with every_mission():
        assert not Source.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("published_on", "1 January 2090", "This day is still to come."),
        ("language", "qq", "There is no language with the code “qq”."),
        ("language", "", "This field is required."),
        ("title_en", "", "Write the title in at least one language."),
        ("key", "M", "Another source has this mark already."),
        ("authority", "holy", "Select a valid choice. holy is not one of the available choices."),
    ],
)
def test_bad_source_is_refused_at_its_field(officer, field, value, words):
    with every_mission():
        make_source()

    answer = officer.post(address("new_source"), {**SOURCE, field: value})

    assert errors(answer) == {field: [words]}
    with every_mission():
        assert Source.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "at", "words"),
    [
        ("value", "", "value", "“exactly” needs a number."),
        ("value", "many", "value", "A whole number is expected, as 744 or 300,000."),
        ("qualifier", "hundreds", "value", "“hundreds” has no number: leave it empty."),
        ("qualifier", "between", "most", "The upper number is above the lower one."),
        ("most", "170", "most", "Only “between two numbers” has an upper one."),
        (
            "stated_on",
            "1 January 2090",
            "stated_on",
            "This day is still to come.",
        ),
        ("subject", "", "subject", "Say what it counts."),
        ("wording", "", "wording", "This field is required."),
        ("source", "", "source", "This field is required."),
        ("year", "1980", "year", "The occasion is of 1990."),
        ("year", "2999", "year", "This year is still to come."),
    ],
)
def test_bad_claim_is_refused_at_its_field(officer, field, value, at, words):
    with every_mission():
        source = make_source()

    answer = officer.post(address("new_claim"), {**claim_of(source), field: value})

    assert errors(answer) == {at: [words]}
    with every_mission():
        assert not Claim.objects.exists()


def test_claim_without_issuer_is_refused_until_somebody_is_named(officer):
    with every_mission():
        source = make_source(issuer={})

    refused = officer.post(address("new_claim"), claim_of(source))
    kept = officer.post(address("new_claim"), claim_of(source, speaker_en="An unsigned commentary"))

    words = "The document does not say who issued it: say who claims this."
    assert errors(refused) == {"speaker_en": [words]}
    assert kept.status_code == 302


def test_range_and_thousands_are_kept_as_numbers(officer):
    with every_mission():
        source = make_source()

    officer.post(
        address("new_claim"),
        claim_of(source, qualifier="between", value="1.310", most="۱٬۷۰۰", wording="1,310 to 1,700 killed"),
    )

    with every_mission():
        claim = Claim.objects.get()
    assert (claim.value, claim.most, claim.edition.year) == (1310, 1700, 2023)


def test_same_form_sent_twice_makes_one_claim(officer):
    with every_mission():
        source = make_source()
    sent = {**claim_of(source), "once": "the-same-key"}

    officer.post(address("new_claim"), sent)
    officer.post(address("new_claim"), sent)

    with every_mission():
        assert Claim.objects.count() == 1


def test_shared_and_foreign_entries_have_no_page_of_change(officer):
    with every_mission():
        shared = make_claim(make_source())
        foreign = make_claim(make_source(make_mission("migration-service"), "F"))

    for claim in (shared, foreign):
        assert officer.get(address("change_claim", claim.pk)).status_code == 404
        assert officer.post(address("remove_source", claim.source.pk), {"version": 1}).status_code == 404
    assert "F: A statement" not in officer.get(address("new_claim")).content.decode()


def test_claim_in_use_is_kept_and_the_events_are_named(officer, mission):
    with every_mission():
        claim = make_claim(make_source(mission), edition=make_edition(2022))
        Event.objects.get().claims.create(claim=claim)

    answer = officer.post(address("remove_claim", claim.pk), {"version": "1"}, follow=True)

    assert "It was kept: these events give it: A seminar." in answer.content.decode()


def test_source_of_record_is_named_and_taken_back(officer):
    with every_mission():
        source, edition = make_source(), Event.objects.get().edition

    officer.post(address("source_of_record"), {"edition": edition.pk, "source": source.pk})
    with every_mission():
        assert SourceOfRecord.objects.get().source == source
    officer.post(address("source_of_record"), {"edition": edition.pk, "source": ""})
    with every_mission():
        assert not SourceOfRecord.objects.exists()
    assert officer.post(address("source_of_record"), {"edition": 0}).status_code == 404
    unknown = officer.post(address("source_of_record"), {"edition": edition.pk, "source": 0})
    assert unknown.status_code == 422
    assert "This source is not in the ledger." in unknown.content.decode()


def test_ledger_takes_as_many_queries_for_one_source_as_for_three(officer, django_assert_num_queries):
    def grow(key):
        with every_mission():
            source = make_source(key=key)
            make_claim(source, edition=make_edition(int(f"20{key}")))
            make_event(mission_of_the_officer(), f"event-{key}", edition=make_edition(int(f"19{key}")))

    grow("91")
    officer.get(address("ledger"))
    with CaptureQueriesContext(connection) as one:
        officer.get(address("ledger"))
    grow("92")
    grow("93")
    with django_assert_num_queries(len(one)):
        officer.get(address("ledger"))


def mission_of_the_officer():
    return Event.objects.first().mission
