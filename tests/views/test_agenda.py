"""The builder's page and what changes rows: kinds, titles, lengths, starts, blocks, parts, removing."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from events.models import Event, Item, Member
from events.scoping import every_mission
from tests.factories import make_item, make_member, make_mission
from tests.views.builder import ADDRESS, HTMX, make_desk, starts

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return make_desk()


def test_page_shows_items_with_times_of_one_sum(desk):
    answer = desk.get("agenda/")

    assert answer.status_code == 200
    assert starts(answer) == ["10:00", "10:03", "10:04", "10:24", "10:39"]
    assert "Address by the Ambassador" in answer.content.decode()


def test_page_asks_the_same_number_of_queries_for_any_length(desk, django_assert_max_num_queries):
    with every_mission():
        for number in range(20):
            make_item(desk.items["talk"].part, title={"en": f"Remarks {number}"})
    with django_assert_max_num_queries(40):
        desk.get("agenda/")


def test_viewer_reads_without_controls():
    desk = make_desk(Member.Role.VIEWER)

    page = desk.get("agenda/").content.decode()

    assert "You can read this event." in page
    assert "Address by the Ambassador" in page
    for control in ('class="grip"', 'name="length"', 'name="kind"', "/remove/", "/edit/"):
        assert control not in page


def test_viewer_changes_nothing():
    desk = make_desk(Member.Role.VIEWER)
    silence = desk.items["silence"]

    for address in (
        "agenda/order/",
        "agenda/items/",
        "agenda/blocks/",
        "agenda/parts/",
        f"agenda/items/{silence.uid}/",
        f"agenda/items/{silence.uid}/length/",
        f"agenda/items/{silence.uid}/remove/",
        "agenda/mend/",
        "agenda/fit/",
    ):
        assert desk.post(address, length="2", version="0").status_code == 404
    assert desk.item("silence").duration == timedelta(minutes=1)


def test_other_missions_find_nothing_there(client, desk):
    stranger = make_member(make_mission("elsewhere"))
    client.force_login(stranger.user)

    assert client.get(f"{ADDRESS}agenda/").status_code == 404
    assert client.get(f"{ADDRESS}paper/").status_code == 404


def test_kind_is_added_after_the_selected_item_and_opens_in_the_editor(desk):
    talk = desk.items["talk"]

    answer = desk.swap("agenda/items/", kind="video", part=talk.part.uid, after=talk.uid)

    assert answer.status_code == 200
    with every_mission():
        added = Item.objects.get(kind="video")
        order = [item.kind for item in talk.part.items.all()]
    assert order == ["anthem", "silence", "address", "video", "questions"]
    assert added.duration == timedelta(minutes=8)
    assert f'data-editor="{added.uid}"' in answer.content.decode()
    assert f"id_{added.uid.hex[:12]}_title_en" in answer["HX-Trigger"]
    assert starts(answer) == ["10:00", "10:03", "10:04", "10:24", "10:32", "10:47"]


def test_added_kind_is_undone_by_taking_it_out(desk):
    desk.swap("agenda/items/", kind="video", part=desk.items["talk"].part.uid, after="")
    with every_mission():
        added = Item.objects.get(kind="video")

    desk.swap(f"agenda/items/{added.uid}/remove/")

    with every_mission():
        assert not Item.objects.filter(kind="video").exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("7", 420),
        ("7:30", 450),
        ("90s", 90),
        ("90 s", 90),
        ("1:30:00", 5400),
        ("۷", 420),
        ("1 h 30 min", 5400),
    ],
)
def test_length_is_taken_as_people_write_it_and_times_below_follow(desk, typed, kept):
    talk = desk.items["talk"]

    answer = desk.swap(f"agenda/items/{talk.uid}/length/", length=typed, version=talk.version)

    assert answer.status_code == 200
    assert desk.item("talk").duration == timedelta(seconds=kept)
    assert starts(answer)[2] == "10:04"
    assert starts(answer)[3] != "10:24"


@pytest.mark.parametrize("typed", ["", "soon", "0", "-5", "7:75", "25:00:00", "٣x", "😀", "9" * 500])
def test_wrong_length_keeps_its_text_and_says_why(desk, typed):
    talk = desk.items["talk"]

    answer = desk.swap(f"agenda/items/{talk.uid}/length/", length=typed, version=talk.version)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert desk.item("talk").duration == timedelta(minutes=20)
    assert f'value="{typed}"' in page
    assert f'id="len-error-{talk.uid}"' in page
    assert f'aria-describedby="len-error-{talk.uid}"' in page


def test_same_length_is_no_change(desk):
    talk = desk.items["talk"]

    desk.swap(f"agenda/items/{talk.uid}/length/", length="20", version=talk.version)

    assert desk.item("talk").version == talk.version


def test_duplicate_stands_after_its_original(desk):
    talk = desk.items["talk"]

    answer = desk.swap(f"agenda/items/{talk.uid}/duplicate/")

    assert answer.content.decode().count('data-title="Address by the Ambassador"') == 2
    assert starts(answer) == ["10:00", "10:03", "10:04", "10:24", "10:44", "10:59"]


def test_removed_item_comes_back_by_undo_to_where_it_was(desk):
    talk = desk.items["talk"]

    gone = desk.swap(f"agenda/items/{talk.uid}/remove/").content.decode()
    assert desk.names() == ["hymn", "silence", "questions", "photo"]
    assert 'data-seconds="20"' in gone
    assert f'action="{ADDRESS}agenda/items/{talk.uid}/restore/' in gone
    desk.swap(f"agenda/items/{talk.uid}/restore/")

    assert desk.names() == ["hymn", "silence", "talk", "questions", "photo"]


def test_block_is_added_at_once(desk):
    part = desk.items["photo"].part

    answer = desk.swap("agenda/blocks/", block="opening", part=part.uid, after="")

    assert answer.status_code == 200
    with every_mission():
        kinds = [item.kind for item in part.items.all()]
    assert kinds[0] == "group-photograph"
    assert {"anthem", "silence"} <= set(kinds)


@pytest.mark.parametrize("data", [{"kind": "festival"}, {"block": "none"}])
def test_what_is_none_is_refused_in_words(desk, data):
    address = "agenda/blocks/" if "block" in data else "agenda/items/"

    answer = desk.swap(address, part=desk.items["talk"].part.uid, **data)

    assert answer.status_code == 422
    assert "There is no such" in answer.content.decode()


def test_part_begins_at_another_hour(desk):
    part = desk.items["talk"].part

    answer = desk.swap(
        f"agenda/parts/{part.uid}/",
        version=part.version,
        phase="programme",
        audience="public",
        starts_at="9.30",
    )

    assert starts(answer)[0] == "09:30"


def test_new_part_is_added_at_the_end(desk):
    answer = desk.swap("agenda/parts/", phase="after", audience="staff", heading_en="Reception", starts_at="")

    assert answer.status_code == 200
    assert "Nothing here yet." in answer.content.decode()
    with every_mission():
        assert [str(part.heading) for part in desk.event.parts.all()] == ["Programme", "After", "Reception"]


def test_plain_form_leads_back_to_the_agenda_and_offers_undo_there(desk):
    talk = desk.items["talk"]

    answer = desk.post(f"agenda/items/{talk.uid}/remove/")
    page = desk.get("agenda/").content.decode()

    assert answer.status_code == 303
    assert answer["Location"].startswith(f"{ADDRESS}agenda/")
    assert "was removed" in page
    assert "/restore/" in page


def test_page_for_a_plain_form_with_a_fault_is_a_whole_page(desk):
    talk = desk.items["talk"]

    answer = desk.post(f"agenda/items/{talk.uid}/length/", length="x", version=talk.version)

    assert answer.status_code == 422
    assert answer.content.decode().startswith("<!DOCTYPE html>")


def test_every_change_says_when_it_was_saved_and_brings_what_is_to_settle(desk):
    talk = desk.items["talk"]

    page = desk.swap(f"agenda/items/{talk.uid}/length/", length="10", version=talk.version).content.decode()

    assert re.search(r"Saved \d\d:\d\d", page)
    assert 'id="settle" aria-labelledby="h-settle" hx-swap-oob="outerMorph"' in page


def test_filter_hides_rows_and_takes_the_grips_away(desk):
    page = desk.get("agenda/?show=staff").content.decode()

    assert "Group photograph" in page
    assert "Address by the Ambassador" not in page
    assert 'class="grip"' not in page


def test_agenda_is_seen_in_another_language(desk):
    page = desk.get("agenda/?wording=ur").content.decode()

    assert 'lang="ur"' in page
    assert "قومی ترانہ" in page


def test_address_of_an_item_is_a_page(desk):
    talk = desk.items["talk"]

    for address in (f"agenda/items/{talk.uid}/", f"agenda/items/{talk.uid}/edit/"):
        assert desk.get(address).content.decode().startswith("<!DOCTYPE html>")


def test_event_without_a_day_has_no_times_and_says_so():
    desk = make_desk(on=None)

    page = desk.get("agenda/").content.decode()

    assert "No day yet" in page
    assert "No day has been set" in page


@pytest.mark.parametrize("name", ["agenda_order", "agenda_add_item", "agenda_add_block", "agenda_mend"])
def test_deeds_are_posts_alone(desk, name):
    answer = desk.client.get(reverse(f"desk:{name}", args=["azembassy-islamabad", "seminar"]), headers=HTMX)

    assert answer.status_code == 405


def test_csrf_token_is_asked_for(desk):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(desk.member.user)

    answer = client.post(f"{ADDRESS}agenda/items/{desk.items['talk'].uid}/remove/", headers=HTMX)

    assert answer.status_code == 403
    with every_mission():
        assert Event.objects.get().parts.count() == 2
        assert desk.item("talk").removed_at is None
