"""The first day: support staff enter a mission, its administrator is invited and says how it is called."""

import re

import pytest
from django.core import mail
from django.test import Client

from events.models import Event, Invitation, Mission, Organisation, User
from events.models.fields import text_of
from events.scoping import every_mission
from tests.desk import forget_limits, show_second_factor
from tests.factories import make_member

pytestmark = pytest.mark.django_db

ADD = "/admin/events/mission/add/"
SETTINGS = "/desk/azembassy-islamabad/settings/"
NEW = "/desk/new/azembassy-islamabad/"


def staff():
    user = User.objects.create_superuser("support", "support@example.org", "a-password-for-tests")
    client = Client()
    client.force_login(user)
    show_second_factor(client, user)
    return client


@pytest.fixture
def support():
    forget_limits()
    return staff()


def entered(**values):
    """What a browser sends for a mission with one administrator to invite."""
    return {
        "slug": "azembassy-ankara",
        "kind": "embassy",
        "name_0": "Embassy of Azerbaijan",
        "country": "AZ",
        "zone": "Europe/Istanbul",
        "languages": "en, AZ tr",
        "paper": "a4",
        "first_administrator": "leyla@example.org",
        "members-TOTAL_FORMS": "0",
        "members-INITIAL_FORMS": "0",
        **values,
    }


def identity(desk, **changed):
    form = desk.get(SETTINGS).context["identity"]
    return {**{name: form[name].value() or "" for name in form.fields}, **changed}


def test_support_staff_without_a_mission_are_led_to_enter_one_and_others_are_not(support):
    user = User.objects.create_user("stray", "stray@example.org", "a-password-for-tests")
    stray = Client()
    stray.force_login(user)

    assert ADD in support.get("/desk/").content.decode()
    assert ADD not in stray.get("/desk/").content.decode()


def test_mission_is_entered_with_its_languages_in_order_and_its_administrator_invited(support):
    answer = support.post(ADD, entered())

    assert answer.status_code == 302, answer.context["errors"]
    assert Mission.objects.get().languages == ["en", "az", "tr"]
    with every_mission():
        assert Invitation.objects.get().role == "administrator"
    (letter,) = mail.outbox
    assert letter.to == ["leyla@example.org"]
    link = re.search(r"http://[^/]+(/desk/account/invitation/\S+)", letter.body).group(1)
    assert "Embassy of Azerbaijan" in Client().get(link).content.decode()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("languages", "en, xx", "There is no language with the code “xx”."),
        ("languages", "", "This field is required."),
        ("zone", "Islamabad", "“Islamabad” is not the name of a time zone (Asia/Karachi)."),
        ("country", "tr", "A country is two capital letters (AZ, PK)."),
        ("first_administrator", "leyla", "Enter a valid email address."),
    ],
)
def test_wrong_entry_of_a_mission_is_told_at_its_field_and_nothing_is_kept(support, field, value, words):
    answer = support.post(ADD, entered(**{field: value}))

    assert words in str(answer.context["adminform"].form.errors[field])
    assert not Mission.objects.exists()
    assert not mail.outbox


def test_administrator_names_the_mission_and_adds_a_language_that_stays_behind_the_first(desk, mission):
    answer = desk.post(
        f"{SETTINGS}mission/", identity(desk, name_az="Səfirlik", short_name_en="Embassy", languages=["tr"])
    )

    assert answer.status_code == 302
    mission.refresh_from_db()
    assert mission.languages == ["en", "tr"]
    assert text_of(mission.name).wording("az").text == "Səfirlik"
    assert text_of(mission.short_name).wording("en").text == "Embassy"
    assert list(desk.get(SETTINGS).context["identity"].written) == ["en", "tr"]


def test_languages_that_another_administrator_chose_meanwhile_are_told_at_their_field(desk, mission):
    first = identity(desk, languages=["tr"])
    second = identity(desk, languages=[])
    desk.post(f"{SETTINGS}mission/", identity(desk, languages=["az", "ru"]))

    for sent in (first, second):
        answer = desk.post(f"{SETTINGS}mission/", sent)

        assert answer.status_code == 409
        assert answer.context["identity"].errors["languages"] == ["Kept now: Azərbaycanca, Русский"]
    mission.refresh_from_db()
    assert mission.languages == ["en", "az", "ru"]


def test_mission_without_a_name_is_refused_at_the_name(desk, mission):
    answer = desk.post(f"{SETTINGS}mission/", identity(desk, name_en="", name_az=""))

    assert answer.status_code == 422
    assert answer.context["identity"].errors["name_en"] == ["The mission needs a name."]


def test_first_host_of_a_first_event_is_the_mission_itself_with_its_state(client, mission):
    with every_mission():
        mission.country = "AZ"
        mission.save()
        client.force_login(make_member(mission).user)
    first, _second = client.get(NEW).context["hosts"].forms
    own = first["new_name"].value()

    rows = {"hosts-TOTAL_FORMS": 1, "hosts-INITIAL_FORMS": 0, "hosts-0-new_name": own}
    client.post(NEW, {"kind": "seminar", "title": "A commemoration", "languages": ["en"], **rows})

    with every_mission():
        host = Organisation.objects.get()
        assert (text_of(host.name), host.country, host.kind) == (text_of(mission.name), "AZ", "mission")
        assert Event.objects.get().hosts.get().organisation == host
    again, _second = client.get(NEW).context["hosts"].forms
    assert again["organisation"].value() == host.pk
