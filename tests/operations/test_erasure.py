"""Somebody is erased: nothing of them is left but what was released."""

import json
from uuid import uuid4

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from events.feeds.speakers import speakers_feed
from events.models import Contribution, Erasure, Item, KeptFeed, Person, PrivateFeed, StillRight
from events.models.fields import text_of
from events.operations.agenda import change_item
from events.operations.contributors import add_contribution
from events.operations.deeds import NotAllowedError
from events.operations.erasure import erase_again, erase_person
from events.operations.merging import merge
from events.operations.named import Spellings, events_with
from events.operations.private_feeds import make_speakers
from events.operations.registers import add_person, add_variant, change_entry, set_offices
from events.operations.release import release
from events.operations.settling import settle
from events.operations.stale import StaleError
from events.programme.settling import answerable
from events.snapshot import take_snapshot
from tests.factories import make_contribution, make_item, make_member, make_part
from tests.operations.planned import NOW

pytestmark = pytest.mark.django_db

# Nobody's name, and every way in which it was ever written here.
NAME = "Quintus Zebrafinch"
EVERY_NAME = ("Quintus", "Zebrafinch", "Zebrafinç", "Зебрафинч")
RELEASED = {"events_release"}


@pytest.fixture
def administrator(desk):
    return make_member(desk.mission, role="administrator", name="administrator").user


@pytest.fixture
def known(desk):
    """Return somebody of whom all is kept that can be."""
    by = desk.officer
    person = add_person(
        desk.mission,
        name={"en": "Quintus Zebrafinc", "az": "Kvintus Zebrafinç"},
        offices=[
            {"title": {"en": "Keeper of Zebrafinch Hall"}},
        ],
        by=by,
    )
    person = change_entry(
        person,
        person.version,
        name={"en": NAME, "az": "Kvintus Zebrafinç"},
        spoken={"en": "Zebrafinch"},
        by=by,
    )
    person = set_offices(person, person.version, [], by=by)
    add_variant(person, name="Квинтус Зебрафинч", language="ru", source="A card", by=by)
    double = add_person(desk.mission, name={"en": "Q. Zebrafinch"}, by=by)
    item = make_item(make_part(desk.event), text={"en": f"Introduced by {NAME}."})
    make_contribution(item, person=double, answer="invited")
    person = merge(person, double, source="A letter of Zebrafinch", by=by)
    change_item(item, Item.objects.get(pk=item.pk).version, text={"en": "Introduced."}, by=by)
    key = next(key for key in answerable(take_snapshot(desk.event)) if str(person.uid) in key)
    settle(desk.event, key, by=by, now=NOW, because=f"{NAME} wrote so.")
    StillRight.objects.create(
        event=desk.event, key=f"Person:{person.pk}:name:az", text="Zebrafinç", by=by, at=NOW
    )
    feed, _token = make_speakers(person, "Slots of Zebrafinch", by=by, now=NOW)
    release(desk.event, name="First", released_at=NOW)
    speakers_feed(feed, person, NOW.date())
    LogEntry.objects.create(
        user=by,
        content_type=ContentType.objects.get_for_model(Item),
        object_id=str(item.pk),
        object_repr="An address",
        action_flag=CHANGE,
        change_message=json.dumps([{"added": {"name": "contribution", "object": NAME}}]),
    )
    return Person.objects.get(pk=person.pk)


def kept_words():
    """Return all that the database keeps, as text, by table."""
    with connection.cursor() as cursor:
        words = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names of the database itself
            rows = str([[str(value) for value in row] for row in cursor.fetchall()])
            words[table] = rows + rows.replace("\\\\", "\\").encode("ascii", "ignore").decode(
                "unicode_escape"
            )
        return words


def tables_with_a_name():
    return {table for table, words in kept_words().items() if any(name in words for name in EVERY_NAME)}


def test_erased_person_is_nowhere_but_in_what_was_released(known, administrator):
    before = tables_with_a_name()

    erase_person(known, known.version, by=administrator, now=NOW)

    assert before > RELEASED
    assert len(before) > 10
    assert tables_with_a_name() == RELEASED
    assert not PrivateFeed.objects.exists()
    assert not KeptFeed.objects.exists()


def test_erasure_leaves_the_item_and_says_that_the_name_is_not_stated(desk, known, administrator):
    version = desk.version

    erase_person(known, known.version, by=administrator, now=NOW)

    row = Contribution.objects.get()
    assert dict(text_of(row.words).versions) == {"en": "Name not stated"}
    assert (row.person, row.answer) == (None, "invited")
    assert desk.version > version
    assert row.history.latest().deed == "erase_person"


def test_who_was_to_be_replaced_by_the_erased_one_has_declined(desk, known, administrator):
    item = make_item(make_part(desk.event))
    other = add_person(desk.mission, name={"en": "An envoy"}, by=desk.officer)
    row = make_contribution(item, person=other, answer="replaced", replaced_by=known)

    erase_person(known, known.version, by=administrator, now=NOW)

    row.refresh_from_db()
    assert (row.person, row.answer, row.replaced_by) == (other, "declined", None)


def test_in_whose_name_somebody_spoke_is_not_stated_once_they_are_erased(desk, known, administrator):
    item = make_item(make_part(desk.event))
    other = add_person(desk.mission, name={"en": "An envoy"}, by=desk.officer)
    row = add_contribution(
        item, item.version, person=other, manner="on-behalf-of", other_person=known, by=desk.officer
    )

    erase_person(known, known.version, by=administrator, now=NOW)

    row.refresh_from_db()
    assert (row.other_person, dict(text_of(row.other_words).versions)) == (None, {"en": "Name not stated"})


def test_erasure_says_that_it_was_done_by_keys_alone(desk, known, administrator):
    uids = known.uids

    erase_person(known, known.version, by=administrator, now=NOW)

    assert len(uids) == 2
    assert {(str(row.uid), row.mission, row.by, row.at) for row in Erasure.objects.all()} == {
        (uid, desk.mission, administrator, NOW) for uid in uids
    }


def test_others_keep_their_history(desk, known, administrator):
    other = add_person(desk.mission, name={"en": "Zebra Finch"}, by=desk.officer)

    erase_person(known, known.version, by=administrator, now=NOW)

    assert [str(copy.name) for copy in other.history.all()] == ["Zebra Finch"]


def test_erasure_needs_an_administrator_and_the_entry_as_it_was_seen(desk, known, administrator):
    with pytest.raises(NotAllowedError):
        erase_person(known, known.version, by=desk.head, now=NOW)
    with pytest.raises(StaleError):
        erase_person(known, known.version - 1, by=administrator, now=NOW)

    assert Person.objects.filter(pk=known.pk).exists()


def test_what_a_list_names_is_erased_again_and_the_list_kept_on(desk, known):
    before = tables_with_a_name()
    listed = [(uid, desk.mission.slug, NOW) for uid in known.uids] + [(uuid4(), "another-mission", NOW)]

    assert erase_again(listed) == 1
    assert erase_again(listed) == 0

    assert before > RELEASED
    assert tables_with_a_name() == RELEASED
    assert [row.mission for row in Erasure.objects.all()] == [desk.mission, desk.mission, None]


def test_events_that_name_somebody_in_words_of_their_own_are_found(desk, known):
    assert events_with(known, Spellings.of(known, [known.pk])) == []
    make_item(make_part(desk.event), staff_text={"az": "Zəng: Kvintus Zebrafinç"})

    assert events_with(known, Spellings.of(known, [known.pk])) == [desk.event]
