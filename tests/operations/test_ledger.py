"""The ledger of claims: shared sources are read, a mission's own are changed by it, and nobody else sees them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from events.models import Claim, EventClaim, Source, SourceOfRecord
from events.operations import ledger
from events.operations.deeds import NotAllowedError
from events.operations.ledger import InUseError, claims_for, ledgers_of, sources_for
from events.operations.stale import StaleError
from events.scoping import of_mission
from tests.factories import make_claim, make_edition, make_mission, make_source

pytestmark = pytest.mark.django_db
SOURCE = {
    "key": "mfa",
    "title": {"en": "Statement"},
    "kind": "statement",
    "language": "en",
    "authority": "high",
}


@pytest.fixture
def mission(desk):
    return desk.event.mission


def test_mission_reads_what_is_shared_and_its_own_alone(mission):
    other = make_mission("migration-service")
    shared, ours, theirs = make_source(), make_source(mission, "N"), make_source(other, "M2")
    for source in (shared, ours, theirs):
        make_claim(source)

    with of_mission(mission.pk, other.pk):
        assert list(sources_for(mission)) == [shared, ours]
        assert [claim.source for claim in claims_for(mission)] == [shared, ours]
    with of_mission(mission.pk):
        assert list(Source.objects.all()) == [shared, ours]
        assert {claim.source for claim in Claim.objects.all()} == {shared, ours}


def test_shared_sources_and_claims_are_no_missions_to_change(desk):
    source = make_source()
    claim = make_claim(source)

    for deed, row in ((ledger.remove_source, source), (ledger.remove_claim, claim)):
        with pytest.raises(NotAllowedError):
            deed(row, 1, by=desk.officer)
    with pytest.raises(NotAllowedError):
        ledger.change_source(source, 1, by=desk.officer, carrier="Another")


def test_mission_notes_its_own_claim_of_a_shared_source(desk, mission):
    occasion = desk.event.edition.occasion
    claim = ledger.add_claim(
        mission,
        occasion=occasion,
        year=2024,
        by=desk.officer,
        source=make_source(),
        subject="killed",
        value=150,
        wording={"en": "150 killed"},
    )

    assert (claim.mission, claim.edition.year, claim.edition.occasion) == (mission, 2024, occasion)


def test_source_of_another_mission_is_refused(desk, mission):
    theirs = make_source(make_mission("migration-service"))
    edition = desk.event.edition

    with pytest.raises(ValidationError):
        ledger.set_source_of_record(mission, edition, theirs, by=desk.officer)
    with pytest.raises(ValidationError):
        ledger.set_claims(desk.event, None, [make_claim(theirs)], by=desk.officer)


def test_change_on_an_old_version_is_refused_and_tells_both(desk, mission):
    source = ledger.add_source(mission, by=desk.officer, **SOURCE)
    ledger.change_source(source, 1, by=desk.officer, carrier="Ednews")

    with pytest.raises(StaleError) as refused:
        ledger.change_source(source, 1, by=desk.head, carrier="Another")

    assert refused.value.fields == ["carrier"]
    assert refused.value.kept.carrier == "Ednews"


def test_source_with_claims_and_claim_of_an_event_are_kept(desk, mission):
    source = make_source(mission)
    claim = make_claim(source)
    ledger.set_claims(desk.event, None, [claim], by=desk.officer)

    with pytest.raises(InUseError) as of_claim:
        ledger.remove_claim(claim, 1, by=desk.officer)
    with pytest.raises(InUseError) as of_source:
        ledger.remove_source(source, 1, by=desk.officer)

    assert of_claim.value.events == [desk.event]
    assert of_source.value.claims == 1
    ledger.set_claims(desk.event, None, [], by=desk.officer)
    ledger.remove_claim(claim, 1, by=desk.officer)
    ledger.remove_source(source, 1, by=desk.officer)
    assert not Source.objects.exists()


def test_claims_of_an_event_are_kept_in_order_and_raise_its_version(desk, mission):
    first, second = make_claim(make_source(mission)), make_claim(make_source(mission, "N"), 147)
    before = desk.version

    ledger.set_claims(desk.event, before, [first, second], by=desk.officer)
    ledger.set_claims(desk.event, None, [second, first], by=desk.officer)

    assert [row.claim for row in EventClaim.objects.filter(event=desk.event)] == [second, first]
    with pytest.raises(StaleError):
        ledger.set_claims(desk.event, before, [first], by=desk.officer)


def test_change_of_a_claim_is_a_change_of_the_events_that_give_it(desk, mission):
    edition = desk.event.edition
    claim = make_claim(make_source(mission), edition=edition)
    ledger.set_claims(desk.event, None, [claim], by=desk.officer)
    before = desk.version

    ledger.change_claim(
        claim, 1, occasion=edition.occasion, year=2023, by=desk.officer, value=151, qualifier="about"
    )

    assert desk.version == before + 1


def test_ledger_of_an_event_begins_with_the_best_source_and_knows_that_of_record(desk, mission):
    edition = desk.event.edition
    low = make_claim(make_source(mission, "low", authority="low"), 147, edition=edition)
    high = make_claim(
        make_source(key="high", published_on=date(2024, 1, 19)), 150, edition=make_edition(2024)
    )
    make_claim(make_source(mission, "else"), 9, edition=make_edition(2024, slug="another-occasion"))
    ledger.set_source_of_record(mission, edition, low.source, by=desk.officer)

    found = ledgers_of([desk.event])[str(desk.event.uid)]

    assert [claim.value for claim in found.claims] == [high.value, low.value]
    assert [claim.source for claim in found.record] == ["low"]
    ledger.set_source_of_record(mission, edition, None, by=desk.officer)
    assert not SourceOfRecord.objects.exists()
