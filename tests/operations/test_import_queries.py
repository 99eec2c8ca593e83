"""What an import asks of the database does not grow with the items, and each row still has its history."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Contribution, Event, Item, Person
from events.operations.import_programme import Outcome, import_programme
from events.operations.import_table import import_table
from events.operations.tables import Row, Table
from events.programme.people import Party
from events.programme.text import Text
from events.scoping import every_mission
from events.snapshot import take_snapshot
from tests.factories import make_event, make_member, make_mission
from tests.programmes import seminar

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mission():
    mission = seminar().mission
    with every_mission():
        yield make_mission(slug=mission.slug, zone=mission.zone, languages=list(mission.languages))


def of_items(number):
    """A programme of one part with so many items, a person of their own in each."""
    part = seminar().parts[1]
    item = next(each for each in part.items if each.contributions and each.contributions[0].who.person)
    (said, *_) = item.contributions

    def another():
        who = Party(replace(said.who.person, uid=str(uuid4())))
        return replace(item, uid=str(uuid4()), contributions=(replace(said, who=who),))

    part = replace(part, uid=str(uuid4()), items=tuple(another() for _ in range(number)))
    return replace(seminar(), uid=str(uuid4()), slug=f"of-{number}-items", parts=(part,))


def queries(programme):
    with CaptureQueriesContext(connection) as asked:
        import_programme(programme)
    return len(asked)


def test_import_asks_hardly_more_for_a_hundred_items_than_for_ten():
    import_programme(of_items(1))
    ten, hundred = of_items(10), of_items(100)

    few, many = queries(ten), queries(hundred)
    few_again, many_again = (
        queries(replace(programme, title=Text.of({"en": "Another title"}))) for programme in (ten, hundred)
    )

    assert (few, many) < (120, 140)
    assert many - few <= 20
    assert many_again - few_again <= 20


def sheet(number, length="5"):
    rows = [("kind", "length", "title en", "who", "office")]
    rows += [("address", length, f"Address {at}", f"Person {at}", "Director") for at in range(number)]
    return Table(tuple(Row(at, cells) for at, cells in enumerate(rows, 1)), "Read.")


def test_sheet_asks_hardly_more_for_a_hundred_rows_than_for_ten(mission):
    asked = {}
    for number in (10, 100):
        event = make_event(mission, slug=f"sheet-of-{number}")
        for length in ("5", "6"):
            with CaptureQueriesContext(connection) as queries_of_it:
                import_table(event, sheet(number, length), by=None)
            asked[number, length] = len(queries_of_it)
        assert [item.duration.seconds for item in event.parts.get().items.all()] == [360] * number
        kinds = [copy.history_type for copy in event.parts.get().items.last().history.order_by("history_id")]
        assert kinds == ["+", "~"]

    assert asked[100, "5"] - asked[10, "5"] <= 20
    assert asked[100, "6"] - asked[10, "6"] <= 20


def test_each_row_that_an_import_writes_has_its_copy_in_the_history(mission):
    member = make_member(mission)
    programme = of_items(3)
    event = import_programme(programme, by=member.user).event

    imported = import_programme(replace(programme, title=Text.of({"en": "Another title"})))

    assert imported.outcome is Outcome.CHANGED
    version = Event.objects.get(pk=event.pk).version
    for item in Item.objects.all():
        first, second = item.history.order_by("history_id")
        assert [first.history_type, second.history_type] == ["+", "~"]
        assert [first.history_user, second.history_user] == [member.user, None]
        assert (first.of_mission_id, first.of_event_id) == (mission.pk, event.pk)
        assert (first.deed, second.event_version) == ("import_programme", version)
    kinds = Contribution.history.order_by("history_id").values_list("history_type", flat=True)
    assert list(kinds) == ["+"] * 3 + ["-"] * 3 + ["+"] * 3
    assert all(person.history.count() == 1 and person.search_text for person in Person.objects.all())


def test_items_that_the_file_does_not_name_any_more_go_with_their_people():
    programme = of_items(3)
    event = import_programme(programme).event
    (part,) = programme.parts
    shorter = replace(programme, parts=(replace(part, items=part.items[:1]),))

    import_programme(shorter)

    assert take_snapshot(event).parts[0].items[0].uid == part.items[0].uid
    assert (Item.with_removed.count(), Contribution.objects.count()) == (1, 1)
    assert Item.history.filter(history_type="-").count() == 2
