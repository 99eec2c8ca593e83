from datetime import date, time, timedelta

import pytest

from events.models import Event, Member, OpeningDay, Place, Release
from events.operations.agenda import change_item
from events.operations.planning import change_event
from events.scoping import every_mission
from tests.factories import make_member
from tests.views.event_desk import make_desk
from tests.views.published import publish_exhibition

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/azembassy-islamabad/seminar/release/"


@pytest.fixture
def desk():
    """The desk of a head of protocol."""
    return make_desk(Member.Role.HEAD)


@pytest.fixture
def careful():
    return make_desk(Member.Role.HEAD, four_eyes=True)


def approve(desk, name="First programme", client=None):
    data = {"version": desk.version, "approve-name": name}
    return (client or desk.client).post(f"{ADDRESS}approve/", data)


def lengthen(desk, minutes=2, by=None):
    with every_mission():
        item = type(desk.item).objects.get(pk=desk.item.pk)
        change_item(item, item.version, duration=timedelta(minutes=minutes), by=by or desk.member.user)


def change(desk, by=None, **values):
    with every_mission():
        change_event(Event.objects.get(), desk.version, by=by or desk.member.user, **values)


def page(desk, client=None):
    return (client or desk.client).get(ADDRESS).content.decode()


def names():
    with every_mission():
        return [(each.number, each.name, each.status) for each in Release.objects.order_by("number")]


def test_officer_sends_for_approval_and_head_reads_the_note_and_releases(desk):
    officer = desk.as_(Member.Role.OFFICER)
    before = page(desk, officer)
    assert "Send for approval" in before
    assert "Approve and release" not in before

    answer = officer.post(
        f"{ADDRESS}submit/", {"version": desk.version, "submit-note": "The co-host welcomes."}
    )

    assert (answer.status_code, answer.url) == (302, ADDRESS)
    seen = page(desk)
    assert "Sent for approval by another@azembassy-islamabad.example" in seen
    assert "The co-host welcomes." in seen
    assert "Approve and release 1" in seen
    assert "Send back" in seen
    assert approve(desk).url == ADDRESS
    assert names() == [(1, "First programme", "confirmed")]


def test_head_sends_back_with_a_note_that_the_officer_reads(desk):
    officer = desk.as_(Member.Role.OFFICER)
    officer.post(f"{ADDRESS}submit/", {"version": desk.version})

    without = desk.client.post(f"{ADDRESS}send-back/", {"back-note": " "})
    desk.client.post(f"{ADDRESS}send-back/", {"back-note": "The silence is at 12:00 in Baku."})

    assert without.status_code == 422
    assert "Say what has to be done, so that the officer can go on." in without.content.decode()
    seen = page(desk, officer)
    assert "Sent back by" in seen
    assert "The silence is at 12:00 in Baku." in seen
    assert "Send for approval" in seen
    assert names() == []


def test_changes_against_the_last_release_are_told_in_words(desk):
    approve(desk)
    lengthen(desk)
    change(desk, on=date(2023, 1, 21), subtitle={"en": "A subtitle"})

    seen = page(desk)

    assert "against release 1" in seen
    assert "The day is 21 January 2023. It was 20 January 2023." in seen
    assert "A minute of silence lasts 2 min (before: 1 min)." in seen
    assert "Subtitle: what guests read has changed." in seen
    assert "1 min longer" in seen
    assert "Approve and release 2" in seen


def test_nothing_changed_is_said_and_no_button_offered(desk):
    approve(desk)

    seen = page(desk)

    assert "Nothing printed or public changes." in seen
    assert "Approve and release" not in seen
    assert "Send for approval" not in seen
    assert approve(desk, "Again").status_code == 409
    assert len(names()) == 1


def test_change_for_staff_alone_is_said_to_be_one(desk):
    approve(desk)
    with every_mission():
        item = type(desk.item).objects.get(pk=desk.item.pk)
        change_item(item, item.version, staff_text={"en": "Doors shut"}, by=desk.member.user)

    assert "Nothing that guests read changes." in page(desk)


def test_open_matters_are_links_to_where_they_are_settled(desk):
    seen = page(desk)

    assert 'href="/desk/azembassy-islamabad/seminar/#id_place"' in seen
    assert "It is not said where the event is held." in seen
    assert 'href="/desk/azembassy-islamabad/seminar/print/"' in seen


def test_working_copy_that_changed_while_it_was_read_is_not_released(desk):
    version = desk.version
    with every_mission():
        officer = Member.objects.get()
    lengthen(desk, by=officer.user)

    answer = desk.client.post(f"{ADDRESS}approve/", {"version": version, "approve-name": "First"})

    assert answer.status_code == 409
    assert "changed this event while you were reading" in answer.content.decode()
    assert names() == []


def test_release_without_a_name_is_asked_for_one(desk):
    answer = approve(desk, " ")

    assert answer.status_code == 422
    assert "Give the release a name." in answer.content.decode()
    assert 'href="#id_approve-name"' in answer.content.decode()


def test_with_four_eyes_nobody_releases_their_own_work(careful):
    lengthen(careful)

    seen = page(careful)
    assert "Nobody releases their own work alone here." in seen
    assert "Approve and release" not in seen
    assert approve(careful).status_code == 409
    assert names() == []

    second = careful.as_(Member.Role.HEAD)
    assert "Approve and release 1" in page(careful, second)
    assert approve(careful, client=second).status_code == 302


@pytest.mark.parametrize("what", ["cancel", "postpone"])
def test_with_four_eyes_an_officer_sets_the_status_first(careful, what):
    approve(careful)

    asked = careful.client.get(f"{ADDRESS}{what}/").content.decode()
    answer = careful.client.post(f"{ADDRESS}{what}/", {"version": careful.version, "name": "Told"})

    assert "let an officer set the status" in asked
    assert answer.status_code == 409
    with every_mission():
        assert Event.objects.get().status == "confirmed"


def test_cancelling_says_what_follows_and_is_a_release(desk):
    approve(desk)

    asked = desk.client.get(f"{ADDRESS}cancel/").content.decode()
    desk.client.post(f"{ADDRESS}cancel/", {"version": desk.version, "name": "Cancelled"})

    assert "It is a release like any other: a later one can take it back." in asked
    assert names() == [(1, "First programme", "confirmed"), (2, "Cancelled", "cancelled")]


def test_postponing_without_a_day_keeps_the_old_one(desk):
    approve(desk)

    desk.client.post(f"{ADDRESS}postpone/", {"version": desk.version, "on": "", "name": "Postponed"})

    assert names()[1:] == [(2, "Postponed", "postponed")]
    with every_mission():
        assert Event.objects.get().on == date(2023, 1, 20)


def test_postponing_to_a_day_takes_the_last_day_along(desk):
    change(desk, until=date(2023, 1, 22))
    approve(desk)

    wrong = desk.client.post(
        f"{ADDRESS}postpone/", {"version": desk.version, "on": "30 February", "name": "Later"}
    )
    sent = {"version": desk.version, "on": "1 March 2023", "name": "Later"}
    asked = desk.client.post(f"{ADDRESS}postpone/", sent)
    assert names() == [(1, "First programme", "confirmed")]
    desk.client.post(f"{ADDRESS}postpone/", {**sent, "shown": "2023-03-01"})

    assert wrong.status_code == 422
    assert asked.status_code == 200
    assert "The event: from 20–22 January 2023 to 1–3 March 2023." in asked.content.decode()
    assert 'name="shown" value="2023-03-01"' in asked.content.decode()
    with every_mission():
        kept = Release.objects.get(number=2)
        assert (kept.status, kept.starts_on, kept.ends_on) == (
            "postponed",
            date(2023, 3, 1),
            date(2023, 3, 3),
        )


def test_postponing_warns_of_local_customs_and_of_weekdays_on_the_new_date(desk):
    with every_mission():
        desk.event.place = Place.objects.create(
            mission=desk.mission,
            name={"en": "Hall"},
            zone="Asia/Karachi",
            country="PK",
            city={"en": "Islamabad"},
        )
        desk.event.kind, desk.event.until = "exhibition", date(2023, 1, 17)
        desk.event.on = date(2023, 1, 17)
        desk.event.save()
        desk.event.parts.update(starts_at=time(12, 45))
        OpeningDay.objects.create(
            event=desk.event, on=date(2023, 1, 17), opens_at=time(9), closes_at=time(17)
        )
    approve(desk)

    asked = desk.client.post(
        f"{ADDRESS}postpone/", {"version": desk.version, "on": "17 March 2023", "name": "Later"}
    )

    friday = "It would be open on Friday, 17 March 2023; until now it is never open on a Friday."
    assert asked.context["warnings"][-1] == friday
    assert any("Friday break" in words for words in asked.context["warnings"])
    assert "The opening days with their hours: from Tuesday, 17 January 2023" in asked.content.decode()


def test_event_that_was_never_released_is_neither_cancelled_nor_withdrawn(desk):
    for what in ("cancel", "postpone", "withdraw"):
        assert (
            desk.client.post(f"{ADDRESS}{what}/", {"version": desk.version, "name": "Told"}).status_code
            == 409
        )

    assert names() == []


def test_withdrawn_event_is_gone_from_the_public_and_can_be_public_again(desk):
    approve(desk)
    public = "/azembassy-islamabad/seminar/"
    assert desk.client.get(public).status_code == 200

    assert "Nothing says why." in desk.client.get(f"{ADDRESS}withdraw/").content.decode()
    desk.client.post(f"{ADDRESS}withdraw/", {"version": desk.version})

    assert desk.client.get(public).status_code == 404
    assert "Withdrawn from the public" in page(desk)
    desk.client.post(f"{ADDRESS}publish-again/")
    assert desk.client.get(public).status_code == 200


def test_each_release_is_seen_and_printed_again_as_it_was(desk):
    approve(desk)
    change(desk, title={"en": "Another title"})
    approve(desk, "Changed")

    first = desk.client.get("/desk/azembassy-islamabad/seminar/releases/1/").content.decode()
    printed = desk.client.get("/desk/azembassy-islamabad/seminar/releases/1/programme.pdf?lang=az")

    assert "First programme" in first
    assert "A minute of silence" in first
    assert "<dd>A seminar</dd>" in first
    assert (printed.status_code, printed["Content-Type"]) == (200, "application/pdf")
    assert printed.content.startswith(b"%PDF")
    assert "release-1.pdf" in printed["Content-Disposition"]
    for wrong in ("releases/3/", "releases/1/programme.pdf?lang=tr", "releases/compare/?first=1&second=x"):
        assert desk.client.get(f"/desk/azembassy-islamabad/seminar/{wrong}").status_code == 404


def test_any_two_releases_are_compared_the_older_one_first(desk):
    approve(desk)
    change(desk, title={"en": "Another title"})
    approve(desk, "Second")
    lengthen(desk)
    approve(desk, "Third")

    seen = desk.client.get(
        "/desk/azembassy-islamabad/seminar/releases/compare/?first=3&second=1"
    ).content.decode()

    assert "From release 1 to release 3" in seen
    assert "The title has changed." in seen
    assert "A minute of silence lasts 2 min (before: 1 min)." in seen
    assert page(desk).count("<option") == 6


def test_viewer_reads_the_release_and_decides_nothing(desk):
    viewer = desk.as_(Member.Role.VIEWER)

    seen = page(desk, viewer)

    assert "You can read this event." in seen
    assert "<form" not in seen.split('id="verdict"')[1].split("</main>")[0]
    for what in ("submit", "send-back", "approve", "cancel", "postpone", "withdraw", "publish-again"):
        assert viewer.post(f"{ADDRESS}{what}/", {"version": desk.version}).status_code == 404


def test_release_of_an_exhibition_shows_its_days_and_what_is_held_within(client):
    with every_mission():
        kept = publish_exhibition()
        member = make_member(kept.event.mission)
    client.force_login(member.user)

    seen = client.get(
        "/desk/migration-service/migration-service-exhibition-2015/releases/1/"
    ).content.decode()

    assert "Opening days" in seen
    with every_mission():
        (child,) = kept.programme.children
    for part in child.parts:
        assert seen.count('class="t"') >= len(part.items) > 0
