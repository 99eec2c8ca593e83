"""What speakers answered, and what guests read meanwhile."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.models import Contribution, Event, Member
from events.operations.agenda import remove_item
from events.operations.contributors import answer as note
from events.operations.release import release
from events.programme.choices import Answer
from tests.factories import (
    make_contribution,
    make_event,
    make_item,
    make_member,
    make_mission,
    make_part,
    make_person,
)
from tests.views.registers.answers import ANSWERS, mission_people, replaced_by, sent_by, shown, text

pytestmark = pytest.mark.django_db


def guests_read(page):
    """What stands in the last column, without its mark-up."""
    return [each.seen.who.words.wording("en").text or "a name" for each in page.context["asked"]]


def test_page_lists_who_was_asked_and_what_guests_read_meanwhile(desk, asked):
    page = desk.get(ANSWERS)

    assert [each.row for each in page.context["asked"]] == list(asked)
    assert guests_read(page) == ["To be announced", "a name"]
    assert "1 has not answered yet. Guests read “To be announced” in their place." in text(page)
    assert "Nothing is released yet" in text(page)


def test_answers_are_noted_in_one_go(desk, asked, mission):
    first, second = asked
    parviz = replaced_by(mission, "Parviz Musayev")
    data = shown(desk) | {
        f"c{first.pk}-answer": "replaced",
        f"c{first.pk}-replaced_by": parviz,
        f"c{second.pk}-answer": "declined",
    }

    answer = desk.post(ANSWERS, data)

    assert answer.url == ANSWERS
    kept = Contribution.objects.exclude(person=None, organisation=None).values_list("answer", "replaced_by")
    assert list(kept) == [("replaced", parviz), ("declined", None)]
    assert "represented by Parviz Musayev" in text(desk.get(ANSWERS))
    assert guests_read(desk.get(ANSWERS)) == ["a name", "To be announced"]


def test_nothing_changed_writes_nothing(desk, asked):
    version = Event.objects.get().version

    desk.post(ANSWERS, shown(desk))

    assert Event.objects.get().version == version


def test_unconfirmed_ones_are_printed_only_on_request(desk, asked):
    desk.post(ANSWERS, shown(desk) | {"prints_unconfirmed": "on"})

    page = desk.get(ANSWERS)
    assert Event.objects.get().prints_unconfirmed
    assert guests_read(page) == ["a name", "a name"]
    assert "Guests read their names all the same." in text(page)

    desk.post(ANSWERS, {name: value for name, value in shown(desk).items() if name != "prints_unconfirmed"})
    assert not Event.objects.get().prints_unconfirmed


def test_page_says_that_guests_read_the_last_release_until_the_next(desk, asked, officer):
    event = Event.objects.get()
    release(event, name="First", released_at=timezone.now())
    assert "Release 1 says the same." in text(desk.get(ANSWERS))

    note(asked[0], Answer.CONFIRMED, by=officer.user)

    assert "Until the next release guests read what release 1" in text(desk.get(ANSWERS))


@pytest.mark.parametrize(
    ("said", "who", "field", "words"),
    [
        ("replaced", "", "replaced_by", "Say who comes instead."),
        ("replaced", "Khalid Rahman", "replaced_by", "Nobody stands in for themselves."),
        ("invited", "Parviz Musayev", "answer", "Somebody comes instead"),
        ("perhaps", "", "answer", "Select a valid choice"),
        ("replaced", "stranger", "replaced_by", "Select a valid choice"),
    ],
)
def test_answer_that_cannot_be_is_refused_at_its_field(desk, asked, mission, said, who, field, words):
    first, second = asked
    stranger = make_person(make_mission(slug="migration-service"), name={"en": "stranger"})
    person = stranger.pk if who == "stranger" else replaced_by(mission, who) if who else ""
    data = shown(desk) | {
        f"c{first.pk}-answer": said,
        f"c{first.pk}-replaced_by": person,
        f"c{second.pk}-answer": "declined",
    }

    answer = desk.post(ANSWERS, data)

    assert answer.status_code == 422
    assert f'href="#id_c{first.pk}-{field}"' in text(answer)
    assert words in text(answer).split(f'id="id_c{first.pk}-{field}_error"')[1][:200]
    assert answer.context["asked"][1].form["answer"].value() == "declined"
    assert list(Contribution.objects.values_list("answer", flat=True).order_by("pk")) == [
        "confirmed",
        "invited",
        "confirmed",
    ]


def test_replaced_one_who_comes_after_all_needs_no_second_click(desk, asked, mission, officer):
    first, _ = asked
    parviz = next(p for p in mission_people(mission) if str(p.name) == "Parviz Musayev")
    note(first, Answer.REPLACED, by=officer.user, replaced_by=parviz)

    desk.post(ANSWERS, shown(desk) | {f"c{first.pk}-answer": "confirmed"})

    first.refresh_from_db()
    assert (first.answer, first.replaced_by) == ("confirmed", None)


def test_answer_of_another_officer_is_not_overwritten_unseen(desk, asked, officer):
    first, second = asked
    data = shown(desk) | {f"c{first.pk}-answer": "confirmed"}
    note(first, Answer.DECLINED, by=officer.user)
    note(second, Answer.DECLINED, by=officer.user)

    met = desk.post(ANSWERS, data)

    assert met.status_code == 409
    assert "Declined" in text(met).split('class="theirs"')[1][:80]
    assert [each.form["answer"].value() for each in met.context["asked"]] == ["confirmed", "declined"]
    first.refresh_from_db()
    assert first.answer == "declined"

    desk.post(ANSWERS, sent_by(met))
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.answer, second.answer) == ("confirmed", "declined")


def test_two_officers_who_noted_different_speakers_do_not_meet(desk, asked, officer):
    first, second = asked
    data = shown(desk) | {f"c{first.pk}-answer": "confirmed"}
    note(second, Answer.DECLINED, by=officer.user)

    desk.post(ANSWERS, data)

    assert list(
        Contribution.objects.exclude(person=None, organisation=None).values_list("answer", flat=True)
    ) == [
        "confirmed",
        "declined",
    ]


def test_answer_of_somebody_taken_out_meanwhile_is_told_of(desk, asked, officer):
    data = shown(desk)
    item = asked[0].item
    remove_item(item, item.version, by=officer.user)

    answer = desk.post(ANSWERS, data, follow=True)

    assert "taken out of the agenda in the meantime" in text(answer)


def test_same_person_twice_in_an_item_is_told_apart(desk, asked, officer):
    first, _ = asked
    make_contribution(first.item, person=first.person, role="chair", order=3)

    page = desk.get(ANSWERS)

    assert [each.contribution.role for each in page.context["asked"]] == ["speaker", "speaker", "chair"]


def test_what_is_for_staff_alone_and_an_event_without_speakers_are_told_in_words(desk, mission):
    event = make_event(mission)
    assert "Nobody is asked yet" in text(desk.get(ANSWERS))

    item = make_item(make_part(event), audience="staff")
    make_contribution(item, person=make_person(mission), answer="confirmed")
    assert "Nothing: this is for staff alone." in text(desk.get(ANSWERS))


def test_viewer_reads_the_answers_and_cannot_change_them(client, mission, asked):
    client.force_login(make_member(mission, Member.Role.VIEWER, "viewer").user)

    page = text(client.get(ANSWERS))

    assert "Invited, no answer yet" in page
    assert "<select" not in page
    assert "Save the answers" not in page
    assert client.post(ANSWERS, {"was": "", "prints_unconfirmed": "on"}).status_code == 404
    assert not Event.objects.get().prints_unconfirmed


def test_page_has_the_same_queries_for_one_and_for_twenty(desk, asked, mission):
    def queries_after_adding(number):
        for order in range(number):
            make_contribution(asked[0].item, person=make_person(mission), order=order + 3)
        with CaptureQueriesContext(connection) as queries:
            desk.get(ANSWERS)
        return len(queries)

    desk.get(ANSWERS)

    assert queries_after_adding(1) == queries_after_adding(19)
