"""An item in the editor: its titles, its start, what is refused at its field and what closes it."""

import pytest

from events.models import Item
from events.scoping import every_mission
from tests.views.builder import editor, make_desk, starts

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return make_desk()


def test_title_is_kept_in_each_language_and_other_languages_stay(desk):
    with every_mission():
        Item.objects.filter(pk=desk.items["talk"].pk).update(title={"en": "Address", "ru": "Выступление"})

    answer = desk.swap(
        f"agenda/items/{desk.items['talk'].uid}/",
        **editor(desk, "talk", title_az="Səfirin çıxışı", title_ur="خطاب"),
    )

    assert answer.status_code == 200
    assert desk.item("talk").title.data == {
        "en": "Address",
        "az": "Səfirin çıxışı",
        "ur": "خطاب",
        "ru": "Выступление",
    }


def test_editor_stays_open_while_it_saves_and_closes_when_done(desk):
    talk = desk.items["talk"]

    saving = desk.swap(f"agenda/items/{talk.uid}/", **editor(desk, "talk", title_en="Words"))
    closing = desk.swap(f"agenda/items/{talk.uid}/", **editor(desk, "talk"), done="1")

    assert f'data-editor="{talk.uid}"' in saving.content.decode()
    assert "data-editor" not in closing.content.decode()
    assert f"open-{talk.uid}" in closing["HX-Trigger"]


def test_responsible_officer_is_entered_shown_and_told_in_the_history(desk):
    answer = desk.swap(
        f"agenda/items/{desk.items['talk'].uid}/", **editor(desk, "talk", responsible="A. Officer "), done="1"
    )

    assert desk.item("talk").responsible == "A. Officer"
    assert "Responsible: A. Officer" in answer.content.decode()
    assert "Responsible officer" in desk.get("history/").content.decode()


def test_fixed_start_leaves_a_gap_that_is_told_with_its_mends(desk):
    answer = desk.swap(
        f"agenda/items/{desk.items['talk'].uid}/", **editor(desk, "talk", start="fixed", start_at="10:15")
    )

    page = answer.content.decode()
    assert starts(answer)[2:4] == ["10:15", "10:35"]
    assert "11 minutes are free between" in page
    assert "between gap" in page


def test_anchored_start_brings_the_clock_of_the_other_city(desk):
    before = desk.get("agenda/").content.decode()

    after = desk.swap(
        f"agenda/items/{desk.items['silence'].uid}/",
        **editor(desk, "silence", start="anchored", start_at="12:00", start_zone="Asia/Baku"),
    ).content.decode()

    assert "Baku" not in before
    assert "<span>12:00 Baku</span>" in after


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"start": "fixed", "start_at": ""}, "start_at"),
        ({"start": "fixed", "start_at": "25:00"}, "start_at"),
        ({"start": "anchored", "start_at": "12:00", "start_zone": ""}, "start_zone"),
        ({"start": "anchored", "start_at": "12:00", "start_zone": "Baku time"}, "start_zone"),
        ({"title_en": "x" * 10_000}, "title_en"),
        ({"kind": "festival"}, "kind"),
        ({"least": "40"}, "least"),
        ({"responsible": "x" * 121}, "responsible"),
        ({"cues": ["dance"]}, "cues"),
    ],
)
def test_fault_in_the_editor_stands_at_its_field_and_nothing_is_kept(desk, changes, field):
    talk = desk.items["talk"]

    answer = desk.swap(f"agenda/items/{talk.uid}/", **editor(desk, "talk", **changes))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert (
        f'id="id_{talk.uid.hex[:12]}_{field}_error"' in page
        or f'href="#id_{talk.uid.hex[:12]}_{field}' in page
    )
    assert desk.item("talk").version == talk.version


def test_long_title_is_given_back_whole(desk):
    talk = desk.items["talk"]

    page = desk.swap(
        f"agenda/items/{talk.uid}/", **editor(desk, "talk", title_en="x" * 10_000)
    ).content.decode()

    assert "x" * 10_000 in page
    assert "this text has 10000" in page


def test_word_paste_and_mark_up_are_text(desk):
    talk = desk.items["talk"]

    answer = desk.swap(
        f"agenda/items/{talk.uid}/",
        **editor(desk, "talk", title_en="  <b>Words</b>\r\nof\u2028welcome \u202ex "),
    )

    assert desk.item("talk").title.data["en"] == "<b>Words</b> of welcome x"
    assert "<b>Words</b> of" not in answer.content.decode()


def test_hour_that_the_clocks_skip_is_refused_in_words():
    desk = make_desk(zone="Europe/Berlin", on="2023-03-26")
    talk = desk.items["talk"]

    answer = desk.swap(f"agenda/items/{talk.uid}/", **editor(desk, "talk", start="fixed", start_at="02:30"))

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "does not exist in Europe/Berlin" in page
    assert f'data-editor="{talk.uid}"' in page
    assert 'value="02:30"' in page
    assert desk.item("talk").start == "linked"
