import copy
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from events.models import Event, Item, Organisation, Person, Place
from events.operations.agenda import remove_item
from events.operations.import_programme import Outcome, import_programme
from events.operations.import_refusal import ImportRefusedError
from events.operations.removal import delete_event
from events.programme.choices import Answer, Audience
from events.programme.document import from_document, to_document
from events.programme.text import Text
from events.programme.value import Look, Work
from events.snapshot import take_snapshot
from tests.factories import make_event, make_member, make_mission
from tests.programmes import exhibition, seminar

pytestmark = pytest.mark.django_db


@pytest.fixture
def _missions():
    for programme in (seminar(), exhibition()):
        mission = programme.mission
        make_mission(
            slug=mission.slug,
            kind=mission.kind.value,
            name=mission.name,
            short_name=mission.short_name,
            city=mission.city,
            country=mission.country,
            zone=mission.zone,
            languages=list(mission.languages),
        )


@pytest.mark.usefixtures("_missions")
@pytest.mark.parametrize("programme", [seminar(), exhibition()], ids=["seminar", "exhibition"])
def test_imported_programme_becomes_an_equal_event(programme):
    imported = import_programme(programme)

    assert imported.outcome is Outcome.NEW
    assert take_snapshot(imported.event) == programme


@pytest.mark.usefixtures("_missions")
def test_export_of_a_working_copy_reads_back_into_an_equal_event():
    event = import_programme(seminar()).event
    document = to_document(take_snapshot(event))
    Event.objects.all().delete()

    again = import_programme(from_document(document)).event

    assert take_snapshot(again) == seminar()


@pytest.mark.usefixtures("_missions")
def test_importing_twice_changes_nothing():
    import_programme(seminar())
    before = (
        Event.objects.count(),
        Item.objects.count(),
        Person.objects.count(),
        Organisation.objects.count(),
    )

    assert import_programme(seminar()).outcome is Outcome.UNCHANGED

    assert before == (
        Event.objects.count(),
        Item.objects.count(),
        Person.objects.count(),
        Organisation.objects.count(),
    )


@pytest.mark.usefixtures("_missions")
def test_changed_file_brings_the_event_up_to_it():
    import_programme(seminar())
    changed = replace(seminar(), title=Text.of({"en": "Another title"}), parts=seminar().parts[:2])

    imported = import_programme(changed)

    assert imported.outcome is Outcome.CHANGED
    assert take_snapshot(imported.event) == changed
    assert Place.objects.count() == 1


@pytest.mark.usefixtures("_missions")
def test_public_file_never_takes_the_staff_items_away():
    import_programme(seminar())

    with pytest.raises(ImportRefusedError, match=r"programme\.audience"):
        import_programme(seminar().seen_by(Audience.PUBLIC))
    assert take_snapshot(Event.objects.get()) == seminar()


@pytest.mark.usefixtures("_missions")
def test_person_who_differs_from_the_register_is_refused_by_name():
    import_programme(seminar())
    Person.objects.filter(name__contains="Khazar").update(name={"en": "Khazar Ferhadov"})
    Event.objects.all().delete()

    with pytest.raises(ImportRefusedError, match="“Khazar Farhadov” differs from the register"):
        import_programme(seminar())
    assert Event.objects.count() == 0


def test_mission_that_is_not_known_is_refused():
    with pytest.raises(ImportRefusedError, match="the mission “azembassy-islamabad” is not known here"):
        import_programme(seminar())


@pytest.mark.usefixtures("_missions")
def test_address_that_is_taken_is_refused():
    mission = Organisation._meta.get_field("mission").related_model.objects.get(slug="azembassy-islamabad")
    make_event(mission, slug=seminar().slug)

    with pytest.raises(ImportRefusedError, match=r"^programme: "):
        import_programme(seminar())


@pytest.mark.usefixtures("_missions")
def test_wrong_item_is_named_and_nothing_is_kept():
    document = copy.deepcopy(to_document(seminar()))
    document["programme"]["parts"][1]["items"][3]["title"] = {"en": "x" * 301}

    with pytest.raises(ImportRefusedError, match=r"^programme\.parts\[1\]\.items\[3\]: title: At most 300"):
        import_programme(from_document(document))

    assert (Event.objects.count(), Item.objects.count(), Person.objects.count()) == (0, 0, 0)


@pytest.mark.usefixtures("_missions")
def test_items_that_an_import_changes_keep_their_history_and_count_it():
    programme = seminar()
    event = import_programme(programme).event
    before = Item.objects.filter(part__event=event).first()
    member = make_member(event.mission)
    changed = replace(programme, title=Text.of({"en": "Another title"}))

    import_programme(changed, by=member.user)

    after = Item.objects.get(uid=before.uid)
    assert (after.pk, after.version) == (before.pk, 2)
    assert [copy.history_user for copy in after.history.all()] == [member.user, None]
    assert Event.objects.get(pk=event.pk).version > event.version


@pytest.mark.usefixtures("_missions")
def test_item_that_was_taken_out_comes_back_with_the_file():
    event = import_programme(seminar()).event
    item = Item.objects.filter(part__event=event).first()
    remove_item(item, item.version, by=make_member(event.mission).user)

    import_programme(seminar())

    assert take_snapshot(event) == seminar()


@pytest.mark.usefixtures("_missions")
def test_deleted_event_is_not_imported_over():
    event = import_programme(seminar()).event
    delete_event(
        event, event.version, by=make_member(event.mission).user, now=datetime(2023, 1, 1, tzinfo=UTC)
    )

    with pytest.raises(ImportRefusedError, match="bring it back"):
        import_programme(seminar())


@pytest.mark.usefixtures("_missions")
def test_answers_and_least_lengths_are_imported():
    programme = seminar()
    index = next(i for i, item in enumerate(programme.parts[1].items) if item.contributions)
    item = programme.parts[1].items[index]
    said = replace(item.contributions[0], answer=Answer.DECLINED)
    item = replace(item, contributions=(said,), least=item.duration / 2, cut_order=1)
    items = (*programme.parts[1].items[:index], item, *programme.parts[1].items[index + 1 :])
    parts = (programme.parts[0], replace(programme.parts[1], items=items), *programme.parts[2:])
    programme = replace(programme, parts=parts, prints_unconfirmed=True)

    assert take_snapshot(import_programme(programme).event) == programme


@pytest.mark.usefixtures("_missions")
def test_works_and_who_is_responsible_are_imported():
    works = (
        Work(
            Text.of({"en": "First"}), made="1915", caption=Text.of({"en": "On the quay.\nLent for the day."})
        ),
        Work(Text.of({"en": "Second"}), maker=Text.of({"en": "Unknown"})),
    )
    part, *others = seminar().parts
    first, *items = part.items
    named = replace(part, items=(replace(first, responsible="Duty officer"), *items))
    programme = replace(seminar(), works=works, parts=(named, *others))

    assert take_snapshot(import_programme(programme).event) == programme
    assert next(programme.seen_by(Audience.PUBLIC).items).responsible == ""


@pytest.mark.usefixtures("_missions")
def test_look_in_a_file_does_not_change_the_mission_that_is_here():
    programme = replace(seminar(), mission=replace(seminar().mission, look=Look(accent="#12284c")))

    assert take_snapshot(import_programme(programme).event) == seminar()
    assert import_programme(programme).outcome is Outcome.UNCHANGED
