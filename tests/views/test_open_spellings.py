"""A spelling that nobody has confirmed is decided before release: another known one, or this one and why."""

import pytest

from events.models import Person, SettledMatter
from events.models.fields import text_of
from events.operations.registers import add_variant, change_entry
from events.scoping import every_mission
from tests.factories import make_contribution, make_person
from tests.views.event_desk import make_desk

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/azembassy-islamabad/seminar/"
OPEN = "The spelling of Seyid Abrar Huseyin has not been confirmed by the person’s own office."


@pytest.fixture
def desk():
    desk = make_desk()
    with every_mission():
        person = make_person(desk.mission, name={"en": "Seyid Abrar Huseyin"})
        person.offices.create(title={"en": "Deputy Director"})
        make_contribution(desk.item, person=person, answer="confirmed")
        note(desk, "Syed Abrar Hussain", source="press items about the institute")
    return desk


def note(desk, name, language="en", **values):
    with every_mission():
        by = desk.member.user
        return add_variant(person_of(), name=name, language=language, by=by, **{"source": "A", **values})


def person_of():
    with every_mission():
        return Person.objects.get()


def name_of():
    return dict(text_of(person_of().name).versions)["en"]


def matter(desk, kind="matters", told="The spelling of"):
    found = desk.client.get(ADDRESS).context[kind]
    return next((each for each in found if each.words.startswith(told)), None)


def choose(desk, spelling, page="", **more):
    sent = {"key": matter(desk).key, "spelling": spelling, "page": page, **more}
    return desk.client.post(f"{ADDRESS}settle/spelling/", sent)


def test_unconfirmed_spelling_is_open_before_it_is_printed_and_leads_to_the_register(desk):
    found = matter(desk)

    assert (found.words, found.is_must) == (OPEN, True)
    assert found.address == f"/desk/azembassy-islamabad/people/{person_of().pk}/#spellings"


def test_each_other_spelling_in_a_language_of_the_programme_is_a_button(desk):
    note(desk, "Seyid Abrar Hüseyn", "az")
    note(desk, "Сейид Абрар Хусейн", "ru")
    note(desk, "Seyid Abrar Huseyin")

    # The programme is in English, Azerbaijani and Urdu.
    assert [each.name for each in matter(desk).choice.spellings] == [
        "Seyid Abrar Hüseyn",
        "Syed Abrar Hussain",
    ]
    page = desk.client.get(f"{ADDRESS}release/").content.decode()
    assert "Print “<bdi>Syed Abrar Hussain</bdi>”" in page
    assert 'Print “<bdi lang="az" dir="ltr">Seyid Abrar Hüseyn</bdi>”' in page


def test_one_click_prints_the_other_spelling_and_keeps_who_chose_it(desk):
    chosen = matter(desk).choice.spellings[0]

    sent = choose(desk, chosen.pk, page="release")

    assert (sent.status_code, sent.url) == (302, f"{ADDRESS}release/#open-matters")
    assert name_of() == "Syed Abrar Hussain"
    assert matter(desk) is None
    settled = matter(desk, "settled").settled
    assert settled.words.startswith("The spelling of Syed Abrar Hussain")
    assert (settled.because, settled.by) == ("Chosen instead of “Seyid Abrar Huseyin”.", desk.member.user)


def test_confirmed_spelling_that_is_chosen_needs_no_answer(desk):
    told = note(desk, "Syed A. Hussain", confirmed=True, confirmed_by="His office")

    choose(desk, told.pk)

    assert (name_of(), person_of().confirmed) == ("Syed A. Hussain", True)
    assert (matter(desk), matter(desk, "settled")) == (None, None)


def test_spelling_is_used_as_it_stands_because(desk):
    because = "The source prints it so."
    page = desk.client.get(ADDRESS).content.decode()
    assert "Use it as it stands, because …" in page

    desk.client.post(f"{ADDRESS}settle/", {"key": matter(desk).key, "because": because})

    settled = matter(desk, "settled").settled
    assert (settled.because, settled.by, name_of()) == (because, desk.member.user, "Seyid Abrar Huseyin")


def test_spelling_changed_after_it_was_let_stand_is_asked_for_again(desk):
    desk.client.post(f"{ADDRESS}settle/", {"key": matter(desk).key, "because": "As in the source"})

    with every_mission():
        person = person_of()
        change_entry(person, person.version, by=desk.member.user, name={"en": "Seyid Huseyin"})

    assert matter(desk).words.startswith("The spelling of Seyid Huseyin has not been confirmed")
    with every_mission():
        assert not SettledMatter.objects.exists()


@pytest.mark.parametrize("spelling", ["", "x", "0", "99999999"])
def test_spelling_that_is_not_there_is_not_chosen(desk, spelling):
    assert choose(desk, spelling).status_code == 404
    assert name_of() == "Seyid Abrar Huseyin"


def test_spelling_of_somebody_else_does_not_answer_it(desk):
    with every_mission():
        other = make_person(desk.mission, name={"en": "Khalid Rahman"})
        by = desk.member.user
        variant = add_variant(other, name="Khaled Rehman", language="en", source="A card", by=by)
        key = matter(desk).key

    answer = desk.client.post(f"{ADDRESS}settle/spelling/", {"key": key, "spelling": variant.pk}, follow=True)

    assert "This has been settled already." in answer.content.decode()
    with every_mission():
        assert str(Person.objects.get(pk=other.pk)) == "Khalid Rahman"
