"""An earlier opening is taken over as a whole, kept with its source, and taken back as a whole."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError

from events.models import Item, OrderRule, Precedent
from events.operations.deeds import NotAllowedError
from events.operations.precedents import (
    proposed,
    record_precedent,
    remove_precedent,
    take_opening_back,
    take_opening_over,
)
from events.operations.stale import StaleError
from events.programme.choices import Ordered
from events.programme.precedents import Element
from tests.factories import make_item, make_member, make_mission, make_organisation, make_part
from tests.operations.planned import NOW

pytestmark = pytest.mark.django_db
ROUND_TABLE = (Element.SILENCE, Element.RECITATION, Element.ANTHEMS)


def take(desk, elements=ROUND_TABLE, shown=None):
    shown = shown or [line.key for line in proposed(desk.event, elements)]
    return take_opening_over(
        desk.event, desk.version, elements, "A report", shown=shown, by=desk.officer, now=NOW
    )


def uids(desk):
    return [str(item.uid) for item in desk.part.items.all()]


def test_what_is_there_is_moved_and_what_is_missing_added_with_its_usual_length(desk):
    added = take(desk)

    assert desk.order() == ["silence", "recitation", "anthem", "remarks"]
    assert [(item.kind, item.duration.total_seconds(), item.cues) for item in added] == [
        ("recitation", 240, ["no-applause"])
    ]


def test_its_source_is_kept_with_the_event(desk):
    take(desk)

    row = OrderRule.objects.get(event=desk.event)
    assert (row.ordered, row.rule, row.source) == (Ordered.OPENING, "precedent", "A report")
    assert row.listed == ["silence", "recitation", "anthems"]
    assert row.by == desk.officer


def test_it_is_taken_back_with_what_was_added(desk):
    before = uids(desk)
    added = [str(item.uid) for item in take(desk)]

    take_opening_back(desk.event, desk.version, before, added, by=desk.officer)

    assert uids(desk) == before
    assert Item.with_removed.get(uid=added[0]).removed_at
    assert not OrderRule.objects.exists()


def test_an_agenda_that_moved_on_since_it_was_shown_is_refused(desk):
    shown = [line.key for line in proposed(desk.event, ROUND_TABLE)]
    make_item(desk.part, "video", 8)

    with pytest.raises(StaleError):
        take(desk, shown=shown)
    with pytest.raises(StaleError):
        take_opening_back(desk.event, desk.version, [], [], by=desk.officer)
    assert not OrderRule.objects.exists()


def test_a_silence_at_a_time_of_its_own_stays(desk):
    Item.objects.filter(pk=desk.silence.pk).update(start="fixed", start_at=time(10, 30))

    take(desk)

    assert desk.order() == ["silence", "recitation", "anthem", "remarks"]


def test_only_the_programme_itself_is_opened(desk):
    before = make_part(desk.event, time(9), phase="before")
    make_item(before, "silence", 1)

    assert [line.key for line in proposed(desk.event, (Element.ANTHEMS,))] == uids(desk)
    desk.part.items.all().delete()
    desk.part.delete()
    assert proposed(desk.event, ROUND_TABLE) == ()


@pytest.mark.parametrize("elements", [[], ["silence", "silence"], ["fireworks"], "silence"])
def test_a_precedent_names_known_elements_each_once(desk, elements):
    with pytest.raises(ValidationError):
        record_precedent(
            desk.mission, title="A seminar", elements=elements, source="A report", by=desk.officer, now=NOW
        )


def test_a_precedent_is_recorded_and_taken_out_by_officers_and_with_organisations_of_the_register(desk):
    said = {"title": "A seminar", "elements": ["silence", "anthems"], "source": "A report", "now": NOW}
    viewer = make_member(desk.mission, "viewer", "viewer").user
    stranger = make_organisation(make_mission(slug="another"))

    with pytest.raises(NotAllowedError):
        record_precedent(desk.mission, by=viewer, **said)
    with pytest.raises(ValidationError):
        record_precedent(desk.mission, by=desk.officer, organisation=stranger, **said)
    precedent = record_precedent(desk.mission, by=desk.officer, **said)
    assert (precedent.by, precedent.at) == (desk.officer, NOW)
    remove_precedent(precedent, by=desk.officer)
    assert not Precedent.objects.exists()
