"""Two officers at the facts of one event."""

import pytest

from events.models import Event
from events.operations.agenda import add_item
from events.operations.planning import change_event, set_hosts
from events.programme.choices import Kind
from events.scoping import every_mission
from tests.factories import make_member, make_organisation
from tests.views.event_desk import facts, make_desk

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/azembassy-islamabad/seminar/"


@pytest.fixture
def desk():
    return make_desk()


def change_meanwhile(desk, **values):
    with every_mission():
        other = make_member(desk.mission, name="press.officer")
        change_event(Event.objects.get(), desk.version, by=other.user, **values)
        return other


def test_stale_saving_shows_both_versions_field_by_field_and_saves_nothing(desk):
    sent = facts(desk, title_en="My title", subtitle_en="My subtitle")
    change_meanwhile(desk, title={"en": "Their title"}, dress={"en": "Dark suit"})

    answer = desk.client.post(ADDRESS, sent)

    assert answer.status_code == 409
    told = {
        each.name: (each.before, each.theirs, each.yours, each.chosen)
        for each in answer.context["differences"]
    }
    assert told == {
        "title_en": ("A seminar", "Their title", "My title", "yours"),
        "subtitle_en": ("nothing", "nothing", "My subtitle", "yours"),
        "dress_en": ("nothing", "Dark suit", "nothing", "theirs"),
    }
    assert "press.officer" in answer.content.decode()
    with every_mission():
        assert Event.objects.get().title.data == {"en": "Their title"}


def chosen(answer, **picks):
    """What the page of the conflict sends once the officer has chosen."""
    data = {"version": str(answer.context["event"].version), "began": str(answer.context["began"])}
    for name, value in answer.context["carried"]:
        data.setdefault(name, []).append(value)
    data |= {f"pick-{each.name}": each.chosen for each in answer.context["differences"]}
    return {**data, **{f"pick-{name}": pick for name, pick in picks.items()}}


def test_choice_between_versions_is_kept_as_chosen(desk):
    sent = facts(desk, title_en="My title", subtitle_en="My subtitle")
    change_meanwhile(desk, title={"en": "Their title"}, dress={"en": "Dark suit"})
    conflict = desk.client.post(ADDRESS, sent)

    answer = desk.client.post(ADDRESS, chosen(conflict, title_en="theirs"))

    assert answer.status_code == 302
    with every_mission():
        kept = Event.objects.get()
        assert (kept.title.data, kept.subtitle.data, kept.dress.data) == (
            {"en": "Their title"},
            {"en": "My subtitle"},
            {"en": "Dark suit"},
        )


def test_third_change_while_choosing_is_met_again(desk):
    sent = facts(desk, title_en="My title")
    change_meanwhile(desk, title={"en": "Their title"})
    conflict = desk.client.post(ADDRESS, sent)
    with every_mission():
        change_event(Event.objects.get(), desk.version, by=desk.member.user, title={"en": "A third title"})

    answer = desk.client.post(ADDRESS, chosen(conflict))

    assert answer.status_code == 409
    assert [each.theirs for each in answer.context["differences"]] == ["A third title"]


def test_change_of_the_agenda_does_not_stand_in_the_way_of_the_facts(desk):
    sent = facts(desk, title_en="My title")
    with every_mission():
        add_item(Event.objects.get(), Kind.ADDRESS, part=desk.event.parts.get(), by=desk.member.user)

    assert desk.client.post(ADDRESS, sent).status_code == 302


def test_hosts_changed_by_two_are_compared_as_one_list(desk):
    with every_mission():
        mine, theirs = (make_organisation(desk.mission, name={"en": name}) for name in ("Mine", "Theirs"))
    sent = facts(desk, host_0=str(mine.pk), host_role_0="host")
    with every_mission():
        set_hosts(Event.objects.get(), desk.version, [(theirs, "host")], by=desk.member.user)

    answer = desk.client.post(ADDRESS, sent)

    assert answer.status_code == 409
    assert [(each.before, each.theirs, each.yours) for each in answer.context["differences"]] == [
        ("nothing", "Theirs", "Mine")
    ]
    desk.client.post(ADDRESS, chosen(answer, hosts="theirs"))
    with every_mission():
        assert [row.organisation for row in desk.event.hosts.all()] == [theirs]
