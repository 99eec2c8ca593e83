"""The card "Preparation" of an event, and what it says at the desk."""

from datetime import UTC, date, datetime

import pytest

from events.models import Task
from events.operations.preparation import add_task, finish_task, propose_tasks
from events.operations.private_feeds import make_own
from events.operations.release import release
from events.scoping import every_mission
from tests.views.event_desk import make_desk

pytestmark = pytest.mark.django_db
EVENT = "/desk/azembassy-islamabad/seminar/"
ADDRESS = f"{EVENT}preparation/"
# Note verbale overdue, invitations due in two days; the seminar is on 20 January.
NOW = datetime(2023, 1, 4, 9, tzinfo=UTC)


@pytest.fixture
def desk(time_machine):
    time_machine.move_to(NOW, tick=False)
    return make_desk()


@pytest.fixture
def prepared(desk):
    with every_mission():
        propose_tasks(desk.event, by=desk.member.user)
    return desk


def task_of(rule):
    with every_mission():
        return Task.objects.get(rule=rule)


def states(page):
    return {line.words: line.state.value for line in page.context["preparation"].lines}


def test_usual_tasks_are_added_with_one_button(desk):
    assert "Add the usual tasks" in desk.client.get(EVENT).content.decode()

    sent = desk.client.post(f"{ADDRESS}usual/", {"page": "event"})

    assert (sent.status_code, sent.url) == (302, f"{EVENT}#preparation")
    page = desk.client.get(EVENT)
    assert "Add the usual tasks" not in page.content.decode()
    assert states(page) == {
        "Note verbale to the foreign ministry": "overdue",
        "Send the invitations": "soon",
        "Ask those who have not replied": "open",
        "Give the order of proceedings to everyone with a role": "open",
        "Close the list of guests": "open",
        "Print the programme, cards and signs": "open",
    }


def test_task_is_ticked_and_says_who_did_it_and_when(prepared):
    address = f"{ADDRESS}{task_of('note-verbale').pk}/done/"

    part = prepared.client.post(address, {"done": "yes"}, headers={"HX-Request": "true"})

    text = part.content.decode()
    assert text.startswith('<section class="card-d preparation"')
    assert "1 of 6 done" in text
    assert str(prepared.member.user) in text
    assert (
        prepared.client.post(address, {"done": "no", "page": "preparation"}).url == f"{ADDRESS}#preparation"
    )
    assert task_of("note-verbale").done_at is None


def test_own_task_is_added_in_ones_own_words(desk):
    sent = desk.client.post(ADDRESS, {"what": "Çayxana ilə danışmaq", "before": "3"})

    assert sent.status_code == 302
    with every_mission():
        task = Task.objects.get()
    assert (task.what, task.days, task.on) == ("Çayxana ilə danışmaq", -3, None)


@pytest.mark.parametrize(
    ("sent", "field", "words"),
    [
        ({"before": "3"}, "what", "Say what is to be done."),
        ({"what": "Call"}, "before", "Say by when: so many days before the event, or a day."),
        ({"what": "Call", "before": "many"}, "before", "Enter a whole number."),
        (
            {"what": "Call", "before": "3", "on": "5 January 2023"},
            "on",
            "Say one of the two: days before the event, or a day.",
        ),
    ],
)
def test_task_without_words_or_day_is_refused_at_the_field_and_kept_as_typed(desk, sent, field, words):
    answer = desk.client.post(ADDRESS, sent)

    assert answer.status_code == 422
    assert answer.context["task_form"].errors == {field: [words]}
    for value in sent.values():
        assert f'value="{value}"' in answer.content.decode()


def test_usual_words_stay_those_of_the_rule_until_they_are_changed(prepared):
    task = task_of("print")
    address = f"{ADDRESS}{task.pk}/"
    words = "Print the programme, cards and signs"

    prepared.client.post(address, {"version": 1, "what": words, "before": "2", "on": ""})
    assert (task_of("print").what, task_of("print").days) == ("", -2)

    prepared.client.post(address, {"version": 2, "what": "Print at the ministry", "before": "2", "on": ""})
    assert task_of("print").what == "Print at the ministry"


def test_change_on_what_another_has_changed_meanwhile_is_shown_and_not_kept(prepared):
    task = task_of("print")
    address = f"{ADDRESS}{task.pk}/"
    prepared.client.post(address, {"version": 1, "what": "Print in colour", "before": "2"})

    answer = prepared.client.post(address, {"version": 1, "what": "Print in black", "before": "1"})

    assert answer.status_code == 409
    assert "Print in colour" in answer.content.decode()
    assert 'value="Print in black"' in answer.content.decode()
    assert task_of("print").what == "Print in colour"


def test_task_is_taken_out_and_the_history_tells_it(prepared):
    prepared.client.post(f"{ADDRESS}{task_of('print').pk}/", {"version": 1, "remove": "1"})

    with every_mission():
        assert not Task.objects.filter(rule="print").exists()
    history = prepared.client.get(f"{EVENT}history/").content.decode()
    assert "Task “Print the programme, cards and signs” was taken out." in history


def test_desk_names_what_is_overdue_and_counts_the_rest(prepared):
    page = prepared.client.get("/desk/azembassy-islamabad/?need=prepare")

    (need,) = page.context["needs"]
    assert [words.text for words in need.words] == [
        "Overdue since 21 December 2022: Note verbale to the foreign ministry."
    ]
    assert need.more == 1
    with every_mission():
        for rule in ("note-verbale", "invitations"):
            finish_task(task_of(rule), by=prepared.member.user, now=NOW)
    assert prepared.client.get("/desk/azembassy-islamabad/?need=prepare").context["needs"] == []


def test_viewer_reads_the_tasks_and_has_no_button(prepared):
    page = prepared.as_("viewer", "viewer").get(EVENT).content.decode()

    assert "Note verbale to the foreign ministry" in page
    assert "tick-" not in page
    assert "Add the usual tasks" not in page


def test_public_pages_and_files_say_nothing_of_it(prepared, client):
    with every_mission():
        release(prepared.event, name="First", released_at=NOW)

    for path in ("", "event.ics", "programme.json"):
        answer = client.get(f"/azembassy-islamabad/seminar/{path}")
        assert answer.status_code == 200
        assert b"verbale" not in answer.content


def test_task_names_who_sees_to_it_and_their_calendar_tells_it(prepared):
    sent = {"version": 1, "what": "Print", "before": "1", "responsible": "A. Əliyev"}
    prepared.client.post(f"{ADDRESS}{task_of('print').pk}/", sent)

    assert "A. Əliyev" in prepared.client.get(EVENT).content.decode()
    _feed, token = make_own(prepared.member.user, "Mine", NOW)
    calendar = prepared.client.get(f"/calendars/private/{token}/own.ics").content
    assert "Responsible: A. Əliyev" in calendar.decode().replace("\r\n ", "")


def test_desk_names_what_was_to_follow_an_event_that_is_over_and_not_what_was_to_come_before(
    prepared, time_machine
):
    with every_mission():
        add_task(prepared.event, "Send the thanks", on=date(2023, 1, 25), by=prepared.member.user)
    time_machine.move_to(datetime(2023, 2, 1, tzinfo=UTC), tick=False)
    prepared.client.force_login(prepared.member.user)

    (need,) = prepared.client.get("/desk/azembassy-islamabad/").context["needs"]

    assert [words.text for words in need.words] == ["Overdue since 25 January 2023: Send the thanks."]
    assert need.more == 0
