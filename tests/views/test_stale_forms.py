"""Two members open the same form. The second to send it is told, and loses nothing: not theirs, and not the other's."""

from urllib.parse import urljoin, urlsplit

import pytest

from events.models import Phrase, Place, Task
from events.scoping import every_mission
from tests import factories as make
from tests.page_forms import forms_of

pytestmark = pytest.mark.django_db

DESK = "/desk/azembassy-islamabad/"
FIRST, SECOND = "Words of the first", "Words of the second"
# Page, end of the address that its form goes to, field.
FORMS = [
    ("settings/", "settings/look/", "letterhead_en"),
    ("people/{person}/change/", "", "name_en"),
    ("organisations/{organisation}/change/", "", "name_en"),
    ("places/{place}/change/", "", "name_en"),
    ("phrases/{phrase}/change/", "", "text_en"),
    ("figures/sources/{source}/", "", "title_en"),
    ("figures/claims/{claim}/", "", "wording"),
    ("seminar/", "seminar/", "title_en"),
    ("seminar/groups/", "", "row-0-name_en"),
    ("seminar/works/", "", "row-0-title_en"),
    ("seminar/preparation/{task}/", "", "what"),
    ("seminar/agenda/", "agenda/parts/{part}/", "heading_en"),
    ("seminar/agenda/items/{item}/edit/", "agenda/items/{item}/", "staff_text_en"),
]


@pytest.fixture
def rows():
    with every_mission():
        mission = make.make_mission()
        part = make.make_part(make.make_event(mission))
        source = make.make_source(mission)
        return {
            "mission": mission,
            "person": make.make_person(mission).pk,
            "organisation": make.make_organisation(mission).pk,
            "place": Place.objects.create(mission=mission, name={"en": "A hall"}, zone="Asia/Karachi").pk,
            "phrase": Phrase.objects.create(
                mission=mission, key="own", kind="dedication", text={"en": "A phrase"}
            ).pk,
            "source": source.pk,
            "claim": make.make_claim(source, edition=make.make_edition()).pk,
            "task": Task.objects.create(event=part.event, what="A task", days=-3).pk,
            "part": part.uid,
            "item": make.make_item(part).uid,
        }


@pytest.fixture
def desk(client, rows):
    client.force_login(make.make_member(rows["mission"], role="administrator", name="admin").user)
    return client


def opened(desk, page, action):
    """Return the address of a form and what goes with it untouched."""
    html = desk.get(page).content.decode()
    found = [
        each for each in forms_of(html) if each.method == "post" and {"version", "seen"} & set(each.sent)
    ]
    form = next(each for each in found if urlsplit(each.action).path.endswith(action))
    return urljoin(page, form.action), form.sent


@pytest.mark.parametrize(("shown", "action", "field"), FORMS)
def test_second_who_sends_a_form_gets_409_with_both_and_the_first_is_kept(desk, rows, shown, action, field):
    page, action = DESK + shown.format(**rows), action.format(**rows)
    address, sent = opened(desk, page, action)

    kept = desk.post(address, {**sent, field: FIRST})
    refused = desk.post(address, {**sent, field: SECOND})

    assert kept.status_code in (302, 303), kept.content.decode()
    assert refused.status_code == 409
    assert FIRST in refused.content.decode()
    assert SECOND in refused.content.decode()
    now = desk.get(page).content.decode()
    assert FIRST in now
    assert SECOND not in now


def test_settings_that_somebody_else_changed_say_what_is_kept_and_are_taken_when_sent_again(desk, rows):
    address, sent = opened(desk, f"{DESK}settings/", "settings/")
    desk.post(address, {**sent, "four_eyes": "on"})

    refused = desk.post(address, {**sent, "requires_second_factor": "on"})

    rows["mission"].refresh_from_db()
    assert refused.status_code == 409
    assert refused.context["form"].errors["four_eyes"] == ["Kept now: yes"]
    assert refused.context["form"].errors["requires_second_factor"] == ["Kept now: no"]
    assert (rows["mission"].four_eyes, rows["mission"].requires_second_factor) == (True, False)

    again = next(each for each in forms_of(refused.content.decode()) if "requires_second_factor" in each.sent)
    assert desk.post(address, {**again.sent, "requires_second_factor": "on"}).status_code == 302
    rows["mission"].refresh_from_db()
    assert (rows["mission"].four_eyes, rows["mission"].requires_second_factor) == (False, True)
