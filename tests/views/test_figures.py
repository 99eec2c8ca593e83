"""Figures are chosen on at the event and its release; which ones an event gives is chosen on a page of its own."""

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from events.models import Event, EventClaim, FigureDecision, Release
from events.operations.ledger import set_claims, set_source_of_record
from events.operations.planning import change_event
from events.scoping import every_mission
from tests.factories import make_claim, make_source
from tests.operations.planned import NOW, make_desk

pytestmark = pytest.mark.django_db
NOTE = {"en": "147 people were killed.", "ur": "147 افراد شہید ہوئے۔"}


@pytest.fixture
def desk():
    with every_mission():
        desk = make_desk()
        edition = desk.event.edition
        ministry = make_source(key="B", issuer={"en": "The ministry"})
        service = make_source(key="D", issuer={"en": "The service"})
        set_source_of_record(desk.mission, edition, ministry, by=desk.officer)
        desk.claims = [make_claim(ministry, 150, edition=edition), make_claim(service, 147, edition=edition)]
        change_event(desk.event, desk.version, by=desk.officer, note=NOTE)
        return desk


@pytest.fixture
def officer(client, desk):
    client.force_login(desk.officer)
    return client


def address(name, *more):
    return reverse(f"desk:{name}", args=["azembassy-islamabad", "seminar", *more])


def sent(desk, **values):
    return {"page": "release", "key": f"killed:{desk.event.uid}", **values}


def page(client, name):
    return client.get(address(name)).content.decode()


@pytest.mark.parametrize("name", ["event", "release"])
def test_both_figures_stand_beside_each_other_and_nothing_is_chosen(officer, name):
    html = page(officer, name)

    for words in (
        "Killed: the texts and the source of record differ",
        "<b>147</b>",
        "<b>150</b>",
        "The ministry",
        "147 people were killed (according to The service)",
        "147 or 150 people were killed (147: The service; 150: The ministry)",
        "150 people were killed",
    ):
        assert words in html
    assert html.count('type="radio" name="choice"') == 3
    assert "checked" not in html.split('id="figures"')[1].split("</section>")[0]


def test_choice_is_written_and_shown_with_who_and_when(officer, desk):
    answer = officer.post(address("decide_figure"), sent(desk, choice="both"), follow=True)

    html = answer.content.decode()
    assert answer.redirect_chain[0][0].endswith("/release/#figures")
    assert "Give both with their sources" in html
    assert str(desk.officer) in html.split('id="figures"')[1]
    with every_mission():
        note = Event.objects.get().note.data
    assert note["en"] == "147 or 150 people were killed (147: The service; 150: The ministry)."
    assert note["ur"].startswith("147 یا 150 افراد شہید ہوئے (")


def test_nothing_chosen_is_answered_at_the_choice(officer, desk):
    answer = officer.post(address("decide_figure"), sent(desk))

    assert answer.status_code == 422
    assert "Choose one of these: nothing is chosen for you." in answer.content.decode()
    with every_mission():
        assert not FigureDecision.objects.exists()


def test_figure_of_no_source_leads_to_the_ledger(officer, desk):
    with every_mission():
        change_event(desk.event, desk.version, by=desk.officer, note={"en": "160 killed"})

    html = page(officer, "event")
    answer = officer.post(address("decide_figure"), sent(desk, choice="attribute"))

    assert "No source gives 160, so it can be attributed to nobody." in html
    assert answer.status_code == 422
    assert "enter it there first, or use the source of record." in answer.content.decode()


def test_text_that_would_become_too_long_is_kept_and_said(officer, desk):
    with every_mission():
        title = {"en": "147 killed " + "x" * 285}
        change_event(desk.event, desk.version, by=desk.officer, note={}, title=title)

    answer = officer.post(address("decide_figure"), sent(desk, choice="both"))

    assert answer.status_code == 422
    with every_mission():
        assert Event.objects.get().title.data == title


def test_release_is_refused_in_words_until_it_is_chosen(client, desk):
    client.force_login(desk.head)
    html = page(client, "release")
    refused = client.post(address("approve"), {"version": desk_version(), "approve-name": "First"})

    assert "It can be released once somebody has chosen between the figures." in html
    assert address("approve") not in html
    assert refused.status_code == 409
    assert "Choose between the figures first" in refused.content.decode()

    client.post(address("decide_figure"), sent(desk, choice="attribute"))
    client.post(address("approve"), {"version": desk_version(), "approve-name": "First"})

    assert Release.published.count() == 1
    kept = client.get(address("kept_release", 1)).content.decode()
    assert "Chosen between figures" in kept
    assert "Attribute each" in kept
    assert "147 (The service)" in kept


def desk_version():
    with every_mission():
        return Event.objects.get().version


def test_choice_is_asked_again_and_an_answered_one_says_so(officer, desk):
    officer.post(address("decide_figure"), sent(desk, choice="attribute"))
    twice = officer.post(address("decide_figure"), sent(desk, choice="attribute"), follow=True)
    officer.post(address("ask_figure_again"), sent(desk))

    assert "This has been settled already." in twice.content.decode()
    assert "Killed: the texts and the source of record differ" in page(officer, "event")


def test_desk_tells_that_a_figure_is_to_be_chosen(officer, desk):
    with time_machine.travel(NOW, tick=False):
        html = officer.get("/desk/azembassy-islamabad/?need=decide").content.decode()

    assert "Killed: the texts and the source of record differ." in html
    assert "Choose the figure" in html


def test_viewer_reads_what_is_open_and_chooses_nothing(client, desk):
    with every_mission():
        member = desk.mission.members.get(user=desk.officer)
        member.role = "viewer"
        member.save()
    client.force_login(desk.officer)

    html = page(client, "release")

    assert "Killed: the texts and the source of record differ" in html
    assert 'name="choice"' not in html
    assert client.post(address("decide_figure"), sent(desk, choice="both")).status_code == 404


def ticks(*claims, **values):
    given = {f"given_{claim.pk}": "on" for claim in claims}
    return {**given, **{f"order_{claim.pk}": str(n) for n, claim in enumerate(claims, start=1)}, **values}


def test_figures_of_an_event_are_ticked_and_ordered(officer, desk):
    first, second = desk.claims

    answer = officer.post(address("event_figures"), ticks(second, first, version=desk_version()))

    assert answer.status_code == 302
    with every_mission():
        assert [row.claim for row in EventClaim.objects.all()] == [second, first]
    html = page(officer, "event_figures")
    assert html.index("147 killed") < html.index("150 killed")


def test_figures_changed_meanwhile_are_shown_and_wrong_numbers_refused(officer, desk):
    first, second = desk.claims
    version = desk_version()
    with every_mission():
        set_claims(desk.event, None, [first], by=desk.head)

    stale = officer.post(address("event_figures"), ticks(second, version=version))
    wrong = officer.post(
        address("event_figures"), ticks(second, version=desk_version()) | {f"order_{second.pk}": "0"}
    )

    assert (stale.status_code, wrong.status_code) == (409, 422)
    assert "Somebody else changed this list meanwhile" in stale.content.decode()
    assert "From 1 to 999." in wrong.content.decode()
    with every_mission():
        assert [row.claim for row in EventClaim.objects.all()] == [first]


def test_history_tells_the_choice_in_words(officer, desk):
    officer.post(address("decide_figure"), sent(desk, choice="record"))

    html = page(officer, "history")

    assert "Chose between figures" in html
    assert str(timezone.localdate().year) in html


def test_figure_in_the_message_of_the_year_is_attributed_without_changing_the_message(officer, desk):
    message = {"en": "147 people were killed."}
    with every_mission():
        change_event(desk.event, desk.version, by=desk.officer, note={})
        edition = desk.event.edition
        edition.message = message
        edition.save()

    html = page(officer, "release")
    assert "Message of the year" in html
    assert "/occasions/20-january/#message-2023" in html
    assert "The message of the year stays as all missions print it." in html
    assert html.count('type="radio" name="choice"') == 2

    refused = officer.post(address("decide_figure"), sent(desk, choice="record"))
    assert refused.status_code == 422
    assert refused.context["error"].startswith("The message of the year stays")
    officer.post(address("decide_figure"), sent(desk, choice="attribute"))

    assert "the texts and the source of record differ" not in page(officer, "release")
    with every_mission():
        edition.refresh_from_db()
        assert edition.message.data == message
        assert EventClaim.objects.filter(event=desk.event).count() == 2
