"""A figure that is not that of the source of record is chosen on before the release, and the choice is kept with it."""

import pytest

from events.models import Event, EventClaim, FigureDecision
from events.models.fields import text_of
from events.operations.approval import FiguresOpenError, approve_and_release, cancel
from events.operations.copying import copy_event
from events.operations.deeds import NotAllowedError
from events.operations.figures import UnsourcedError, ask_figure_again, decide_figure, open_figures
from events.operations.import_programme import import_programme
from events.operations.ledger import set_claims, set_source_of_record
from events.operations.planning import change_event
from events.operations.settling import NotOpenError
from events.programme.choices import Audience, FigureChoice
from events.programme.document import from_document, to_document
from events.snapshot import take_snapshot
from tests.factories import make_claim, make_event, make_item, make_member, make_source
from tests.operations.planned import NOW

pytestmark = pytest.mark.django_db
RECORD, ATTRIBUTE, BOTH = FigureChoice


@pytest.fixture
def claims(desk):
    """150 by the source of record, 147 by another one."""
    edition = desk.event.edition
    ministry = make_source(key="B", issuer={"en": "The ministry"})
    service = make_source(key="D", issuer={"en": "The service"}, authority="medium")
    set_source_of_record(desk.mission, edition, ministry, by=desk.officer)
    return make_claim(ministry, 150, edition=edition), make_claim(service, 147, edition=edition)


@pytest.fixture
def event(desk, claims):
    """An event of which a note and an item say 147."""
    change_event(desk.event, desk.version, by=desk.officer, note={"en": "147 people were killed."})
    make_item(desk.part, text={"en": "To the 147 killed"})
    return Event.objects.get()


def texts():
    event = Event.objects.get()
    item = next(item for part in event.parts.all() for item in part.items.all() if text_of(item.text))
    return [text_of(text).wording("en").text for text in (event.note, item.text)]


def key_of(event):
    (found,) = open_figures(event)
    return found.key


def decide(desk, event, choice):
    decide_figure(event, key_of(event), choice, by=desk.officer, now=NOW)


@pytest.mark.parametrize(
    ("choice", "written"),
    [
        (RECORD, ["150 people were killed.", "To the 150 killed"]),
        (
            ATTRIBUTE,
            [
                "147 people were killed (according to The service).",
                "To the 147 killed (according to The service)",
            ],
        ),
        (
            BOTH,
            [
                "147 or 150 people were killed (147: The service; 150: The ministry).",
                "To the 147 or 150 killed (147: The service; 150: The ministry)",
            ],
        ),
    ],
)
def test_choice_is_written_into_all_texts_and_kept_with_the_release(desk, event, choice, written):
    decide(desk, event, choice)

    assert texts() == written
    assert open_figures(event) == []
    release = approve_and_release(event, desk.version, name="First", by=desk.head, now=NOW)
    (kept,) = from_document(release.document).decisions
    assert (kept.subject, kept.choice, kept.by, kept.at) == ("killed", choice, str(desk.officer), NOW)
    assert [claim.value for claim in kept.claims] == [150, 147]
    assert from_document(release.document).seen_by(Audience.PUBLIC).decisions == ()
    assert FigureDecision.history.get().deed == "decide_figure"


def test_release_is_refused_until_somebody_has_chosen(desk, event):
    with pytest.raises(FiguresOpenError):
        approve_and_release(event, desk.version, name="First", by=desk.head, now=NOW)

    decide(desk, event, RECORD)

    assert approve_and_release(event, desk.version, name="First", by=desk.head, now=NOW).number == 1


def test_to_tell_of_a_cancelled_event_waits_for_no_choice(desk, event):
    decide(desk, event, RECORD)
    approve_and_release(event, desk.version, name="First", by=desk.head, now=NOW)
    change_event(event, desk.version, by=desk.officer, dress={"en": "147 killed"})

    assert cancel(event, desk.version, name="Cancelled", by=desk.head, now=NOW).number == 2


def test_words_of_the_text_are_changed_by_the_deeds_of_the_desk(desk, event):
    before = desk.version

    decide(desk, event, BOTH)

    assert desk.version > before
    assert {copy.deed for copy in Event.history.filter(version__gt=before)} == {"decide_figure"}


@pytest.mark.parametrize(("choice", "given"), [(RECORD, [150]), (ATTRIBUTE, [147, 150]), (BOTH, [147, 150])])
def test_outputs_give_the_claims_of_the_choice(desk, event, claims, choice, given):
    set_claims(event, None, [claims[1]], by=desk.officer)

    decide(desk, event, choice)

    assert [row.claim.value for row in EventClaim.objects.filter(event=event)] == given


def test_event_that_gives_no_figure_gives_none_of_the_record_either(desk, event):
    decide(desk, event, RECORD)

    assert not EventClaim.objects.exists()


def test_choice_is_no_viewers_and_is_made_once(desk, event):
    viewer = make_member(desk.mission, "viewer", "viewer").user
    key = key_of(event)

    with pytest.raises(NotAllowedError):
        decide_figure(event, key, RECORD, by=viewer, now=NOW)
    decide_figure(event, key, RECORD, by=desk.officer, now=NOW)
    with pytest.raises(NotOpenError):
        decide_figure(event, key, BOTH, by=desk.officer, now=NOW)


def test_figure_of_no_source_is_attributed_to_nobody(desk, event):
    change_event(event, desk.version, by=desk.officer, note={"en": "160 killed"})

    with pytest.raises(UnsourcedError):
        decide(desk, event, BOTH)
    assert texts()[0] == "160 killed"


def test_choice_in_what_is_held_within_is_made_at_either_page(desk, claims):
    within = make_event(desk.mission, "ceremony", parent=desk.event, note={"en": "147 killed"})

    (at_the_event,), (at_its_own,) = open_figures(desk.event), open_figures(within)
    assert at_the_event.key == at_its_own.key == f"killed:{within.uid}"
    decide(desk, desk.event, RECORD)

    within.refresh_from_db()
    assert text_of(within.note).wording("en").text == "150 killed"
    assert [each.subject for each in take_snapshot(desk.event).children[0].decisions] == ["killed"]


def test_choice_asked_again_is_open_while_the_texts_differ(desk, event):
    key = key_of(event)
    decide(desk, event, ATTRIBUTE)

    ask_figure_again(event, key, by=desk.officer)

    assert [found.key for found in open_figures(event)] == [key]
    decide(desk, event, RECORD)
    assert texts() == ["150 people were killed.", "To the 150 killed"]


def test_copy_of_an_event_is_asked_anew(desk, event):
    decide(desk, event, ATTRIBUTE)

    copy = copy_event(event, on=None, by=desk.officer)

    assert take_snapshot(copy).decisions == ()


def test_choice_is_not_brought_in_with_a_file_and_stays_where_it_was_made(desk, event):
    decide(desk, event, BOTH)
    programme = from_document(to_document(take_snapshot(event)))

    assert import_programme(programme).outcome == "unchanged"
    assert FigureDecision.objects.count() == 1
