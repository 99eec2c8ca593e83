"""What is wrong in a file is told in words, at its place, in the language of whoever brings it; nothing is kept."""

import copy

import pytest
from django.utils.translation import override
from django_scopes import scopes_disabled

from events.models import Event, Mission, Organisation, Person
from events.models.worded import refusal
from events.operations.import_programme import import_programme
from events.operations.import_refusal import ImportRefusedError
from events.programme.document import from_document, to_document
from tests.factories import make_event, make_item, make_mission, make_organisation, make_part
from tests.programmes import exhibition, seminar

pytestmark = pytest.mark.django_db

ELSEWHERE = "11111111-1111-4111-8111-111111111111"


@pytest.fixture(autouse=True)
def _missions():
    for mission in (seminar().mission, exhibition().mission):
        make_mission(slug=mission.slug, zone=mission.zone, languages=list(mission.languages))


def changed(programme, path, value):
    """The document with another value at the path; a callable makes it of what stood there."""
    document = copy.deepcopy(to_document(programme))
    place, names = document["programme"], path.split(".")
    for name in names[:-1]:
        place = place[int(name) if name.isdigit() else name]
    last = int(names[-1]) if names[-1].isdigit() else names[-1]
    place[last] = value(place[last]) if callable(value) else value
    return document


def refused(document):
    with pytest.raises(ImportRefusedError) as error:
        import_programme(from_document(document))
    assert (Event.objects.count(), Person.objects.count(), Organisation.objects.count()) == (0, 0, 0)
    return error.value


def twice(rows):
    return [*rows, rows[0]]


S, E = seminar, exhibition
WRONG = {
    "address": (S, "slug", "members", "programme: slug: The planner needs this address itself"),
    "uid": (S, "uid", "7", "programme.uid: “7” is not a uid ("),
    "item twice": (
        S,
        "parts.1.items",
        twice,
        "the same uid stands at programme.parts[1].items[0].uid",
    ),
    "event within itself": (
        E,
        "children.0.uid",
        lambda _: E().uid,
        "programme.children[0].uid: the same uid",
    ),
    "host twice": (S, "hosts", twice, "programme.hosts[2]: This host is named above already."),
    "day twice": (E, "days", twice, "This day is named above already."),
    "claim twice": (S, "claims", twice, "This claim is named above already."),
    "claim without a number": (
        S,
        "claims.0.value",
        None,
        "programme.claims[0]: value: One number belongs to it",
    ),
    "linked start with a time": (
        S,
        "parts.1.items.1.start",
        {"mode": "linked", "at": "10:00:00"},
        "programme.parts[1].items[1]: start: Only a start by the clock",
    ),
    "fixed start in another zone": (
        S,
        "parts.1.items.1.start",
        {"mode": "fixed", "at": "10:00:00", "zone": "Asia/Baku"},
        "programme.parts[1].items[1]: start_zone: A fixed clock time is that of the place",
    ),
    "day of the occasion": (
        S,
        "edition.occasion.observed_day",
        32,
        "programme.edition: There is no such day of the year.",
    ),
    "silence without its zone": (
        S,
        "edition.occasion.silence.zone",
        "",
        "programme.edition: A silence has a clock time and its time zone, or neither.",
    ),
    "silence of no length": (
        S,
        "edition.occasion.silence.duration",
        "PT0S",
        "programme.edition: A length of 0 or less cannot be kept",
    ),
    "place off the earth": (S, "place.latitude", 91.0, "programme.place: A place has both latitude"),
    "year beyond all numbers": (S, "edition.year", 10**30, "programme.edition: year: "),
    "key of a source": (S, "claims.0.source", "x" * 61, "programme.claims[0]: key: "),
    "name in other letters": (
        S,
        "hosts.0.organisation.name",
        {"en": "Москва"},
        "programme.hosts[0].organisation: name: This language is written in Latin letters",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_rule_that_a_file_breaks_is_told_in_words_at_its_place(case):
    programme, path, value, words = WRONG[case]

    told = str(refused(changed(programme(), path, value)))

    assert words in told
    assert "_" not in told.replace("start_zone", "")


@pytest.mark.parametrize("language", ["az", "ru", "tr", "ur"])
@pytest.mark.parametrize("case", ["address", "uid", "item twice", "host twice", "silence of no length"])
def test_refusal_is_told_in_the_language_of_whoever_brings_the_file(case, language):
    programme, path, value, _ = WRONG[case]
    document = changed(programme(), path, value)
    with override(language):
        told = refusal(refused(document))

    english = {"The", "This", "is", "not", "same", "stands", "length", "cannot", "be", "kept", "already"}
    assert english.isdisjoint(told.replace(":", " ").replace(".", " ").split())


def test_register_that_says_something_else_is_told_in_russian():
    import_programme(seminar())
    Person.objects.filter(name__contains="Khazar").update(name={"en": "Khazar Ferhadov"})
    Event.objects.all().delete()

    with override("ru"), pytest.raises(ImportRefusedError) as error:
        import_programme(seminar())

    assert "differs from the register" in str(error.value)
    with override("ru"):
        assert "differs" not in refusal(error.value)


def test_uid_that_another_mission_has_is_refused_at_its_place():
    elsewhere = Mission.objects.get(slug=exhibition().mission.slug)
    document = to_document(seminar())
    make_organisation(elsewhere, uid=document["programme"]["hosts"][0]["organisation"]["uid"])

    with pytest.raises(ImportRefusedError, match=r"programme\.hosts\[0\]\.organisation\.uid: something"):
        import_programme(seminar())


def test_item_that_another_event_has_is_refused_at_its_place():
    theirs = make_event(Mission.objects.get(slug=exhibition().mission.slug), slug="theirs")
    make_item(make_part(theirs), uid=seminar().parts[1].items[2].uid)

    with pytest.raises(ImportRefusedError, match=r"programme\.parts\[1\]\.items\[2\]\.uid: something"):
        import_programme(seminar())


@pytest.mark.parametrize(
    ("programme", "path"), [(exhibition, "children.0.uid"), (seminar, "uid")], ids=["within", "by itself"]
)
def test_event_of_another_place_is_not_taken_over(programme, path):
    mission = Mission.objects.get(slug=programme().mission.slug)
    host = make_event(mission) if path == "uid" else None
    other = make_event(mission, slug="another", title={"en": "Another"}, parent=host)

    with pytest.raises(ImportRefusedError) as error:
        import_programme(from_document(changed(programme(), path, str(other.uid))))

    assert str(error.value).startswith(f"programme.{path.replace('.0', '[0]')}: ")
    with scopes_disabled():
        other.refresh_from_db()
    assert (other.slug, other.parent) == ("another", host)
