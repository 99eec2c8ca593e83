"""The page on which the languages of an event are compared."""

import pytest

from events.models import Office
from events.operations.parity import OF_THE_EVENT, OF_THE_REGISTERS
from events.scoping import every_mission
from events.views.parity import _label
from tests.factories import make_event, make_item, make_member, make_mission, make_part, make_person

pytestmark = pytest.mark.django_db
PAGE = "/desk/azembassy-islamabad/seminar/languages/"


@pytest.fixture
def event(client):
    with every_mission():
        mission = make_mission(languages=["en", "az"])
        client.force_login(make_member(mission, role="officer").user)
        yield make_event(mission, languages=["en", "az"], title={"en": "Evening", "az": "Axşam"})


def test_page_leads_to_the_field_of_each_text_with_counts_for_each_language(client, event):
    item = make_item(make_part(event), title={"en": "Words of welcome"})
    speaker = make_person(event.mission, name={"en": "A. Speaker"})
    item.contributions.create(person=speaker)
    event.title = {"en": "Evening of memory", "az": "Axşam"}
    event.save()

    html = client.get(PAGE).content.decode()

    assert "1 older" in html
    assert 'href="/desk/azembassy-islamabad/seminar/#id_title_az"' in html
    assert f'/agenda/items/{item.uid}/edit/#id_{item.uid.hex[:12]}_title_az"' in html
    assert f'href="/desk/azembassy-islamabad/people/{speaker.pk}/change/#id_name_az"' in html
    for address, field in (
        ("/desk/azembassy-islamabad/seminar/", "id_title_az"),
        (
            f"/desk/azembassy-islamabad/seminar/agenda/items/{item.uid}/edit/",
            f"id_{item.uid.hex[:12]}_title_az",
        ),
        (f"/desk/azembassy-islamabad/people/{speaker.pk}/change/", "id_name_az"),
    ):
        assert f'id="{field}"' in client.get(address).content.decode()


def test_page_of_a_level_event_says_so_and_the_events_page_leads_to_it(client, event):
    assert "Nothing is missing in any language" in client.get(PAGE).content.decode()
    assert f'href="{PAGE}"' in client.get("/desk/azembassy-islamabad/seminar/").content.decode()


def test_older_text_is_called_still_right_with_who_and_when_and_asked_again(client, event):
    event.title = {"en": "Evening of memory", "az": "Axşam"}
    event.save()
    page = client.get(PAGE)
    (told,) = page.context["sides"][1].open

    values = {"key": told.key, "since": told.since.isoformat()}
    sent = client.post(f"{PAGE}right/", values, follow=True)

    html = sent.content.decode()
    assert "Nothing is missing in any language" in html
    assert "Kept: it is asked for again when the original changes." in html
    assert sent.context["user"].email in html.split(">Still right</h3>")[1]
    history = client.get("/desk/azembassy-islamabad/seminar/history/").content.decode()
    assert "Called a translation still right" in history
    assert "Text that is still right “Axşam” was added." in history

    again = client.post(f"{PAGE}again/", {"key": told.key}, follow=True)
    assert [each.key for each in again.context["sides"][1].open] == [told.key]


def test_answer_to_a_text_that_changed_meanwhile_is_refused_in_words(client, event):
    event.title = {"en": "Evening of memory", "az": "Axşam"}
    event.save()
    (told,) = client.get(PAGE).context["sides"][1].open
    event.title = {"en": "Evening of remembrance", "az": "Axşam"}
    event.save()

    sent = client.post(f"{PAGE}right/", {"key": told.key, "since": told.since.isoformat()}, follow=True)

    assert "It has changed meanwhile: look at it again." in sent.content.decode()
    assert sent.context["sides"][1].open


def test_office_that_a_language_lacks_leads_to_the_entry_of_its_holder(client, event):
    speaker = make_person(event.mission, name={"en": "A. Speaker", "az": "A. Natiq"})
    Office.objects.create(person=speaker, title={"en": "Director"})
    make_item(make_part(event)).contributions.create(person=speaker)

    html = client.get(PAGE).content.decode()

    assert f'href="/desk/azembassy-islamabad/people/{speaker.pk}/change/">Office' in html


@pytest.mark.parametrize(("model", "fields"), {**OF_THE_EVENT, **OF_THE_REGISTERS}.items())
def test_each_text_that_is_compared_has_its_words(model, fields):
    assert all(_label(model, field) for field in fields)
