"""What mends the agenda: a fit as a whole, the action on a warning's button; and the sheet beside it."""

import re
from datetime import time, timedelta
from html import unescape

import pytest

from events.exports.pdf.render import TYPESETTER
from events.models import Item, Part
from events.scoping import every_mission
from tests.exports.printed import text
from tests.factories import make_contribution, make_event, make_item, make_person
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def late():
    """Questions run 4 minutes past a photograph fixed at 10:35; they may be cut to 5."""
    desk = make_desk()
    with every_mission():
        Item.objects.filter(pk=desk.items["questions"].pk).update(least=timedelta(minutes=5))
        desk.items["photo"] = make_item(
            desk.items["talk"].part, "group-photograph", 5, start="fixed", start_at=time(10, 35)
        )
    return desk


def button(page, words):
    """What the button with the words sends."""
    form = next(form for form in re.findall(r"<form.*?</form>", page, re.DOTALL) if words in form)
    sent = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form))
    sent.pop("csrfmiddlewaretoken", None)
    return sent


def test_overlap_is_told_with_its_times_between_the_rows_and_beside(late):
    page = late.get("agenda/").content.decode()

    assert page.count("runs to 10:39") == 2
    assert "between overlap" in page
    assert "See the fit that keeps" in page


def test_fit_is_shown_and_changes_nothing(late):
    answer = late.client.get(
        f"/desk/azembassy-islamabad/seminar/agenda/fit/?keep={late.items['photo'].uid}",
        headers={"HX-Request": "true"},
    )

    page = answer.content.decode()
    assert "<ins>11:00</ins>" in page
    assert f'name="cut-{late.items["questions"].uid}" value="11:00"' in page
    assert late.item("questions").duration == timedelta(minutes=15)


def test_fit_is_accepted_as_a_whole(late):
    answer = late.swap(
        "agenda/fit/", version=late.version, accept="1", **{f"cut-{late.items['questions'].uid}": "11:00"}
    )

    page = answer.content.decode()
    assert late.item("questions").duration == timedelta(minutes=11)
    assert "overlap" not in page
    assert "The fit was accepted." in page


def test_fit_is_refused_without_a_trace(late):
    late.swap(
        "agenda/fit/", version=late.version, refuse="1", **{f"cut-{late.items['questions'].uid}": "11:00"}
    )

    assert late.item("questions").duration == timedelta(minutes=15)


def test_fit_of_an_older_agenda_is_not_taken(late):
    version = late.version
    late.swap(
        f"agenda/items/{late.items['talk'].uid}/length/", length="10", version=late.item("talk").version
    )

    answer = late.swap(
        "agenda/fit/", version=version, accept="1", **{f"cut-{late.items['questions'].uid}": "11:00"}
    )

    assert answer.status_code == 409
    assert late.item("questions").duration == timedelta(minutes=15)


def test_button_of_a_warning_does_what_it_says(late):
    page = late.get("agenda/").content.decode()

    answer = late.swap("agenda/mend/", **button(page, "Shorten"))

    assert answer.status_code == 200
    assert late.item("questions").duration == timedelta(minutes=11)
    assert "runs to" not in answer.content.decode()


def test_button_of_an_older_page_is_refused(late):
    sent = button(late.get("agenda/").content.decode(), "Shorten")
    late.swap(
        f"agenda/items/{late.items['talk'].uid}/length/", length="19", version=late.item("talk").version
    )

    assert late.swap("agenda/mend/", **sent).status_code == 409
    assert late.item("questions").duration == timedelta(minutes=15)


@pytest.mark.parametrize("sent", [{"warning": "none", "mend": "x"}, {}])
def test_mend_that_is_none_is_refused_in_words(late, sent):
    answer = late.swap("agenda/mend/", version=late.version, **sent)

    assert answer.status_code == 422
    assert "settled already" in answer.content.decode()


def test_spelling_is_confirmed_from_its_warning(late):
    with every_mission():
        person = make_person(late.event.mission, name={"en": "Seyid Abrar Huseyin"})
        make_contribution(late.items["talk"], person=person)

    late.swap("agenda/mend/", **button(late.get("agenda/").content.decode(), "Confirm this spelling"))

    with every_mission():
        person.refresh_from_db()
    assert person.confirmed


def test_hard_end_is_a_line_of_its_own():
    desk = make_desk(ends_by=time(10, 39))

    page = desk.get("agenda/").content.decode()

    assert "<b>10:39 hard end.</b>" in page
    assert page.index("Questions") < page.index("hard end") < page.index('data-title="Group photograph"')


def test_nothing_to_settle_says_what_is_in_order():
    desk = make_desk()
    with every_mission():
        Part.objects.filter(event=desk.event).update(place=None)

    page = desk.get("agenda/").content.decode()

    assert "No place has been given" in page


# The session, the member, their missions and the event; the programme takes some thirty.
QUERIES_OF_AN_IMAGE = 6


def sheet_of(late, query=""):
    """Return the page beside the agenda, and the text of the PDF that its image shows."""
    page = late.get(f"paper/{query}").content.decode()
    [pdf] = re.findall(r'<a class="paper" href="([^"#]+)#page=\d"', page)
    return page, text(late.client.get(unescape(pdf)).content)


def test_sheet_is_the_printed_one_for_guests_and_says_draft(late):
    page, printed = sheet_of(late)

    assert 'alt="Page 1 of 1 of the printed programme, draft"' in page
    assert "DRAFT" in printed.upper()
    assert "Address by the Ambassador" in printed
    assert "10:04" in printed
    assert "Lectern" not in printed


def test_image_of_the_sheet_has_another_address_once_the_sheet_is_another(late):
    def image():
        return re.search(r'<img src="([^"]+)"', late.get("paper/").content.decode())[1]

    first = image()
    assert late.client.get(unescape(first))["Content-Type"] == "image/webp"
    assert image() == first

    with every_mission():
        Item.objects.filter(uid=late.items["hymn"].uid).update(duration=timedelta(minutes=5))

    assert image() != first


def test_image_of_the_sheet_is_at_hand_once_the_sheet_is_shown(late, django_assert_max_num_queries):
    image = unescape(re.search(r'<img src="([^"]+)"', late.get("paper/").content.decode())[1])
    shown = late.client.get(image.partition("?")[0]).content

    with django_assert_max_num_queries(QUERIES_OF_AN_IMAGE):
        answer = late.client.get(image)

    assert (answer["Content-Type"], answer.content) == ("image/webp", shown)


def test_sheet_that_did_not_change_is_not_laid_out_again(late):
    late.get("paper/")
    before = TYPESETTER.layouts

    late.get("paper/")

    assert TYPESETTER.layouts == before


def test_image_of_another_event_is_not_shown_by_its_mark(late):
    image = unescape(re.search(r'<img src="([^"]+)"', late.get("paper/").content.decode())[1])
    with every_mission():
        other = make_event(mission=late.event.mission, slug="another")

    assert (
        late.client.get(image.replace(late.event.slug, other.slug)).content != late.client.get(image).content
    )


def test_sheet_speaks_the_language_asked_for(late):
    _page, printed = sheet_of(late, "?wording=ur")

    assert "ترانہ" in printed


def test_sheet_that_cannot_be_made_says_why(late):
    with every_mission():
        Item.objects.filter(uid=late.items["hymn"].uid).update(title={"en": "Song \U0001f3b5"})

    page = late.get("paper/").content.decode()

    assert "The fonts for print cannot draw" in page
    assert "<img" not in page[page.index('id="paper"') :]
