"""How it was done last time: side by side, recorded with a source, taken over into an agenda."""

import pytest
from django.utils import timezone

from events.models import Host, Precedent
from events.operations.release import release
from events.scoping import every_mission
from tests.factories import make_edition, make_event, make_item, make_organisation, make_part
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db
MISSION = "/desk/azembassy-islamabad/openings/"
PAGE = "last-time/"


@pytest.fixture
def desk():
    """Beside the seminar an earlier one with an institute, silence before the anthem, released."""
    desk = make_desk()
    with every_mission():
        mission = desk.member.mission
        desk.event.edition = make_edition(2023)
        desk.event.save()
        earlier = make_event(
            mission,
            "earlier",
            title={"en": "The seminar before"},
            on="2022-01-20",
            edition=make_edition(2022),
        )
        part = make_part(earlier)
        for kind in ("silence", "anthem", "address"):
            make_item(part, kind)
        desk.institute = make_organisation(mission, name={"en": "The institute"})
        Host.objects.create(event=earlier, organisation=desk.institute)
        release(earlier, name="First programme", released_at=timezone.now())
    return desk


def words(desk, address):
    return desk.client.get(address).content.decode()


def recorded(desk, **values):
    said = {"title": "A film evening", "place_1": "video", "place_2": "silence", "source": "Who was there"}
    return desk.client.post(MISSION, {**said, **values})


def key(desk):
    page = desk.get(PAGE).content.decode()
    return page.split("?take=release-")[1].split("#")[0]


def test_releases_records_and_what_is_attested_stand_side_by_side_with_their_sources(desk):
    recorded(desk)

    page = desk.get(PAGE).content.decode()
    for said in ("This event, as planned now", "The seminar before", "A film evening", "Seminar at NUML"):
        assert said in page
    assert "Release 1 of “The seminar before”, 20 January 2022" in page
    assert "Who was there" in page
    assert "A video was shown; the report does not say when." in page


def test_an_occasion_and_a_co_host_are_looked_at_alone(desk):
    with every_mission():
        host = desk.institute.pk
    recorded(desk, organisation=host, title="With the institute")

    of_occasion = words(desk, f"{MISSION}?occasion=20-january")
    of_host = words(desk, f"{MISSION}?organisation={host}")
    assert "The seminar before" in of_occasion
    assert "With the institute" not in of_occasion
    assert "With the institute" in of_host
    assert "Seminar at NUML" not in of_host
    assert desk.client.get(f"{MISSION}?occasion=nothing").status_code == 404
    assert desk.client.get(f"{MISSION}?organisation=nobody").status_code == 404


def test_what_was_called_off_or_comes_later_is_no_precedent(desk):
    with every_mission():
        for slug, values in {
            "later": {"on": "2023-01-21"},
            "off": {"on": "2021-01-20", "status": "cancelled"},
            "to-come": {"on": "2999-01-20"},
        }.items():
            event = make_event(desk.member.mission, slug, title={"en": f"Gathering {slug}"}, **values)
            make_item(make_part(event), "silence")
            release(event, name="First programme", released_at=timezone.now())

    assert "Gathering" not in desk.get(PAGE).content.decode()
    known = words(desk, MISSION)
    assert "Gathering later" in known
    assert "Gathering off" not in known
    assert "Gathering to-come" not in known


def test_what_it_would_make_of_the_agenda_is_shown_and_changes_nothing(desk):
    page = desk.get(f"{PAGE}?take=release-{key(desk)}").content.decode()

    assert "Moved." in page
    assert "<ins>" in page
    assert desk.names()[:2] == ["hymn", "silence"]
    assert desk.get(f"{PAGE}?take=release-0").status_code == 404


def test_an_opening_is_taken_over_told_with_its_source_and_undone(desk):
    take = f"release-{key(desk)}"
    lines = [str(desk.items[name].uid) for name in ("silence", "hymn", "talk", "questions")]

    answer = desk.post(PAGE, take=take, line=lines, version=desk.version)

    assert (answer.status_code, desk.names()[:2]) == (303, ["silence", "hymn"])
    assert "The opening is taken over." in desk.get("agenda/").content.decode()
    assert "Release 1 of “The seminar before”" in desk.get("history/").content.decode()
    assert "Taken over from:" in desk.get(PAGE).content.decode()
    before = [str(desk.items[name].uid) for name in ("hymn", "silence", "talk", "questions")]
    desk.post(f"{PAGE}back/", item=before, version=desk.version)
    assert desk.names()[:2] == ["hymn", "silence"]


def test_what_was_shown_of_another_agenda_is_refused_with_409(desk):
    answer = desk.post(PAGE, take=f"release-{key(desk)}", line=["x"], version=desk.version)

    assert answer.status_code == 409


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": ""}, "Say what was held."),
        ({"source": " "}, "Say where this order stands."),
        ({"place_1": "", "place_2": ""}, "Say at least one element."),
        ({"place_2": "video"}, "Each element stands once."),
    ],
)
def test_a_precedent_that_is_not_whole_is_refused_at_its_field(desk, wrong, said):
    answer = recorded(desk, **wrong)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    with every_mission():
        assert not Precedent.objects.exists()


def test_a_precedent_is_taken_out(desk):
    recorded(desk)
    with every_mission():
        pk = Precedent.objects.get().pk

    desk.client.post(f"{MISSION}{pk}/remove/")

    assert "A film evening" not in words(desk, MISSION)
