"""Words that look wrong are told beside what is open, each with what puts it right and what calls it right."""

import pytest

from events.models import Edition, Event, SettledMatter
from events.models.fields import text_of
from events.programme.languages import isolate
from events.programme.text import Text
from events.scoping import every_mission
from tests.factories import make_edition
from tests.views.event_desk import make_desk

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/azembassy-islamabad/seminar/"
TOLD = f"Dedication, English: “{isolate('34 years')}” in edition number 33. Right: “{isolate('33 years')}”."


@pytest.fixture
def desk():
    desk = make_desk()
    with every_mission():
        Event.objects.filter(pk=desk.event.pk).update(
            edition=make_edition(), dedication={"en": "34 years ago"}
        )
    return desk


def matter(desk, page="", name="matters"):
    found = desk.client.get(ADDRESS + page).context[name]
    return next((each for each in found if each.words == TOLD), None)


def send(desk, action, **more):
    key = matter(desk).key
    return desk.client.post(f"{ADDRESS}settle/{action}", {"key": key, **more}, follow=True)


@pytest.mark.parametrize("page", ["", "release/"])
def test_wrong_number_is_told_where_the_officer_works_with_a_link_to_its_field(desk, page):
    text = desk.client.get(ADDRESS + page).content.decode()

    assert TOLD in text
    assert matter(desk, page).address == f"{ADDRESS}#id_dedication_en"
    assert 'id="id_dedication_en"' in desk.client.get(ADDRESS).content.decode()
    assert "This is right, because …" in text
    assert f'action="{ADDRESS}settle/put-right/"' in text


def test_it_is_put_right_with_one_button_and_told_no_more(desk):
    sent = send(desk, "put-right/", page="release")

    assert sent.redirect_chain == [(f"{ADDRESS}release/#open-matters", 302)]
    assert f"Put right: “{isolate('33 years')}”." in sent.content.decode()
    assert matter(desk) is None
    with every_mission():
        assert dict(text_of(Event.objects.get().dedication).versions) == {"en": "33 years ago"}
    assert "Put words right" in desk.client.get(f"{ADDRESS}history/").content.decode()


def test_it_is_called_right_with_a_reason_that_is_kept(desk):
    send(desk, "", because="It quotes the statement of 2024")

    assert matter(desk) is None
    assert str(matter(desk, name="settled").given) == "Right as it is"
    text = desk.client.get(ADDRESS).content.decode()
    assert "It quotes the statement of 2024" in text
    assert str(desk.member.user) in text


def test_it_is_not_called_right_without_a_reason(desk):
    refused = send(desk, "", because=" ")

    assert refused.status_code == 422
    text = refused.content.decode()
    assert "Say why it is right as it stands." in text
    assert TOLD in text
    with every_mission():
        assert not SettledMatter.objects.exists()


@pytest.mark.parametrize("key", ["", "wording:", "no-such-words", "x" * 5000, "\x00"])
def test_what_stands_there_no_more_is_not_put_right(desk, key):
    sent = desk.client.post(f"{ADDRESS}settle/put-right/", {"key": key}, follow=True)

    assert "This has been settled already." in sent.content.decode()


def test_viewer_reads_of_it_and_changes_nothing(desk):
    text = desk.as_("viewer").get(ADDRESS).content.decode()

    assert TOLD in text
    assert "Put it right" not in text
    assert "This is right" not in text


def test_it_never_keeps_an_event_from_being_released(desk):
    with every_mission():
        desk.member.role = "head"
        desk.member.save()

    sent = desk.client.post(
        f"{ADDRESS}release/approve/", {"version": str(desk.version), "approve-name": "First programme"}
    )

    assert sent.status_code == 302
    with every_mission():
        assert Event.objects.get().releases.count() == 1


@pytest.fixture
def shared(desk):
    """The message of the year, which all missions share, has the wrong number in it."""
    with every_mission():
        edition = Edition.objects.get()
        Event.objects.update(dedication={})
        edition.message = {"en": "34 years ago this night fell."}
        edition.save()
    return desk


def test_message_of_the_year_is_read_and_named_with_its_place_but_not_changed_from_an_event(shared):
    told = TOLD.replace("Dedication", "Message of the year")
    (found,) = [each for each in shared.client.get(ADDRESS).context["matters"] if each.words == told]

    assert found.address == "/desk/azembassy-islamabad/occasions/20-january/#message-2023"
    assert not found.may_be_put_right
    sent = shared.client.post(f"{ADDRESS}settle/put-right/", {"key": found.key}, follow=True)
    assert "This has been settled already." in sent.content.decode()
    with every_mission():
        assert text_of(Edition.objects.get().message) == Text.of({"en": "34 years ago this night fell."})
    because = {"key": found.key, "because": "It quotes the statement of 2024"}
    shared.client.post(f"{ADDRESS}settle/", because)
    assert told not in [each.words for each in shared.client.get(ADDRESS).context["matters"]]


def test_messages_of_the_year_stand_at_their_occasion(shared):
    text = shared.client.get("/desk/azembassy-islamabad/occasions/20-january/").content.decode()

    assert 'id="message-2023"' in text
    assert "34 years ago this night fell." in text
    assert "/admin/events/edition/" not in text
